// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/life_of_a_call.h"
#include "calls/switchboard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace {

const QString refused = u"-"_s;

CallTurn turnIn(const QString &state)
{
    static const LineManners manners = LineManners::defaults();
    CallTurn turn;
    turn.call.sid = u"CA1"_s;
    turn.call.state = callStateFromWord(state);
    turn.line.queue = u"show"_s;
    turn.manners = &manners;
    turn.now = QDateTime(QDate(2026, 3, 14), QTime(20, 0), Qt::UTC);
    turn.details.seat = u"Ann"_s;
    turn.details.room = u"studio-1"_s;
    return turn;
}

QSet<QString> cuesOf(const Steps &steps)
{
    QSet<QString> cues;
    for (const Step &step : steps)
        std::visit(
            [&](const auto &s) {
                if constexpr (requires { s.cue; })
                    cues.insert(s.cue);
            },
            step);
    return cues;
}

} // namespace

class TestLifeOfACall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isDeclaredSoundly()
    {
        for (const FlowFinding &finding : lintFlow(lifeOfACall(), lifeOfACallBindings().names()))
            QFAIL(qPrintable(finding.sentence));
    }

    /// One row per event, one column per state: where it leads.
    void everyEventInEveryState_data()
    {
        const QStringList states{u"ringing"_s,         u"waiting"_s, u"connecting"_s, u"connected"_s,
                                 u"leaving_message"_s, u"ended"_s,   u"calling"_s};
        const QString ring0 = u"ringing"_s, wait = u"waiting"_s, ring = u"connecting"_s,
                      talk = u"connected"_s, mail = u"leaving_message"_s, end = u"ended"_s, no = refused;
        const QList<QPair<QString, QStringList>> table{
            // from:                ringing waiting connecting connected leaving_message ended calling
            {u"greeted"_s, {wait, no, no, no, no, no, no}},
            {u"menu_key"_s, {ring0, no, no, no, no, no, no}},
            {u"menu_key 1"_s, {wait, no, no, no, no, no, no}},
            {u"consent_key"_s, {ring0, no, no, no, no, no, no}},
            {u"consent_key declined"_s, {end, no, no, no, no, no, no}},
            {u"long_wait_key"_s, {no, wait, ring, no, no, no, no}},
            {u"long_wait_key 1"_s, {no, mail, ring, no, no, no, no}},
            {u"long_wait_key 2"_s, {no, end, ring, no, no, no, no}},
            {u"left_queue"_s, {wait, wait, ring, no, no, no, no}},
            {u"left_queue gone"_s, {end, end, end, no, no, no, no}},
            {u"left_queue full"_s, {mail, mail, mail, no, no, no, no}},
            {u"queue_failed"_s, {mail, mail, mail, no, no, no, no}},
            {u"left_studio"_s, {no, no, no, end, no, no, end}},
            {u"left_studio kept"_s, {no, no, no, wait, no, no, end}},
            {u"recorded"_s, {no, no, no, no, end, end, no}},
            {u"seen_waiting"_s, {wait, wait, ring, wait, wait, no, no}},
            {u"phone_rings"_s, {no, ring, no, no, no, no, no}},
            {u"we_call"_s, {u"calling"_s, no, no, no, no, no, no}},
            {u"given_up"_s, {no, no, wait, no, no, no, no}},
            {u"joined_studio"_s, {no, no, talk, no, no, no, talk}},
            {u"put_back"_s, {no, no, no, wait, no, no, no}},
            {u"to_voicemail"_s, {mail, mail, mail, mail, no, no, no}},
            {u"thanked"_s, {end, end, end, end, end, no, no}},
            {u"hung_up"_s, {end, end, end, end, end, no, end}},
            {u"turned_away"_s, {end, no, no, no, no, no, no}},
            {u"call_over"_s, {end, end, end, end, end, end, end}},
        };
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QSet<QString> covered;
        for (const auto &[event, targets] : table) {
            covered.insert(event.section(u' ', 0, 0));
            for (qsizetype i = 0; i < states.size(); ++i)
                QTest::addRow("%s in %s", qPrintable(event), qPrintable(states.at(i)))
                    << event << states.at(i) << targets.at(i);
        }
        const QStringList declared = lifeOfACall().allEvents();
        QCOMPARE(covered, QSet<QString>(declared.begin(), declared.end()));
    }
    void everyEventInEveryState()
    {
        QFETCH(QString, event);
        QFETCH(QString, from);
        QFETCH(QString, to);
        CallTurn turn = turnIn(from);
        if (event.endsWith(u" gone"_s))
            turn.details.result = u"hangup"_s;
        if (event.endsWith(u" full"_s))
            turn.details.result = u"queue-full"_s;
        turn.details.phoneKept = event.endsWith(u" kept"_s);
        LineManners manners = *turn.manners;
        manners.menu.choices = {{u"1"_s, u"sales"_s}};
        manners.withoutConsent = WithoutConsent::Release;
        turn.manners = &manners;
        turn.call.caller.number = u"+14085550142"_s;
        turn.call.consent = event.endsWith(u" declined"_s) ? Consent::Declined : Consent::Agreed;
        if (event.contains(u"_key "_s))
            turn.details.digits = event.section(u' ', 1);
        const auto done = callFlow().fire(turn, event.section(u' ', 0, 0));
        QCOMPARE(done.has_value(), to != refused);
        QCOMPARE(toWord(turn.call.state), to == refused ? from : to);
        if (done && done->changes())
            QCOMPARE(turn.call.stateSince, turn.now);
    }

    void cuesOfTheStepsAreThoseDeclared()
    {
        for (const FlowResponse &response : lifeOfACall().responses)
            for (const QString &cue : cuesOf(callFlow().render(turnIn(response.state))))
                QVERIFY2(response.cues.contains(cue), qPrintable(response.state + u" names "_s + cue));
    }

    void outcomes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("recorded");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("called back, no answer")
            << u"calling"_s << u"call_over"_s << u"no-answer"_s << false << u"failed"_s;
        QTest::newRow("called back, given up")
            << u"calling"_s << u"hung_up"_s << QString() << false << u"failed"_s;
        QTest::newRow("called back, answered unheard")
            << u"calling"_s << u"left_studio"_s << QString() << false << u"talked"_s;
        QTest::newRow("hangs up waiting")
            << u"waiting"_s << u"call_over"_s << u"completed"_s << false << u"abandoned"_s;
        QTest::newRow("hangs up while my phone rings")
            << u"connecting"_s << u"call_over"_s << u"completed"_s << false << u"abandoned"_s;
        QTest::newRow("fails") << u"ringing"_s << u"call_over"_s << u"failed"_s << false << u"failed"_s;
        QTest::newRow("after talking")
            << u"connected"_s << u"call_over"_s << u"completed"_s << false << u"talked"_s;
        QTest::newRow("goodbye") << u"connected"_s << u"left_studio"_s << QString() << false << u"talked"_s;
        QTest::newRow("thanked") << u"waiting"_s << u"thanked"_s << QString() << false << u"thanked"_s;
        QTest::newRow("hung up by a seat")
            << u"waiting"_s << u"hung_up"_s << QString() << false << u"refused"_s;
        QTest::newRow("hung up after talking")
            << u"connected"_s << u"hung_up"_s << QString() << false << u"talked"_s;
        QTest::newRow("lines closed")
            << u"ringing"_s << u"turned_away"_s << QString() << false << u"refused"_s;
        QTest::newRow("message left")
            << u"leaving_message"_s << u"recorded"_s << QString() << true << u"voicemail"_s;
        QTest::newRow("said nothing")
            << u"leaving_message"_s << u"recorded"_s << QString() << false << u"abandoned"_s;
        QTest::newRow("message known")
            << u"leaving_message"_s << u"call_over"_s << QString() << true << u"voicemail"_s;
    }
    void outcomes()
    {
        QFETCH(QString, from);
        QFETCH(QString, event);
        QFETCH(QString, status);
        QFETCH(bool, recorded);
        QFETCH(QString, outcome);
        CallTurn turn = turnIn(from);
        turn.details.status = status;
        turn.details.recorded = recorded;
        QVERIFY(callFlow().fire(turn, event));
        QCOMPARE(toWord(turn.call.outcome), outcome);
        QVERIFY(turn.call.seat.isEmpty());
        // Sticky: whatever comes later, ended stays ended and keeps its outcome.
        for (const QString &later : lifeOfACall().allEvents()) {
            turn.details.recorded = false;
            (void)callFlow().fire(turn, later);
            QCOMPARE(turn.call.state, CallState::Ended);
            QCOMPARE(toWord(turn.call.outcome), outcome);
        }
    }

    void aFullQueueEndsAsSuchUnlessAMessageIsLeft()
    {
        CallTurn turn = turnIn(u"waiting"_s);
        turn.details.result = u"queue-full"_s;
        QVERIFY(callFlow().fire(turn, u"left_queue"_s));
        QCOMPARE(callFlow().render(turn).first(), Step(Say{turn.manners->fullMessage}));
        CallTurn silent = turn;
        QVERIFY(callFlow().fire(silent, u"call_over"_s));
        QCOMPARE(silent.call.outcome, Outcome::QueueFull);
        // The news of the message comes after the end.
        silent.details.recorded = true;
        QVERIFY(callFlow().fire(silent, u"recorded"_s));
        QCOMPARE(silent.call.outcome, Outcome::Voicemail);
    }

    void arrivalIsNotedOnceAndKept()
    {
        CallTurn turn = turnIn(u"ringing"_s);
        QVERIFY(callFlow().fire(turn, u"greeted"_s));
        const QDateTime arrival = turn.call.arrival;
        QCOMPARE(arrival, turn.now);
        QCOMPARE(turn.call.order, double(arrival.toMSecsSinceEpoch()));
        turn.now = turn.now.addSecs(60);
        for (const QString &event : {u"phone_rings"_s, u"joined_studio"_s, u"put_back"_s})
            QVERIFY(callFlow().fire(turn, event));
        QCOMPARE(turn.call.state, CallState::Waiting);
        QCOMPARE(turn.call.arrival, arrival);
        QVERIFY(turn.call.seat.isEmpty());
    }

    void whatCallersHear()
    {
        CallTurn turn = turnIn(u"ringing"_s);
        QVERIFY(std::holds_alternative<Say>(callFlow().render(turn).first()));
        QVERIFY(std::holds_alternative<AskAgain>(callFlow().render(turn).last()));
        turn = turnIn(u"waiting"_s);
        const auto queue =
            std::get<WaitInQueue>(callFlow().render(turn).first()); // silently: no announcement
        QCOMPARE(queue.queue, u"show"_s);
        QCOMPARE(queue.cue, u"left_queue"_s);
        turn.details.backInLine = true;
        QCOMPARE(callFlow().render(turn).first(), Step(Say{turn.manners->backInLine}));
        turn = turnIn(u"connected"_s);
        QCOMPARE(std::get<JoinStudio>(callFlow().render(turn).first()).room, u"studio-1"_s);
        QVERIFY(!std::get<JoinStudio>(callFlow().render(turn).first()).asSeat);
        turn = turnIn(u"leaving_message"_s);
        QVERIFY(std::holds_alternative<RecordMessage>(callFlow().render(turn).at(1)));
        turn = turnIn(u"ended"_s);
        QCOMPARE(callFlow().render(turn), Steps{HangUp{}});
    }
};

QTEST_GUILESS_MAIN(TestLifeOfACall)
#include "test_life_of_a_call.moc"
