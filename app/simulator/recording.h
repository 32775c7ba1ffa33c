// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

namespace anteroom::simulator {

struct Recording
{
    QString sid;
    QString callSid;
    QString conferenceSid;
    QString status;   ///< in-progress, paused, stopped, processing, completed, absent, deleted
    int seconds = -1; ///< -1 while running
    int channels = 1;
    QString track = QStringLiteral("both");
    QString source; ///< RecordVerb, DialVerb, OutboundAPI, StartCallRecordingAPI, Conference ...
    int errorCode = 0;
    QDateTime created;
    QDateTime updated;
    QDateTime started;
};

} // namespace anteroom::simulator
