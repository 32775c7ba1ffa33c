// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"

#include <QHash>

namespace anteroom::history {

/// Milliseconds that one call has spent so far, added up over everything that happened to it.
struct TimeSpent
{
    qint64 waited = 0;   ///< hearing music
    qint64 talked = 0;   ///< connected
    qint64 recorded = 0; ///< leaving a message
    bool operator==(const TimeSpent &) const = default;
};

/// Adds up how long calls waited, talked and recorded, from the values that the switchboard saves one after
/// another: a call itself only knows since when it is in its present state. Used by the writer thread alone.
class TimeBook
{
public:
    /// Takes the next value of a call and answers what has been spent up to the beginning of its present
    /// state.
    TimeSpent note(const calls::Call &call);
    /// Goes on where an earlier run has stopped.
    void resume(const calls::Call &call, const TimeSpent &spent);
    void forget(const QString &sid) { m_pages.remove(sid); }

private:
    struct Page
    {
        calls::CallState state = calls::CallState::Ringing;
        QDateTime since;
        TimeSpent spent;
    };
    QHash<QString, Page> m_pages;
};

} // namespace anteroom::history
