// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_desk.h"
#include "simulator/messages.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace anteroom;
using calls::AskBy;
using calls::AskPhone;
using calls::CallState;
using calls::Outcome;
using simulator::PhoneBehaviour;
using test::LiveDesk;

namespace {

constexpr int patience = 30'000;
const AskPhone bob{u"Bob"_s, u"+14155550161"_s, AskBy::Text};
const AskPhone dan{u"Dan"_s, u"+14155550163"_s, AskBy::Call};

calls::AskPlan asks(const QList<AskPhone> &phones)
{
    calls::AskPlan plan = calls::AskPlan::defaults();
    plan.phones = phones;
    plan.secondsForEach = 120;
    return plan;
}

void phoneOf(LiveDesk &live, const AskPhone &who, PhoneBehaviour::Kind kind, const QString &press = {})
{
    PhoneBehaviour behaviour;
    behaviour.kind = kind;
    behaviour.afterSeconds = 2;
    behaviour.press = press;
    live.company.world().phones().set(who.number, behaviour);
}

QStringList textsTo(LiveDesk &live, const AskPhone &who)
{
    QStringList bodies;
    for (const simulator::Message &message : live.company.world().messages().list())
        if (message.to == who.number && message.direction == "outbound-api"_L1)
            bodies.prepend(message.body);
    return bodies;
}

bool replies(LiveDesk &live, const AskPhone &who, const QString &body)
{
    return live.company.world().messages().receive(who.number, live.line, body).has_value();
}

int ringsOf(LiveDesk &live, const AskPhone &who)
{
    int count = 0;
    for (const simulator::Call &call : live.company.world().calls().list())
        count += call.to == who.number ? 1 : 0;
    return count;
}

} // namespace

/// Phones are asked, over REST and webhooks as they are, or by looking alone.
class TestAskingLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyByTextPullsTheCaller_data()
    {
        QTest::addColumn<bool>("withReceiver");
        QTest::newRow("told by webhooks") << true;
        QTest::newRow("by polling alone") << false;
    }
    void aReplyByTextPullsTheCaller()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver, asks({bob}));
        QVERIFY(live.connectLine());
        phoneOf(live, bob, PhoneBehaviour::Kind::Answer, u"1"_s);
        const QString first = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textsTo(live, bob).size(), 1, patience);
        const QString second = live.dial(u"+12025550102"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textsTo(live, bob).size(), 2, patience);
        QVERIFY2(textsTo(live, bob).last().contains("TAKE 2"_L1), qPrintable(textsTo(live, bob).last()));
        QVERIFY(replies(live, bob, u"take 2"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(second), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(second), u"conference"_s, patience);
        QCOMPARE(live.find(second).seat, u"Bob"_s);
        QCOMPARE(live.state(first), CallState::Waiting);
        QCOMPARE(live.place(first), u"queue"_s);
        QCOMPARE(ringsOf(live, bob), 1);
    }

    /// Busy first, then a mailbox: the caller hears music all the while.
    void thePulledPhoneIsBusyOrAMailbox()
    {
        LiveDesk live(true, asks({bob}));
        QVERIFY(live.connectLine());
        phoneOf(live, bob, PhoneBehaviour::Kind::Busy);
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(textsTo(live, bob).size(), 1, patience);
        QVERIFY(replies(live, bob, u"yes"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textsTo(live, bob).size(), 2, patience);
        QVERIFY2(textsTo(live, bob).last().contains("busy"_L1), qPrintable(textsTo(live, bob).last()));
        QCOMPARE(live.state(caller), CallState::Waiting);
        phoneOf(live, bob, PhoneBehaviour::Kind::Voicemail);
        QVERIFY(replies(live, bob, u"yes"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textsTo(live, bob).size(), 3, patience);
        QCOMPARE(live.state(caller), CallState::Waiting);
        QCOMPARE(live.place(caller), u"queue"_s);
    }

    void aShortCallTakesTheCaller_data() { aReplyByTextPullsTheCaller_data(); }
    void aShortCallTakesTheCaller()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver, asks({dan}));
        QVERIFY(live.connectLine());
        phoneOf(live, dan, PhoneBehaviour::Kind::Answer, u"1"_s);
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QCOMPARE(live.find(caller).seat, u"Dan"_s);
        QCOMPARE(ringsOf(live, dan), 1); // the phone that was on the line already
    }

    void otherKeysAndMailboxes()
    {
        LiveDesk live(true, asks({dan}));
        QVERIFY(live.connectLine());
        phoneOf(live, dan, PhoneBehaviour::Kind::Answer, u"3"_s);
        const QString thanked = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.find(thanked).outcome, Outcome::Thanked, patience);
        phoneOf(live, dan, PhoneBehaviour::Kind::Voicemail); // cannot press a key
        const QString caller = live.dial(u"+12025550102"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ringsOf(live, dan), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::LeavingMessage,
                                  patience); // the list is over
    }

    void textsThatAreRefusedTurnIntoShortCalls_data()
    {
        QTest::addColumn<int>("later"); // 0: refused at once
        QTest::newRow("at once") << 0;
        QTest::newRow("accepted, then undelivered") << 30034;
    }
    void textsThatAreRefusedTurnIntoShortCalls()
    {
        QFETCH(int, later);
        LiveDesk live(true, asks({bob}));
        QVERIFY(live.connectLine());
        live.company.world().account().texts = later != 0;
        live.company.world().account().textError = later;
        phoneOf(live, bob, PhoneBehaviour::Kind::Answer, u"1"_s);
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QCOMPARE(live.find(caller).seat, u"Bob"_s);
    }

    void listenersAreReadAndAnswered_data() { aReplyByTextPullsTheCaller_data(); }
    void listenersAreReadAndAnswered()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver, asks({bob}));
        QVERIFY(live.connectLine());
        const AskPhone tess{u"Tess"_s, u"+12025550171"_s};
        const QString body = u"Play <more> jazz & 🎷\nשלום "_s + QString(1500, u'x');
        QVERIFY(replies(live, tess, body));
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->texts().texts.size(), 1, patience);
        const calls::ListenerText text = live.desk->texts().texts.first();
        QCOMPARE(text.body, body);
        QCOMPARE(text.from, tess.number);
        QVERIFY(live.desk->execute(live.ann, calls::AnswerText{text.sid, u"With pleasure 🎷"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(textsTo(live, tess), QStringList{u"With pleasure 🎷"_s}, patience);
        const auto answer = [&] { return live.desk->texts().texts.first().answers.last(); };
        QTRY_COMPARE_WITH_TIMEOUT(answer().state, calls::AnswerState::Sent, patience);
        // It goes on knowing the text after a restart, however often it looks.
        live.end();
        live.begin();
        QVERIFY(replies(live, tess, u"Thanks"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->texts().texts.size(), 2, patience);
        QCOMPARE(textsTo(live, tess).size(), 1);
    }

    void anAnswerThatIsNotDeliveredSaysSo()
    {
        LiveDesk live(true, asks({bob}));
        QVERIFY(live.connectLine());
        const AskPhone tess{u"Tess"_s, u"+12025550171"_s};
        QVERIFY(replies(live, tess, u"Hello"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->texts().texts.size(), 1, patience);
        live.company.world().account().textError = 30034;
        const QString sid = live.desk->texts().texts.first().sid;
        QVERIFY(live.desk->execute(live.ann, calls::AnswerText{sid, u"Hi"_s}));
        const auto answer = [&] { return live.desk->texts().texts.first().answers.last(); };
        QTRY_COMPARE_WITH_TIMEOUT(answer().state, calls::AnswerState::Failed, patience);
        QVERIFY(!answer().why.isEmpty());
        QVERIFY(!live.desk->execute(live.ann, calls::AnswerText{sid, u"Hi"_s}));
    }

    /// PB8 on the wire: signed by another token.
    void PB8_aForgedTextIsRefused()
    {
        LiveDesk live(true, asks({bob}));
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(textsTo(live, bob).size(), 1, patience);
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/twilio/text"_s.arg(live.server.port())));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        request.setRawHeader("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        const std::unique_ptr<QNetworkReply> reply(live.network.post(
            request, "MessageSid=SM1&AccountSid=" + live.sid.toLatin1() + "&From=%2B14155550161&Body=take"));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 403);
        QCOMPARE(live.state(caller), CallState::Waiting);
        QCOMPARE(ringsOf(live, bob), 0);
    }
};

QTEST_GUILESS_MAIN(TestAskingLive)
#include "test_asking_live.moc"
