// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;

namespace {

/// Nobody tells us anything: the poll alone drives the list.
struct SilentStory : SwitchboardStory
{
    SilentStory() { options.publicUrl.clear(); }
    QString joins(const QString &sid)
    {
        FakeCarrier::Person person;
        person.where = Where::Queue;
        person.from = u"+14085551234"_s;
        person.name = u"Polled"_s;
        person.enqueued = clock.now().addSecs(-20);
        person.started = clock.now().addSecs(-30);
        carrier.people.insert(sid, person);
        return sid;
    }
};

} // namespace

class TestReconciliation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallKnownOnlyByPollBecomesARow()
    {
        SilentStory story;
        story.open();
        const QString sid = story.joins(u"CA1"_s);
        const QDateTime enqueued = story.carrier.people[sid].enqueued;
        story.pass(8s);
        const Call call = story.call(sid);
        QCOMPARE(call.state, CallState::Waiting);
        QCOMPARE(call.arrival, enqueued);
        QCOMPARE(call.caller.name, u"Polled"_s);
        QCOMPARE(call.caller.number, u"+14085551234"_s);
        QCOMPARE(call.begun, story.carrier.people[sid].started);
    }

    void aRowEvenIfNothingElseCanBeLearned()
    {
        SilentStory story;
        story.open();
        const QString sid = story.joins(u"CA1"_s);
        story.carrier.faults[u"status"_s] = {{CarrierTrouble::NotSent}};
        story.pass(8s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.call(sid).caller.name.isEmpty());
        story.pass(5s);
        QCOMPARE(story.call(sid).caller.name, u"Polled"_s);
    }

    void withheldNumbersAreNotNumbers()
    {
        SilentStory story;
        story.open();
        const QString sid = story.joins(u"CA1"_s);
        story.carrier.people[sid].from = u"anonymous"_s;
        story.pass(8s);
        QVERIFY(story.call(sid).isWithheld());
    }

    void goneFromTheListIsAskedBeforeItIsBelieved()
    {
        SilentStory story;
        story.open();
        const QString sid = story.joins(u"CA1"_s);
        story.pass(8s);
        story.carrier.people[sid].where = Where::Greeting; // between two passes: alive
        story.pass(3s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        story.carrier.people[sid].where = Where::Over;
        story.pass(5s);
        QCOMPARE(story.call(sid).state, CallState::Ended);
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        // A list that comes late still has them: ended stays ended.
        story.carrier.people[sid].where = Where::Queue;
        story.pass(5s);
        QCOMPARE(story.call(sid).state, CallState::Ended);
    }

    void aFailingPollDeclaresNobodyGone()
    {
        SilentStory story;
        story.open();
        const QString sid = story.joins(u"CA1"_s);
        story.pass(8s);
        for (int i = 0; i < 10; ++i) {
            story.carrier.faults[u"waiting"_s].append({CarrierTrouble::NotSent});
            story.carrier.faults[u"status"_s].append({CarrierTrouble::Unclear});
        }
        story.pass(20s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.desk->connection().hearing, ConnectionStatus::Hearing::Stale);
    }

    void aWholePullByPollAlone()
    {
        SilentStory story;
        story.open();
        const QString sid = story.joins(u"CA1"_s);
        story.pass(8s);
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        const FakeCarrier::Leg ringing = story.leg();
        // Spoken from the documents that went with the request
        QVERIFY(std::holds_alternative<AskKeys>(ringing.request.whenAnswered.first()));
        QCOMPARE(std::get<JoinStudio>(ringing.request.whenConfirmed.first()).room,
                 story.phone(story.ann).room);
        story.carrier.leg(ringing.sid)->status = u"in-progress"_s;
        story.carrier.leg(ringing.sid)->room = story.phone(story.ann).room;
        story.pass(5s);
        QCOMPARE(story.call(sid).state, CallState::Connected);
        QCOMPARE(story.carrier.people[sid].where, Where::Studio);
        story.hangsUpUnheard(sid);
        story.pass(6s);
        QCOMPARE(story.call(sid).outcome, Outcome::Talked);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
        QCOMPARE(story.carrier.leg(ringing.sid)->status, u"completed"_s);
    }

    void noAnswerByPollAlone()
    {
        SilentStory story;
        story.open();
        const QString sid = story.joins(u"CA1"_s);
        story.pass(8s);
        story.ask(story.ann, Pull{sid});
        story.carrier.endLeg(story.leg().sid, u"no-answer"_s);
        story.pass(5s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(!story.call(sid).remark.isEmpty());
    }

    void aKeptPhoneDropsOutByPollAlone()
    {
        SilentStory story;
        story.open();
        story.ask(story.ann, KeepPhoneOn{true});
        const QString leg = story.leg().sid;
        story.carrier.leg(leg)->status = u"in-progress"_s;
        story.carrier.leg(leg)->room = story.phone(story.ann).room;
        const QString sid = story.joins(u"CA1"_s);
        story.pass(8s);
        QCOMPARE(story.phone(story.ann).state, PhoneState::InStudio);
        story.ask(story.ann, Pull{sid});
        const QDateTime arrival = story.call(sid).arrival;
        QVERIFY(std::holds_alternative<WaitInQueue>(story.carrier.people[sid].hears.last()));
        story.carrier.endLeg(leg);
        story.carrier.people[sid].where = Where::Queue; // their own document goes on there
        story.carrier.people[sid].enqueued = story.clock.now();
        story.pass(6s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.call(sid).arrival, arrival);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
    }

    void aListOlderThanAMoveChangesNothing()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.pass(6900ms);
        story.carrier.latency = 500ms; // the list is read now, and answered later
        story.pass(200ms);
        story.carrier.latency = 0ms;
        story.connects(sid, story.ann);
        story.pass(1s);
        QCOMPARE(story.call(sid).state, CallState::Connected);
    }

    void aMailboxThatThePhoneCompanyHosts()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.people[sid].where = Where::Voicemail;
        story.pass(20s);
        QCOMPARE(story.call(sid).state, CallState::LeavingMessage);
        story.carrier.recordings[sid] = {{u"RE1"_s, sid, 14, true, false}};
        story.hangsUpUnheard(sid);
        story.pass(40s);
        QCOMPARE(story.journal.past.value(sid).outcome, Outcome::Voicemail);
        QCOMPARE(story.desk->messages().size(), 1);
    }

    void aWebhookThatWasLostIsMadeUpFor()
    {
        SwitchboardStory story;
        story.open();
        const QString greeted = story.dials();
        story.carrier.people[greeted].where = Where::Queue; // we never heard of it
        story.carrier.people[greeted].enqueued = story.clock.now();
        const QString talking = story.waits();
        const QString leg = story.connects(talking, story.ann);
        story.pass(8s);
        QCOMPARE(story.call(greeted).state, CallState::Waiting);
        story.hangsUpUnheard(talking);
        story.pass(40s);
        QCOMPARE(story.journal.past.value(talking).outcome, Outcome::Talked);
        QCOMPARE(story.carrier.leg(leg)->status, u"completed"_s);
    }

    void manyAtOnce()
    {
        SilentStory story;
        story.open();
        for (int i = 0; i < 500; ++i)
            story.joins(u"CA%1"_s.arg(i));
        story.carrier.latency = 10ms;
        story.pass(10s);
        QCOMPARE(story.queue().size(), 500);
        QVERIFY(story.carrier.mostInFlight <= 6); // the account's limits are shared with the clicks
    }

    void callersOfTheSameSecondStandInTheOrderOfTheList()
    {
        SilentStory story;
        story.open();
        const QStringList sids{u"CA4"_s, u"CA1"_s, u"CA3"_s, u"CA2"_s};
        for (const QString &sid : sids)
            story.joins(sid);
        story.carrier.order = sids;
        story.carrier.faults[u"status"_s] = {{CarrierTrouble::NotSent}, {CarrierTrouble::NotSent}};
        story.pass(20s);
        QCOMPARE(story.queue(), sids);
    }

    void aListThatLagsBehindAMove()
    {
        SwitchboardStory story;
        story.open();
        const QString talking = story.waits();
        const QString leaving = story.waits();
        story.pass(5s);
        story.connects(talking, story.ann);
        story.ask(story.ann, SendToVoicemail{leaving});
        story.carrier.lagging = {{talking, story.clock.now(), {}}, {leaving, story.clock.now(), {}}};
        story.pass(3s); // one list
        QCOMPARE(story.call(talking).state, CallState::Connected);
        QCOMPARE(story.call(leaving).state, CallState::LeavingMessage);
        story.pass(10s); // however often: the studio knows better
        QCOMPARE(story.call(talking).state, CallState::Connected);
        QCOMPARE(story.call(leaving).state, CallState::Waiting);
        // And when both agree:
        story.carrier.people[talking].where = Where::Queue;
        story.pass(10s);
        QCOMPARE(story.call(talking).state, CallState::Waiting);
    }

    void aLongSentenceBeforeTheMusicIsNoMailbox()
    {
        SwitchboardStory story;
        story.options.manners.backInLine = u"You are back in line. "_s.repeated(20);
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        story.ask(story.ann, PutOnHold{sid});
        story.carrier.people[sid].where = Where::Greeting; // it is being spoken
        story.pass(30s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        story.pass(60s);
        QCOMPARE(story.call(sid).state, CallState::LeavingMessage);
    }

    void anAddressThatLeadsNowhere()
    {
        SilentStory story;
        story.options.publicUrl = u"https://gone.example.com"_s;
        story.open();
        story.pass(8s);
        story.desk->noteWebhook(); // it was heard once
        story.pass(8s);
        QCOMPARE(story.desk->connection().hearing, ConnectionStatus::Hearing::Webhooks);
        story.joins(u"CA1"_s);
        story.pass(8s);
        story.joins(u"CA2"_s);
        story.pass(8s);
        QCOMPARE(story.desk->connection().hearing, ConnectionStatus::Hearing::Polling);
        story.ask(story.ann, Pull{u"CA1"_s});
        QVERIFY(story.leg().request.inlineDocuments);
        story.carrier.leg(story.leg().sid)->status = u"in-progress"_s;
        story.carrier.leg(story.leg().sid)->room = story.phone(story.ann).room;
        story.pass(6s);
        QCOMPARE(story.call(u"CA1"_s).state, CallState::Connected);
        story.desk->noteWebhook();
        story.turn();
        QCOMPARE(story.desk->connection().hearing, ConnectionStatus::Hearing::Webhooks);
    }
};

QTEST_GUILESS_MAIN(TestReconciliation)
#include "test_reconciliation.moc"
