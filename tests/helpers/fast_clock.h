// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/clock.h"

#include <QElapsedTimer>
#include <QTimer>

namespace anteroom::test {

/// The system's time, running some times as fast: for a desk beside a simulated phone company whose time
/// does.
class FastClock final : public calls::Clock
{
public:
    explicit FastClock(int speed = 1) : m_speed(speed), m_start(QDateTime::currentDateTimeUtc())
    {
        m_since.start();
    }
    QDateTime now() const override { return m_start.addMSecs(m_since.elapsed() * m_speed); }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> act) override
    {
        QTimer::singleShot(delay / m_speed, context, std::move(act));
    }

private:
    int m_speed;
    QDateTime m_start;
    QElapsedTimer m_since;
};

} // namespace anteroom::test
