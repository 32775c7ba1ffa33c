// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

class QObject;

namespace anteroom::calls {

/// Where the time comes from: the system at work, the test's hand in tests. Engine thread only.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; ///< UTC
    /// Once, unless `context` dies before.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> act) = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> act) override;
};

} // namespace anteroom::calls
