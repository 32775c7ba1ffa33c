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

const AskPhone bobOrtega{u"Bob Ortega"_s, u"+14155550161"_s, AskBy::Text};
const AskPhone danWolf{u"Dan Wolf"_s, u"+14155550163"_s, AskBy::Call};

/// A desk with somebody at it, who may give callers to Bob (asked by text) and Dan (asked by a short call).
class PassingStory : public SwitchboardStory
{
public:
    PassingStory()
    {
        options.asking.phones = {bobOrtega, danWolf};
        options.asking.alsoWithDesk = false;
        options.asking.secondsForEach = 60;
    }

    std::optional<Refusal> gives(const QString &sid, const AskPhone &who, bool askFirst = false)
    {
        return ask(ann, GiveTo{sid, who.number, askFirst});
    }
    void replies(const AskPhone &who, const QString &body)
    {
        const QString sid = carrier.receiveText(who.number, options.line.number, body);
        tell(TextCame{sid, who.number, options.line.number, body});
    }
    QString legOf(const AskPhone &who) const
    {
        QString found;
        for (const FakeCarrier::Leg &leg : carrier.legs)
            if (leg.phone == who.number)
                found = leg.sid;
        return found;
    }
    int ringsOf(const AskPhone &who) const { return carrier.count(u"ringPhone "_s + who.number); }
    Steps pressesAnswer(const QString &leg, const QString &key)
    {
        return follow(leg, tell(LegAsks{carrier.leg(leg)->intent, leg, u"answer"_s, key, false, {}}));
    }
    CallState state(const QString &sid) const { return call(sid).state; }
    Where where(const QString &sid) const { return carrier.people.value(sid).where; }
    bool waitsInLine(const QString &sid) const
    {
        return state(sid) == CallState::Waiting && where(sid) == Where::Queue && call(sid).seat.isEmpty() &&
               call(sid).givenBy.isEmpty() && call(sid).givingTo.isEmpty();
    }
    bool isWith(const QString &sid, const AskPhone &who) const
    {
        return state(sid) == CallState::Connected && where(sid) == Where::Studio &&
               call(sid).seat == who.name && !carrier.people.value(sid).room.isEmpty() &&
               carrier.people.value(sid).room ==
                   std::ranges::find(carrier.legs, legOf(who), &FakeCarrier::Leg::sid)->room;
    }
    bool told(const QString &part) const
    {
        return std::ranges::any_of(notices, [&](const QString &each) { return each.contains(part); });
    }
};

} // namespace

class TestPassingOn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blindTheirPhoneRingsAndTheKeyTakesTheCaller()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        QVERIFY(!story.gives(sid, bobOrtega));
        QCOMPARE(story.state(sid), CallState::Connecting);
        QCOMPARE(story.call(sid).seat, u"Bob Ortega"_s); // the row says "Ringing Bob Ortega"
        QCOMPARE(story.call(sid).doing, Doing::RingingPhone);
        QCOMPARE(story.where(sid), Where::Queue); // hears music until somebody presses the key
        QVERIFY(story.carrier.texts.isEmpty());
        const QString leg = story.legOf(bobOrtega);
        story.answers(leg);
        QCOMPARE(story.where(sid), Where::Queue);
        story.presses(leg, u"1"_s);
        QVERIFY(story.isWith(sid, bobOrtega));
        QCOMPARE(story.ringsOf(bobOrtega), 1);
        QVERIFY(story.notices.isEmpty());
    }

    void theNameWillDoAsWell()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        QVERIFY(!story.ask(story.ann, GiveTo{sid, u"Dan Wolf"_s}));
        QCOMPARE(story.ringsOf(danWolf), 1);
    }

    void blindInVainTheCallerStaysAndTheDeskIsToldByWhomAndWhy_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("why");
        QTest::newRow("busy") << u"busy"_s
                              << u"The phone of Bob Ortega is busy. Priya Raman stays in line."_s;
        QTest::newRow("no answer") << u"no-answer"_s
                                   << u"Bob Ortega did not answer the phone. Priya Raman stays in line."_s;
        QTest::newRow("a mailbox presses no key")
            << u"completed"_s
            << u"The phone of Bob Ortega was answered, but nobody pressed 1. Priya Raman stays in line."_s;
        QTest::newRow("failed")
            << u"failed"_s
            << u"The phone of Bob Ortega could not be reached. Priya Raman stays in line. Please check its number."_s;
    }
    void blindInVainTheCallerStaysAndTheDeskIsToldByWhomAndWhy()
    {
        QFETCH(QString, status);
        QFETCH(QString, why);
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega);
        const QString leg = story.legOf(bobOrtega);
        if (status == "completed"_L1)
            story.answers(leg);
        story.legEnds(leg, status);
        QVERIFY(story.waitsInLine(sid));
        QVERIFY(story.notices.contains(why));
        QCOMPARE(story.call(sid).remark, why);
        QCOMPARE(story.ringsOf(bobOrtega), 1);
        QVERIFY(!story.gives(sid, danWolf)); // somebody else may have them
        QCOMPARE(story.ringsOf(danWolf), 1);
    }

    void aMailboxThatIsKnownForOneIsNotPutThrough()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega);
        const QString leg = story.legOf(bobOrtega);
        story.follow(leg, story.tell(LegAsks{story.carrier.leg(leg)->intent, leg, {}, {}, true, {}}));
        QVERIFY(story.waitsInLine(sid));
        QVERIFY(story.told(u"A mailbox answered the phone of Bob Ortega."_s));
    }

    void theGiverStopsTheRinging()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega);
        QVERIFY(story.ask(story.ben, CancelRinging{sid})); // who has nothing to do with it may not
        QVERIFY(!story.ask(story.ann, CancelRinging{sid}));
        QVERIFY(story.waitsInLine(sid));
        QCOMPARE(story.carrier.leg(story.legOf(bobOrtega))->status, u"completed"_s);
    }

    void theCallerHangsUpAndTheirPhoneIsReleased()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega);
        story.hangsUp(sid);
        story.pass(1s);
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        QCOMPARE(story.carrier.leg(story.legOf(bobOrtega))->status, u"completed"_s);
        QVERIFY(story.told(u"Priya Raman hung up while the phone of Bob Ortega was ringing."_s));
    }

    void askedByTextTheyHaveTheCallerWhenTheySayYes()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        QVERIFY(!story.gives(sid, bobOrtega, true));
        QCOMPARE(story.carrier.textsTo(bobOrtega.number).size(), 1);
        QCOMPARE(story.call(sid).asking, u"Asking Bob Ortega by text"_s);
        QVERIFY(story.waitsInLine(sid));
        QCOMPARE(story.ringsOf(bobOrtega), 0);
        story.replies(bobOrtega, u"yes"_s);
        const QString leg = story.legOf(bobOrtega);
        story.answers(leg);
        story.presses(leg, u"1"_s);
        QVERIFY(story.isWith(sid, bobOrtega));
    }

    void askedByAShortCallTheKeyTakesTheCaller()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        QVERIFY(!story.gives(sid, danWolf, true));
        QVERIFY(story.waitsInLine(sid)); // anybody may still pull them
        QCOMPARE(story.call(sid).asking, u"Asking Dan Wolf by phone"_s);
        const QString leg = story.legOf(danWolf);
        story.answers(leg);
        story.pressesAnswer(leg, u"1"_s);
        QVERIFY(story.isWith(sid, danWolf));
        QCOMPARE(story.ringsOf(danWolf), 1); // the phone that was asked is the one that talks
    }

    void askedAndDeclinedTheCallerStaysAndTheDeskIsTold()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega, true);
        story.replies(bobOrtega, u"later"_s);
        QVERIFY(story.waitsInLine(sid));
        QVERIFY(story.told(u"Bob Ortega can't take Priya Raman now"_s));
        QVERIFY(story.call(sid).remark.contains(u"Bob Ortega"_s));
        story.gives(sid, danWolf, true);
        QVERIFY(story.call(sid).remark.isEmpty()); // a new try
        story.answers(story.legOf(danWolf));
        story.legEnds(story.legOf(danWolf), u"completed"_s);
        QVERIFY(story.told(u"Whoever answered the phone of Dan Wolf did not take Priya Raman"_s));
        story.gives(sid, danWolf, true);
        story.legEnds(story.legOf(danWolf), u"busy"_s);
        QVERIFY(story.told(u"The phone of Dan Wolf was not answered."_s));
        QVERIFY(story.waitsInLine(sid));
        story.pass(10min);
        QVERIFY(story.waitsInLine(sid)); // no list of phones has sent them to voicemail
    }

    void noAnswerInTimeAndTheDeskIsTold()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega, true);
        story.pass(59s);
        QVERIFY(story.notices.isEmpty());
        story.pass(2s);
        QVERIFY(story.told(u"Bob Ortega has not answered the question. Priya Raman stays in line."_s));
        QVERIFY(story.waitsInLine(sid));
        QCOMPARE(story.call(sid).asking, u"No answer from Bob Ortega"_s);
        story.pass(5min);
        QCOMPARE(story.notices.size(), 1);   // once
        story.replies(bobOrtega, u"take"_s); // late, but the caller is still there
        QCOMPARE(story.call(sid).seat, u"Bob Ortega"_s);
    }

    void yesByTextAndThenNoAnswerIsToldToBoth()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega, true);
        story.replies(bobOrtega, u"take"_s);
        story.legEnds(story.legOf(bobOrtega), u"no-answer"_s);
        QVERIFY(story.waitsInLine(sid));
        QVERIFY(story.told(u"Bob Ortega did not answer the phone. Priya Raman stays in line."_s));
        QVERIFY(story.carrier.textsTo(bobOrtega.number).last().contains("still waiting"_L1));
    }

    void whoTalksIsPutOnHoldFirstAndHearsMusic()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        const QDateTime arrival = story.call(sid).arrival;
        const QString annsLeg = story.connects(sid, story.ann);
        QVERIFY(!story.gives(sid, bobOrtega));
        QCOMPARE(story.where(sid), Where::Queue);
        QCOMPARE(story.state(sid), CallState::Connecting);
        QCOMPARE(story.call(sid).seat, u"Bob Ortega"_s);
        QCOMPARE(story.call(sid).arrival, arrival);
        // Nobody tells them that they are back in line.
        for (const Step &step : story.carrier.people.value(sid).hears)
            QVERIFY(!std::holds_alternative<Say>(step));
        story.pass(1s);
        QCOMPARE(story.carrier.leg(annsLeg)->status, u"completed"_s); // as after every hold
        story.answers(story.legOf(bobOrtega));
        story.presses(story.legOf(bobOrtega), u"1"_s);
        QVERIFY(story.isWith(sid, bobOrtega));
    }

    void whoTalksAndCannotBePassedOnWaitsInLine()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        story.gives(sid, danWolf, true);
        QVERIFY(story.waitsInLine(sid));
        story.legEnds(story.legOf(danWolf), u"no-answer"_s);
        QVERIFY(story.waitsInLine(sid));
        QVERIFY(story.told(u"The phone of Dan Wolf was not answered."_s));
    }

    void whoTalksStaysWhereTheHoldIsRefused()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Refused}};
        story.gives(sid, bobOrtega);
        QCOMPARE(story.state(sid), CallState::Connected);
        QCOMPARE(story.call(sid).seat, story.ann.name);
        QVERIFY(story.call(sid).givingTo.isEmpty());
        QCOMPARE(story.ringsOf(bobOrtega), 0);
        QVERIFY(!story.ask(story.ann, PutOnHold{sid})); // means what it says, and nothing more
        story.pass(10s);
        QVERIFY(story.waitsInLine(sid));
        QCOMPARE(story.ringsOf(bobOrtega), 0);
    }

    void killedInTheMiddleNothingIsRungTwice_data()
    {
        QTest::addColumn<bool>("arrived"); // did the request to ring get there?
        QTest::newRow("request sent") << true;
        QTest::newRow("request lost") << false;
    }
    void killedInTheMiddleNothingIsRungTwice()
    {
        QFETCH(bool, arrived);
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::Unclear, arrived}};
        story.gives(sid, bobOrtega);
        story.killAndRestart();
        story.pass(20s);
        QCOMPARE(story.ringsOf(bobOrtega), 1);
        if (arrived) {
            QCOMPARE(story.call(sid).seat, u"Bob Ortega"_s);
            story.answers(story.legOf(bobOrtega));
            story.presses(story.legOf(bobOrtega), u"1"_s);
            QVERIFY(story.isWith(sid, bobOrtega));
        } else {
            QVERIFY(story.waitsInLine(sid));
            QVERIFY(story.told(u"The phone of Bob Ortega did not ring"_s));
        }
    }

    void killedWhileAskingTheQuestionIsStillAboutThem()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, bobOrtega, true);
        story.pass(10s);
        story.killAndRestart();
        story.pass(10s);
        QCOMPARE(story.carrier.textsTo(bobOrtega.number).size(), 1);
        QCOMPARE(story.call(sid).asking, u"Asking Bob Ortega by text"_s);
        story.pass(2min);
        QVERIFY(story.told(u"Bob Ortega has not answered the question."_s));
        QVERIFY(story.waitsInLine(sid));
    }

    void killedOnTheWayToHoldTheyAreStillPassedOn()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Unclear, true}};
        story.gives(sid, bobOrtega);
        QCOMPARE(story.state(sid), CallState::Connected); // as far as anybody here knows
        story.killAndRestart();
        story.pass(10s);
        QCOMPARE(story.call(sid).seat, u"Bob Ortega"_s);
        QCOMPARE(story.call(sid).givenBy, story.ann.name);
        QCOMPARE(story.ringsOf(bobOrtega), 1);
    }

    void besidesTheListNobodyIsAskedTwice()
    {
        PassingStory story;
        story.options.asking.alsoWithDesk = true; // the list asks Bob at once, and Dan after a minute
        story.options.asking.then = AskEnd::KeepWaiting;
        story.open();
        const QString sid = story.waits();
        QCOMPARE(story.carrier.textsTo(bobOrtega.number).size(), 1);
        const auto refusal = story.gives(sid, bobOrtega, true);
        QVERIFY(refusal);
        QCOMPARE(refusal->sentence, u"Bob Ortega is being asked about this caller already."_s);
        story.gives(sid, danWolf, true);
        QCOMPARE(story.call(sid).asking, u"Asking Bob Ortega by text, Dan Wolf by phone"_s);
        story.legEnds(story.legOf(danWolf), u"busy"_s);
        story.pass(10min);
        QCOMPARE(story.ringsOf(danWolf), 1);
        QCOMPARE(story.carrier.textsTo(bobOrtega.number).size(), 1);
        QVERIFY(story.waitsInLine(sid));
    }

    void somebodyElsePullsThemMeanwhile()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        story.gives(sid, danWolf, true);
        const QString asked = story.legOf(danWolf);
        story.connects(sid, story.ben);
        QCOMPARE(story.call(sid).seat, story.ben.name);
        story.pass(1s);
        QCOMPARE(story.carrier.leg(asked)->status, u"completed"_s); // nobody is asked any more
        QVERIFY(story.notices.isEmpty());
    }

    void whatCannotBeIsRefusedWithASentence()
    {
        PassingStory story;
        story.open();
        const QString sid = story.waits();
        QCOMPARE(story.ask(story.ann, GiveTo{u"CAnobody"_s, bobOrtega.number})->code,
                 RefusalCode::UnknownCall);
        const auto stranger = story.ask(story.ann, GiveTo{sid, u"+14155550199"_s});
        QVERIFY(stranger && stranger->sentence.contains("not on the list"_L1));
        QCOMPARE(story.ask(story.vic, GiveTo{sid, bobOrtega.number})->code, RefusalCode::NotAllowed);
        Seat bobsConsole = story.ben;
        bobsConsole.phone = bobOrtega.number;
        const auto own = story.ask(bobsConsole, GiveTo{sid, bobOrtega.number});
        QVERIFY(own && own->sentence.contains("your own phone"_L1));
        const QString greeted = story.dials();
        const auto tooEarly = story.gives(greeted, bobOrtega);
        QVERIFY(tooEarly && tooEarly->sentence.contains("greeting"_L1));
        // A screener does not take a caller away from the host.
        const QString talking = story.waits(u"Ada"_s);
        story.connects(talking, story.ann);
        QCOMPARE(story.ask(story.ben, GiveTo{talking, bobOrtega.number})->code, RefusalCode::NotAllowed);
        // Whose phone is in use is not rung; and nobody has a caller twice.
        QVERIFY(!story.ask(story.ben, GiveTo{sid, bobOrtega.number})); // but gives one who waits
        QCOMPARE(story.gives(sid, danWolf)->code, RefusalCode::Taken);
        const QString other = story.waits(u"Cid"_s);
        const auto busy = story.gives(other, bobOrtega);
        QVERIFY(busy && busy->sentence.contains("Bob Ortega is on the phone just now"_L1));
        QCOMPARE(story.ringsOf(bobOrtega), 1);
    }

    void whoMayBeGivenACallerIsTold()
    {
        PassingStory story;
        story.open();
        QCOMPARE(story.desk->people(), (QList<AskPhone>{bobOrtega, danWolf}));
        QList<AskPhone> heard;
        int times = 0;
        QObject::connect(story.desk.get(), &Switchboard::peopleChanged, story.desk.get(),
                         [&](const QList<AskPhone> &people) {
                             heard = people;
                             ++times;
                         });
        AskPlan plan = story.options.asking;
        plan.secondsForEach = 30;
        story.desk->setAskPlan(plan);
        QCOMPARE(times, 0);
        plan.phones = {danWolf};
        story.desk->setAskPlan(plan);
        QCOMPARE(heard, QList<AskPhone>{danWolf});
    }
};

QTEST_GUILESS_MAIN(TestPassingOn)
#include "test_passing_on.moc"
