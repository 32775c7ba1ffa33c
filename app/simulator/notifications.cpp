// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/notifications.h"

#include "simulator/sids.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {
constexpr qsizetype mostKept = 1000;
}

void Notifications::add(int errorCode, const QString &message, const QString &callSid,
                        const WebAddress &request, bool warning)
{
    if (m_all.size() >= mostKept)
        m_all.removeFirst();
    m_all.append({.sid = m_world.sids().make(u"NO"),
                  .callSid = callSid,
                  .log = warning ? 1 : 0,
                  .errorCode = errorCode,
                  .message = message,
                  .requestUrl = request.url,
                  .requestMethod = request.url.isEmpty() ? QString() : request.method,
                  .date = m_world.clock().now()});
}

QList<Notification> Notifications::ofCall(const QString &callSid) const
{
    QList<Notification> result;
    for (const Notification &each : m_all) {
        if (each.callSid == callSid)
            result.append(each);
    }
    return result;
}

} // namespace anteroom::simulator
