// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

namespace anteroom::simulator {

class World;

/// The error log: what the phone company's debugger would show. Keeps the newest thousand.
class Notifications
{
public:
    explicit Notifications(World &world) : m_world(world) {}

    void add(int errorCode, const QString &message, const QString &callSid = {},
             const WebAddress &request = {}, bool warning = false);
    const QList<Notification> &all() const { return m_all; } ///< oldest first
    QList<Notification> ofCall(const QString &callSid) const;

private:
    World &m_world;
    QList<Notification> m_all;
};

} // namespace anteroom::simulator
