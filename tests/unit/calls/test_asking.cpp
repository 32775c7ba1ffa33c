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

const AskPhone bob{u"Bob"_s, u"+14155550161"_s, AskBy::Text};
const AskPhone carol{u"Carol"_s, u"+14155550162"_s, AskBy::Text};
const AskPhone dan{u"Dan"_s, u"+14155550163"_s, AskBy::Call};

/// A desk that asks phones, and what their owners do.
class AskingStory : public SwitchboardStory
{
public:
    explicit AskingStory(const QList<AskPhone> &phones = {bob})
    {
        options.asking.phones = phones;
        options.asking.secondsForEach = 60;
    }

    QString replies(const AskPhone &who, const QString &body)
    {
        const QString sid = carrier.receiveText(who.number, options.line.number, body);
        tell(TextCame{sid, who.number, options.line.number, body});
        return sid;
    }
    QStringList texts(const AskPhone &who) const { return carrier.textsTo(who.number); }
    QString lastText(const AskPhone &who) const
    {
        return texts(who).isEmpty() ? QString() : texts(who).last();
    }
    FakeCarrier::Leg legOf(const AskPhone &who) const
    {
        FakeCarrier::Leg found;
        for (const FakeCarrier::Leg &leg : carrier.legs)
            if (leg.phone == who.number)
                found = leg;
        return found;
    }
    int ringsOf(const AskPhone &who) const { return carrier.count(u"ringPhone "_s + who.number); }
    /// The short call's key; the phone has been answered before.
    Steps pressesAnswer(const QString &leg, const QString &key)
    {
        const Steps steps = tell(LegAsks{carrier.leg(leg)->intent, leg, u"answer"_s, key, false, {}});
        for (const Step &step : steps)
            if (const auto *join = std::get_if<JoinStudio>(&step))
                carrier.leg(leg)->room = join->room;
        return steps;
    }
    CallState state(const QString &sid) const { return call(sid).state; }
    Where where(const QString &sid) const { return carrier.people.value(sid).where; }
};

bool says(const Steps &steps, const QString &part)
{
    for (const Step &step : steps) {
        const auto *say = std::get_if<Say>(&step);
        const auto *ask = std::get_if<AskKeys>(&step);
        if ((say && say->text.contains(part)) || (ask && ask->prompt.contains(part)))
            return true;
    }
    return false;
}

} // namespace

class TestAsking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallerArrivesAndThePhoneIsAskedByText()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        QCOMPARE(
            story.texts(bob),
            (QStringList{u"You have a call from Priya Raman, Unknown. Reply TAKE, VM, THANK or LATER."_s}));
        QCOMPARE(story.call(sid).asking, u"Asking Bob by text"_s);
        story.pass(20s);
        QCOMPARE(story.texts(bob).size(), 1); // once
        story.replies(bob, u"yes"_s);
        QCOMPARE(story.state(sid), CallState::Connecting);
        QCOMPARE(story.where(sid), Where::Queue); // hears music until Bob presses the key
        const QString leg = story.legOf(bob).sid;
        story.answers(leg);
        story.presses(leg, u"1"_s);
        QCOMPARE(story.state(sid), CallState::Connected);
        QCOMPARE(story.call(sid).seat, u"Bob"_s);
        QCOMPARE(story.where(sid), Where::Studio);
        QVERIFY(story.call(sid).asking.isEmpty());
        QCOMPARE(story.texts(bob).size(), 1); // P7: nothing goes back
    }

    void nobodyIsAskedWithoutAList()
    {
        AskingStory story{{}};
        story.open();
        const QString sid = story.waits();
        story.pass(5min);
        QVERIFY(story.carrier.texts.isEmpty());
        QCOMPARE(story.state(sid), CallState::Waiting);
    }

    void noSendsToVoicemail()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        story.replies(bob, u"No"_s);
        QCOMPARE(story.state(sid), CallState::LeavingMessage);
        QCOMPARE(story.where(sid), Where::Voicemail);
        QCOMPARE(story.ringsOf(bob), 0);
    }

    void thankLetsTheCallerGo()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        story.replies(bob, u"THANK"_s);
        QCOMPARE(story.state(sid), CallState::Ended);
        QCOMPARE(story.call(sid).outcome, Outcome::Thanked);
    }

    void laterAsksTheNextAtOnceAndMayBeTakenBack()
    {
        AskingStory story({bob, carol});
        story.open();
        const QString sid = story.waits();
        QVERIFY(story.texts(carol).isEmpty());
        story.replies(bob, u"later"_s);
        story.pass(1s);
        QCOMPARE(story.texts(carol).size(), 1);
        QCOMPARE(story.call(sid).asking, u"Asking Carol by text"_s);
        story.replies(bob, u"take"_s);
        QCOMPARE(story.call(sid).seat, u"Bob"_s);
    }

    void PB1_aLateReplyHearsThatTheCallerHasGone()
    {
        AskingStory story;
        story.open();
        story.replies(bob, u"yes"_s); // nobody has ever called
        QCOMPARE(story.texts(bob), (QStringList{u"Nobody is waiting for your answer."_s}));
        const QString sid = story.waits();
        story.hangsUp(sid);
        story.replies(bob, u"yes"_s);
        QCOMPARE(story.lastText(bob), u"That caller has gone."_s);
        QVERIFY(story.carrier.legs.isEmpty());
        story.pass(2min); // the call is out of view
        QVERIFY(!story.knows(sid));
        story.replies(bob, u"take"_s);
        QCOMPARE(story.lastText(bob), u"That caller has gone."_s);
    }

    void PB2_aReplyMeansTheCallItsTextWasAbout()
    {
        AskingStory story;
        story.open();
        QStringList sids;
        for (const QString &name : {u"Ada"_s, u"Ben"_s, u"Cid"_s, u"Dee"_s, u"Eve"_s})
            sids << story.waits(name);
        QCOMPARE(story.texts(bob).size(), 5);
        QVERIFY(story.texts(bob).at(0).contains("Ada"_L1) && !story.texts(bob).at(0).contains(u'1'));
        QVERIFY(story.texts(bob).at(3).contains("Dee"_L1) && story.texts(bob).at(3).contains("TAKE 4"_L1));
        story.replies(bob, u"take 4"_s);
        QCOMPARE(story.state(sids.at(3)), CallState::Connecting);
        for (const int other : {0, 1, 2, 4})
            QCOMPARE(story.state(sids.at(other)), CallState::Waiting);
        // Without a number it is the one text that had none.
        story.replies(bob, u"vm"_s);
        QCOMPARE(story.state(sids.at(0)), CallState::LeavingMessage);
        // Now each text left needs its number.
        story.replies(bob, u"vm"_s);
        QVERIFY(story.lastText(bob).contains("More than one caller waits"_L1));
        QVERIFY(story.lastText(bob).contains("2 Ben, 3 Cid"_L1));
        QCOMPARE(story.state(sids.at(1)), CallState::Waiting);
    }

    void PB2_aLateReplyNeverMeansTheNextCaller()
    {
        AskingStory story;
        story.open();
        const QString first = story.waits(u"Ada"_s);
        story.hangsUp(first);
        const QString second = story.waits(u"Ben"_s);
        QVERIFY(story.lastText(bob).contains("TAKE 2"_L1)); // since the first text may still be answered
        story.replies(bob, u"take"_s);
        QVERIFY(story.lastText(bob).startsWith("That caller has gone. Ben is waiting. Reply TAKE 2"_L1));
        QCOMPARE(story.state(second), CallState::Waiting);
        story.replies(bob, u"take"_s); // the first is answered for, so this can only be the second
        QCOMPARE(story.state(second), CallState::Connecting);
    }

    void PB2_aNumberIsNotGivenAgainWhileItMayBeAnswered()
    {
        AskingStory story;
        story.open();
        const QString ada = story.waits(u"Ada"_s);
        const QString ben = story.waits(u"Ben"_s);
        story.hangsUp(ben);
        const QString cid = story.waits(u"Cid"_s);
        QVERIFY(story.lastText(bob).contains("TAKE 3"_L1));
        story.replies(bob, u"take 2"_s);
        QVERIFY(story.lastText(bob).startsWith("That caller has gone."_L1));
        QCOMPARE(story.state(ada), CallState::Waiting);
        QCOMPARE(story.state(cid), CallState::Waiting);
        story.replies(bob, u"take 9"_s);
        QCOMPARE(story.state(ada), CallState::Waiting);
        QVERIFY(story.carrier.legs.isEmpty());
    }

    void PB3_unknownWordsChangeNothingAndAreAnsweredWithHelp()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        for (const QString &body : {u"what?"_s, u"busy"_s, u"I'm driving"_s, QString()}) {
            story.replies(bob, body);
            QCOMPARE(story.state(sid), CallState::Waiting);
            QVERIFY(story.carrier.legs.isEmpty());
        }
        QCOMPARE(story.texts(bob).size(), 1 + 3); // no answering machine is answered for ever
        QVERIFY(story.lastText(bob).contains("not understood"_L1));
        QVERIFY(story.lastText(bob).contains("TAKE 1"_L1));
        story.pass(11min);
        story.replies(bob, u"hm"_s);
        QCOMPARE(story.texts(bob).size(), 5);
    }

    void PB4_twoPhonesRaceAndOneWins()
    {
        AskingStory story({bob, carol});
        story.options.asking.allAtOnce = true;
        story.open();
        const QString sid = story.waits();
        QCOMPARE(story.texts(bob).size(), 1);
        QCOMPARE(story.texts(carol).size(), 1);
        QCOMPARE(story.call(sid).asking, u"Asking Bob by text, Carol by text"_s);
        story.replies(carol, u"take"_s);
        story.replies(bob, u"take"_s);
        QCOMPARE(story.ringsOf(carol), 1);
        QCOMPARE(story.ringsOf(bob), 0);
        QCOMPARE(story.lastText(bob), u"Carol has this caller already."_s);
        QCOMPARE(story.call(sid).seat, u"Carol"_s);
    }

    void PB5_nobodyAnswersTheNextPhoneThenVoicemail()
    {
        AskingStory story({bob, carol});
        story.open();
        const QString sid = story.waits();
        story.pass(59s);
        QVERIFY(story.texts(carol).isEmpty());
        story.pass(2s);
        QCOMPARE(story.texts(carol).size(), 1);
        story.pass(61s);
        QCOMPARE(story.state(sid), CallState::LeavingMessage);
        QCOMPARE(story.where(sid), Where::Voicemail);
        story.replies(carol, u"take"_s);
        QVERIFY(story.lastText(carol).contains("leaving a message"_L1));
    }

    void PB5_orTheyKeepWaitingAsSet()
    {
        AskingStory story;
        story.options.asking.then = AskEnd::KeepWaiting;
        story.open();
        const QString sid = story.waits();
        story.pass(10min);
        QCOMPARE(story.state(sid), CallState::Waiting);
        QCOMPARE(story.call(sid).asking, u"No answer from Bob"_s);
        story.replies(bob, u"take"_s); // late, but the caller is still there
        QCOMPARE(story.state(sid), CallState::Connecting);
    }

    void PB6_busyOrAMailboxAndTheCallerStaysInLine_data()
    {
        QTest::addColumn<QString>("status");
        QTest::newRow("busy") << u"busy"_s;
        QTest::newRow("no answer") << u"no-answer"_s;
        QTest::newRow("a mailbox presses no key") << u"completed"_s;
    }
    void PB6_busyOrAMailboxAndTheCallerStaysInLine()
    {
        QFETCH(QString, status);
        AskingStory story({bob, carol});
        story.open();
        const QString sid = story.waits();
        story.replies(bob, u"take"_s);
        const QString leg = story.legOf(bob).sid;
        if (status == "completed"_L1)
            story.answers(leg);
        story.legEnds(leg, status);
        QCOMPARE(story.state(sid), CallState::Waiting);
        QCOMPARE(story.where(sid), Where::Queue);
        QVERIFY(story.lastText(bob).contains("still waiting"_L1)); // Bob is told why
        story.pass(61s);
        QCOMPARE(story.texts(carol).size(), 1); // and the list goes on
        story.replies(bob, u"take"_s);
        QCOMPARE(story.state(sid), CallState::Connecting);
    }

    void PB7_theMessageIsListed()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        story.replies(bob, u"no"_s);
        bool hasCue = false;
        for (const Step &step : story.carrier.people.value(sid).hears)
            if (const auto *record = std::get_if<RecordMessage>(&step))
                hasCue = !record->cue.isEmpty();
        QVERIFY(hasCue);
        story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 12);
        QCOMPARE(story.desk->messages().size(), 1);
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
    }

    void PB8_onlyListedPhonesMayCommand()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        const AskPhone stranger{u"Mallory"_s, u"+14155550199"_s, AskBy::Text};
        for (const QString &body : {u"take"_s, u"no"_s, u"what?"_s})
            story.replies(stranger, body);
        QCOMPARE(story.state(sid), CallState::Waiting);
        QVERIFY(story.texts(stranger).isEmpty());
        QVERIFY(story.carrier.legs.isEmpty());
        AskPlan plan = story.options.asking;
        plan.phones = {carol};
        story.desk->setAskPlan(plan); // Bob is off the list
        story.replies(bob, u"no"_s);
        QCOMPARE(story.state(sid), CallState::Waiting);
    }

    void PB10_textsAreSentAsTextsAndNeverSpokenAsDocuments()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        QCOMPARE(story.carrier.count(u"sendText "_s + bob.number), 1);
        QVERIFY(story.carrier.people.value(sid).hears.contains(
            Step(WaitInQueue{u"show"_s, story.options.manners.hostedMusicMinutes, u"left_queue"_s})));
    }

    void theSameTextTwiceCountsOnce()
    {
        AskingStory story;
        story.open();
        story.waits(u"Ada"_s);
        const QString text = story.replies(bob, u"what?"_s);
        story.tell(TextCame{text, bob.number, story.options.line.number, u"what?"_s});
        QCOMPARE(story.texts(bob).size(), 2);
    }

    void aShortCallAsksAndTheKeyTakes()
    {
        AskingStory story({dan});
        story.open();
        const QString sid = story.waits();
        QVERIFY(story.texts(dan).isEmpty());
        QCOMPARE(story.ringsOf(dan), 1);
        QCOMPARE(story.state(sid), CallState::Waiting); // anybody may still take them
        QCOMPARE(story.call(sid).asking, u"Asking Dan by phone"_s);
        const QString leg = story.legOf(dan).sid;
        QVERIFY(says(story.answers(leg), u"Priya Raman"_s));
        const Steps joins = story.pressesAnswer(leg, u"1"_s);
        QCOMPARE(joins.size(), 1);
        QVERIFY(std::holds_alternative<JoinStudio>(joins.first()));
        QCOMPARE(story.state(sid), CallState::Connected);
        QCOMPARE(story.call(sid).seat, u"Dan"_s);
        QCOMPARE(story.where(sid), Where::Studio);
        QCOMPARE(story.carrier.people.value(sid).room, story.carrier.leg(leg)->room);
        QCOMPARE(story.ringsOf(dan), 1);
        // The same key told twice changes nothing.
        QCOMPARE(story.pressesAnswer(leg, u"1"_s), joins);
        story.legEnds(leg, u"completed"_s);
        story.cue(sid, u"left_studio"_s);
        QCOMPARE(story.state(sid), CallState::Ended);
        QCOMPARE(story.call(sid).outcome, Outcome::Talked);
    }

    void otherKeysOfAShortCall()
    {
        AskingStory story({dan});
        story.open();
        const QString first = story.waits();
        story.answers(story.legOf(dan).sid);
        QVERIFY(says(story.pressesAnswer(story.legOf(dan).sid, u"9"_s), u"Press 1"_s)); // the question again
        QVERIFY(says(story.pressesAnswer(story.legOf(dan).sid, u"2"_s), u"voicemail"_s));
        QCOMPARE(story.state(first), CallState::LeavingMessage);
        story.legEnds(story.legOf(dan).sid, u"completed"_s);
        const QString second = story.waits();
        story.answers(story.legOf(dan).sid);
        story.pressesAnswer(story.legOf(dan).sid, u"3"_s);
        QCOMPARE(story.call(second).outcome, Outcome::Thanked);
    }

    void hangingUpAShortCallMeansLater_data()
    {
        QTest::addColumn<QString>("status");
        QTest::newRow("hung up, or a mailbox") << u"completed"_s;
        QTest::newRow("no answer") << u"no-answer"_s;
        QTest::newRow("busy") << u"busy"_s;
    }
    void hangingUpAShortCallMeansLater()
    {
        QFETCH(QString, status);
        AskingStory story({dan, bob});
        story.open();
        const QString sid = story.waits();
        if (status == "completed"_L1)
            story.answers(story.legOf(dan).sid);
        story.legEnds(story.legOf(dan).sid, status);
        story.pass(1s);
        QCOMPARE(story.state(sid), CallState::Waiting);
        QCOMPARE(story.texts(bob).size(), 1);
    }

    void whoIsCalledAboutACallerWhoHasGoneIsLetGo()
    {
        AskingStory story({dan});
        story.open();
        const QString sid = story.waits();
        story.hangsUp(sid);
        QCOMPARE(story.carrier.leg(story.legOf(dan).sid)->status, u"completed"_s);
        const QString next = story.waits();
        story.pass(4s);
        QCOMPARE(story.ringsOf(dan), 2);
        story.hangsUpUnheard(next);
        QVERIFY(!says(story.answers(story.legOf(dan).sid), u"gone"_s)); // nobody knows yet
        story.tell(CallEnded{next, u"completed"_s});
        QCOMPARE(story.carrier.leg(story.legOf(dan).sid)->status, u"completed"_s);
    }

    void twoShortCallsRace()
    {
        const AskPhone eva{u"Eva"_s, u"+14155550164"_s, AskBy::Call};
        AskingStory story({dan, eva});
        story.options.asking.allAtOnce = true;
        story.open();
        const QString sid = story.waits();
        story.answers(story.legOf(dan).sid);
        story.answers(story.legOf(eva).sid);
        story.carrier.held.insert(u"instruct"_s);
        story.pressesAnswer(story.legOf(eva).sid, u"1"_s);
        const Steps told = story.pressesAnswer(story.legOf(dan).sid, u"1"_s);
        QVERIFY(says(told, u"Eva has this caller"_s));
        story.carrier.release(u"instruct"_s);
        story.turn();
        QCOMPARE(story.call(sid).seat, u"Eva"_s);
        QCOMPARE(story.state(sid), CallState::Connected);
    }

    void refusedTextsTurnIntoAShortCallAndAreRemembered()
    {
        AskingStory story;
        story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Refused, false, true}};
        story.open();
        const QString first = story.waits();
        QCOMPARE(story.ringsOf(bob), 1);
        QCOMPARE(story.call(first).asking, u"Asking Bob by phone"_s);
        story.hangsUp(first);
        story.killAndRestart();
        story.waits();
        story.pass(4s);
        QCOMPARE(story.carrier.countOf(u"sendText"_s), 1); // not tried again
        QCOMPARE(story.ringsOf(bob), 2);
        story.replies(bob, u"START"_s); // texts are welcome again
        story.legEnds(story.legOf(bob).sid, u"no-answer"_s);
        story.waits();
        QCOMPARE(story.carrier.countOf(u"sendText"_s), 2);
    }

    void aTextThatIsRefusedLaterTurnsIntoAShortCall()
    {
        AskingStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.textList.last().failed = true; // an unregistered line is told so only afterwards
        story.carrier.textList.last().lasting = true;
        story.pass(9s);
        QCOMPARE(story.ringsOf(bob), 1);
        QCOMPARE(story.call(sid).asking, u"Asking Bob by phone"_s);
    }

    void landlinesAreCalledByThemselves()
    {
        const AskPhone office{u"Office"_s, u"+14155550165"_s, AskBy::Automatic};
        AskingStory story({office});
        story.carrier.kinds[office.number] = LineKind::Landline;
        story.open();
        story.waits();
        QVERIFY(story.texts(office).isEmpty());
        QCOMPARE(story.ringsOf(office), 1);
    }

    void whereTheDeskMaySendNoTextsPhonesAreCalled()
    {
        AskingStory story({bob, carol});
        story.options.manners.textsOn = false;
        story.open();
        const QString sid = story.waits();
        QCOMPARE(story.ringsOf(bob), 1);
        story.legEnds(story.legOf(bob).sid, u"busy"_s);
        story.pass(1s);
        QCOMPARE(story.ringsOf(carol), 1);
        story.replies(carol, u"what?"_s);
        QVERIFY(story.carrier.texts.isEmpty()); // no help either
        story.replies(carol, u"no"_s);
        QCOMPARE(story.state(sid), CallState::LeavingMessage); // but answers count
    }

    void nobodyIsAskedAboutSomebodyWhoWasCalledFromHere()
    {
        AskingStory story;
        story.open();
        QVERIFY(!story.ask(story.ann, CallBack{u"+14085550177"_s, {}, {u"Ada"_s}}));
        const QString mine = story.leg().sid;
        story.answers(mine);
        story.presses(mine, u"1"_s);
        const QString theirs = story.leg().sid;
        story.carrier.leg(theirs)->status = u"in-progress"_s;
        story.tell(LegProgress{story.carrier.leg(theirs)->intent, theirs, u"in-progress"_s});
        FakeCarrier::Person person;
        person.where = Where::Studio;
        person.from = u"+14085550177"_s;
        story.carrier.people.insert(theirs, person);
        QVERIFY(!story.ask(story.ann, PutOnHold{theirs}));
        story.pass(1s);
        QCOMPARE(story.state(theirs), CallState::Waiting);
        QVERIFY(story.carrier.texts.isEmpty());
    }

    void stopIsObeyed()
    {
        AskingStory story;
        story.open();
        const QString first = story.waits();
        story.replies(bob, u"STOP"_s);
        QCOMPARE(story.texts(bob).size(), 1); // not answered, and changes nothing
        QCOMPARE(story.state(first), CallState::Waiting);
        story.waits(u"Ben"_s);
        QCOMPARE(story.texts(bob).size(), 1);
        QCOMPARE(story.ringsOf(bob), 1);
    }

    void aLostAnswerIsNeverAnsweredByASecondText()
    {
        AskingStory story;
        story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Unclear, true}};
        story.open();
        const QString sid = story.waits();
        story.pass(30s);
        QCOMPARE(story.texts(bob).size(), 1);
        story.replies(bob, u"take"_s);
        QCOMPARE(story.state(sid), CallState::Connecting);
    }

    void aTextThatNeverWentOutIsSentOnceTheListSaysSo()
    {
        AskingStory story;
        story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Unclear, false}};
        story.open();
        story.waits();
        QVERIFY(story.texts(bob).isEmpty());
        story.pass(9s);
        QCOMPARE(story.texts(bob).size(), 1);
    }

    void withoutWebhooksAnswersAreFoundInTheList()
    {
        AskingStory story;
        story.options.publicUrl.clear();
        story.open();
        const QString sid = story.waits();
        story.carrier.receiveText(u"+14155550199"_s, story.options.line.number, u"no"_s); // a stranger
        story.carrier.receiveText(bob.number, story.options.line.number, u"take"_s);
        story.pass(5s);
        QCOMPARE(story.state(sid), CallState::Connecting);
        QCOMPARE(story.ringsOf(bob), 1);
        story.legEnds(story.legOf(bob).sid, u"busy"_s);
        story.pass(30s);
        QCOMPARE(story.ringsOf(bob), 1); // found again and again, heard once
    }

    void aShortCallWithoutWebhooks()
    {
        AskingStory story({dan});
        story.options.publicUrl.clear();
        story.open();
        const QString sid = story.waits();
        const QString leg = story.legOf(dan).sid;
        story.carrier.leg(leg)->status = u"in-progress"_s;
        for (const Step &step : story.carrier.leg(leg)->request.whenConfirmed)
            if (const auto *join = std::get_if<JoinStudio>(&step))
                story.carrier.leg(leg)->room = join->room; // a key was pressed
        story.pass(25s);
        QCOMPARE(story.state(sid), CallState::Connected);
        QCOMPARE(story.call(sid).seat, u"Dan"_s);
    }

    void nobodyAtTheDesk()
    {
        AskingStory story;
        story.options.asking.alsoWithDesk = false;
        story.open();
        const QString sid = story.waits();
        QVERIFY(story.texts(bob).isEmpty());
        QVERIFY(!story.desk->line().deskLeft);
        QVERIFY(story.ask(story.ben, LeaveDesk{true})); // not a screener's
        QVERIFY(!story.ask(story.ann, LeaveDesk{true}));
        QVERIFY(story.desk->line().deskLeft);
        QCOMPARE(story.texts(bob).size(), 1); // whoever waits already, too
        story.killAndRestart();
        QVERIFY(story.desk->line().deskLeft);
        QVERIFY(!story.ask(story.ann, LeaveDesk{false}));
        story.waits(u"Ben"_s);
        QCOMPARE(story.texts(bob).size(), 1);
        QCOMPARE(story.state(sid), CallState::Waiting);
    }

    void nobodyAtTheDeskNeedsSomebodyOnTheList()
    {
        AskingStory story{{}};
        story.open();
        const auto refusal = story.ask(story.ann, LeaveDesk{true});
        QVERIFY(refusal);
        QCOMPARE(refusal->code, RefusalCode::WrongState);
        QVERIFY(!story.desk->line().deskLeft);
        AskPlan plan = story.options.asking;
        plan.phones = {bob};
        story.desk->setAskPlan(plan);
        QVERIFY(!story.ask(story.ann, LeaveDesk{true}));
        QVERIFY(story.desk->line().deskLeft);
        plan.phones.clear();
        story.desk->setAskPlan(plan); // the last one is taken off: the desk hears of callers again
        story.turn();
        QVERIFY(!story.desk->line().deskLeft);
        QVERIFY(story.notices.last().contains("at this desk again"_L1));
    }

    void aRestartKeepsWhoWasAskedAboutWhichCall()
    {
        AskingStory story({bob, carol});
        story.open();
        const QString ada = story.waits(u"Ada"_s);
        const QString ben = story.waits(u"Ben"_s);
        story.killAndRestart();
        QCOMPARE(story.texts(bob).size(), 2); // nobody is asked twice
        QCOMPARE(story.call(ada).asking, u"Asking Bob by text"_s);
        story.replies(bob, u"take 2"_s);
        QCOMPARE(story.state(ben), CallState::Connecting);
        QCOMPARE(story.state(ada), CallState::Waiting);
        story.pass(61s);
        QCOMPARE(story.texts(carol).size(), 1); // and the list goes on where it was
        QVERIFY(story.texts(carol).first().contains("Ada"_L1));
    }

    void aTextOnItsWayThroughARestartIsLookedUp_data()
    {
        QTest::addColumn<bool>("acted");
        QTest::newRow("had gone out") << true;
        QTest::newRow("had not") << false;
    }
    void aTextOnItsWayThroughARestartIsLookedUp()
    {
        QFETCH(bool, acted);
        AskingStory story;
        story.open();
        story.carrier.held.insert(u"sendText"_s);
        if (acted)
            story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Unclear, true}};
        story.waits();
        story.killAndRestart();
        story.pass(10s);
        QCOMPARE(story.texts(bob).size(), 1);
    }

    void aShortCallThroughARestart()
    {
        AskingStory story({dan});
        story.open();
        const QString sid = story.waits();
        const QString leg = story.legOf(dan).sid;
        story.killAndRestart();
        QCOMPARE(story.ringsOf(dan), 1);
        story.answers(leg);
        story.pressesAnswer(leg, u"1"_s);
        QCOMPARE(story.state(sid), CallState::Connected);
        QCOMPARE(story.ringsOf(dan), 1);
    }

    void theDeskTakesTheCallerAndNobodyElseIsAsked()
    {
        AskingStory story({bob, carol});
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        story.pass(5min);
        QVERIFY(story.texts(carol).isEmpty());
        QVERIFY(story.call(sid).asking.isEmpty());
        story.replies(bob, u"take"_s);
        QCOMPARE(story.lastText(bob), u"Ann has this caller already."_s);
        QCOMPARE(story.call(sid).seat, u"Ann"_s);
    }
};

QTEST_GUILESS_MAIN(TestAsking)
#include "test_asking.moc"
