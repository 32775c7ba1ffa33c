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

#include <optional>
#include <utility>

namespace anteroom::calls {

// Immutable values that leave the engine thread.

/// Calls that have changed since the revision before; whoever applies all changes in order holds the
/// switchboard's truth.
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
    QString showName;          ///< shown in the title; may be empty
    bool open = true;          ///< by hand
    bool withinHours = true;   ///< by the clock: new callers are let in only when both hold
    bool deskLeft = false;     ///< nobody is at the desk: callers are announced to phones only
    bool recordsTalks = false; ///< talks can be recorded, by themselves or by key
    bool lacksNotice = false;  ///< callers would have to be told so, but the notice is empty
    bool operator==(const LineStatus &) const = default;
};

/// How well the desk hears and reaches the phone company, and the disk; in plain words for the status bar.
struct ConnectionStatus
{
    enum class Hearing { Starting, Webhooks, Polling, Stale };
    /// How the phone company finds us: not at all, so that we ask; at our public address; or not there any
    /// more, so that we ask for now.
    enum class Way { Polling, PublicAddress, AddressFailed };
    Hearing hearing = Hearing::Starting;
    Way way = Way::Polling;
    QString publicUrl;      ///< where webhooks come in; empty when polling alone drives the list
    QDateTime failedSince;  ///< UTC, of the public address; null while nothing is wrong with it
    QDateTime lastProbe;    ///< UTC, when a request of ours to the public address last came back to us
    int pollEveryMs = 0;    ///< how long the pauses between two polls are at present; 0: none yet
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
    QString remark;                         ///< what was done, or why it failed or was left alone
    Treatment treatment = Treatment::Thank; ///< its own, where callers are treated one by one
    QString text = {};                      ///< said or sent to it; empty: the line's
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
    bool queueDeleted = false; ///< afterwards, at the phone company; the next caller creates it anew

    const CloseOutCall *find(const QString &sid) const;
};

/// A voicemail, or a talk that was recorded.
struct Message
{
    QString recording; ///< SID
    QString sid;       ///< of the call
    Caller caller;
    QDateTime at; ///< UTC
    int seconds = 0;
    bool heard = false;
    QString audioFile; ///< absolute path; empty until fetched
    QString show = {}; ///< for which it was left; may be empty
    QString notes = {};
    bool hangUp = false;      ///< silent, or over before a word was said
    bool forNextShow = false; ///< left at the end of a show, on our asking
    QDateTime deleted = {};   ///< UTC, by a seat; may still be undone. Null: it was not
    bool talk = false;        ///< of a seat with the caller, not left by the caller alone
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
    QStringList queueResults = {}; ///< as in Call
    // As in Call
    QString notice = {};
    QDateTime noticeAt = {};
    Consent consent = Consent::NotAsked;
    bool wasRecorded = false;
};

/// Which past calls are wanted; what is empty leaves nothing out.
struct PastCallQuery
{
    QString search = {};  ///< in name, number, topic or notes
    QDateTime since = {}; ///< UTC
    std::optional<Outcome> outcome = {};
    QString queueResult = {};
    bool operator==(const PastCallQuery &) const = default;
};

/// How often calls went in which way, the most frequent first.
struct PastCallTally
{
    int calls = 0;
    QList<std::pair<Outcome, int>> outcomes;
    QList<std::pair<QString, int>> queueResults; ///< each call once per way
    bool operator==(const PastCallTally &) const = default;
};

/// Why nobody has talked to a caller.
enum class MissedWhy : std::uint8_t { HungUp, TurnedAway, QueueFull, AfterHours };
/// How a missed call was dealt with.
enum class MissedEnd : std::uint8_t { Open, ByHand, CalledAgain, CalledBack };

/// A call that somebody should see to.
struct MissedCall
{
    QString sid;
    QString line;
    Caller caller;
    QDateTime at; ///< UTC, when it came in
    MissedWhy why = MissedWhy::HungUp;
    int waitedSeconds = 0;
    MissedEnd end = MissedEnd::Open;
    QDateTime endAt;         ///< UTC, when it was dealt with, or when they called again
    bool apologised = false; ///< by text
    bool operator==(const MissedCall &) const = default;

    bool isDone() const { return end != MissedEnd::Open; }
};

/// One number is apologised to once a day: written down before the text leaves.
struct Apology
{
    QString number;
    QDate day;    ///< where the desk stands
    QDateTime at; ///< UTC
    QString sid;  ///< of the call it was for
    bool operator==(const Apology &) const = default;
};

/// Wrong PINs of one person, or from one phone; or calls back that nobody has answered (pin_locks.h).
struct PinErrors
{
    QString who;
    int errors = 0;        ///< in a row; counted anew once the door has been closed
    QDateTime at;          ///< UTC, of the last one; null: there is nothing to remember any more
    QDateTime lockedUntil; ///< UTC; null when there were too few
    bool operator==(const PinErrors &) const = default;
};

/// What other programs ask about the queue.
struct QueueStatus
{
    std::optional<bool> exists; ///< nothing: the phone company has not answered yet
    int size = 0;
    int averageWaitSeconds = 0; ///< of those who wait now, from their arrival
    bool operator==(const QueueStatus &) const = default;
};

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::QueueChange)
Q_DECLARE_METATYPE(anteroom::calls::LineStatus)
Q_DECLARE_METATYPE(anteroom::calls::ConnectionStatus)
Q_DECLARE_METATYPE(anteroom::calls::CloseOutStatus)
Q_DECLARE_METATYPE(anteroom::calls::Message)
Q_DECLARE_METATYPE(anteroom::calls::PastCall)
Q_DECLARE_METATYPE(anteroom::calls::PastCallQuery)
Q_DECLARE_METATYPE(anteroom::calls::PastCallTally)
Q_DECLARE_METATYPE(anteroom::calls::MissedCall)
