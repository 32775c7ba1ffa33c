// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QHash>
#include <QSet>

#include <mutex>
#include <optional>

namespace anteroom::desk {

/// Changes of the queue on their way between two threads: what nobody has fetched yet is put together, so
/// that a busy desk costs its window one change per picture and never a backlog. Any thread.
class QueueNews
{
public:
    void add(const calls::QueueChange &change);
    std::optional<calls::QueueChange>
    take(); ///< each call as it is by now; nothing if nothing was added since

private:
    std::mutex m_mutex;
    bool m_any = false; ///< also a change without a call is one: it says that nobody is there
    quint64 m_revision = 0;
    QHash<QString, calls::Call> m_calls;
    QSet<QString> m_removed;
};

} // namespace anteroom::desk
