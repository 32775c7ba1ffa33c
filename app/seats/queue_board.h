// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace anteroom::seats {

/// The queue as other consoles know it: collects changes, ranks the waiting, and gives out in one piece what
/// is new. A change of one call may move everybody behind it, so moved calls are part of what is new.
class QueueBoard
{
public:
    explicit QueueBoard(const calls::QueueChange &everything);

    void apply(const calls::QueueChange &change);
    /// Params of queue.changed since the last time; nothing if nothing is new.
    std::optional<QJsonObject> takeNews();
    quint64 revision() const { return m_revision; }
    QJsonArray calls() const; ///< all, by arrival; with positions of this moment

private:
    QHash<QString, int> ranks() const;

    quint64 m_revision = 0;
    QHash<QString, calls::Call> m_calls;
    QHash<QString, int> m_told; ///< positions as the consoles know them
    QSet<QString> m_changed;
    QSet<QString> m_removed;
};

} // namespace anteroom::seats
