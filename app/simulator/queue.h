// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

namespace anteroom::simulator {

struct Queue
{
    QString sid;
    QString friendlyName;
    int currentSize = 0;
    int maxSize = 1000;
    int averageWaitTime = 0; ///< seconds, of those waiting now
    QDateTime created;
    QDateTime updated;
};

struct QueueMember
{
    QString callSid;
    QString queueSid;
    QDateTime enqueued;
    int position = 1; ///< 1 is the front
    int waitTime = 0; ///< seconds
};

} // namespace anteroom::simulator
