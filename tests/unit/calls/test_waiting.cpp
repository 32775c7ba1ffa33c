// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;
using namespace anteroom::calls;
using test::FakeCarrier;
using test::SwitchboardStory;

namespace {

constexpr auto leftQueue = "left_queue";
constexpr auto longWaitKey = "long_wait_key";

QStringList spoken(const Steps &steps)
{
    QStringList texts;
    for (const Step &step : steps) {
        if (const auto *say = std::get_if<Say>(&step))
            texts << say->text;
        if (const auto *ask = std::get_if<AskKeys>(&step))
            texts << ask->prompt;
    }
    return texts;
}

template <typename Kind> const Kind *firstOf(const Steps &steps)
{
    for (const Step &step : steps)
        if (const auto *found = std::get_if<Kind>(&step))
            return found;
    return nullptr;
}

/// The end of a piece of music, for somebody who has heard it to its end.
Steps pieceEnds(SwitchboardStory &story, const QString &sid)
{
    return story.cue(sid, QString::fromLatin1(leftQueue), u"leave"_s, {}, 300);
}

} // namespace

/// What callers hear while they wait, and how long they do.
class TestWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingUnlessAskedTo()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        QVERIFY(std::holds_alternative<WaitInQueue>(pieceEnds(story, sid).first()));
    }

    void tellsThePlaceByOurOrder()
    {
        SwitchboardStory story;
        story.options.manners.announceSeconds = 60;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits();
        const QString third = story.dials();
        QCOMPARE(spoken(story.cue(third, u"greeted"_s)), QStringList(u"You are number 3 in line."_s));
        // By hand, whatever the phone company counts.
        QVERIFY(!story.ask(story.ann, MoveInOrder{third, first}));
        story.pass(4min);
        QCOMPARE(spoken(pieceEnds(story, third)),
                 (QStringList{u"You are number 1 in line."_s, u"You have been waiting for 4 minutes."_s,
                              u"The average wait is currently 4 minutes."_s}));
        QCOMPARE(spoken(pieceEnds(story, second)).first(), u"You are number 3 in line."_s);
        // Put back: the place is kept, and only "you are back in line" is said.
        story.connects(first, story.ann);
        story.ask(story.ann, PutOnHold{first});
        QCOMPARE(spoken(story.carrier.people[first].hears),
                 QStringList(story.options.manners.backInLine.text));
        QCOMPARE(spoken(pieceEnds(story, first)).first(), u"You are number 2 in line."_s);
    }

    void speaksInTheVoiceOfTheText()
    {
        SwitchboardStory story;
        story.options.manners.announceSeconds = 60;
        story.options.manners.positionText = {u"Sie sind Nummer {position}."_s, u"Polly.Vicki"_s, u"de-DE"_s};
        story.options.manners.notice = {u"This call may be recorded and aired."_s};
        story.open();
        const QString sid = story.dials();
        QCOMPARE(
            spoken(story.carrier.people[sid].hears),
            (QStringList{story.options.manners.greeting.text, u"This call may be recorded and aired."_s}));
        QCOMPARE(story.cue(sid, u"greeted"_s).first(),
                 Step(Say{u"Sie sind Nummer 1."_s, u"Polly.Vicki"_s, u"de-DE"_s}));
    }

    /// While the place is read out the phone company's list lacks the caller, who has not left.
    void isNotTakenForGoneWhileSpokenTo()
    {
        SwitchboardStory story;
        story.options.manners.announceSeconds = 60;
        story.options.manners.offerAfterMinutes = 1;
        story.open();
        const QString sid = story.waits();
        story.pass(2min);
        pieceEnds(story, sid);
        QCOMPARE(story.carrier.people[sid].where, FakeCarrier::Where::Asked);
        story.pass(15s); // several polls
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        story.carrier.staysSilent(sid);
        QCOMPARE(story.carrier.people[sid].where, FakeCarrier::Where::Queue);
        story.pass(60s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.call(sid).remark.isEmpty());
    }

    void passesEndInTimeForWhatIsDue()
    {
        SwitchboardStory story;
        story.options.manners.offerAfterMinutes = 3;
        story.open();
        const QString sid = story.dials();
        QCOMPARE(firstOf<WaitInQueue>(story.cue(sid, u"greeted"_s))->seconds, 180);
        story.pass(2min);
        QCOMPARE(firstOf<WaitInQueue>(pieceEnds(story, sid))->seconds, 60);
        story.pass(1min);
        QVERIFY(firstOf<AskKeys>(pieceEnds(story, sid)));
    }

    void ownMusicIsPlayedOnlyWhileWeCanBeAsked()
    {
        SwitchboardStory story;
        story.options.manners.music.kind = WaitMusic::Kind::File;
        story.open();
        const QString sid = story.dials();
        QCOMPARE(firstOf<WaitInQueue>(story.cue(sid, u"greeted"_s))->music.kind, WaitMusic::Kind::File);
        // Over at once: it could not be played, and must not call us again and again.
        QCOMPARE(firstOf<WaitInQueue>(story.cue(sid, u"left_queue"_s, u"leave"_s, {}, 1))->music.kind,
                 WaitMusic::Kind::PhoneCompany);
        QCOMPARE(firstOf<WaitInQueue>(pieceEnds(story, sid))->music.kind, WaitMusic::Kind::File);
        story.connects(sid, story.ann);
        story.pass(10min); // the tunnel may be gone: nobody has asked us for long
        story.ask(story.ann, PutOnHold{sid});
        QCOMPARE(firstOf<WaitInQueue>(story.carrier.people[sid].hears)->music.kind,
                 WaitMusic::Kind::PhoneCompany);
    }

    void oneLeavesAMessageInsteadOfWaiting()
    {
        SwitchboardStory story;
        story.options.manners.offerAfterMinutes = 1;
        story.open();
        const QString sid = story.waits();
        story.pass(2min);
        pieceEnds(story, sid);
        story.chooses(sid, QString::fromLatin1(longWaitKey), u"1"_s);
        QCOMPARE(story.call(sid).state, CallState::LeavingMessage);
        QCOMPARE(story.carrier.people[sid].where, FakeCarrier::Where::Voicemail);
    }

    void twoIsCalledBackAndKeepsThePlace()
    {
        SwitchboardStory story;
        story.options.manners.offerAfterMinutes = 1;
        story.options.manners.announceSeconds = 60;
        story.open();
        const QString wants = story.waits();
        const QString other = story.waits();
        story.pass(2min);
        pieceEnds(story, wants);
        QCOMPARE(spoken(story.chooses(wants, QString::fromLatin1(longWaitKey), u"2"_s)),
                 QStringList(story.options.manners.willCallBack.text));
        story.hangsUp(wants);
        story.pass(10min); // ended calls leave the view after a minute; this one waits
        Call row = story.call(wants);
        QVERIFY(row.callBackWanted);
        QCOMPARE(row.outcome, Outcome::CallBack);
        QVERIFY(!row.remark.isEmpty());
        QCOMPARE(spoken(pieceEnds(story, other)).first(), u"You are number 2 in line."_s);
        story.killAndRestart();
        QVERIFY(story.call(wants).callBackWanted);
        QVERIFY(story.ask(story.ann, Pull{wants})); // there is no call to pull

        QVERIFY(!story.ask(story.ann, DoneWithCallBack{wants}));
        QVERIFY(story.ask(story.ann, DoneWithCallBack{wants}));
        QCOMPARE(spoken(pieceEnds(story, other)).first(), u"You are number 1 in line."_s);
        story.pass(2min);
        QVERIFY(!story.knows(wants));
    }

    void whoeverHasBeenCalledBackLeavesTheLine_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("answers") << u"in-progress"_s << true;
        QTest::newRow("is busy") << u"busy"_s << false;
    }
    void whoeverHasBeenCalledBackLeavesTheLine()
    {
        QFETCH(QString, status);
        QFETCH(bool, leaves);
        SwitchboardStory story;
        story.options.manners.offerAfterMinutes = 1;
        story.open();
        const QString wants = story.waits();
        story.pass(2min);
        pieceEnds(story, wants);
        story.chooses(wants, QString::fromLatin1(longWaitKey), u"2"_s);
        story.hangsUp(wants);
        story.pass(5min);
        const Call row = story.call(wants);
        QVERIFY(!story.ask(story.ann, CallBack{row.caller.number, row.sid, row.caller}));
        const QString mine = story.leg().sid;
        story.answers(mine);
        story.presses(mine, u"1"_s);
        const FakeCarrier::Leg theirs = story.leg();
        QVERIFY(theirs.sid != mine);
        QVERIFY(story.call(wants).callBackWanted); // until they answer
        story.carrier.leg(theirs.sid)->status = status;
        story.tell(LegProgress{theirs.intent, theirs.sid, status});
        story.pass(1s);
        QCOMPARE(story.call(wants).callBackWanted, !leaves);
        QCOMPARE(story.knows(wants), !leaves);
    }

    void aWithheldNumberIsNotCalledBack()
    {
        SwitchboardStory story;
        story.options.manners.offerAfterMinutes = 1;
        story.open();
        const QString sid = u"CA900"_s;
        story.carrier.people.insert(sid, {});
        story.tell(CallArrived{sid, story.options.line.number, {}});
        story.cue(sid, u"greeted"_s);
        story.pass(2min);
        pieceEnds(story, sid);
        QCOMPARE(spoken(story.chooses(sid, QString::fromLatin1(longWaitKey), u"2"_s)),
                 QStringList(story.options.manners.cannotCallBack.text));
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.carrier.people[sid].where, FakeCarrier::Where::Queue);
    }

    void anotherKeyOrAPhoneThatRingsChangesNothing()
    {
        SwitchboardStory story;
        story.options.manners.offerAfterMinutes = 1;
        story.open();
        const QString sid = story.waits();
        story.pass(2min);
        pieceEnds(story, sid);
        story.chooses(sid, QString::fromLatin1(longWaitKey), u"7"_s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        story.ask(story.ann, Pull{sid});
        story.chooses(sid, QString::fromLatin1(longWaitKey), u"2"_s);
        QCOMPARE(story.call(sid).state, CallState::Connecting);
    }

    void nobodyWaitsLongerThanAllowed_data()
    {
        QTest::addColumn<AfterLongestWait>("then");
        QTest::addColumn<FakeCarrier::Where>("where");
        QTest::newRow("a message") << AfterLongestWait::Voicemail << FakeCarrier::Where::Voicemail;
        QTest::newRow("thanks") << AfterLongestWait::Thank << FakeCarrier::Where::Goodbye;
    }
    void nobodyWaitsLongerThanAllowed()
    {
        QFETCH(AfterLongestWait, then);
        QFETCH(FakeCarrier::Where, where);
        SwitchboardStory story;
        story.options.manners.longestWaitMinutes = 10;
        story.options.manners.afterLongestWait = then;
        story.open();
        const QString sid = story.waits();
        const QString talking = story.waits();
        story.connects(talking, story.ann);
        story.pass(9min);
        const QString late = story.waits();
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        story.pass(70s);
        QCOMPARE(story.carrier.people[sid].where, where);
        QCOMPARE(spoken(story.carrier.people[sid].hears).first(), story.options.manners.waitOver.text);
        QCOMPARE(story.call(late).state, CallState::Waiting);
        QCOMPARE(story.call(talking).state, CallState::Connected);
        QCOMPARE(story.carrier.count(u"instruct "_s + sid), 1);
    }

    void aFullQueueIsSaidAtOnce()
    {
        SwitchboardStory story;
        story.options.manners.mostWaiting = 2;
        story.open();
        const QString first = story.waits();
        story.waits();
        const QString refused = story.dials();
        QCOMPARE(spoken(story.carrier.people[refused].hears).first(), story.options.manners.fullMessage.text);
        QCOMPARE(story.call(refused).state, CallState::LeavingMessage);
        story.hangsUp(refused);
        QCOMPARE(story.call(refused).outcome, Outcome::QueueFull);
        // Whoever is put back always fits in.
        story.connects(first, story.ann);
        const QString third = story.waits();
        QCOMPARE(story.call(third).state, CallState::Waiting);
        story.ask(story.ann, PutOnHold{first});
        QCOMPARE(story.call(first).state, CallState::Waiting);
        QVERIFY(story.carrier.limits.value(u"show"_s) >= 3);
    }

    void twoWhoAreGreetedTogetherDoNotBothTakeTheLastPlace()
    {
        SwitchboardStory story;
        story.options.manners.mostWaiting = 1;
        story.open();
        const QString first = story.dials();
        const QString second = story.dials();
        story.hearsGreeting(first);
        story.hearsGreeting(second);
        QCOMPARE(story.call(first).state, CallState::Waiting);
        QCOMPARE(story.call(second).state, CallState::LeavingMessage);
    }

    void opensAndClosesByTheClock()
    {
        SwitchboardStory story;
        OpeningHours hours;
        hours.on = true;
        hours.timeZone = "UTC";
        const QTime time = story.clock.now().time();
        const int minute = time.hour() * 60 + time.minute();
        for (auto &day : hours.days)
            day = {{(minute + 1438) % 1440, (minute + 2) % 1440}};
        story.options.manners.hours = hours;
        story.open();
        const QString inside = story.waits();
        QCOMPARE(story.call(inside).state, CallState::Waiting);
        QVERIFY(story.desk->line().withinHours);
        story.pass(3min);
        QVERIFY(!story.desk->line().withinHours);
        QVERIFY(story.desk->line().open);                       // the switch by hand is left alone
        QCOMPARE(story.call(inside).state, CallState::Waiting); // and so is whoever waits already
        const QString outside = story.dials();
        QCOMPARE(spoken(story.carrier.people[outside].hears).first(),
                 story.options.manners.outsideHours.text);
        QCOMPARE(story.carrier.people[outside].where, FakeCarrier::Where::Voicemail);
        hours.then = OpeningHours::Then::Goodbye;
        LineManners manners = story.options.manners;
        manners.hours = hours;
        story.desk->setManners(manners);
        const QString turnedAway = story.dials();
        QCOMPARE(story.carrier.people[turnedAway].hears, (Steps{Say{manners.outsideHours.text}, HangUp{}}));
        QCOMPARE(story.call(turnedAway).outcome, Outcome::Refused);
        story.hangsUp(outside); // without a word
        QCOMPARE(story.desk->missedCalls().size(), 2);
        for (const MissedCall &missed : story.desk->missedCalls())
            QCOMPARE(missed.why, MissedWhy::AfterHours);
        manners.hours.on = false;
        story.desk->setManners(manners);
        QVERIFY(story.desk->line().withinHours);
        const QString in = story.waits();
        QCOMPARE(story.call(in).state, CallState::Waiting);
    }

    void theMenuLeadsIntoQueuesOfTheirOwn()
    {
        SwitchboardStory story;
        story.options.manners.menu.choices = {{u"1"_s, u"support"_s, u"Support"_s},
                                              {u"2"_s, u"sales"_s, u"Sales"_s}};
        story.open();
        const QString sid = story.dials();
        const auto *menu = firstOf<AskKeys>(story.carrier.people[sid].hears);
        QVERIFY(menu);
        QCOMPARE(menu->times, 3);
        // Another key: asked again, without the greeting.
        QCOMPARE(spoken(story.chooses(sid, u"menu_key"_s, u"9"_s)),
                 QStringList(story.options.manners.menuPrompt.text));
        QCOMPARE(firstOf<WaitInQueue>(story.chooses(sid, u"menu_key"_s, u"2"_s))->queue, u"sales"_s);
        QCOMPARE(story.call(sid).queue, u"sales"_s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        // Silence leads into the line's own queue.
        const QString silent = story.dials();
        story.cue(silent, u"greeted"_s);
        QCOMPARE(story.carrier.people[silent].queue, u"show"_s);
        // The poll looks into every queue; whoever waits is seen, also after a restart without news.
        story.pass(2min);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.carrier.count(u"waiting sales"_s) > 0);
        FakeCarrier::Person stranger;
        stranger.where = FakeCarrier::Where::Queue;
        stranger.queue = u"support"_s;
        stranger.from = u"+14085550199"_s;
        stranger.enqueued = story.clock.now();
        story.carrier.people.insert(u"CA950"_s, stranger);
        story.pass(40s);
        QCOMPARE(story.call(u"CA950"_s).queue, u"support"_s);
        // Put back: into the same queue.
        story.connects(sid, story.ann);
        story.ask(story.ann, PutOnHold{sid});
        QCOMPARE(story.carrier.people[sid].queue, u"sales"_s);
        // And closing out is for all of them.
        story.ask(story.ann, StartCloseOut{});
        story.pass(1min);
        for (const QString &each : {sid, silent, u"CA950"_s})
            QCOMPARE(story.call(each).outcome == Outcome::Thanked || !story.knows(each), true);
    }

    void playsATextToMeAlone()
    {
        SwitchboardStory story;
        story.open();
        const QString waiting = story.waits();
        QVERIFY(!story.ask(story.ann, PlayToMe{{u"You are number 3 in line."_s, u"Polly.Amy"_s}}));
        QCOMPARE(story.carrier.legs.size(), 1);
        const Steps heard = story.answers(story.leg().sid);
        QVERIFY(heard.contains(Step(Say{u"You are number 3 in line."_s, u"Polly.Amy"_s})));
        QCOMPARE(heard.last(), Step(HangUp{}));
        QVERIFY(story.journal.saved().intents.isEmpty());
        QCOMPARE(story.call(waiting).state, CallState::Waiting);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
        QVERIFY(story.ask(story.vic, PlayToMe{{u"Hello"_s}}));
        QVERIFY(story.ask(story.ann, PlayToMe{{u"  "_s}}));
        // Nobody is rung twice because an answer was lost.
        story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::Unclear, true}};
        QVERIFY(!story.ask(story.ann, PlayToMe{{u"Hello"_s}}));
        story.pass(1min);
        QCOMPARE(story.carrier.legs.size(), 2);
        QVERIFY(!story.notices.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWaiting)
#include "test_waiting.moc"
