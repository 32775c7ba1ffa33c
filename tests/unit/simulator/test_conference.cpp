// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/conferences.h"
#include "simulator/phones.h"
#include "stage.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

class TestConference : public QObject
{
    Q_OBJECT
private slots:
    void startsWithTwoAndTellsTheEvents();
    void waitsForSomebodyWhoMayStart();
    void theModeratorEndsItForAll();
    void theWaitDocumentDoesNotLoop();
    void aFailingWaitDocumentDropsTheParticipant();
    void restHoldsMutesCoachesAndKicks();
    void restAddsAParticipant();
    void aLostParticipantEndsNothing();
    void refusesDoubleLabelsAndUnknownCoaches();
    void aRoomIsNewAfterItsEnd();

private:
    static void room(Stage &stage, const QByteArray &attributes)
    {
        stage.answer("/voice"_ba,
                     "<Dial action=\"/dialled\"><Conference " + attributes + ">studio</Conference></Dial>");
        stage.answer("/dialled"_ba, "<Pause length=\"600\"/>"_ba);
        stage.answerRaw("/events"_ba, {.status = 204});
    }
    static QString roomSid(Stage &stage) { return stage.world.conferences().list().constFirst().sid; }
    static QByteArrayList events(Stage &stage)
    {
        QByteArrayList result;
        for (const auto &each : stage.on("/events"_ba))
            result.append(each.form.value("StatusCallbackEvent"));
        return result;
    }
};

void TestConference::startsWithTwoAndTellsTheEvents()
{
    Stage stage;
    room(stage, R"(beep="false" statusCallback="/events" statusCallbackEvent="start end join leave")"_ba);
    const QString first = stage.dial(u"+12025550121"_s);
    QCOMPARE(stage.world.conferences().get(roomSid(stage))->status, u"init"_s);
    room(stage, {}); // only the first participant's setting counts
    const QString second = stage.dial(u"+12025550122"_s);
    QCOMPARE(stage.world.conferences().get(roomSid(stage))->status, u"in-progress"_s);
    QCOMPARE(stage.place(second), u"conference"_s);
    QVERIFY(stage.world.calls().hangUp(second));
    stage.settle();
    QCOMPARE(stage.world.conferences().get(roomSid(stage))->status, u"in-progress"_s);
    QVERIFY(stage.world.calls().hangUp(first));
    stage.settle();
    QByteArrayList seen = events(stage);
    std::ranges::sort(seen); // arrival over several connections is not ordered
    QCOMPARE(seen, (QByteArrayList{"conference-end"_ba, "conference-start"_ba, "participant-join"_ba,
                                   "participant-join"_ba, "participant-leave"_ba, "participant-leave"_ba}));
    QCOMPARE(stage.world.conferences().get(roomSid(stage))->reasonEnded, u"last-participant-left"_s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "answered"_ba);
    QVERIFY(!stage.on("/dialled"_ba).constLast().form.contains("DialCallSid"));
}

void TestConference::waitsForSomebodyWhoMayStart()
{
    Stage stage;
    room(stage, R"(startConferenceOnEnter="false")"_ba);
    const QString caller = stage.dial(u"+12025550121"_s);
    stage.dial(u"+12025550122"_s);
    stage.pass(1s);
    QCOMPARE(stage.world.conferences().get(roomSid(stage))->status, u"init"_s);
    QVERIFY(stage.verbs(caller).contains(u"Play"_s)); // the phone company's music
    room(stage, R"(startConferenceOnEnter="true")"_ba);
    stage.dial(u"+12025550123"_s);
    QCOMPARE(stage.world.conferences().get(roomSid(stage))->status, u"in-progress"_s);
}

void TestConference::theModeratorEndsItForAll()
{
    Stage stage;
    room(stage, {});
    const QString caller = stage.dial(u"+12025550121"_s);
    room(stage, R"(endConferenceOnExit="true" statusCallback="/events" statusCallbackEvent="end leave")"_ba);
    const QString host = stage.dial(u"+12025550122"_s);
    QVERIFY(stage.world.calls().hangUp(host));
    stage.settle();
    QCOMPARE(stage.world.conferences().get(roomSid(stage))->callSidEnding, host);
    QCOMPARE(stage.status(caller), u"in-progress"_s); // goes on with the Dial's action
    QCOMPARE(stage.place(caller), u"document"_s);
    QCOMPARE(stage.on("/dialled"_ba).size(), 2);
    QVERIFY(stage.world.conferences().participants(roomSid(stage))->isEmpty());
}

void TestConference::theWaitDocumentDoesNotLoop()
{
    Stage stage;
    room(stage, R"(waitUrl="/music")"_ba);
    stage.answer("/music"_ba, "<Say>one moment</Say>"_ba);
    stage.dial();
    stage.pass(30s);
    QCOMPARE(stage.on("/music"_ba).size(), 1);
    stage.answer("/music"_ba, "<Pause length=\"5\"/><Redirect/>"_ba);
    room(stage, R"(waitUrl="/music")"_ba);
    stage.answer("/voice"_ba, R"(<Dial><Conference waitUrl="/music">other</Conference></Dial>)"_ba);
    stage.dial();
    stage.pass(21s);
    QVERIFY(stage.on("/music"_ba).size() >= 5);
}

void TestConference::aFailingWaitDocumentDropsTheParticipant()
{
    Stage stage;
    room(stage, R"(waitUrl="/nothing")"_ba);
    const QString caller = stage.dial();
    stage.settle();
    QVERIFY(stage.errors().contains(11200));
    QCOMPARE(stage.on("/dialled"_ba).size(), 1);
    QCOMPARE(stage.place(caller), u"document"_s);
}

void TestConference::restHoldsMutesCoachesAndKicks()
{
    Stage stage;
    room(stage, R"(participantLabel="caller" statusCallback="/events" statusCallbackEvent="mute hold")"_ba);
    stage.answer("/hold"_ba, "<Pause length=\"60\"/>"_ba);
    const QString caller = stage.dial(u"+12025550121"_s);
    room(stage, {});
    const QString host = stage.dial(u"+12025550122"_s);
    auto &rooms = stage.world.conferences();
    simulator::UpdateParticipant update;
    update.hold = true;
    update.holdUrl = simulator::WebAddress{stage.url(u"/hold"_s), u"GET"_s};
    update.muted = true;
    QVERIFY(rooms.updateParticipant(roomSid(stage), u"caller"_s, update)->hold);
    stage.settle();
    QCOMPARE(stage.last("/hold"_ba, "CallSid"_ba), caller.toUtf8());
    QByteArrayList seen = events(stage);
    std::ranges::sort(seen);
    QCOMPARE(seen, (QByteArrayList{"participant-hold"_ba, "participant-mute"_ba}));
    simulator::UpdateParticipant coach;
    coach.coaching = true;
    coach.callSidToCoach = caller;
    QCOMPARE(rooms.updateParticipant(roomSid(stage), host, coach)->callSidToCoach, caller);
    coach.callSidToCoach = u"CAnobody"_s;
    QCOMPARE(rooms.updateParticipant(roomSid(stage), host, coach).error().code, 13240);
    QVERIFY(rooms.removeParticipant(roomSid(stage), caller));
    QCOMPARE(rooms.removeParticipant(roomSid(stage), caller).error().status, 404);
    stage.settle();
    QCOMPARE(stage.last("/dialled"_ba, "CallSid"_ba), caller.toUtf8());
    QCOMPARE(rooms.participants(roomSid(stage))->size(), 1);
}

void TestConference::restAddsAParticipant()
{
    Stage stage;
    auto &rooms = stage.world.conferences();
    simulator::CreateParticipant request;
    request.call.from = u"+14155550100"_s;
    request.call.to = u"+12025550177"_s;
    request.endOnExit = true;
    stage.world.phones().set(u"+12025550177"_s, {.afterSeconds = 3, .hangUpAfterSeconds = 20});
    const auto added = rooms.addParticipant(u"studio"_s, request);
    QVERIFY(added);
    QCOMPARE(added->status, u"queued"_s);
    stage.pass(2s);
    QCOMPARE(rooms.participant(u"studio"_s, added->callSid)->status, u"ringing"_s);
    stage.pass(5s);
    QCOMPARE(rooms.participant(added->conferenceSid, added->callSid)->status, u"connected"_s);
    QCOMPARE(stage.place(added->callSid), u"conference"_s);
    stage.pass(30s);
    QCOMPARE(rooms.get(added->conferenceSid)->status, u"completed"_s);
    QCOMPARE(stage.status(added->callSid), u"completed"_s);
    QCOMPARE(rooms.addParticipant(u"CF00000000000000000000000000000000"_s, request).error().status, 404);
}

void TestConference::aLostParticipantEndsNothing()
{
    Stage stage;
    room(stage, {});
    const QString caller = stage.dial(u"+12025550121"_s);
    simulator::CreateParticipant request;
    request.call.from = u"+14155550100"_s;
    request.call.to = u"+12025550177"_s;
    request.endOnExit = true;
    stage.world.phones().set(u"+12025550177"_s, {.kind = simulator::PhoneBehaviour::Kind::Busy});
    QVERIFY(stage.world.conferences().addParticipant(u"studio"_s, request));
    stage.pass(10s);
    QCOMPARE(stage.world.conferences().participants(u"studio"_s)->size(), 1);
    QCOMPARE(stage.place(caller), u"conference"_s);
}

void TestConference::refusesDoubleLabelsAndUnknownCoaches()
{
    Stage stage;
    room(stage, R"(participantLabel="me")"_ba);
    stage.dial(u"+12025550121"_s);
    stage.dial(u"+12025550122"_s);
    QVERIFY(stage.errors().contains(16025));
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "failed"_ba);
    room(stage, R"(coach="CA00000000000000000000000000000000")"_ba);
    stage.dial(u"+12025550123"_s);
    QVERIFY(stage.errors().contains(13240));
}

void TestConference::aRoomIsNewAfterItsEnd()
{
    Stage stage;
    room(stage, {});
    QVERIFY(stage.world.calls().hangUp(stage.dial()));
    stage.settle();
    const QString first = roomSid(stage);
    stage.dial();
    QVERIFY(roomSid(stage) != first);
    QCOMPARE(stage.world.conferences().list().size(), 2);
}

QTEST_GUILESS_MAIN(TestConference)
#include "test_conference.moc"
