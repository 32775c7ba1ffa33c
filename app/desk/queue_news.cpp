// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/queue_news.h"

#include <utility>

namespace anteroom::desk {

void QueueNews::add(const calls::QueueChange &change)
{
    const std::lock_guard lock(m_mutex);
    m_any = true;
    m_revision = change.revision;
    for (const calls::Call &call : change.calls) {
        m_removed.remove(call.sid);
        m_calls.insert(call.sid, call);
    }
    for (const QString &sid : change.removed) {
        m_calls.remove(sid);
        m_removed.insert(sid);
    }
}

std::optional<calls::QueueChange> QueueNews::take()
{
    const std::lock_guard lock(m_mutex);
    if (!std::exchange(m_any, false))
        return {};
    const auto changed = std::exchange(m_calls, {});
    const auto removed = std::exchange(m_removed, {});
    return calls::QueueChange{m_revision, changed.values(), removed.values()};
}

} // namespace anteroom::desk
