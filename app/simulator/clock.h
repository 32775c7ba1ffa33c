// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace anteroom::simulator {

/// The simulator's time: everything that lasts lasts on it. It runs `speed` times as fast as the real one, or
/// stands still and is stepped by a test. One real timer serves all waiting, so a thousand idle calls cost
/// nothing.
class Clock : public QObject
{
    Q_OBJECT
public:
    using Ticket = quint64; ///< 0 is none

    explicit Clock(QObject *parent = nullptr);

    QDateTime now() const; ///< UTC
    double speed() const { return m_speed; }
    void setSpeed(double speed); ///< 0 stands still; at most 10,000

    /// Runs `work` after that much simulated time, unless cancelled or `context` has gone.
    Ticket after(std::chrono::milliseconds delay, QObject *context, std::function<void()> work);
    void cancel(Ticket ticket);

    /// Moves the time on at once and runs what became due, in order, each at its own moment.
    void step(std::chrono::milliseconds by);
    /// How long the next piece of work is away; a negative time without one.
    std::chrono::milliseconds untilNext() const;
    qsizetype pending() const { return qsizetype(m_work.size()); }

private:
    struct Work
    {
        Ticket ticket = 0;
        QPointer<QObject> context;
        std::function<void()> run;
    };
    using Agenda = std::multimap<qint64, Work>;

    qint64 milliseconds() const;
    void runUntil(qint64 moment);
    void arm();

    qint64 m_base = 0; ///< simulated milliseconds since the epoch when m_real started
    QElapsedTimer m_real;
    double m_speed = 1.;
    bool m_running = false;
    qint64 m_held = 0; ///< the moment of the work that runs just now, so that it does not see a later one
    Agenda m_work;
    std::map<Ticket, Agenda::iterator> m_tickets;
    Ticket m_last = 0;
    QTimer m_timer;
};

} // namespace anteroom::simulator
