// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/step.h"

#include <QString>

#include <variant>

namespace anteroom::calls {

// News from the phone company, in the domain's words. Any of them may come twice, late, or out of order.

/// A call rings on our line, or asks for instructions for the first time since we know.
struct CallArrived
{
    QString sid;
    QString line;
    Caller caller;
    bool proven = false; ///< their network vouches for the number
};
/// A step of the call has ended and the phone company asks what comes next. `cue` is what the step named.
struct CallAsks
{
    QString sid;
    QString cue;
    QString result;    ///< for a queue: bridged, leave, hangup, queue-full, redirected, ...; for a studio:
                       ///< completed, ...; lower case, unknown ones as they came
    int seconds = 0;   ///< waited, talked or recorded
    QString recording; ///< recording SID, for a recorded message
    QString digits;    ///< of a question
    Caller caller;     ///< as in CallArrived: a restarted desk may hear of this call for the first time here
    QString line;
    QString intent = {}; ///< that took the call into the studio it has left; empty when unknown
};
/// The call has ended: completed, busy, failed, no-answer or canceled.
struct CallEnded
{
    QString sid;
    QString status;
    QString line = {}; ///< what was called, of a call to us; it may be the first we hear of it
    Caller caller = {};
    int seconds = 0; ///< how long the call lasted, where known
};
/// A recorded message may be fetched, or turned out to be absent.
struct RecordingReady
{
    QString sid; ///< of the call
    QString recording;
    int seconds = 0;
    bool absent = false;
    bool talk = false; ///< of a talk that was recorded at our wish
};
/// The seat's phone that we called (the leg of `intent`) was answered, or asks what comes next.
struct LegAsks
{
    QString intent;
    QString leg; ///< its call SID
    QString cue; ///< empty when just answered
    QString digits;
    bool machine = false; ///< detection says a mailbox or fax; never relied upon for a yes
    QString result;       ///< of the studio, as in CallAsks
};
/// Progress of the seat's leg: initiated, ringing, in-progress, completed, busy, failed, no-answer, canceled.
struct LegProgress
{
    QString intent;
    QString leg;
    QString status;
};
/// Somebody entered or left a studio.
struct StudioNews
{
    QString room;
    QString sid; ///< call SID of who joined or left
    bool joined = false;
    bool over = false; ///< the whole studio has ended
};

/// Somebody has sent a text to our line.
struct TextCame
{
    QString sid;  ///< of the text: the same one may come twice
    QString from; ///< E.164; senders can be forged
    QString to;
    QString body;
};

using CarrierEvent = std::variant<CallArrived, CallAsks, CallEnded, RecordingReady, LegAsks, LegProgress,
                                  StudioNews, TextCame>;

/// What to tell the phone company, and which journal mark must be durable before it is told (0: none).
struct Answer
{
    Steps steps;
    quint64 mark = 0;
};

} // namespace anteroom::calls
