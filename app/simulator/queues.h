// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/queue.h"

#include <memory>
#include <optional>

namespace anteroom::simulator {

class World;

/// The account's queues. Created by REST or on demand by Enqueue; empty ones persist.
class Queues
{
public:
    explicit Queues(World &world);
    ~Queues();

    Result<Queue> create(const QString &friendlyName, int maxSize = 1000);
    Result<Queue> get(const QString &sid) const;
    Result<Queue> update(const QString &sid, const std::optional<QString> &friendlyName,
                         const std::optional<int> &maxSize);
    Result<void> remove(const QString &sid); ///< only when empty
    QList<Queue> list() const;               ///< newest first

    Result<QList<QueueMember>> members(const QString &queueSid) const;
    /// `member` is a call SID or "Front".
    Result<QueueMember> member(const QString &queueSid, const QString &member) const;
    Result<QueueMember> dequeue(const QString &queueSid, const QString &member, const WebAddress &target);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::simulator
