// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/clock.h"

#include <QTest>

using namespace std::chrono_literals;
using anteroom::simulator::Clock;

class TestClock : public QObject
{
    Q_OBJECT
private slots:
    void stepsRunWorkInOrderAtItsOwnMoment();
    void cancelledWorkAndGoneContextsDoNotRun();
    void standsStillButRunsWhatIsDue();
    void runsFasterThanTheRealOne();
    void workOfWorkIsRunInTheSameStep();
};

void TestClock::stepsRunWorkInOrderAtItsOwnMoment()
{
    Clock clock;
    clock.setSpeed(0);
    const QDateTime begin = clock.now();
    QList<qint64> moments;
    const auto note = [&] { moments.append(begin.msecsTo(clock.now())); };
    clock.after(3s, &clock, note);
    clock.after(1s, &clock, note);
    clock.after(2s, &clock, note);
    clock.step(2500ms);
    QCOMPARE(moments, (QList<qint64>{1000, 2000}));
    QCOMPARE(begin.msecsTo(clock.now()), 2500);
    QCOMPARE(clock.untilNext(), 500ms);
}

void TestClock::cancelledWorkAndGoneContextsDoNotRun()
{
    Clock clock;
    clock.setSpeed(0);
    int ran = 0;
    const Clock::Ticket ticket = clock.after(1s, &clock, [&] { ++ran; });
    auto context = std::make_unique<QObject>();
    clock.after(1s, context.get(), [&] { ++ran; });
    clock.cancel(ticket);
    clock.cancel(ticket);
    context.reset();
    clock.step(5s);
    QCOMPARE(ran, 0);
    QCOMPARE(clock.pending(), 0);
}

void TestClock::standsStillButRunsWhatIsDue()
{
    Clock clock;
    clock.setSpeed(0);
    int soon = 0;
    int later = 0;
    clock.after(0ms, &clock, [&] { ++soon; });
    clock.after(1ms, &clock, [&] { ++later; });
    QCOMPARE(soon, 0); // never at once
    QTRY_COMPARE(soon, 1);
    QCOMPARE(later, 0);
}

void TestClock::runsFasterThanTheRealOne()
{
    Clock clock;
    clock.setSpeed(10'000);
    const QDateTime begin = clock.now();
    qint64 at = -1;
    clock.after(60s, &clock, [&] { at = begin.msecsTo(clock.now()); });
    QTRY_VERIFY(at >= 0);
    QVERIFY(at >= 60'000); // a minute on its own clock, and never early
}

void TestClock::workOfWorkIsRunInTheSameStep()
{
    Clock clock;
    clock.setSpeed(0);
    int ran = 0;
    clock.after(1s, &clock, [&] { clock.after(1s, &clock, [&] { ++ran; }); });
    clock.step(2s);
    QCOMPARE(ran, 1);
}

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"
