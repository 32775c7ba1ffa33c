// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/phones.h"
#include "stage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;
using Kind = simulator::PhoneBehaviour::Kind;

class TestDial : public QObject
{
    Q_OBJECT
private slots:
    void connectsAndReportsTheEnd();
    void reportsWhoDoesNotAnswer_data();
    void reportsWhoDoesNotAnswer();
    void aWhisperAsksForAKey();
    void aMailboxPressesNothing();
    void aDeclinedWhisperCanLookLikeSuccess();
    void dialIsNotAllowedInAWhisper();
    void ringTogetherTheFirstWins();
    void dialledInTurn();
    void hangsUpOnStarAndOnTimeLimit();
    void withoutActionTheNextVerbRuns();
    void foreignCallerIdsAreRefused();
    void aRingingCallerStaysUnansweredUntilBridged();
    void theCallerHangsUpWhileItRings();
    void aDialCanBeRecorded();

private:
    static void dialTo(Stage &stage, const QByteArray &attributes, const QByteArray &body)
    {
        stage.answer("/voice"_ba, "<Dial action=\"/dialled\" " + attributes + ">" + body + "</Dial>");
        stage.answer("/dialled"_ba, "<Pause length=\"60\"/>"_ba);
    }
};

void TestDial::connectsAndReportsTheEnd()
{
    Stage stage;
    dialTo(
        stage, {},
        "<Number statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered completed\">+12025550177</Number>"_ba);
    stage.answerRaw("/leg"_ba, {.status = 204});
    stage.world.phones().set(u"+12025550177"_s,
                             {.kind = Kind::Answer, .afterSeconds = 4, .hangUpAfterSeconds = 30});
    const QString caller = stage.dial();
    stage.pass(3s);
    const auto leg = stage.child(caller);
    QCOMPARE(leg.status, simulator::CallStatus::Ringing);
    QCOMPARE(leg.direction, simulator::Direction::OutboundDial);
    QCOMPARE(leg.from, u"+12025550123"_s);
    stage.pass(3s);
    QCOMPARE(stage.world.calls().whereabouts(caller).with, leg.sid);
    stage.pass(40s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "completed"_ba);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallDuration"_ba), "30"_ba);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallSid"_ba), leg.sid.toUtf8());
    QCOMPARE(stage.on("/leg"_ba).size(), 4);
    QCOMPARE(stage.last("/leg"_ba, "ParentCallSid"_ba), caller.toUtf8());
}

void TestDial::reportsWhoDoesNotAnswer_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("busy") << int(Kind::Busy) << "busy"_ba;
    QTest::newRow("failed") << int(Kind::Failed) << "failed"_ba;
    QTest::newRow("no answer") << int(Kind::NoAnswer) << "no-answer"_ba;
}

void TestDial::reportsWhoDoesNotAnswer()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, status);
    Stage stage;
    dialTo(stage, "timeout=\"20\""_ba, "+12025550177"_ba);
    stage.world.phones().set(u"+12025550177"_s, {.kind = Kind(kind)});
    stage.dial();
    stage.pass(30s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), status);
    QCOMPARE(stage.last("/dialled"_ba, "DialBridged"_ba), "false"_ba);
    QVERIFY(!stage.on("/dialled"_ba).constLast().form.contains("DialCallDuration"));
}

void TestDial::aWhisperAsksForAKey()
{
    Stage stage;
    dialTo(stage, {}, "<Number url=\"/whisper\">+12025550177</Number>"_ba);
    stage.answer("/whisper"_ba,
                 "<Gather numDigits=\"1\" action=\"/accept\"><Say>press one</Say></Gather><Hangup/>"_ba);
    stage.answer("/accept"_ba, {});
    stage.world.phones().set(u"+12025550177"_s, {.press = u"1"_s});
    const QString caller = stage.dial();
    stage.pass(6s);
    QCOMPARE(stage.last("/accept"_ba, "Digits"_ba), "1"_ba);
    QCOMPARE(stage.last("/whisper"_ba, "ParentCallSid"_ba), caller.toUtf8());
    QCOMPARE(stage.world.calls().whereabouts(caller).with, stage.child(caller).sid);
}

void TestDial::aMailboxPressesNothing()
{
    Stage stage;
    dialTo(stage, {}, "<Number url=\"/whisper\">+12025550177</Number>"_ba);
    stage.answer("/whisper"_ba, "<Gather numDigits=\"1\" action=\"/accept\"/><Hangup/>"_ba);
    stage.world.phones().set(u"+12025550177"_s, {.kind = Kind::Voicemail, .press = u"1"_s});
    stage.dial();
    stage.pass(15s);
    QVERIFY(stage.on("/accept"_ba).isEmpty());
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "no-answer"_ba);
}

void TestDial::aDeclinedWhisperCanLookLikeSuccess()
{
    Stage stage;
    stage.world.guesses().declinedCompleted = true;
    dialTo(stage, {}, "<Number url=\"/whisper\">+12025550177</Number>"_ba);
    stage.answer("/whisper"_ba, "<Hangup/>"_ba);
    stage.dial();
    stage.pass(5s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "completed"_ba);
    QCOMPARE(stage.last("/dialled"_ba, "DialBridged"_ba), "false"_ba);
}

void TestDial::dialIsNotAllowedInAWhisper()
{
    Stage stage;
    dialTo(stage, {}, "<Number url=\"/whisper\">+12025550177</Number>"_ba);
    stage.answer("/whisper"_ba, "<Dial>+12025550178</Dial>"_ba);
    stage.dial();
    stage.pass(5s);
    QVERIFY(stage.errors().contains(13201));
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "failed"_ba);
}

void TestDial::ringTogetherTheFirstWins()
{
    Stage stage;
    dialTo(stage, {}, "<Number>+12025550171</Number><Number>+12025550172</Number>"_ba);
    stage.world.phones().set(u"+12025550171"_s, {.afterSeconds = 9});
    stage.world.phones().set(u"+12025550172"_s, {.afterSeconds = 3});
    const QString caller = stage.dial();
    stage.pass(5s);
    for (const auto &call : stage.world.calls().list()) {
        if (call.to == u"+12025550171"_s)
            QCOMPARE(call.status, simulator::CallStatus::Canceled);
        if (call.to == u"+12025550172"_s)
            QCOMPARE(stage.world.calls().whereabouts(caller).with, call.sid);
    }
}

void TestDial::dialledInTurn()
{
    Stage stage;
    dialTo(stage, "sequential=\"true\""_ba, "<Number>+12025550171</Number><Number>+12025550172</Number>"_ba);
    stage.world.phones().set(u"+12025550171"_s, {.kind = Kind::Busy, .afterSeconds = 3});
    const QString caller = stage.dial();
    stage.pass(2s);
    QCOMPARE(stage.world.calls().list().size(), 2);
    stage.pass(6s);
    QCOMPARE(stage.child(caller).to, u"+12025550172"_s);
    QCOMPARE(stage.place(stage.child(caller).sid), u"dial"_s);
}

void TestDial::hangsUpOnStarAndOnTimeLimit()
{
    Stage stage;
    dialTo(stage, "hangupOnStar=\"true\" timeLimit=\"50\""_ba, "+12025550177"_ba);
    const QString keen = stage.dial(u"+12025550121"_s);
    stage.pass(5s);
    QVERIFY(stage.world.calls().press(keen, u"*"_s));
    stage.pass(1s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "answered"_ba);
    const QString talker = stage.dial(u"+12025550122"_s);
    stage.pass(60s);
    QCOMPARE(stage.on("/dialled"_ba).size(), 2);
    QCOMPARE(stage.child(talker).status, simulator::CallStatus::Completed);
}

void TestDial::withoutActionTheNextVerbRuns()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Dial>+12025550177</Dial><Say>left alone</Say>"_ba);
    stage.world.phones().set(u"+12025550177"_s, {.hangUpAfterSeconds = 5});
    const QString caller = stage.dial();
    stage.pass(8s);
    QVERIFY(stage.verbs(caller).contains(u"Say"_s)); // also after a good conversation: the trap
}

void TestDial::foreignCallerIdsAreRefused()
{
    Stage stage;
    dialTo(stage, "callerId=\"+19995550100\""_ba, "+12025550177"_ba);
    stage.dial();
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "failed"_ba);
    QVERIFY(stage.errors().contains(13214));
}

void TestDial::aRingingCallerStaysUnansweredUntilBridged()
{
    Stage stage;
    dialTo(stage, "answerOnBridge=\"true\""_ba, "+12025550177"_ba);
    const QString caller = stage.dial();
    stage.pass(1s);
    QCOMPARE(stage.status(caller), u"ringing"_s);
    stage.pass(4s);
    QCOMPARE(stage.status(caller), u"in-progress"_s);
}

void TestDial::theCallerHangsUpWhileItRings()
{
    Stage stage;
    dialTo(stage, {}, "+12025550177"_ba);
    stage.world.phones().set(u"+12025550177"_s, {.afterSeconds = 15});
    const QString caller = stage.dial();
    stage.pass(3s);
    QVERIFY(stage.world.calls().hangUp(caller));
    stage.pass(1s);
    QCOMPARE(stage.child(caller).status, simulator::CallStatus::Canceled);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "canceled"_ba);
}

void TestDial::aDialCanBeRecorded()
{
    Stage stage;
    dialTo(stage, "record=\"record-from-answer-dual\" recordingStatusCallback=\"/rec\""_ba,
           "+12025550177"_ba);
    stage.answerRaw("/rec"_ba, {.status = 204});
    stage.world.phones().set(u"+12025550177"_s, {.hangUpAfterSeconds = 5});
    stage.dial();
    stage.pass(10s);
    QVERIFY(stage.last("/dialled"_ba, "RecordingUrl"_ba).contains("/Recordings/RE"));
    QCOMPARE(stage.last("/rec"_ba, "RecordingChannels"_ba), "2"_ba);
    QCOMPARE(stage.last("/rec"_ba, "RecordingDuration"_ba), "5"_ba);
}

QTEST_GUILESS_MAIN(TestDial)
#include "test_dial.moc"
