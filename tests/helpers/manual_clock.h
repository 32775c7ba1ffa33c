// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/clock.h"

#include <QPointer>
#include <QTimeZone>

#include <coroutine>
#include <map>

namespace anteroom::test {

/// Time that moves when the test says so; what was asked for runs in order, at its moment.
class ManualClock final : public calls::Clock
{
public:
    QDateTime now() const override { return m_now; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> act) override
    {
        m_timers.emplace(m_now.addMSecs(delay.count()), Timer{context, std::move(act)});
    }

    /// `between` runs after each timer, so that queued work happens in the moment it belongs to.
    void advance(
        std::chrono::milliseconds by, const std::function<void()> &between = [] {})
    {
        const QDateTime end = m_now.addMSecs(by.count());
        while (!m_timers.empty() && m_timers.begin()->first <= end) {
            const auto next = m_timers.extract(m_timers.begin());
            m_now = std::max(m_now, next.key());
            if (next.mapped().context)
                next.mapped().act();
            between();
        }
        m_now = end;
    }

    /// `co_await clock.sleep(...)`, for fakes that take their time.
    auto sleep(std::chrono::milliseconds delay, QObject *context)
    {
        struct Sleep
        {
            ManualClock &clock;
            std::chrono::milliseconds delay;
            QObject *context;
            bool await_ready() const { return delay.count() <= 0; }
            void await_suspend(std::coroutine_handle<> sleeper)
            {
                clock.after(delay, context, [sleeper] { sleeper.resume(); });
            }
            void await_resume() const {}
        };
        return Sleep{*this, delay, context};
    }

private:
    struct Timer
    {
        QPointer<QObject> context;
        std::function<void()> act;
    };
    QDateTime m_now{QDate(2026, 3, 14), QTime(20, 0), Qt::UTC};
    std::multimap<QDateTime, Timer> m_timers;
};

} // namespace anteroom::test
