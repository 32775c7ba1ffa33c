// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/clock.h"

#include <algorithm>

namespace anteroom::simulator {

Clock::Clock(QObject *parent) : QObject(parent), m_base(QDateTime::currentMSecsSinceEpoch())
{
    m_real.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { runUntil(milliseconds()); });
}

qint64 Clock::milliseconds() const
{
    if (m_running)
        return m_held;
    return m_base + qint64(double(m_real.elapsed()) * m_speed);
}

QDateTime Clock::now() const
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds(), Qt::UTC);
}

void Clock::setSpeed(double speed)
{
    // Inside a piece of work the base has to move to the true moment, not to the one that the work sees.
    m_base += qint64(double(m_real.elapsed()) * m_speed);
    m_real.restart();
    m_speed = std::clamp(speed, 0., 10'000.);
    arm();
}

Clock::Ticket Clock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> work)
{
    const qint64 due = milliseconds() + std::max<qint64>(0, delay.count());
    const Ticket ticket = ++m_last;
    const auto place = m_work.emplace(due, Work{ticket, context, std::move(work)});
    m_tickets.emplace(ticket, place);
    if (place == m_work.begin())
        arm();
    return ticket;
}

void Clock::cancel(Ticket ticket)
{
    const auto found = m_tickets.find(ticket);
    if (found == m_tickets.end())
        return;
    m_work.erase(found->second);
    m_tickets.erase(found);
}

void Clock::step(std::chrono::milliseconds by)
{
    if (m_running)
        return;
    const qint64 target = milliseconds() + std::max<qint64>(0, by.count());
    runUntil(target);
    m_base = target;
    m_real.restart();
    arm();
}

std::chrono::milliseconds Clock::untilNext() const
{
    if (m_work.empty())
        return std::chrono::milliseconds{-1};
    return std::chrono::milliseconds{std::max<qint64>(0, m_work.begin()->first - milliseconds())};
}

void Clock::runUntil(qint64 moment)
{
    if (m_running)
        return;
    while (!m_work.empty() && m_work.begin()->first <= moment) {
        const auto first = m_work.begin();
        const Work work = std::move(first->second);
        m_held = first->first;
        m_tickets.erase(work.ticket);
        m_work.erase(first);
        if (!work.context)
            continue;
        m_running = true;
        work.run();
        m_running = false;
    }
    arm();
}

void Clock::arm()
{
    if (m_running)
        return; // runUntil() arms once at its end
    if (m_work.empty()) {
        m_timer.stop();
        return;
    }
    const qint64 wait = m_work.begin()->first - milliseconds();
    if (wait <= 0)
        m_timer.start(0); // what is due now runs even while the clock stands still
    else if (m_speed > 0.)
        m_timer.start(int(std::min(double(wait) / m_speed + 1., 3'600'000.)));
    else
        m_timer.stop();
}

} // namespace anteroom::simulator
