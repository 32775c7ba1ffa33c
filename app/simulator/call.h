// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

#include <optional>

namespace anteroom::simulator {

enum class CallStatus { Queued, Ringing, InProgress, Completed, Busy, Failed, NoAnswer, Canceled };
enum class Direction { Inbound, OutboundApi, OutboundDial };

QString text(CallStatus status); ///< as on the wire: "in-progress"
QString text(Direction direction);
std::optional<CallStatus> callStatusFrom(QStringView text);

/// One call or leg as the REST API shows it.
struct Call
{
    QString sid;
    QString parentSid;      ///< of a leg dialled by a document
    QString phoneNumberSid; ///< our number's, where one of ours takes part
    QString from;
    QString to;
    Region fromRegion;
    Region toRegion;
    CallStatus status = CallStatus::Queued;
    Direction direction = Direction::Inbound;
    QDateTime created; ///< UTC on the simulator's clock, like all dates here
    QDateTime updated;
    QDateTime started; ///< null until known
    QDateTime answered;
    QDateTime ended;
    QString answeredBy;
    QString forwardedFrom;
    QString callerName; ///< only where the number looks it up
    QString stirVerstat;
    QString stirPassport; ///< the token that the level of trust was read from
    QString callToken;
    int queueMilliseconds = 0; ///< spent waiting for its CPS slot

    bool isOver() const;
    std::optional<int> durationSeconds() const; ///< null until it is over
};

/// How answering machines are told from people (facts 3.6).
struct MachineDetection
{
    QString mode; ///< empty, Enable or DetectMessageEnd
    int timeoutSeconds = 30;
    bool async = false;
    WebAddress callback;
};

/// POST Calls. Exactly one of url, twiml, applicationSid is used, in that order of precedence.
struct CreateCall
{
    QString to;
    QString from;
    WebAddress url;
    QString twiml;
    QString applicationSid;
    WebAddress fallback;
    WebAddress statusCallback;
    QStringList statusCallbackEvents; ///< empty: completed only; a wrong one: 21626 in the log and no
                                      ///< callbacks at all
    int timeoutSeconds = 60;
    int timeLimitSeconds = 14400;
    QString sendDigits;
    bool record = false;
    QString recordingChannels;
    WebAddress recordingStatusCallback;
    QStringList recordingStatusCallbackEvents;
    MachineDetection machineDetection;
    QString callerId;
};

/// POST Calls/{CA}. What is not set stays. A bare method resets the stored URL as the real one does.
struct UpdateCall
{
    std::optional<WebAddress> url;
    std::optional<QString> twiml;
    std::optional<QString> status; ///< canceled or completed
    std::optional<WebAddress> fallback;
    std::optional<WebAddress> statusCallback; ///< ignored without url
    std::optional<int> timeLimitSeconds;
};

/// POST /simulator/calls: somebody dials one of our numbers.
struct IncomingCall
{
    QString from;
    QString to;
    QString callerName;
    Region region;
    QString stirVerstat;
    QString forwardedFrom;
    std::optional<int> patienceSeconds; ///< hangs up by itself after that long
    int speaksSeconds = 0;              ///< talks that long whenever a recording starts
    QString presses;                    ///< keys pressed at the first Gather
    QString waitsIn = {};               ///< this queue, without our side having been asked
    int waitedSeconds = 0;              ///< for so long already
};

/// What one verb of a document did on a call; in order of execution.
struct ExecutedVerb
{
    QString verb;
    QString text;     ///< what was said, the URL played, the queue or room, the numbers dialled
    QString document; ///< URL of the document it stood in; empty for an inline one
    QDateTime at;
};

/// Where a living call is at the moment.
struct Whereabouts
{
    QString place; ///< queue, conference, dial, recording, gather, document, ringing or over
    QString sid;   ///< of the queue, conference or recording
    QString name;
    QString with; ///< the bridged other leg
};

} // namespace anteroom::simulator
