// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhook_desk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::twilio;
using namespace webhooks;

class TestWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersANewCallWithADocument()
    {
        WebhookDesk desk;
        desk.post("/twilio/voice", callForm());
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
        QVERIFY(answered.head.contains("text/xml"));
        QCOMPARE(answered.body,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say>Hello</Say>"
                 "<Redirect>https://desk.example.com/twilio/call?cue=greeted</Redirect></Response>"_ba);
        const auto arrived = desk.event<calls::CallArrived>();
        QCOMPARE(arrived.sid, QString::fromLatin1(callSid));
        QCOMPARE(arrived.line, u"+14155550100"_s);
        QCOMPARE(arrived.caller.name, u"Zoë & Söhne"_s);
        QCOMPARE(arrived.caller.number, u"+12025550123"_s);
        QCOMPARE(desk.heard, 1);
    }

    /// P7: nothing goes back; the switchboard answers by REST, or not at all.
    void hearsATextAndStaysSilent()
    {
        WebhookDesk desk;
        desk.answer = {};
        const http::Form form = http::Form::decode(
            "MessageSid=SMdddddddddddddddddddddddddddddddd&SmsSid=SMdddddddddddddddddddddddddddddddd&"
            "SmsMessageSid=SMdddddddddddddddddddddddddddddddd&AccountSid=" +
            account +
            "&From=%2B14155550161&To=%2B14155550100&Body=+take+2+%2B+%F0%9F%91%8D%0A&NumMedia=0&NumSegments="
            "1&"
            "FromCity=SAN+JOSE&FromState=CA&SmsStatus=received&ApiVersion=2010-04-01");
        desk.post("/twilio/text", form);
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
        QVERIFY(answered.head.contains("text/xml"));
        QCOMPARE(answered.body, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>"_ba);
        const auto text = desk.event<calls::TextCame>();
        QCOMPARE(text.sid, u"SMdddddddddddddddddddddddddddddddd"_s);
        QCOMPARE(text.from, u"+14155550161"_s);
        QCOMPARE(text.to, u"+14155550100"_s);
        QCOMPARE(text.body, u" take 2 + \U0001F44D\n"_s);
    }

    /// PB8: anyone can write From=mobile; only the phone company can sign it.
    void PB8_aForgedTextChangesNothing()
    {
        WebhookDesk desk;
        const QByteArray body =
            "MessageSid=SM1&AccountSid=" + account + "&From=%2B14155550161&To=%2B14155550100&Body=take";
        for (const QByteArray &headers : {""_ba, "X-Twilio-Signature: RSOYDt4T1cUTdK1PDd93/VVr8B8=\r\n"_ba}) {
            desk.write("POST", "/twilio/text",
                       "Content-Type: application/x-www-form-urlencoded\r\n" + headers, body);
            QTRY_VERIFY(desk.isAnswered());
            const Answered answered = desk.take();
            QCOMPARE(answered.status, 403);
        }
        QVERIFY(desk.events.isEmpty());
    }

    void aTextWithoutASidIsNoNews()
    {
        WebhookDesk desk;
        desk.answer = {};
        desk.post("/twilio/text",
                  http::Form::decode("AccountSid=" + account + "&From=%2B14155550161&Body=take"));
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
        QVERIFY(desk.events.isEmpty());
    }

    void answersGetAndATrailingSlash()
    {
        WebhookDesk desk;
        desk.get("/twilio/voice/?" + callForm().encode());
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
        QCOMPARE(desk.event<calls::CallArrived>().sid, QString::fromLatin1(callSid));
    }

    void refusesWhatIsNotGenuine_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("sid");
        const auto signature = [](const QByteArray &sid) {
            http::Form form;
            form.add("CallSid", callSid);
            form.add("AccountSid", sid);
            return twiml::sign(token, publicBase + "/twilio/voice", form.fields());
        };
        QTest::newRow("no signature") << ""_ba << account;
        QTest::newRow("wrong signature")
            << "X-Twilio-Signature: RSOYDt4T1cUTdK1PDd93/VVr8B8=\r\n"_ba << account;
        QTest::newRow("another account") << "X-Twilio-Signature: " + signature("ACother") + "\r\n"
                                         << "ACother"_ba;
        QTest::newRow("signed for another account") << "X-Twilio-Signature: " + signature("ACother") + "\r\n"
                                                    << account;
    }
    void refusesWhatIsNotGenuine()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, sid);
        WebhookDesk desk;
        desk.write("POST", "/twilio/voice", "Content-Type: application/x-www-form-urlencoded\r\n" + headers,
                   "CallSid=" + callSid + "&AccountSid=" + sid);
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 403);
        QVERIFY(desk.events.isEmpty());
        QCOMPARE(desk.heard, 0);
    }

    void believesNobodyWithoutAPublicAddress()
    {
        WebhookDesk desk(""_ba);
        desk.post("/twilio/voice", callForm(), {}, "/twilio/voice");
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 403);
    }

    void worksBehindAProxyWithAPath_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("path handed on") << "/radio"_ba
                                        << "/radio/twilio/voice"_ba;
        QTest::newRow("path taken away") << "/radio"_ba
                                         << "/twilio/voice"_ba;
        QTest::newRow("the name of our folder, handed on") << "/twilio"_ba
                                                           << "/twilio/twilio/voice"_ba;
        QTest::newRow("the name of our folder, taken away") << "/twilio"_ba
                                                            << "/twilio/voice"_ba;
        QTest::newRow("absolute") << "/radio"_ba
                                  << "http://inside:8737/radio/twilio/voice"_ba;
        QTest::newRow("absolute, taken away") << "/radio"_ba
                                              << "http://inside:8737/twilio/voice"_ba;
        QTest::newRow("absolute, no path") << ""_ba
                                           << "http://inside:8737/twilio/voice"_ba;
        QTest::newRow("with a query") << "/radio"_ba
                                      << "http://inside/radio/twilio/call?cue=a%2Fb"_ba;
    }
    void worksBehindAProxyWithAPath()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, target);
        WebhookDesk desk(publicBase + path + '/');
        const QByteArray own = target.contains("cue") ? "/twilio/call?cue=a%2Fb"_ba : "/twilio/voice"_ba;
        desk.post(target, callForm(), "X-Forwarded-Host: evil.example\r\n", publicBase + path + own);
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
        QCOMPARE(desk.events.size(), 1);
    }

    void aPathThatWasNotSignedIsNotBelieved()
    {
        WebhookDesk desk("https://desk.example.com/twilio"_ba);
        desk.post("/twilio/voice", callForm(), {}, publicBase + "/twilio/voice");
        QTRY_VERIFY(desk.isAnswered());
        QCOMPARE(desk.take().status, 403);
    }

    void answersOddRequests_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown path") << "GET"_ba
                                      << "/elsewhere"_ba << 404;
        QTest::newRow("unknown below") << "POST"_ba
                                       << "/twilio/voice/more"_ba << 404;
        QTest::newRow("other method") << "PUT"_ba
                                      << "/twilio/voice"_ba << 405;
        QTest::newRow("health by post") << "POST"_ba
                                        << "/health"_ba << 405;
    }
    void answersOddRequests()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        WebhookDesk desk;
        desk.write(method, target, {}, {});
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, status);
        QCOMPARE(answered.head.contains("\r\nAllow: GET, "), status == 405);
        QVERIFY(desk.events.isEmpty());
    }

    void provesItsHealth()
    {
        WebhookDesk desk;
        desk.write("GET", "/health?nonce=Ab-1_%22%3Cx%3E", {}, {});
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
        QVERIFY(answered.body.contains("\"nonce\":\"Ab-1_x\""));
    }

    void tellsTheSameNewsOnce()
    {
        WebhookDesk desk;
        desk.answer.steps = {calls::HangUp{}};
        desk.post("/twilio/call?cue=key", callForm("Digits=1"), "I-Twilio-Idempotency-Token: t1\r\n");
        QTRY_VERIFY(desk.isAnswered());
        const Answered first = desk.take();
        desk.answer.steps = {calls::Say{u"another"_s}};
        desk.post("/twilio/call?cue=key", callForm("Digits=1"), "I-Twilio-Idempotency-Token: t1\r\n");
        QTRY_VERIFY(desk.isAnswered());
        const Answered second = desk.take();
        QCOMPARE(desk.events.size(), 1);
        QCOMPARE(second.body, first.body);
        desk.post("/twilio/call?cue=key", callForm("Digits=1"), "I-Twilio-Idempotency-Token: t2\r\n");
        QTRY_VERIFY(desk.isAnswered());
        QCOMPARE(desk.events.size(), 2);
    }

    void dropsProgressThatWasOvertaken()
    {
        WebhookDesk desk;
        const auto progress = [&desk](const QByteArray &status, int sequence) {
            desk.post("/twilio/leg-status?intent=i1",
                      http::Form::decode("CallSid=CA9&AccountSid=" + account + "&CallStatus=" + status +
                                         "&SequenceNumber=" + QByteArray::number(sequence)));
        };
        for (const auto &[status, sequence] :
             {std::pair{"initiated", 0}, {"completed", 3}, {"ringing", 1}, {"completed", 3}}) {
            progress(status, sequence);
            QTRY_VERIFY(desk.isAnswered());
            const Answered answered = desk.take();
            QCOMPARE(answered.status, 204);
            QCOMPARE(answered.body, QByteArray());
        }
        QCOMPARE(desk.events.size(), 2);
        QCOMPARE(desk.event<calls::LegProgress>().status, u"completed"_s);
        QCOMPARE(desk.event<calls::LegProgress>().intent, u"i1"_s);
    }

    void waitsUntilTheAnswerIsDurable()
    {
        WebhookDesk desk;
        desk.answer.mark = 7;
        desk.post("/twilio/voice", callForm());
        QTRY_COMPARE(desk.events.size(), 1);
        desk.clock.advance(std::chrono::milliseconds(999));
        desk.journal.reach(6);
        QVERIFY(!desk.isAnswered());
        desk.journal.reach(7);
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
    }

    /// A slow disk must not be heard.
    void waitsOneSecondAtMost()
    {
        WebhookDesk desk;
        desk.answer.mark = 7;
        desk.post("/twilio/voice", callForm());
        QTRY_COMPARE(desk.events.size(), 1);
        desk.clock.advance(std::chrono::milliseconds(1000));
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(answered.status, 200);
    }

    void readsWhatTheQueueSays()
    {
        WebhookDesk desk;
        desk.post("/twilio/call?cue=left_queue",
                  callForm("QueueResult=redirected&QueueSid=QU1&QueueTime=42"));
        QTRY_COMPARE(desk.events.size(), 1);
        const auto asks = desk.event<calls::CallAsks>();
        QCOMPARE(asks.cue, u"left_queue"_s);
        QCOMPARE(asks.result, u"redirected"_s);
        QCOMPARE(asks.seconds, 42);
        QCOMPARE(asks.line, u"+14155550100"_s);
    }

    /// Our own words come from the address, the phone company's from the body; a caller's text is neither.
    void keepsOurWordsApart()
    {
        WebhookDesk desk;
        desk.post("/twilio/call?cue=key", callForm("cue=forged&intent=forged&Digits=12"));
        QTRY_COMPARE(desk.events.size(), 1);
        QCOMPARE(desk.event<calls::CallAsks>().cue, u"key"_s);
        QCOMPARE(desk.event<calls::CallAsks>().digits, u"12"_s);
        QCOMPARE(desk.event<calls::CallAsks>().intent, QString());
        desk.post("/twilio/call?cue=left_studio&intent=i1", callForm("intent=forged"));
        QTRY_COMPARE(desk.events.size(), 2);
        QCOMPARE(desk.event<calls::CallAsks>().intent, u"i1"_s);
    }

    /// It may be the first, and the last, that is heard of a call.
    void theEndOfACallSaysWhoItWas()
    {
        WebhookDesk desk;
        desk.post("/twilio/call-status",
                  http::Form::decode("CallSid=" + callSid + "&AccountSid=" + account +
                                     "&From=%2B12025550123&To=%2B14155550100&CallStatus=completed&"
                                     "CallDuration=75"));
        QTRY_COMPARE(desk.events.size(), 1);
        const auto ended = desk.event<calls::CallEnded>();
        QCOMPARE(ended.line, u"+14155550100"_s);
        QCOMPARE(ended.caller.number, u"+12025550123"_s);
        QCOMPARE(ended.seconds, 75);
    }

    void takesTheRecordingsSidAlone_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("sid");
        QTest::newRow("usual") << "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE123"_ba
                               << u"RE123"_s;
        QTest::newRow("with ending") << "https://api.twilio.com/Recordings/RE123.wav?x=1"_ba << u"RE123"_s;
        QTest::newRow("something else") << "https://evil.example/../../etc/passwd"_ba << QString();
        QTest::newRow("odd characters") << "https://evil.example/RE1%2F..%2F"_ba << QString();
    }
    void takesTheRecordingsSidAlone()
    {
        QFETCH(QByteArray, url);
        QFETCH(QString, sid);
        WebhookDesk desk;
        desk.post("/twilio/call?cue=recorded",
                  callForm("RecordingDuration=9&RecordingUrl=" + http::percentEncode(url)));
        QTRY_COMPARE(desk.events.size(), 1);
        QCOMPARE(desk.event<calls::CallAsks>().recording, sid);
        QCOMPARE(desk.event<calls::CallAsks>().seconds, 9);
    }

    void readsNews_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("kind"); ///< place in CarrierEvent; -1: no news
        QTest::newRow("call over") << "/twilio/call-status"_ba
                                   << "CallStatus=completed"_ba << 2;
        QTest::newRow("call not over") << "/twilio/call-status"_ba
                                       << "CallStatus=in-progress"_ba << -1;
        QTest::newRow("recorded") << "/twilio/recording"_ba
                                  << "RecordingSid=RE1&RecordingStatus=completed"_ba << 3;
        QTest::newRow("recorded nothing") << "/twilio/recording"_ba
                                          << "RecordingSid=RE1&RecordingStatus=absent"_ba << 3;
        QTest::newRow("recording") << "/twilio/recording"_ba
                                   << "RecordingSid=RE1&RecordingStatus=in-progress"_ba << -1;
        QTest::newRow("leg answered") << "/twilio/leg?intent=i"_ba
                                      << "CallStatus=in-progress"_ba << 4;
        QTest::newRow("leg progress") << "/twilio/leg-status?intent=i"_ba
                                      << "CallStatus=no-answer"_ba << 5;
        QTest::newRow("joined") << "/twilio/studio?room=r"_ba
                                << "StatusCallbackEvent=participant-join"_ba << 6;
        QTest::newRow("left") << "/twilio/studio?room=r"_ba
                              << "StatusCallbackEvent=participant-leave"_ba << 6;
        QTest::newRow("studio over") << "/twilio/studio?room=r"_ba
                                     << "StatusCallbackEvent=conference-end"_ba << 6;
        QTest::newRow("muted") << "/twilio/studio?room=r"_ba
                               << "StatusCallbackEvent=participant-mute"_ba << -1;
        QTest::newRow("unknown event") << "/twilio/studio?room=r"_ba
                                       << "StatusCallbackEvent=news-of-2030"_ba << -1;
        QTest::newRow("no sid") << "/twilio/call-status"_ba
                                << "CallSid=..%2F&CallStatus=completed"_ba << -1;
    }
    void newsOfATalkNamesIt()
    {
        WebhookDesk desk;
        for (const QByteArray &own : {"?talk=CA7"_ba, QByteArray()}) {
            desk.events.clear();
            desk.post("/twilio/recording" + own,
                      http::Form::decode("RecordingSid=RE1&RecordingStatus=completed&RecordingDuration=61"
                                         "&CallSid=CA7&AccountSid=" +
                                         account));
            QTRY_VERIFY(desk.isAnswered());
            desk.take();
            const auto news = std::get<calls::RecordingReady>(desk.events.constFirst());
            QCOMPARE(news.sid, u"CA7"_s);
            QCOMPARE(news.seconds, 61);
            QCOMPARE(news.talk, !own.isEmpty());
        }
    }

    void readsNews()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, form);
        QFETCH(int, kind);
        WebhookDesk desk;
        const QByteArray sid = form.contains("CallSid") ? QByteArray() : "&CallSid=CA1"_ba;
        desk.post(target, http::Form::decode(form + sid + "&AccountSid=" + account));
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QVERIFY(answered.status == 200 || answered.status == 204);
        QCOMPARE(desk.events.isEmpty() ? -1 : int(desk.events.constFirst().index()), kind);
    }

    void neverTrustsAMachine_data()
    {
        QTest::addColumn<QByteArray>("answeredBy");
        QTest::addColumn<bool>("machine");
        for (const char *word :
             {"machine_start", "machine_end_beep", "machine_end_other", "fax", "MACHINE_START"})
            QTest::newRow(word) << QByteArray(word) << true;
        for (const char *word : {"human", "unknown", ""})
            QTest::newRow(*word ? word : "nothing") << QByteArray(word) << false;
    }
    void neverTrustsAMachine()
    {
        QFETCH(QByteArray, answeredBy);
        QFETCH(bool, machine);
        WebhookDesk desk;
        desk.answer.steps = {calls::AskKeys{u"Press 1"_s, 1, 10, 2, u"key"_s}, calls::HangUp{}};
        desk.post("/twilio/leg?intent=i%26%201", callForm("AnsweredBy=" + answeredBy));
        QTRY_VERIFY(desk.isAnswered());
        const Answered answered = desk.take();
        QCOMPARE(desk.event<calls::LegAsks>().machine, machine);
        QCOMPARE(desk.event<calls::LegAsks>().intent, u"i& 1"_s);
        QVERIFY(answered.body.contains(
            "action=\"https://desk.example.com/twilio/leg?intent=i%26%201&amp;cue=key\""));
    }

    void forgetsTheOldestDeliveries()
    {
        DeliveryMemory memory(2);
        memory.remember("a", {"1", 1});
        memory.remember("b", {"2", 2});
        memory.remember("b", {"2", 2});
        QVERIFY(memory.given("a"));
        memory.remember("c", {"3", 3});
        QVERIFY(!memory.given("a"));
        QCOMPARE(memory.given("c")->mark, 3U);
        QVERIFY(!memory.isOvertaken("x", 1));
        QVERIFY(memory.isOvertaken("x", 1));
        QVERIFY(memory.isOvertaken("x", 0));
        QVERIFY(!memory.isOvertaken("x", 2));
        QVERIFY(!memory.isOvertaken("x", -1));
    }
};

QTEST_GUILESS_MAIN(TestWebhooks)
#include "test_webhooks.moc"
