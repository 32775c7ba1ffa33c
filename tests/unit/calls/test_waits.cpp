// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;

namespace {

struct WaitStory : SwitchboardStory
{
    /// The phone company has put them into the queue by itself: nobody is asked when this wait ends.
    void fallsBack(const QString &sid)
    {
        carrier.people[sid].where = Where::Queue;
        carrier.people[sid].enqueued = clock.now();
        carrier.people[sid].hears.clear();
    }
    QString joinsUnheard(const QString &sid)
    {
        FakeCarrier::Person person;
        person.from = u"+14085551234"_s;
        person.started = clock.now();
        carrier.people.insert(sid, person);
        fallsBack(sid);
        return sid;
    }
    int moves(const QString &sid) const { return carrier.count(u"instruct "_s + sid); }
    bool isInOurWait(const QString &sid) const
    {
        const Steps hears = carrier.people.value(sid).hears;
        return !hears.isEmpty() && std::holds_alternative<WaitInQueue>(hears.first()); // nothing is said
    }
};

} // namespace

class TestWaits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoeverWeAskedInIsLeftAlone()
    {
        WaitStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits();
        story.pass(1min);
        story.cue(first, u"left_queue"_s, u"leave"_s); // the next pass
        story.pass(1min);
        story.connects(second, story.ann);
        story.ask(story.ann, PutOnHold{second});
        story.pass(1min);
        QCOMPARE(story.moves(first), 0);
        QCOMPARE(story.moves(second), 2); // into the studio and back
        story.killAndRestart();
        story.pass(1min);
        QCOMPARE(story.moves(first), 0);
        QCOMPARE(story.moves(second), 2);
    }

    void aWaitThatBeganWithoutUsIsTakenOver()
    {
        WaitStory story;
        story.open();
        const QString known = story.waits();
        const QString behind = story.waits();
        story.pass(5s);
        const Call before = story.call(known);
        story.pass(60s);
        story.fallsBack(known);
        story.pass(6s);
        QVERIFY(story.isInOurWait(known));
        QCOMPARE(story.moves(known), 1);
        QCOMPARE(story.moves(behind), 0);
        const Call after = story.call(known);
        QCOMPARE(after.state, CallState::Waiting);
        QCOMPARE(after.arrival, before.arrival);
        QCOMPARE(story.queue(), (QStringList{known, behind}));
        story.pass(2min);
        QCOMPARE(story.moves(known), 1); // once
    }

    void afterARestartEverybodyIsTakenOver()
    {
        WaitStory story;
        story.open();
        QStringList waiting;
        for (int i = 0; i < 8; ++i) {
            waiting << story.waits();
            story.pass(1s);
        }
        const QString greeted = story.dials();
        story.pass(5s);
        story.journal.die();
        story.close();
        story.pass(3min);
        for (const QString &sid : waiting)
            story.fallsBack(sid);
        story.fallsBack(greeted);
        const QString unknown = story.joinsUnheard(u"CA900"_s);
        story.journal.revive();
        story.open();
        story.pass(3s);
        // A few at a time: the phone company has other things to be asked.
        QVERIFY(story.carrier.countOf(u"instruct"_s) <= 6);
        story.pass(30s);
        const QStringList everybody = waiting + QStringList{greeted, unknown};
        for (const QString &sid : everybody) {
            QVERIFY2(story.isInOurWait(sid), qPrintable(sid));
            QCOMPARE(story.moves(sid), 1);
            QCOMPARE(story.call(sid).state, CallState::Waiting);
        }
        QCOMPARE(story.queue(), everybody);
    }

    void anAnswerThatNeverArrived()
    {
        WaitStory story;
        story.open();
        const QString sid = story.dials();
        story.hearsGreeting(sid);
        story.pass(15s);
        story.fallsBack(sid); // our answer was lost; the fallback took over
        story.pass(6s);
        QCOMPARE(story.moves(sid), 1);
    }

    /// What is said between two pieces of music may take long, and ends in a wait that we gave.
    void whoeverIsSpokenToInBetweenIsLeftAlone()
    {
        WaitStory story;
        story.options.manners.announceSeconds = 60;
        story.options.manners.offerAfterMinutes = 1;
        story.open();
        const QString sid = story.waits();
        story.pass(2min);
        story.cue(sid, u"left_queue"_s, u"leave"_s, {}, 120);
        QCOMPARE(story.carrier.people[sid].where, Where::Asked);
        story.pass(25s);
        story.carrier.staysSilent(sid);
        story.pass(1min);
        QCOMPARE(story.moves(sid), 0);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
    }

    void aMoveThatFailsIsTriedAgainLater()
    {
        WaitStory story;
        story.open();
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Limited}, {CarrierTrouble::Unclear, true}};
        const QString sid = story.joinsUnheard(u"CA900"_s);
        story.pass(15s);
        QCOMPARE(story.moves(sid), 1);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.call(sid).remark.isEmpty());
        story.pass(5min);
        QVERIFY(story.moves(sid) <= 3);
        QVERIFY(story.isInOurWait(sid));
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void pulledWhileTheWaitIsTakenOver()
    {
        WaitStory story;
        story.open();
        const QString other = story.waits();
        story.connects(other, story.ann);
        const QString sid = story.joinsUnheard(u"CA900"_s);
        story.carrier.held.insert(u"instruct"_s);
        story.pass(8s);
        QCOMPARE(story.moves(sid), 1);
        QVERIFY(!story.ask(story.ann, Pull{sid})); // not refused, but asked only after the other answer
        QCOMPARE(story.moves(sid), 1);
        QCOMPARE(story.call(sid).state, CallState::Connecting);
        story.carrier.release(u"instruct"_s);
        story.turn();
        QCOMPARE(story.moves(sid), 2);
        QCOMPARE(story.call(sid).state, CallState::Connected);
        QCOMPARE(story.carrier.people[sid].where, Where::Studio);
    }

    void hangsUpWhileTheWaitIsTakenOver()
    {
        WaitStory story;
        story.open();
        const QString sid = story.joinsUnheard(u"CA900"_s);
        story.carrier.held.insert(u"instruct"_s);
        story.pass(8s);
        story.hangsUp(sid);
        QCOMPARE(story.call(sid).state, CallState::Ended);
        story.carrier.release(u"instruct"_s);
        story.turn();
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void killedWhileTheWaitIsTakenOver()
    {
        WaitStory story;
        story.open();
        const QString sid = story.joinsUnheard(u"CA900"_s);
        story.carrier.held.insert(u"instruct"_s);
        story.pass(8s);
        story.killAndRestart();
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        story.pass(1min);
        QVERIFY(story.isInOurWait(sid));
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void withoutAReceiverEveryWaitIsRenewedBeforeItEnds()
    {
        WaitStory story;
        story.options.publicUrl.clear();
        story.open();
        for (int i = 0; i < 10; ++i)
            story.joinsUnheard(u"CA9%1"_s.arg(i));
        const auto arrivals = story.queue();
        for (int i = 0; i < 60; ++i) {
            story.pass(20s);
            for (const FakeCarrier::Person &person : std::as_const(story.carrier.people))
                QVERIFY(person.enqueued.secsTo(story.clock.now()) <
                        220); // two pieces may be as short as this
        }
        QCOMPARE(story.queue().size(), 10);
        // About once in three minutes, and never many at once.
        QVERIFY(story.carrier.countOf(u"instruct"_s) <= 10 * 7);
        QCOMPARE(story.call(u"CA90"_s).state, CallState::Waiting);
    }
};

QTEST_GUILESS_MAIN(TestWaits)
#include "test_waits.moc"
