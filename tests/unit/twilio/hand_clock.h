// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/clock.h"

#include <QPointer>

#include <algorithm>
#include <vector>

/// Time that only the test moves.
class HandClock final : public anteroom::calls::Clock
{
public:
    QDateTime now() const override { return m_now; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> act) override
    {
        m_waiting.push_back({m_now.addMSecs(delay.count()), context, std::move(act)});
        m_asked.append(delay);
    }

    /// Moves on to the next moment somebody waits for, at most so far; false when there is none.
    bool advance(std::chrono::milliseconds most)
    {
        const QDateTime end = m_now.addMSecs(most.count());
        bool any = false;
        while (true) {
            const auto next =
                std::min_element(m_waiting.begin(), m_waiting.end(),
                                 [](const Waiting &a, const Waiting &b) { return a.at < b.at; });
            if (next == m_waiting.end() || next->at > end)
                break;
            const Waiting due = *next;
            m_waiting.erase(next);
            m_now = std::max(m_now, due.at);
            if (due.context)
                due.act();
            any = true;
        }
        m_now = end;
        return any;
    }
    /// Every delay anybody has asked for.
    const QList<std::chrono::milliseconds> &asked() const { return m_asked; }

private:
    struct Waiting
    {
        QDateTime at;
        QPointer<QObject> context;
        std::function<void()> act;
    };
    QDateTime m_now{QDate(2026, 1, 31), QTime(10, 0), Qt::UTC};
    std::vector<Waiting> m_waiting;
    QList<std::chrono::milliseconds> m_asked;
};
