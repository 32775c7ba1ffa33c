// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/call.h"

namespace anteroom::simulator {

struct Conference
{
    QString sid;
    QString friendlyName;
    QString status = QStringLiteral("init"); ///< init, in-progress, completed
    QString reasonEnded;                     ///< conference-ended-via-api, last-participant-left ...
    QString callSidEnding;
    QString region = QStringLiteral("us1");
    QDateTime created;
    QDateTime updated;
};

struct Participant
{
    QString callSid;
    QString conferenceSid;
    QString label;
    QString status =
        QStringLiteral("connected"); ///< queued, connecting, ringing, connected, complete, failed
    bool muted = false;
    bool hold = false;
    bool coaching = false;
    QString callSidToCoach;
    bool startOnEnter = true;
    bool endOnExit = false;
    QDateTime created;
    QDateTime updated;
};

/// POST Conferences/{CF or friendly name}/Participants.
struct CreateParticipant
{
    CreateCall call; ///< to, from, timeout, status callback, machine detection, record
    QString label;
    bool earlyMedia = true;
    QString beep = QStringLiteral("true"); ///< true, false, onEnter, onExit
    bool muted = false;
    bool startOnEnter = true;
    bool endOnExit = false;
    bool coaching = false;
    QString callSidToCoach;
    std::optional<WebAddress> wait;
    int maxParticipants = 250;
    QString record; ///< of the conference: record-from-start or do-not-record
    WebAddress conferenceStatusCallback;
    QStringList conferenceStatusCallbackEvents;
};

/// POST Conferences/{CF}/Participants/{CA or label}.
struct UpdateParticipant
{
    std::optional<bool> muted;
    std::optional<bool> hold;
    std::optional<WebAddress> holdUrl; ///< method GET unless given
    std::optional<bool> coaching;
    std::optional<QString> callSidToCoach;
    std::optional<WebAddress> announce;
    std::optional<WebAddress> wait;
    std::optional<bool> beepOnExit;
    std::optional<bool> endOnExit;
};

} // namespace anteroom::simulator
