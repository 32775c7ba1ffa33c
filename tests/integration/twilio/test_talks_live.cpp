// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_desk.h"
#include "simulator/recordings.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;
using calls::CallState;
using calls::Consent;
using calls::TalkRecording;
using simulator::PhoneBehaviour;
using test::LiveDesk;

namespace {

constexpr int patience = 20'000;

calls::LineManners recording(calls::RecordTalks mode = calls::RecordTalks::On)
{
    auto manners = calls::LineManners::defaults();
    manners.notice = u"This call may be recorded and aired."_s;
    manners.recordTalks = mode;
    return manners;
}

PhoneBehaviour pressesKey()
{
    PhoneBehaviour behaviour;
    behaviour.kind = PhoneBehaviour::Kind::Answer;
    behaviour.afterSeconds = 1;
    behaviour.press = u"1"_s;
    return behaviour;
}

} // namespace

/// Talks recorded at a phone company, with and without its webhooks.
class TestTalksLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTalkIsRecordedPausedAndFetched_data()
    {
        QTest::addColumn<bool>("withReceiver");
        QTest::newRow("told by webhooks") << true;
        QTest::newRow("by polling alone") << false;
    }
    void aTalkIsRecordedPausedAndFetched()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver, recording());
        QVERIFY(live.connectLine());
        auto &recordings = live.company.world().recordings();
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        live.phoneIs(pressesKey());
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::On, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        // Greeted here or there, everybody has been told before the talk; twice only where that is not sure.
        QVERIFY(live.find(caller).noticeAt.isValid());
        const auto told = live.heard(caller, u"Say"_s).count(u"This call may be recorded and aired."_s);
        QVERIFY(told == 1 || (!withReceiver && told == 2));
        QCOMPARE(recordings.list().size(), 1);
        const QString sid = recordings.list().first().sid;
        QCOMPARE(recordings.get(sid)->callSid, caller);

        QVERIFY(live.desk->execute(live.ann, calls::RecordTalk{caller, false}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::Paused, patience);
        QCOMPARE(recordings.get(sid)->status, u"paused"_s);
        QVERIFY(live.desk->execute(live.ann, calls::RecordTalk{caller, true}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::On, patience);

        QVERIFY(live.desk->execute(live.ann, calls::PutOnHold{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::Off, patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            !live.desk->messages().isEmpty() && !live.desk->messages().first().audioFile.isEmpty(), patience);
        const calls::Message talk = live.desk->messages().first();
        QCOMPARE(talk.recording, sid);
        QVERIFY(talk.talk);
        QVERIFY(talk.seconds > 0);
        // The caller's number stands for a name that the poll is not told.
        const QString name = QFileInfo(talk.audioFile).fileName();
        QVERIFY2(name.startsWith(u"Priya Raman - "_s) || name.startsWith(u"+12025550123 - "_s),
                 qPrintable(name));
        QFile file(talk.audioFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(4) == "RIFF");
        QCOMPARE(recordings.list().size(), 1);
    }

    void theAnswerIsLostAndTheRecordingIsOne()
    {
        LiveDesk live(true, recording());
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        auto &faults = live.company.world().faults();
        faults.dropConnections = true;
        faults.afterActing = true;
        faults.pathPrefix = u"/2010-04-01/Accounts/%1/Calls/%2/Recordings"_s.arg(live.sid, caller);
        live.phoneIs(pressesKey());
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::On, patience);
        faults = {};
        QCOMPARE(live.company.world().recordings().list().size(), 1);
        QCOMPARE(live.company.world().recordings().list().first().sid, live.find(caller).recordingSid);
    }

    void aDeskThatIsStartedAgainGoesOn()
    {
        LiveDesk live(true, recording());
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        live.phoneIs(pressesKey());
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::On, patience);
        live.end();
        live.begin();
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::On, patience);
        QVERIFY(live.desk->execute(live.ann, calls::HangUpCall{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->messages().size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(live.desk->messages().first().seconds > 0, patience);
        QCOMPARE(live.company.world().recordings().list().size(), 1);
    }

    void consentIsAskedBeforeTheQueue_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<Consent>("consent");
        QTest::newRow("agrees") << u"1"_s << Consent::Agreed;
        QTest::newRow("declines") << u"2"_s << Consent::Declined;
        QTest::newRow("says nothing") << QString() << Consent::Declined;
    }
    void consentIsAskedBeforeTheQueue()
    {
        QFETCH(QString, key);
        QFETCH(Consent, consent);
        auto manners = recording();
        manners.askConsent = true;
        LiveDesk live(true, manners);
        QVERIFY(live.connectLine());
        const QString caller = live.dial(u"+12025550123"_s, 0, key);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QCOMPARE(live.find(caller).consent, consent);
        live.phoneIs(pressesKey());
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        if (consent == Consent::Agreed)
            QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).recording, TalkRecording::On, patience);
        else
            QVERIFY(!live.desk->execute(live.ann, calls::RecordTalk{caller}));
        QCOMPARE(live.company.world().recordings().list().isEmpty(), consent != Consent::Agreed);
    }

    void whoDoesNotAgreeIsThankedWhereSoSet()
    {
        auto manners = recording();
        manners.askConsent = true;
        manners.withoutConsent = calls::WithoutConsent::Release;
        LiveDesk live(true, manners);
        QVERIFY(live.connectLine());
        const QString caller = live.dial(u"+12025550123"_s, 0, u"2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Ended, patience);
        QCOMPARE(live.find(caller).outcome, calls::Outcome::Thanked);
        QTRY_VERIFY_WITH_TIMEOUT(live.heard(caller, u"Say"_s).contains(manners.noConsent.text), patience);
    }

    /// Without an address nobody can be asked.
    void whoCouldNotBeAskedIsNotRecorded()
    {
        auto manners = recording();
        manners.askConsent = true;
        LiveDesk live(false, manners);
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        live.phoneIs(pressesKey());
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QVERIFY(live.heard(caller, u"Say"_s).contains(manners.notice.text)); // told all the same
        QVERIFY(!live.desk->execute(live.ann, calls::RecordTalk{caller}));
        QVERIFY(live.company.world().recordings().list().isEmpty());
    }

    void whomWeCallIsToldBeforeTheTalk()
    {
        LiveDesk live(true, recording());
        QVERIFY(live.connectLine());
        live.phoneIs(pressesKey());
        const QString number = u"+12025550177"_s;
        PhoneBehaviour answers;
        answers.kind = PhoneBehaviour::Kind::Answer;
        answers.afterSeconds = 1;
        live.company.world().phones().set(number, answers);
        QVERIFY(live.desk->execute(live.ann, calls::CallBack{number}));
        QTRY_COMPARE_WITH_TIMEOUT(live.outbound().state, CallState::Connected, patience);
        const QString theirs = live.outbound().sid;
        QTRY_VERIFY_WITH_TIMEOUT(
            live.heard(theirs, u"Say"_s).contains(u"This call may be recorded and aired."_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.find(theirs).recording, TalkRecording::On, patience);
    }
};

QTEST_GUILESS_MAIN(TestTalksLive)
#include "test_talks_live.moc"
