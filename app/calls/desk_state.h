// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/command.h"
#include "calls/seat.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace anteroom::calls {

// Immutable values that leave the engine thread.

/// Calls that have changed since the revision before; whoever applies all changes in order holds the switchboard's truth.
struct QueueChange
{
    quint64 revision = 0; ///< grows across restarts
    QList<Call> calls;    ///< whole values
    QStringList removed;  ///< SIDs that are no longer shown (ended for 60 s)
};

struct LineStatus
{
    QString number;
    QString queue;
    QString showName; ///< shown in the title; may be empty
    bool open = true;
    bool deskLeft = false; ///< nobody is at the desk: callers are announced to phones only
    bool operator==(const LineStatus &) const = default;
};

/// How well the desk hears and reaches the phone company, and the disk; in plain words for the status bar.
struct ConnectionStatus
{
    enum class Hearing { Starting, Webhooks, Polling, Stale };
    Hearing hearing = Hearing::Starting;
    QString publicUrl;      ///< where webhooks come in; empty when polling alone drives the list
    QDateTime lastWebhook;  ///< UTC; null if none yet
    QDateTime lastPoll;     ///< UTC of the last answered one
    int roundTripMs = -1;   ///< of the last answered request; -1 unknown
    QString carrierProblem; ///< a sentence while requests fail; else empty
    QString savingProblem;  ///< a sentence while nothing is being saved; else empty
    bool operator==(const ConnectionStatus &) const = default;
};

enum class Treated { Pending, InProgress, Done, Failed, LeftAlone };
struct CloseOutCall
{
    QString sid;
    Caller caller;
    Treated treated = Treated::Pending;
    QString remark; ///< what was done, or why it failed or was left alone
    bool operator==(const CloseOutCall &) const = default;
};
/// One closing-out of the queue, from start to its kept summary.
struct CloseOutStatus
{
    enum class Phase { None, Running, Stopping, Stopped, Finished };
    Phase phase = Phase::None;
    StartCloseOut request;
    QDateTime begun; ///< UTC
    QDateTime ended; ///< UTC; null while running
    QList<CloseOutCall> calls;
    int done = 0;
    int failed = 0;
    int total = 0;
};

/// A voicemail.
struct Message
{
    QString recording; ///< SID
    QString sid;       ///< of the call
    Caller caller;
    QDateTime at;      ///< UTC
    int seconds = 0;
    bool heard = false;
    QString audioFile; ///< absolute path; empty until fetched
    bool operator==(const Message &) const = default;
};

/// An ended call in the list of past calls.
struct PastCall
{
    QString sid;
    Caller caller;
    QDateTime at; ///< UTC
    Outcome outcome = Outcome::None;
    int waitedSeconds = 0;
    int talkedSeconds = 0;
    QString topic;
    QString notes;
};

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::QueueChange)
Q_DECLARE_METATYPE(anteroom::calls::LineStatus)
Q_DECLARE_METATYPE(anteroom::calls::ConnectionStatus)
Q_DECLARE_METATYPE(anteroom::calls::CloseOutStatus)
Q_DECLARE_METATYPE(anteroom::calls::Message)
Q_DECLARE_METATYPE(anteroom::calls::PastCall)
