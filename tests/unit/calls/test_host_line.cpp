// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_call.h"
#include "calls/pin.h"
#include "helpers/switchboard_story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;

namespace {

const QString hostNumber = u"+14155550199"_s;
const QString annsPhone = u"+14155550171"_s;
const QString bensPhone = u"+14155550172"_s;
const QString annsPin = u"482913"_s;
const QString bensPin = u"730561"_s;

/// Made once: a hash takes its time.
const HostPlan &hosts()
{
    static const HostPlan plan = [] {
        HostPlan made;
        made.number = hostNumber;
        made.people = {{u"Ann"_s, annsPhone, hashedPin(annsPin)}, {u"Ben"_s, bensPhone, hashedPin(bensPin)}};
        return made;
    }();
    return plan;
}

/// A desk with a number for its hosts, and what they do on the telephone.
class HostStory : public SwitchboardStory
{
public:
    HostStory() { options.host = hosts(); }

    QString hostDials(const QString &from = annsPhone, bool proven = false)
    {
        const QString sid = u"CAhost%1"_s.arg(++m_hosts);
        FakeCarrier::Person person;
        person.from = from;
        person.dialled = hostNumber;
        person.started = clock.now();
        carrier.people.insert(sid, person);
        Caller caller;
        caller.number = from;
        follow(sid, tell(CallArrived{sid, hostNumber, caller, proven}));
        return sid;
    }
    /// The document's next request, as the phone company makes it.
    void cue(const QString &sid, const QString &name, const QString &digits = {})
    {
        CallAsks asks;
        asks.sid = sid;
        asks.cue = name;
        asks.digits = digits;
        asks.line = hostNumber;
        asks.caller.number = carrier.people.value(sid).from;
        follow(sid, tell(asks));
    }
    void types(const QString &sid, const QString &digits)
    {
        for (const Step &step : std::as_const(heard[sid]))
            if (const auto *keys = std::get_if<AskKeys>(&step))
                return cue(sid, keys->cue, digits);
        QFAIL("Nobody listens to keys");
    }
    /// No key is pressed.
    void staysSilent(const QString &sid)
    {
        for (const Step &step : std::as_const(heard[sid]))
            if (const auto *again = std::get_if<AskAgain>(&step))
                return cue(sid, again->cue);
    }
    /// Ann is called back instead of asked for her PIN.
    void callsAnnBack() { options.host.people.first().callsBack = true; }
    /// Somebody dials whose phone shows Ann's number, hears what there is to hear, and the call is over.
    QString asksToBeCalledBack()
    {
        const QString sid = hostDials();
        hostHangsUp(sid);
        return sid;
    }
    /// A phone that we have rung is answered, or asks on; what it hears.
    void legAsks(const QString &leg, const QString &name = {}, const QString &digits = {},
                 bool machine = false)
    {
        carrier.leg(leg)->status = u"in-progress"_s;
        heard[leg] = SwitchboardStory::follow(
            leg, tell(LegAsks{carrier.leg(leg)->intent, leg, name, digits, machine, {}}));
    }
    void legTypes(const QString &leg, const QString &digits)
    {
        for (const Step &step : std::as_const(heard[leg]))
            if (const auto *keys = std::get_if<AskKeys>(&step))
                return legAsks(leg, keys->cue, digits);
        QFAIL("Nobody listens to keys");
    }
    int rings() const { return carrier.countOf(u"ringPhone"_s); }
    QString comesIn(const QString &from = annsPhone, const QString &pin = annsPin)
    {
        const QString sid = hostDials(from);
        types(sid, pin);
        return sid;
    }
    /// The * key ends the visit: the studio is over for whoever is in it, and the phone company asks for
    /// both.
    void star(const QString &sid)
    {
        QString caller;
        for (const Call &call : desk->snapshot().calls)
            if (call.state == CallState::Connected && call.seat == phoneOf(sid).seat)
                caller = call.sid;
        const QString room = phoneOf(sid).room;
        carrier.people[sid].room.clear();
        tell(StudioNews{room, sid, false});
        cue(sid, u"host_left"_s);
        if (!caller.isEmpty())
            SwitchboardStory::cue(caller, u"left_studio"_s, u"answered"_s);
        staysSilent(sid); // asks again at once: it lives
    }
    void hostHangsUp(const QString &sid)
    {
        carrier.people[sid].where = Where::Over;
        tell(CallEnded{sid, u"completed"_s, hostNumber});
    }
    bool hears(const QString &sid, const QString &part) const
    {
        for (const Step &step : heard.value(sid)) {
            const auto *say = std::get_if<Say>(&step);
            const auto *ask = std::get_if<AskKeys>(&step);
            if ((say && say->text.contains(part)) || (ask && ask->prompt.contains(part)))
                return true;
        }
        return false;
    }
    bool isSentAway(const QString &sid) const
    {
        return !heard.value(sid).isEmpty() && std::holds_alternative<HangUp>(heard.value(sid).last()) &&
               std::holds_alternative<Say>(heard.value(sid).first());
    }
    bool isInStudio(const QString &sid) const
    {
        return !heard.value(sid).isEmpty() && std::holds_alternative<JoinStudio>(heard.value(sid).last());
    }
    SeatPhone phoneOf(const QString &sid) const
    {
        for (const SeatPhone &phone : desk->phones())
            if (phone.leg == sid)
                return phone;
        return {};
    }
    CallState state(const QString &sid) const { return call(sid).state; }
    Where where(const QString &sid) const { return carrier.people.value(sid).where; }

    QHash<QString, Steps> heard;

private:
    void follow(const QString &sid, const Steps &steps)
    {
        heard[sid] = steps;
        carrier.follow(sid, steps);
    }
    int m_hosts = 0;
};

} // namespace

class TestHostLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHostIsNoCaller()
    {
        HostStory story;
        story.open();
        story.waits();
        const QString host = story.hostDials();
        QCOMPARE(story.desk->snapshot().calls.size(), 1);
        story.types(host, annsPin);
        QCOMPARE(story.desk->snapshot().calls.size(), 1);
        story.hostHangsUp(host);
        story.pass(30s);
        QCOMPARE(story.desk->snapshot().calls.size(), 1);
        QVERIFY(story.desk->missedCalls().isEmpty());
        QCOMPARE(story.queue().size(), 1);
    }

    void hearsWhoWaits()
    {
        HostStory story;
        story.open();
        const QString host = story.comesIn();
        QVERIFY(story.hears(host, u"Hello Ann."_s));
        QVERIFY(story.hears(host, u"Nobody waits."_s));
        story.waits();
        story.pass(4min);
        story.waits(u"Omar"_s);
        story.types(host, u"0"_s);
        QVERIFY(story.hears(host, u"2 callers wait. First is Priya Raman, waiting 4 minutes."_s));
        QVERIFY(!story.hears(host, u"Hello"_s)); // once
    }

    void theChosenCallerComesIntoTheStudio()
    {
        HostStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits(u"Omar"_s);
        story.ask(story.ann, MoveInOrder{second, first}); // by our order, not the phone company's
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        QVERIFY(story.isInStudio(host));
        QVERIFY(story.hears(host, u"Omar."_s));
        QCOMPARE(story.state(second), CallState::Connected);
        QCOMPARE(story.carrier.people.value(second).room, story.carrier.people.value(host).room);
        QCOMPARE(story.carrier.count(u"instruct "_s + second), 1);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 0); // the phone is on the line
        QCOMPARE(story.state(first), CallState::Waiting);
    }

    void starMovesOn()
    {
        HostStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits(u"Omar"_s);
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.star(host);
        QVERIFY(story.hears(host, u"Priya Raman is thanked, unless"_s));
        QVERIFY(!story.call(first).hasEnded());
        story.staysSilent(host);
        QVERIFY(story.isInStudio(host));
        QCOMPARE(story.state(second), CallState::Connected);
        QCOMPARE(story.call(first).outcome, Outcome::Thanked);
        QCOMPARE(story.where(first), Where::Goodbye);
    }

    void starTwiceIsFaster()
    {
        HostStory story;
        story.open();
        story.waits();
        const QString second = story.waits(u"Omar"_s);
        const QString host = story.comesIn();
        story.types(host, u"*"_s);
        story.star(host);
        story.types(host, u"*"_s);
        QVERIFY(story.isInStudio(host));
        QCOMPARE(story.state(second), CallState::Connected);
    }

    void theCallerGoesWhereTheKeySays_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<AfterTalk>("setting");
        QTest::addColumn<Where>("where");
        QTest::newRow("2: back in line") << u"2"_s << AfterTalk::Thank << Where::Queue;
        QTest::newRow("3: voicemail") << u"3"_s << AfterTalk::Thank << Where::Voicemail;
        QTest::newRow("0: waits for another key") << u"0"_s << AfterTalk::Thank << Where::Queue;
        QTest::newRow("none: thanked") << QString() << AfterTalk::Thank << Where::Goodbye;
        QTest::newRow("none: back in line") << QString() << AfterTalk::BackInLine << Where::Queue;
        QTest::newRow("none: voicemail") << QString() << AfterTalk::Voicemail << Where::Voicemail;
    }
    void theCallerGoesWhereTheKeySays()
    {
        QFETCH(QString, key);
        QFETCH(AfterTalk, setting);
        QFETCH(Where, where);
        HostStory story;
        story.options.host.afterTalk = setting;
        story.open();
        const QString caller = story.waits();
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.star(host);
        if (key.isEmpty())
            story.staysSilent(host);
        else
            story.types(host, key);
        story.pass(10s);
        QCOMPARE(story.where(caller), where);
        QVERIFY(!story.isInStudio(host)); // nobody else waits: not the same one again
        QVERIFY(story.hears(host, u"hear this again"_s));
    }

    void whoIsBackInLineIsNotNext()
    {
        HostStory story;
        story.options.host.afterTalk = AfterTalk::BackInLine;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits(u"Omar"_s);
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.star(host);
        story.staysSilent(host);
        story.pass(5s);
        QCOMPARE(story.state(first), CallState::Waiting);
        QCOMPARE(story.queue().first(), first); // arrival and order are kept
        QCOMPARE(story.state(second), CallState::Connected);
        story.star(host);
        story.staysSilent(host);
        QVERIFY(story.hears(host, u"Nobody else waits."_s));
        story.pass(5s);
        story.types(host, u"1"_s); // once round: from the front again
        QCOMPARE(story.state(first), CallState::Connected);
    }

    void nextWithNobodyWaiting()
    {
        HostStory story;
        story.open();
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        QVERIFY(!story.isInStudio(host));
        QVERIFY(story.hears(host, u"Nobody waits."_s));
        story.types(host, u"2"_s);
        QVERIFY(story.hears(host, u"nobody on the line with you"_s));
        story.types(host, u"7"_s);
        QVERIFY(story.hears(host, u"does nothing"_s));
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 0);
    }

    void theCallerHangsUpAndTheHostIsToldSo()
    {
        HostStory story;
        story.open();
        const QString caller = story.waits();
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.hangsUp(caller);
        story.pass(3s);
        QCOMPARE(story.carrier.count(u"instruct "_s + host), 1); // fetched out of a silent studio, once
        story.cue(host, u"host_left"_s); // of the interrupted visit; its answer is not heard
        story.cue(host, u"host_menu"_s);
        QVERIFY(story.hears(host, u"Priya Raman has hung up. Nobody waits."_s));
        QVERIFY(!story.isSentAway(host));
    }

    void theCallerIsGoneBeforeTheyAreMoved()
    {
        HostStory story;
        story.open();
        const QString caller = story.waits();
        const QString host = story.comesIn();
        story.hangsUpUnheard(caller);
        story.types(host, u"1"_s);
        story.pass(10s);
        QVERIFY(story.call(caller).hasEnded());
        QCOMPARE(story.carrier.count(u"instruct "_s + host), 1);
        story.cue(host, u"host_menu"_s);
        QVERIFY(story.hears(host, u"Nobody waits."_s));
    }

    void theHostHangsUpInTheMiddleOfAMove()
    {
        HostStory story;
        story.open();
        const QString caller = story.waits();
        const QDateTime arrival = story.call(caller).arrival;
        const QString host = story.comesIn();
        story.carrier.held.insert(u"instruct"_s);
        story.types(host, u"1"_s);
        story.hostHangsUp(host);
        story.carrier.release(u"instruct"_s);
        story.pass(10s);
        QCOMPARE(story.where(caller), Where::Queue);
        QCOMPARE(story.state(caller), CallState::Waiting);
        QCOMPARE(story.call(caller).arrival, arrival);
    }

    void theHostHangsUpInATalk()
    {
        HostStory story;
        story.open();
        const QString caller = story.waits();
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.cue(host, u"host_left"_s); // the phone company asks, although nobody is there to be answered
        story.SwitchboardStory::cue(caller, u"left_studio"_s, u"completed"_s);
        story.hostHangsUp(host);
        story.pass(10s);
        QCOMPARE(story.state(caller), CallState::Waiting);
        QCOMPARE(story.where(caller), Where::Queue);
        QCOMPARE(story.phoneOf(host).leg, QString());
    }

    void theHostHangsUpUnheard()
    {
        HostStory story;
        story.open();
        const QString caller = story.waits();
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.carrier.people[host].where = Where::Over;
        story.pass(60s);
        QCOMPARE(story.state(caller), CallState::Waiting);
        QCOMPARE(story.where(caller), Where::Queue);
    }

    void starBeforeTheCallerHasArrived()
    {
        HostStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits(u"Omar"_s);
        const QString host = story.comesIn();
        story.carrier.held.insert(u"instruct"_s);
        story.types(host, u"1"_s);
        story.star(host);
        story.staysSilent(host);
        story.carrier.release(u"instruct"_s);
        story.pass(5s);
        QCOMPARE(story.state(second), CallState::Connected);
        QCOMPARE(story.state(first),
                 CallState::Waiting); // too late for their talk, and not in the next one's
        QCOMPARE(story.where(first), Where::Queue);
    }

    void twoHosts()
    {
        HostStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits(u"Omar"_s);
        const QString ann = story.comesIn();
        const QString ben = story.comesIn(bensPhone, bensPin);
        story.types(ann, u"1"_s);
        QVERIFY(story.hears(ben, u"Hello Ben"_s));
        story.types(ben, u"1"_s);
        QCOMPARE(story.call(first).seat, u"Ann (by phone)"_s);
        QCOMPARE(story.call(second).seat, u"Ben (by phone)"_s);
        QVERIFY(story.phoneOf(ann).room != story.phoneOf(ben).room);
        story.hostHangsUp(ann);
        story.SwitchboardStory::cue(first, u"left_studio"_s, u"completed"_s);
        story.pass(5s);
        QCOMPARE(story.state(first), CallState::Waiting);
        QCOMPARE(story.state(second), CallState::Connected);
    }

    void onePersonOnTwoPhones()
    {
        HostStory story;
        story.open();
        const QString one = story.comesIn();
        const QString other = story.hostDials(u"+14085550000"_s);
        story.types(other, u"4155550171"_s);
        story.types(other, annsPin);
        QVERIFY(story.hears(other, u"Hello Ann"_s));
        QVERIFY(story.phoneOf(one).seat != story.phoneOf(other).seat);
    }

    void theLineIsClosedAndOpened()
    {
        HostStory story;
        story.open();
        const QString host = story.comesIn();
        story.types(host, u"9"_s);
        QVERIFY(!story.desk->line().open);
        QVERIFY(story.hears(host, u"The line is closed."_s));
        QCOMPARE(story.carrier.lines.value(story.options.line.number), LineTarget::Closed);
        story.types(host, u"9"_s);
        QVERIFY(story.desk->line().open);
        QVERIFY(story.hears(host, u"The line is open."_s));
    }

    void aLineThatLacksItsNoticeStaysClosed()
    {
        HostStory story;
        story.options.manners.airs = true;
        story.open();
        QVERIFY(!story.desk->line().open);
        const QString host = story.comesIn();
        story.types(host, u"9"_s);
        QVERIFY(!story.desk->line().open);
        QVERIFY(story.hears(host, u"the notice is empty"_s));
    }

    void closingOutAsksFirst()
    {
        HostStory story;
        story.open();
        const QString caller = story.waits();
        const QString host = story.comesIn();
        story.types(host, u"8"_s);
        QVERIFY(story.hears(host, u"Press 8 again"_s));
        story.types(host, u"1"_s);
        QVERIFY(story.hears(host, u"Nothing was closed out."_s));
        story.types(host, u"8"_s);
        story.staysSilent(host); // no answer is no
        QCOMPARE(story.desk->closeOut().phase, CloseOutStatus::Phase::None);
        story.types(host, u"8"_s);
        story.types(host, u"8"_s);
        story.pass(30s);
        QCOMPARE(story.call(caller).outcome, Outcome::Thanked);
        QVERIFY(!story.desk->line().open);
    }

    void fiveWrongPinsCloseTheDoor()
    {
        HostStory story;
        story.open();
        QString host = story.hostDials();
        for (int i = 0; i < 4; ++i) {
            story.types(host, u"000000"_s);
            QVERIFY(story.hears(host, u"not right"_s));
        }
        story.hostHangsUp(host); // hanging up does not help
        host = story.hostDials();
        story.types(host, u"000000"_s);
        QVERIFY(story.isSentAway(host));
        QVERIFY(story.hears(host, u"Try again in 15 minutes."_s));
        story.pass(5min);
        story.killAndRestart();
        host = story.hostDials();
        QVERIFY(story.isSentAway(host));
        QVERIFY(story.hears(host, u"Try again in 10 minutes."_s));
        // The person, too: not from another phone, not with the right PIN.
        const QString other = story.hostDials(u"+14085550000"_s);
        story.types(other, annsPhone);
        story.types(other, annsPin);
        QVERIFY(story.isSentAway(other));
        QVERIFY(!story.hears(story.hostDials(bensPhone), u"Try again"_s)); // Ben is not to blame
        story.pass(11min);
        host = story.comesIn();
        QVERIFY(story.hears(host, u"Hello Ann."_s));
    }

    void aPhoneThatTriesEverybodyIsLockedToo()
    {
        HostStory story;
        story.open();
        const QString phone = u"+14085550000"_s;
        for (const QString &claimed : {annsPhone, bensPhone, annsPhone, bensPhone, u"+14159999999"_s}) {
            const QString host = story.hostDials(phone);
            story.types(host, claimed);
            QVERIFY(story.hears(host, u"PIN"_s)); // whether listed or not
            story.types(host, u"000000"_s);
        }
        QVERIFY(story.isSentAway(story.hostDials(phone)));
        QVERIFY(!story.isSentAway(story.hostDials())); // two errors are no reason to lock Ann out
    }

    void whoHidesIsOnePhone()
    {
        HostStory story;
        story.open();
        for (int i = 0; i < 5; ++i) {
            const QString host = story.hostDials(QString());
            story.types(host, u"+14159999999"_s);
            story.types(host, u"000000"_s);
        }
        QVERIFY(story.isSentAway(story.hostDials(QString())));
    }

    void theRightPinForgetsErrors()
    {
        HostStory story;
        story.open();
        for (int round = 0; round < 3; ++round) {
            const QString host = story.hostDials();
            for (int i = 0; i < 4; ++i)
                story.types(host, u"000000"_s);
            story.types(host, annsPin);
            QVERIFY(story.hears(host, u"Hello Ann."_s));
            story.hostHangsUp(host);
        }
        QVERIFY(story.journal.saved().pinErrors.isEmpty());
    }

    void aForgedNumberGetsNothing()
    {
        HostStory story;
        story.options.host.trustsProvenPhones = true;
        story.open();
        story.waits();
        const QString host = story.hostDials(annsPhone, false);
        for (const QString &cue : {u"host_key"_s, u"host_menu"_s, u"host_next"_s, u"host_there"_s,
                                   u"let_in"_s, u"goes_in"_s, u"comes_back"_s}) {
            story.cue(host, cue, u"1"_s);
            QVERIFY2(!story.hears(host, u"Priya"_s) && !story.hears(host, u"wait"_s), qPrintable(cue));
            QVERIFY(!story.hears(host, u"Ann"_s));
        }
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 0);
        QVERIFY(story.phoneOf(host).seat.isEmpty());
    }

    void aProvenPhoneMayListenAndAskForTheNext()
    {
        HostStory story;
        story.options.host.trustsProvenPhones = true;
        story.open();
        const QString caller = story.waits();
        const QString host = story.hostDials(annsPhone, true);
        QVERIFY(story.hears(host, u"One caller waits"_s));
        QVERIFY(!story.hears(host, u"close"_s));
        story.types(host, u"9"_s);
        QVERIFY(story.hears(host, u"PIN"_s));
        QVERIFY(story.desk->line().open);
        story.types(host, u"000000"_s);
        story.types(host, annsPin);
        story.types(host, u"9"_s);
        QVERIFY(!story.desk->line().open);
        const QString second = story.hostDials(annsPhone, true);
        story.types(second, u"1"_s);
        QCOMPARE(story.state(caller), CallState::Connected);
        story.star(second);
        story.types(second, u"3"_s);
        QVERIFY(story.hears(second, u"PIN"_s));
        story.pass(5s);
        QCOMPARE(story.state(caller), CallState::Waiting);
    }

    void aProvenPhoneNeedsThePinUnlessTheSettingsSayOtherwise()
    {
        HostStory story;
        story.open();
        QVERIFY(story.hears(story.hostDials(annsPhone, true), u"PIN"_s));
    }

    void aRestartedDeskKnowsItsHost()
    {
        HostStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits(u"Omar"_s);
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.killAndRestart();
        QCOMPARE(story.state(first), CallState::Connected);
        story.star(host);
        story.staysSilent(host);
        QCOMPARE(story.state(second), CallState::Connected);
        QCOMPARE(story.call(first).outcome, Outcome::Thanked);
        story.star(host);
        story.types(host, u"0"_s);
        story.types(host, u"9"_s); // who was let in before the restart has to say the PIN for more
        QVERIFY(story.hears(host, u"PIN"_s));
        story.types(host, annsPin);
        story.types(host, u"9"_s);
        QVERIFY(!story.desk->line().open);
    }

    void aHostWhoHungUpWhileTheDeskWasAway()
    {
        HostStory story;
        story.open();
        const QString caller = story.waits();
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.journal.die();
        story.close();
        story.carrier.people[host].where = Where::Over;
        story.journal.revive();
        story.open();
        story.pass(60s);
        QCOMPARE(story.state(caller), CallState::Waiting);
        QCOMPARE(story.where(caller), Where::Queue);
    }

    void withoutHostsTheNumberSaysSo()
    {
        HostStory story;
        story.options.host.people.clear();
        story.open();
        QVERIFY(story.isSentAway(story.hostDials()));
        HostPlan noPin = hosts();
        noPin.people.first().pin.clear();
        story.desk->setHostPlan(noPin);
        const QString host = story.hostDials();
        QVERIFY(story.isSentAway(host));
        QVERIFY(story.hears(host, u"No PIN is set"_s));
    }

    void aForgottenTelephoneIsLetGo()
    {
        HostStory story;
        story.open();
        const QString host = story.comesIn();
        for (int i = 0; i < 100 && !story.isSentAway(host); ++i)
            story.staysSilent(host);
        QVERIFY(story.isSentAway(host));
    }

    void theSameNewsTwiceChangesNothingTwice()
    {
        HostStory story;
        story.open();
        story.waits();
        const QString second = story.waits(u"Omar"_s);
        const QString host = story.comesIn();
        story.types(host, u"1"_s);
        story.cue(host, u"host_key"_s, u"1"_s);
        QVERIFY(story.isInStudio(host));
        QCOMPARE(story.state(second), CallState::Waiting);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 1);
    }

    void aListedPhoneIsCalledBack()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        const QString caller = story.waits();
        const QString host = story.hostDials();
        QVERIFY(story.isSentAway(host));
        QVERIFY(story.hears(host, u"called back"_s));
        story.pass(2s);
        QCOMPARE(story.rings(), 0); // the phone is busy with the call that asks
        story.hostHangsUp(host);
        QCOMPARE(story.rings(), 1);
        QCOMPARE(story.leg().phone, annsPhone);
        QCOMPARE(story.leg().request.line, hostNumber);
        QCOMPARE(story.journal.saved().intents.size(), 1);
        const QString leg = story.leg().sid;
        story.legAsks(leg);
        QVERIFY(story.hears(leg, u"press 1"_s));
        story.legTypes(leg, u"2"_s); // not the key
        QVERIFY(story.hears(leg, u"press 1"_s));
        story.legTypes(leg, u"1"_s);
        QVERIFY(story.hears(leg, u"Hello Ann. One caller waits"_s));
        QVERIFY(story.journal.saved().intents.isEmpty());
        story.legTypes(leg, u"9"_s); // everything, without a PIN
        QVERIFY(!story.desk->line().open);
        story.legTypes(leg, u"1"_s);
        QCOMPARE(story.state(caller), CallState::Connected);
        QCOMPARE(story.carrier.people.value(caller).room, story.carrier.leg(leg)->room);
        story.legEnds(leg, u"completed"_s);
        story.SwitchboardStory::cue(caller, u"left_studio"_s, u"completed"_s);
        story.pass(5s);
        QCOMPARE(story.state(caller), CallState::Waiting);
        QVERIFY(story.phoneOf(leg).seat.isEmpty());
        QCOMPARE(story.rings(), 1);
    }

    void aForgedNumberRingsTheRealPhoneAndGetsNothing()
    {
        HostStory story;
        story.callsAnnBack();
        story.options.host.trustsProvenPhones = true;
        story.open();
        story.waits();
        const QString forger = story.hostDials();
        for (const QString &cue :
             {u"host_pin"_s, u"host_key"_s, u"host_menu"_s, u"host_next"_s, u"host_answer"_s, u"let_in"_s}) {
            story.cue(forger, cue, annsPin);
            QVERIFY2(!story.hears(forger, u"Priya"_s) && !story.hears(forger, u"Ann"_s), qPrintable(cue));
        }
        story.hostHangsUp(forger);
        QCOMPARE(story.rings(), 1);
        const QString leg = story.leg().sid;
        const QString again = story.asksToBeCalledBack(); // it rings: not a second time
        QVERIFY(story.hears(again, u"already"_s));
        QCOMPARE(story.rings(), 1);
        story.legAsks(leg); // Ann wonders, and hangs up
        story.legEnds(leg, u"completed"_s);
        QVERIFY(story.journal.saved().intents.isEmpty());
        QVERIFY(story.phoneOf(leg).seat.isEmpty());
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 0);
        QVERIFY(story.desk->line().open);
    }

    void fiveCallsThatNobodyWantedAreEnoughForAnHour()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        for (int i = 1; i <= 5; ++i) {
            story.asksToBeCalledBack();
            QCOMPARE(story.rings(), i);
            story.legEnds(story.leg().sid, u"no-answer"_s);
            story.pass(1min);
        }
        QVERIFY(story.hears(story.asksToBeCalledBack(), u"too often"_s));
        story.killAndRestart();
        QVERIFY(story.hears(story.asksToBeCalledBack(), u"Try again in 59 minutes."_s));
        QCOMPARE(story.rings(), 5);
        const QString other = story.hostDials(u"+14085550000"_s); // the PIN is another door
        story.types(other, annsPhone);
        story.types(other, annsPin);
        QVERIFY(story.hears(other, u"Hello Ann."_s));
        story.hostHangsUp(other);
        story.pass(1h);
        story.asksToBeCalledBack();
        QCOMPARE(story.rings(), 6);
    }

    void whoAnswersMayBeCalledAsOftenAsTheyLike()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        for (int i = 1; i <= 7; ++i) {
            story.asksToBeCalledBack();
            QCOMPARE(story.rings(), i);
            const QString leg = story.leg().sid;
            story.legAsks(leg);
            story.legTypes(leg, u"1"_s);
            QVERIFY(story.hears(leg, u"Hello Ann."_s));
            QVERIFY(story.hears(story.asksToBeCalledBack(), u"on the line already"_s));
            story.legEnds(leg, u"completed"_s);
        }
    }

    void wrongPinsFromElsewhereKeepNobodyFromBeingCalledBack()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        const QString other = story.hostDials(u"+14085550000"_s);
        story.types(other, annsPhone);
        for (int i = 0; i < 5; ++i)
            story.types(other, u"000000"_s);
        QVERIFY(story.isSentAway(other));
        story.asksToBeCalledBack();
        QCOMPARE(story.rings(), 1);
    }

    void theEndOfTheCallMayGoUnheard()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        const QString host = story.hostDials();
        story.pass(30s);
        QCOMPARE(story.rings(), 1);
        story.hostHangsUp(host); // late
        Caller caller;
        caller.number = annsPhone;
        story.tell(CallArrived{host, hostNumber, caller}); // and once more
        story.legEnds(story.leg().sid, u"busy"_s);
        story.tell(CallArrived{host, hostNumber, caller});
        story.pass(1min);
        QCOMPARE(story.rings(), 1);
    }

    void aMailboxIsNobody()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        story.asksToBeCalledBack();
        const QString leg = story.leg().sid;
        story.legAsks(leg, {}, {}, true);
        QVERIFY(std::holds_alternative<HangUp>(story.heard[leg].first()));
        story.carrier.endLeg(leg); // unheard
        story.pass(1min);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void aLostAnswerRingsNoPhoneTwice_data()
    {
        QTest::addColumn<bool>("acts");
        QTest::newRow("it rings") << true;
        QTest::newRow("it never rang") << false;
    }
    void aLostAnswerRingsNoPhoneTwice()
    {
        QFETCH(bool, acts);
        HostStory story;
        story.callsAnnBack();
        story.open();
        story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::Unclear, acts}};
        story.asksToBeCalledBack();
        story.pass(20s);
        QCOMPARE(story.rings(), 1);
        QCOMPARE(story.journal.saved().intents.isEmpty(), !acts);
        if (!acts)
            return;
        const QString leg = story.leg().sid;
        story.legAsks(leg);
        story.legTypes(leg, u"1"_s);
        QVERIFY(story.hears(leg, u"Hello Ann."_s));
    }

    void aRefusedCallBackIsSaidAtTheDesk()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::Refused}};
        story.asksToBeCalledBack();
        QVERIFY(story.notices.join(u' ').contains("could not be called back"_L1));
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void aRestartWhileThePhoneRings()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        story.asksToBeCalledBack();
        const QString leg = story.leg().sid;
        story.killAndRestart();
        story.pass(10s);
        QCOMPARE(story.rings(), 1);
        story.legAsks(leg);
        story.legTypes(leg, u"1"_s);
        QVERIFY(story.hears(leg, u"Hello Ann."_s));
        story.killAndRestart(); // and in the middle of the call: let in as before
        story.legAsks(leg, u"host_menu"_s);
        story.legTypes(leg, u"9"_s);
        QVERIFY(!story.desk->line().open);
    }

    void aRestartBeforeItRang()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        story.hostDials();
        story.killAndRestart();
        story.pass(1min);
        QCOMPARE(story.rings(), 0);
        QVERIFY(story.journal.saved().intents.isEmpty());
        story.asksToBeCalledBack();
        QCOMPARE(story.rings(), 1);
    }

    void whoIsTakenOffTheListMeanwhileIsNotLetIn()
    {
        HostStory story;
        story.callsAnnBack();
        story.open();
        story.asksToBeCalledBack();
        const QString leg = story.leg().sid;
        story.legAsks(leg);
        HostPlan plan = story.options.host;
        plan.people.removeFirst();
        story.desk->setHostPlan(plan);
        story.legTypes(leg, u"1"_s);
        QVERIFY(std::holds_alternative<HangUp>(story.heard[leg].first()));
        QVERIFY(story.phoneOf(leg).seat.isEmpty());
    }

    void theLineItselfIsNeverTheHostsNumber()
    {
        HostStory story;
        story.options.host.number = story.options.line.number;
        story.open();
        const QString caller = story.waits();
        QCOMPARE(story.state(caller), CallState::Waiting);
    }
};

QTEST_MAIN(TestHostLine)
#include "test_host_line.moc"
