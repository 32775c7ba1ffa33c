// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

namespace anteroom::simulator {

/// One text, either way.
struct Message
{
    QString sid;
    QString from;
    QString to;
    QString body;
    QStringList mediaUrls;
    QString status;    ///< queued, sending, sent, delivered, undelivered, failed, received ...
    QString direction; ///< inbound, outbound-api, outbound-call, outbound-reply
    int errorCode = 0;
    QString errorMessage;
    QString messagingServiceSid;
    QDateTime created;
    QDateTime updated;
    QDateTime sent;
    int segments() const; ///< 160 GSM-7 or 70 UCS-2 characters, 153/67 when joined
};

struct CreateMessage
{
    QString from;
    QString to;
    QString body;
    QStringList mediaUrls;
    QString messagingServiceSid;
    WebAddress statusCallback;
};

} // namespace anteroom::simulator
