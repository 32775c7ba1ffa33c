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

Command moveOf(IntentKind kind, const QString &sid)
{
    switch (kind) {
    case IntentKind::PutOnHold:
        return PutOnHold{sid};
    case IntentKind::SendToVoicemail:
        return SendToVoicemail{sid};
    case IntentKind::Thank:
        return ThankAndRelease{sid};
    default:
        return HangUpCall{sid};
    }
}

CallState doneStateOf(IntentKind kind)
{
    switch (kind) {
    case IntentKind::MoveToStudio:
        return CallState::Connected;
    case IntentKind::PutOnHold:
        return CallState::Waiting;
    case IntentKind::SendToVoicemail:
        return CallState::LeavingMessage;
    default:
        return CallState::Ended;
    }
}

} // namespace

class TestMoves : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTroubleOnEveryMove_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("trouble");
        QTest::addColumn<bool>("acts");
        for (const IntentKind kind : {IntentKind::MoveToStudio, IntentKind::PutOnHold,
                                      IntentKind::SendToVoicemail, IntentKind::Thank, IntentKind::HangUp}) {
            for (int trouble = int(CarrierTrouble::Gone); trouble < int(CarrierTrouble::Canceled); ++trouble)
                QTest::addRow("%s meets %d", qPrintable(toWord(kind)), trouble)
                    << int(kind) << trouble << false;
            QTest::addRow("%s is cut after it acted", qPrintable(toWord(kind)))
                << int(kind) << int(CarrierTrouble::Unclear) << true;
        }
    }
    void everyTroubleOnEveryMove()
    {
        QFETCH(int, kind);
        QFETCH(int, trouble);
        QFETCH(bool, acts);
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const IntentKind move = IntentKind(kind);
        if (move == IntentKind::MoveToStudio)
            story.ask(story.ann, Pull{sid});
        else
            story.connects(sid, story.ann);
        const QString leg = story.leg().sid;
        const QString request = (move == IntentKind::HangUp ? u"hangUp "_s : u"instruct "_s) + sid;
        const int before = story.carrier.count(request);
        story.carrier.faults[move == IntentKind::HangUp ? u"hangUp"_s : u"instruct"_s] = {
            {CarrierTrouble(trouble), acts}};
        if (move == IntentKind::MoveToStudio)
            story.presses(leg, u"1"_s);
        else
            QVERIFY(!story.ask(story.ann, moveOf(move, sid)));
        story.pass(1min);
        const int asked = story.carrier.count(request) - before;
        const bool settledByReading = CarrierTrouble(trouble) == CarrierTrouble::Unclear ||
                                      CarrierTrouble(trouble) == CarrierTrouble::Gone;
        QVERIFY(story.journal.saved().intents.isEmpty());
        if (acts) {
            QCOMPARE(asked, 1); // the reading says that it was done
            QCOMPARE(story.call(sid).state, doneStateOf(move));
        } else if (settledByReading) {
            QCOMPARE(asked, 2); // the reading says that it was not: once more
            if (move != IntentKind::Thank && move != IntentKind::HangUp)
                QCOMPARE(story.call(sid).state, doneStateOf(move));
        } else {
            QCOMPARE(asked, 1);
            QCOMPARE(story.call(sid).state,
                     move == IntentKind::MoveToStudio ? CallState::Waiting : CallState::Connected);
            QVERIFY(!story.call(sid).remark.isEmpty());
            QVERIFY(!story.notices.isEmpty());
        }
        QCOMPARE(story.call(sid).doing, Doing::Nothing);
    }

    void anUnclearMoveThatNeverWorksEndsWithASentence()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"instruct"_s] = {
            {CarrierTrouble::Unclear}, {CarrierTrouble::Unclear}, {CarrierTrouble::Unclear}};
        story.ask(story.ann, SendToVoicemail{sid});
        story.pass(1min);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 2);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(!story.call(sid).remark.isEmpty());
    }

    void nothingIsAskedTwiceWhileTheReadingFails()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Unclear, true}};
        for (int i = 0; i < 5; ++i)
            story.carrier.faults[u"status"_s].append({CarrierTrouble::NotSent});
        story.ask(story.ann, ThankAndRelease{sid});
        QCOMPARE(story.call(sid).doing, Doing::Thanking);
        QCOMPARE(story.ask(story.ann, HangUpCall{sid})->code, RefusalCode::Taken);
        story.pass(1min);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 1);
        QCOMPARE(story.journal.past.value(sid).outcome, Outcome::Thanked);
    }

    void callerHangsUpInTheMiddleOfAMove_data()
    {
        QTest::addColumn<int>("kind");
        for (const IntentKind kind :
             {IntentKind::PutOnHold, IntentKind::SendToVoicemail, IntentKind::Thank, IntentKind::HangUp})
            QTest::newRow(qPrintable(toWord(kind))) << int(kind);
    }
    void callerHangsUpInTheMiddleOfAMove()
    {
        QFETCH(int, kind);
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        story.carrier.held = {u"instruct"_s, u"hangUp"_s};
        story.ask(story.ann, moveOf(IntentKind(kind), sid));
        story.hangsUp(sid);
        QCOMPARE(story.call(sid).state, CallState::Ended);
        QCOMPARE(story.call(sid).outcome, Outcome::Talked);
        story.carrier.release(u"instruct"_s);
        story.carrier.release(u"hangUp"_s);
        story.pass(5s);
        QCOMPARE(story.call(sid).outcome, Outcome::Talked);
        QVERIFY(story.journal.saved().intents.isEmpty());
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
    }

    void theInterruptedStudioAsksInTheMiddleOfAMove()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        story.carrier.held.insert(u"instruct"_s);
        story.ask(story.ann, PutOnHold{sid});
        story.cue(sid, u"left_studio"_s, u"completed"_s);
        QCOMPARE(story.call(sid).state, CallState::Connected); // no side effect
        story.carrier.release(u"instruct"_s);
        story.turn();
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.cue(sid, u"left_queue"_s, u"redirected"_s).isEmpty());
    }

    void voicemailFromTheQueue()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        QVERIFY(!story.ask(story.ann, SendToVoicemail{sid}));
        QCOMPARE(story.call(sid).state, CallState::LeavingMessage);
        const Steps heard = story.carrier.people[sid].hears;
        QCOMPARE(heard.at(0), Step(Say{story.options.manners.voicemailGreeting}));
        QVERIFY(std::holds_alternative<RecordMessage>(heard.at(1)));
        QCOMPARE(story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 12).last(), Step(HangUp{}));
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
        QCOMPARE(story.desk->messages().size(), 1);
    }

    void everyRefusal()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const auto code = [&](const Seat &seat, const Command &command) {
            const auto refusal = story.ask(seat, command);
            return refusal && !refusal->sentence.isEmpty() ? int(refusal->code) : 0;
        };
        QCOMPARE(code(story.ann, Pull{u"CA999"_s}), -32001);
        QCOMPARE(code(story.ann, Annotate{u"CA999"_s}), -32001);
        QCOMPARE(code(story.ann, MoveInOrder{sid, u"CA999"_s}), -32001);
        QCOMPARE(code(story.ann, PutOnHold{sid}), -32002);
        QCOMPARE(code(story.ann, CancelRinging{sid}), -32002);
        QCOMPARE(code(story.ann, StopCloseOut{}), -32002);
        QCOMPARE(code(story.ann, RetryCloseOut{}), -32002);
        QCOMPARE(code(story.ann, MarkMessage{u"RE9"_s}), -32002);
        const QString ringing = story.dials();
        QCOMPARE(code(story.ann, Pull{ringing}), -32002);
        // Viewers look; screeners screen.
        for (const Command &command :
             {Command(Pull{sid}), Command(Annotate{sid}), Command(KeepPhoneOn{}), Command(CloseLine{})})
            QCOMPARE(code(story.vic, command), -32004);
        for (const Command &command :
             {Command(StartCloseOut{}), Command(OpenLine{}), Command(CloseLine{}), Command(StopCloseOut{})})
            QCOMPARE(code(story.ben, command), -32004);
        Seat phoneless = story.ann;
        phoneless.phone.clear();
        QCOMPARE(code(phoneless, Pull{sid}), -32005);
        QCOMPARE(code(phoneless, KeepPhoneOn{}), -32005);
        story.connects(sid, story.ann);
        QCOMPARE(code(story.ann, Pull{sid}), -32002);
        QCOMPARE(code(story.ben, Pull{sid}), -32003);
        for (const Command &command :
             {Command(HangUpCall{sid}), Command(PutOnHold{sid}), Command(ThankAndRelease{sid})})
            QCOMPARE(code(story.ben, command), -32004); // another seat's call
        story.hangsUp(sid);
        QCOMPARE(code(story.ann, Pull{sid}), -32002);
        // A second one while the phone rings already
        const QString one = story.waits();
        const QString two = story.waits();
        story.ask(story.ann, Pull{one});
        QCOMPARE(code(story.ann, Pull{two}), -32002);
        // Credentials that the phone company has refused
        story.carrier.faults[u"waiting"_s] = {{CarrierTrouble::Unauthorised}};
        for (int second = 0; second < 10 && story.desk->connection().carrierProblem.isEmpty(); ++second)
            story.pass(1s);
        const auto refused = story.ask(story.ben, Pull{two});
        QVERIFY(refused);
        QCOMPARE(int(refused->code), -32006);
        QCOMPARE(refused->carrierCode, 12345);
        story.pass(5s);
        QVERIFY(!story.ask(story.ben, Pull{two}));
        // Seats that were removed, and their own phones
        story.desk->setSeats({story.ann});
        QCOMPARE(code(story.ben, Annotate{two}), -32004);
    }

    void aSeatCannotSetTheNumberItRings()
    {
        SwitchboardStory story;
        story.open();
        story.desk->setSeats({story.ann, story.ben});
        const QString sid = story.waits();
        Seat sly = story.ben;
        sly.phone = u"+19005550000"_s;
        sly.role = Role::Host;
        QCOMPARE(story.ask(sly, StartCloseOut{})->code, RefusalCode::NotAllowed);
        QVERIFY(!story.ask(sly, Pull{sid}));
        QCOMPARE(story.leg().phone, story.ben.phone);
    }

    void annotatedAndMovedInOrder()
    {
        SwitchboardStory story;
        story.open();
        QStringList sids;
        for (int i = 0; i < 4; ++i) {
            sids << story.waits();
            story.pass(1s);
        }
        QVERIFY(
            !story.ask(story.ben, Annotate{sids[2], u"rent"_s, u"calm"_s, u"pree-ya"_s, Screening::Ready}));
        const Call noted = story.call(sids[2]);
        QCOMPARE(noted.topic, u"rent"_s);
        QCOMPARE(noted.notes, u"calm"_s);
        QCOMPARE(noted.sayItLike, u"pree-ya"_s);
        QCOMPARE(noted.screening, Screening::Ready);
        QCOMPARE(noted.screeningBy, u"Ben"_s);
        QVERIFY(!story.ask(story.ann, MoveInOrder{sids[3], sids[0]}));
        QVERIFY(!story.ask(story.ann, MoveInOrder{sids[0], {}}));
        QCOMPARE(story.queue(), (QStringList{sids[3], sids[1], sids[2], sids[0]}));
        story.pass(1s);
        const QString next = story.waits();
        QCOMPARE(story.queue().last(), next);
        // As often as one likes between the same two
        QStringList order = story.queue();
        for (int i = 0; i < 200; ++i) {
            const QString moved = order.takeAt(2);
            order.insert(1, moved);
            QVERIFY(!story.ask(story.ann, MoveInOrder{moved, order.at(2)}));
            QCOMPARE(story.queue(), order);
        }
    }

    void notAsTheDeskShutsDown()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const auto stopped = story.desk->stop();
        QVERIFY(stopped.isReady());
        QCOMPARE(story.ask(story.ann, Pull{sid})->code, RefusalCode::WrongState);
        QCOMPARE(story.carrier.people[sid].where, Where::Queue); // touches no call
    }
};

QTEST_GUILESS_MAIN(TestMoves)
#include "test_moves.moc"
