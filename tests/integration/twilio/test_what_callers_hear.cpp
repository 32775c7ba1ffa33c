// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_desk.h"

#include "simulator/notifications.h"
#include "simulator/queues.h"
#include "twilio/line_check.h"

using namespace Qt::StringLiterals;
using namespace anteroom;
using calls::CallState;
using calls::LineManners;
using calls::Outcome;
using test::LiveDesk;

namespace {

constexpr int patience = 30'000;

QByteArray threeSeconds()
{
    constexpr int rate = 8000;
    constexpr int size = 3 * rate;
    QByteArray bytes = QByteArray::fromHex("524946460000000057415645"
                                           "666d742010000000010001"
                                           "00401f0000401f000001000800");
    bytes += "data";
    for (int i = 0; i < 4; ++i)
        bytes += char((quint32(size) >> (8 * i)) & 0xff);
    return bytes + QByteArray(size, '\x80');
}

LineManners talkative()
{
    LineManners manners = LineManners::defaults();
    manners.announceSeconds = 30;
    manners.music.kind = calls::WaitMusic::Kind::Silence;
    return manners;
}

QString errorsOf(LiveDesk &live)
{
    QString all;
    for (const simulator::Notification &each : live.company.world().notifications().all())
        all += u"%1 %2 %3\n"_s.arg(each.errorCode).arg(each.message, each.requestUrl);
    return all;
}

} // namespace

/// The line's documents, as somebody on the telephone hears them.
class TestWhatCallersHear : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThePlaceBetweenThePasses()
    {
        LiveDesk live(true, talkative());
        QVERIFY(live.connectLine());
        const QString first = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(first), CallState::Waiting, patience);
        const QString second = live.dial(u"+12025550102"_s);
        QTRY_VERIFY_WITH_TIMEOUT(live.heard(second, u"Say"_s).contains(u"You are number 2 in line."_s),
                                 patience);
        QVERIFY(live.desk->execute(live.ann, calls::MoveInOrder{second, first}));
        QTRY_VERIFY_WITH_TIMEOUT(live.heard(second, u"Say"_s).contains(u"You are number 1 in line."_s),
                                 patience);
        QTRY_VERIFY_WITH_TIMEOUT(live.heard(first, u"Say"_s).contains(u"You are number 2 in line."_s),
                                 patience);
        QCOMPARE(live.state(first), CallState::Waiting);
        QCOMPARE(errorsOf(live), QString());
    }

    /// Nothing that is heard while waiting is fetched from us but at its beginning, so a desk that goes away
    /// takes nobody with it, whichever way the phone company treats a wait document that cannot be had.
    void aDeskThatGoesAwayTakesNobodyWithIt_data()
    {
        QTest::addColumn<bool>("waitFetchEnds");
        QTest::addColumn<bool>("ownMusic");
        QTest::newRow("the number falls back, silence") << false << false;
        QTest::newRow("the number falls back, own music") << false << true;
        QTest::newRow("the call would end, silence") << true << false;
        QTest::newRow("the call would end, own music") << true << true;
    }
    void aDeskThatGoesAwayTakesNobodyWithIt()
    {
        QFETCH(bool, waitFetchEnds);
        QFETCH(bool, ownMusic);
        LineManners manners = talkative();
        manners.offerAfterMinutes = 1;
        const auto music = calls::toSoundFile(threeSeconds());
        QVERIFY(music);
        if (ownMusic) {
            manners.music.kind = calls::WaitMusic::Kind::File;
            manners.music.pieceSeconds = music->seconds;
        }
        LiveDesk live(true, manners, LiveDesk::companySpeed);
        live.serve(*music);
        live.company.world().guesses().waitFetchEnds = waitFetchEnds;
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QTRY_VERIFY_WITH_TIMEOUT(live.heard(caller, u"Enqueue"_s).size() >= 2, patience);
        if (ownMusic)
            QVERIFY(live.heard(caller, u"Play"_s).constFirst().contains(u"/music/"_s));
        QTRY_VERIFY_WITH_TIMEOUT(live.place(caller) == u"gather"_s, patience); // in the middle of the offer
        live.server.close();
        const qsizetype before = live.heard(caller, u"Enqueue"_s).size();
        QVERIFY(live.company.world().calls().press(caller, u"2"_s));
        QTRY_VERIFY_WITH_TIMEOUT(live.heard(caller, u"Enqueue"_s).size() > before, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
    }

    void theUsersOwnMusicIsHeard()
    {
        LineManners manners = LineManners::defaults();
        manners.music.kind = calls::WaitMusic::Kind::File;
        const auto music = calls::toSoundFile(threeSeconds());
        QVERIFY(music);
        manners.music.pieceSeconds = music->seconds;
        LiveDesk live(true, manners);
        live.serve(*music);
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_VERIFY_WITH_TIMEOUT(!live.heard(caller, u"Play"_s).isEmpty(), patience);
        QVERIFY(live.heard(caller, u"Play"_s).constFirst().endsWith(u".wav"_s));
        QCOMPARE(errorsOf(live), QString());
        // Whoever does not know the address gets nothing, and the right one gets it in parts as well.
        const QUrl here(live.heard(caller, u"Play"_s).constFirst());
        const auto get = [&](const QUrl &url, const QByteArray &range) {
            QNetworkRequest request(url);
            if (!range.isEmpty())
                request.setRawHeader("Range", range);
            std::unique_ptr<QNetworkReply> reply(live.network.get(request));
            (void)QTest::qWaitFor([&] { return reply->isFinished(); }, patience);
            return std::pair(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                             reply->readAll());
        };
        QCOMPARE(get(here, "bytes=0-3"), std::pair(206, QByteArray("RIFF")));
        QCOMPARE(get(here, {}).second, threeSeconds());
        QUrl wrong = here;
        wrong.setPath(u"/music/guess.wav"_s);
        QCOMPARE(get(wrong, {}).first, 404);
    }

    void musicThatCannotBePlayedBecomesTheirOwn()
    {
        LineManners manners = LineManners::defaults();
        manners.music.kind = calls::WaitMusic::Kind::File;
        LiveDesk live(true, manners);
        const auto music = calls::toSoundFile(threeSeconds());
        live.serve(*music);
        live.routes->setHoldMusic(
            calls::SoundFile{"<html>", "text/html", "wav", 3}); // under another address: 404
        live.routes->setHoldMusic({});
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_VERIFY_WITH_TIMEOUT(live.heard(caller, u"Play"_s).join(u' ').contains(u"com.twilio.music"_s),
                                 patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
    }

    void isCalledBackWithTwo()
    {
        LineManners manners = talkative();
        manners.offerAfterMinutes = 1;
        LiveDesk live(true, manners, LiveDesk::companySpeed);
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_VERIFY_WITH_TIMEOUT(live.place(caller) == u"gather"_s, patience);
        QVERIFY(live.company.world().calls().press(caller, u"2"_s));
        QTRY_VERIFY_WITH_TIMEOUT(live.find(caller).callBackWanted, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"over"_s, patience);
        QCOMPARE(live.heard(caller, u"Say"_s).constLast(), manners.willCallBack.text);
        QVERIFY(live.find(caller).callBackWanted);
        QCOMPARE(errorsOf(live), QString());
    }

    void theMenuLeadsIntoAnotherQueue()
    {
        LineManners manners = LineManners::defaults();
        manners.menu.choices = {{u"1"_s, u"support"_s}, {u"2"_s, u"sales & more"_s}};
        LiveDesk live(true, manners);
        QVERIFY(live.connectLine());
        const QString caller = live.dial(u"+12025550101"_s, 0, u"2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.company.world().calls().whereabouts(caller).name, u"sales & more"_s,
                                  patience);
        simulator::PhoneBehaviour behaviour;
        behaviour.afterSeconds = 1;
        behaviour.press = u"1"_s;
        live.phoneIs(behaviour);
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QCOMPARE(errorsOf(live), QString());
    }

    void thePhoneCompanyKnowsHowManyMayWait()
    {
        LineManners manners = LineManners::defaults();
        manners.mostWaiting = 1;
        LiveDesk live(true, manners, LiveDesk::companySpeed);
        QVERIFY(live.connectLine());
        const QString first = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(first), u"queue"_s, patience);
        const auto most = [&] { return live.company.world().queues().list().constFirst().maxSize; };
        QTRY_VERIFY_WITH_TIMEOUT(most() > 1 && most() < 100, patience);
        const QString second = live.dial(u"+12025550102"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(second), u"recording"_s, patience);
        QCOMPARE(live.heard(second, u"Say"_s).constFirst(), manners.fullMessage.text);
    }

    void callsMeAndPlaysIt_data()
    {
        QTest::addColumn<bool>("withReceiver");
        QTest::newRow("told by webhooks") << true;
        QTest::newRow("by polling alone") << false;
    }
    void callsMeAndPlaysIt()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver);
        QVERIFY(live.connectLine());
        live.phoneIs({});
        QVERIFY(live.desk->execute(live.ann, calls::PlayToMe{{u"Hello & welcome"_s}}));
        const auto played = [&] {
            for (const simulator::Call &call : live.company.world().calls().list())
                if (call.to == live.ann.phone &&
                    live.heard(call.sid, u"Say"_s).contains(u"Hello & welcome"_s))
                    return call.isOver();
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(played(), patience);
        QCOMPARE(live.rings(), 1);
        QCOMPARE(errorsOf(live), QString());
    }

    void whateverIsTypedIsTakenByThePhoneCompany_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("markup") << u"</Say><Hangup/> & \"quoted\" 'it' <![CDATA[ ]]> &amp; &#0; <!-- "_s;
        QTest::newRow("emoji") << u"👋 Grüße 日本語 \U0001F468\u200D\U0001F469"_s;
        QTest::newRow("control characters") << u"a\u0001b\u0007c\u001fd\u007fe\u0085f\ufffeg\uffff"_s;
        QTest::newRow("half a character") << QString(u"x"_s + QChar(0xd83d) + u"y"_s + QChar(0xdc4b));
        QTest::newRow("5,000 characters") << u"word "_s.repeated(1000);
        QTest::newRow("5,000 without a space") << QString(5000, u'x');
        QTest::newRow("5,000 ampersands") << QString(5000, u'&');
        QTest::newRow("5,000 of another script") << QString(5000, QChar(0x65e5));
        QTest::newRow("braces") << u"{position} {nothing} {{}} %1 %2"_s;
        QTest::newRow("blank") << u" \n\t "_s;
    }
    void whateverIsTypedIsTakenByThePhoneCompany()
    {
        QFETCH(QString, typed);
        LineManners manners = talkative();
        for (const calls::LineText &text : calls::lineTexts())
            manners.*text.text = {calls::speakable(typed), u"Polly.Amy"_s, u"en-GB"_s};
        manners.offerAfterMinutes = 1;
        manners.menu.choices = {{u"1"_s, u"show"_s}};
        QCOMPARE(twilio::problemsOf(manners).join(u"; "_s), QString());
        LiveDesk live(true, manners);
        QVERIFY(live.connectLine());
        const QString caller = live.dial(u"+12025550101"_s, 0, u"1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QVERIFY(live.desk->execute(live.ann, calls::SendToVoicemail{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::LeavingMessage, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"recording"_s, patience);
        QVERIFY(live.company.world().calls().speak(caller,
                                                   std::chrono::seconds(12))); // silence is an error there
        const QString other = live.dial(u"+12025550102"_s, 0, u"1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(other), CallState::Waiting, patience);
        QVERIFY(live.desk->execute(live.ann, calls::ThankAndRelease{other}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(other).outcome, Outcome::Thanked, patience);
        QCOMPARE(errorsOf(live), QString());
    }
};

QTEST_GUILESS_MAIN(TestWhatCallersHear)
#include "test_what_callers_hear.moc"
