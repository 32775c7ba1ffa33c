// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/batch.h"

#include "samples.h"

#include <QTest>

#include <algorithm>

using namespace anteroom;
using namespace anteroom::history;
using namespace Qt::StringLiterals;
using anteroom::tests::at;
using anteroom::tests::bareCall;

class TestBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lastValueWins();
    void forgettingAndHearingAgain();
    void endedCallStaysWhenForgotten();
    void timesAreAddedUpOverMergedValues();
    void clockSetBackTakesNothingAway();
    void settledIntentIsGone();
    void rowOfACallReadsBack();
    void rubbishIsNoRow();
};

namespace {
calls::JournalEntry with(const calls::Call &call)
{
    calls::JournalEntry entry;
    entry.calls = {call};
    return entry;
}
calls::Call inState(calls::CallState state, int since)
{
    auto call = bareCall(u"CA1"_s);
    call.state = state;
    call.stateSince = at(since);
    return call;
}
} // namespace

void TestBatch::lastValueWins()
{
    Batch batch;
    TimeBook times;
    QVERIFY(batch.isEmpty());
    for (int i = 1; i <= 10; ++i) {
        auto call = bareCall(u"CA1"_s);
        call.topic = QString::number(i);
        auto entry = with(call);
        entry.revision = 100 + i;
        batch.add(entry, i, times);
    }
    QCOMPARE(batch.mark(), 10U);
    QCOMPARE(batch.revision(), 110U);
    QCOMPARE(batch.calls().size(), 1);
    QCOMPARE(batch.calls().value(u"CA1"_s).call.topic, u"10"_s);
}

void TestBatch::forgettingAndHearingAgain()
{
    Batch batch;
    TimeBook times;
    batch.add(with(bareCall(u"CA1"_s)), 1, times);
    calls::JournalEntry gone;
    gone.forgottenCalls = {u"CA1"_s};
    batch.add(gone, 2, times);
    QVERIFY(batch.calls().isEmpty());
    QVERIFY(batch.forgottenCalls().contains(u"CA1"_s));
    batch.add(with(bareCall(u"CA1"_s)), 3, times);
    QCOMPARE(batch.calls().size(), 1);
    QVERIFY(batch.forgottenCalls().isEmpty());
}

void TestBatch::endedCallStaysWhenForgotten()
{
    Batch batch;
    TimeBook times;
    batch.add(with(inState(calls::CallState::Ended, 10)), 1, times);
    calls::JournalEntry gone;
    gone.forgottenCalls = {u"CA1"_s};
    batch.add(gone, 2, times);
    QCOMPARE(batch.pastCalls().size(), 1);
    QVERIFY(batch.calls().isEmpty());
}

void TestBatch::timesAreAddedUpOverMergedValues()
{
    Batch batch;
    TimeBook times;
    using State = calls::CallState;
    const std::vector<std::pair<State, int>> life{
        {State::Ringing, 0},    {State::Waiting, 5},   {State::Waiting, 5},          {State::Connecting, 65},
        {State::Connected, 70}, {State::Waiting, 100}, {State::LeavingMessage, 110}, {State::Ended, 131}};
    quint64 mark = 0;
    for (const auto &[state, since] : life)
        batch.add(with(inState(state, since)), ++mark, times);
    const TimeSpent expected{.waited = 75'000, .talked = 30'000, .recorded = 21'000};
    QVERIFY(batch.pastCalls().value(u"CA1"_s).spent == expected);
    QVERIFY(batch.calls().value(u"CA1"_s).spent == expected);
}

void TestBatch::clockSetBackTakesNothingAway()
{
    TimeBook times;
    times.note(inState(calls::CallState::Waiting, 100));
    QVERIFY(times.note(inState(calls::CallState::Connected, 40)) == TimeSpent{});
    QCOMPARE(times.note(inState(calls::CallState::Ended, 50)).talked, 10'000);
}

void TestBatch::settledIntentIsGone()
{
    Batch batch;
    TimeBook times;
    auto entry = tests::fullEntry();
    batch.add(entry, 1, times);
    QCOMPARE(batch.intents().size(), 1);
    calls::JournalEntry settled;
    settled.settledIntents = {u"intent-1"_s};
    settled.deletedMessages = {u"RE1"_s, u"RE2"_s};
    batch.add(settled, 2, times);
    QVERIFY(batch.intents().isEmpty());
    QVERIFY(batch.settledIntents().contains(u"intent-1"_s));
    QVERIFY(batch.messages().isEmpty());
    QVERIFY(batch.deletedMessages().contains(u"RE1"_s));
}

void TestBatch::rowOfACallReadsBack()
{
    for (const auto &call : {tests::fullCall(u"CA1"_s), bareCall(u"CA2"_s), calls::Call()}) {
        const SavedCall saved{call, {1, 2, 3}};
        QVERIFY(fromRow(toRow(saved)) == saved);
    }
    // Each length that CBOR writes differently, also of what is negative.
    for (const qint64 number : {0LL, 23LL, 24LL, 255LL, 256LL, 65'535LL, 65'536LL, 4'294'967'295LL,
                                4'294'967'296LL, -1LL, -24LL, -25LL, -65'537LL}) {
        auto call = tests::fullCall(u"CA1"_s);
        call.begun = QDateTime::fromMSecsSinceEpoch(number).toUTC();
        call.order = -0.5 * double(number);
        call.notes = QString(std::clamp<qsizetype>(number, 0, 70'000), QChar(0x20ac));
        const SavedCall saved{call, {number, -number, number + 1}};
        QVERIFY(fromRow(toRow(saved)) == saved);
    }
}

void TestBatch::rubbishIsNoRow()
{
    const auto whole = toRow({tests::fullCall(u"CA1"_s), {}});
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!fromRow(whole.first(size)));
    QVERIFY(!fromRow("\x83\x01\x02\x03"_ba));
}

QTEST_GUILESS_MAIN(TestBatch)
#include "test_batch.moc"
