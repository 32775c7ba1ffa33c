// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/step.h"

#include <QCoroTask>

#include <QDateTime>
#include <QString>

#include <expected>
#include <optional>

namespace anteroom::calls {

/// What a failed request means for the caller; the code is the phone company's own and is only shown.
enum class CarrierTrouble {
    Gone,         ///< that call, member or leg is no longer there or no longer in a state for this
    Refused,      ///< processed and refused; nothing happened
    Limited,      ///< refused for load even after waiting; never processed
    NotSent,      ///< never reached the phone company; nothing happened
    Unclear,      ///< sent, but the answer was lost: settle by reading before anything is done again
    Unauthorised, ///< credentials wrong or not sufficient; nothing happened
    Canceled      ///< we are shutting down
};
struct CarrierError
{
    CarrierTrouble trouble = CarrierTrouble::Refused;
    int code = 0;
    QString sentence;     ///< what happened, what it means for the caller, what to do now
    bool lasting = false; ///< the next would be refused, too: no text reaches this phone
};
template <typename T> using CarrierResult = std::expected<T, CarrierError>;
template <typename T> using CarrierTask = QCoro::Task<CarrierResult<T>>;

/// One call in the phone company's queue. Its own position is never used.
struct WaitingMember
{
    QString sid;
    QDateTime enqueued;     ///< UTC; restarts when a call is put back
    QDateTime entered = {}; ///< the same by the phone company's own clock: tells one entry from the next
};
struct WaitingList
{
    QList<WaitingMember> members;
    bool queueExists = false;
};

/// Where one call (a caller's or a seat's leg) stands at the phone company.
struct LegStatus
{
    QString sid;
    QString from; ///< E.164; empty when withheld
    QString to;
    QString status; ///< queued, ringing, in-progress, completed, busy, failed, no-answer, canceled
    QString callerName;
    bool inbound = false;
    QDateTime started;    ///< UTC; null until known
    QDateTime ended = {}; ///< UTC; null while it lasts, or when it never began
    bool isOver() const;
};

struct RingPhone
{
    QString intent; ///< travels in the URLs of the leg, so that the first webhook names it
    QString phone;
    QString line; ///< shown as caller ID
    int ringSeconds = 20;
    Steps whenAnswered;           ///< spoken by an inline document where no receiver can be asked
    bool inlineDocuments = false; ///< nobody hears the phone company just now, although an address is set
    Steps whenConfirmed = {};     ///< where a key press leads, for the same case
};

/// Somebody is called by us, and experiences these steps as soon as they answer.
struct CallOut
{
    QString intent; ///< travels in the URL of the leg's progress
    QString number;
    QString line; ///< shown as caller ID
    int ringSeconds = 30;
    Steps whenAnswered;
};

struct StudioMember
{
    QString sid;
    bool operator==(const StudioMember &) const = default;
};

enum class LineTarget {
    Desk,   ///< calls come to this desk; without it, to the hosted queue (fallback)
    Closed, ///< hosted: says that the lines are closed
    Away    ///< hosted: music in the same queue, then voicemail
};

enum class LineKind { Unknown, Mobile, Landline, Voip };

struct RecordingInfo
{
    QString recording; ///< SID
    QString sid;       ///< of the call
    int seconds = 0;
    bool ready = false;
    bool absent = false;
    QDateTime begun = {}; ///< UTC; null until known
    bool talk = false;    ///< of a talk, begun by startRecording(); else a message
    bool running = false; ///< still being made, be it paused
    bool paused = false;
};

enum class RecordingChange { Pause, Resume, Stop };

/// What new callers are told about being recorded by documents that the phone company hosts, where nobody
/// asks us how to greet them.
struct HostedNotice
{
    QString words;   ///< empty: nothing
    QDateTime since; ///< UTC, for calls that began later
};

/// One text in the phone company's list.
struct TextRecord
{
    QString sid;
    QString from; ///< E.164
    QString to;
    QString body;
    QDateTime at;         ///< UTC, when it was sent
    bool failed = false;  ///< it has not arrived and never will
    bool lasting = false; ///< for a reason that will hold for the next one too
};

/// A phone company, as far as the desk needs one. Engine thread only. Reads may be repeated by the
/// implementation; writes are sent once, except where the phone company says that it never processed them.
class Carrier
{
public:
    virtual ~Carrier() = default;

    /// Whether the phone company can ask us at our public address just now. While it cannot, whatever it is
    /// given carries all that follows in itself, and an open line leads to what it hosts. Asks for nothing.
    virtual void setAskable(bool askable) = 0;

    // Writes
    virtual CarrierTask<QString> ringPhone(RingPhone request) = 0; ///< answers the leg's SID
    virtual CarrierTask<QString> callOut(CallOut request) = 0;     ///< answers the call's SID
    /// Takes a living call out of whatever it hears and lets it experience these steps.
    virtual CarrierTask<void> instruct(QString sid, Steps steps, QString intent) = 0;
    virtual CarrierTask<void> hangUp(QString sid) = 0; ///< any call or leg in any state
    virtual CarrierTask<void> sendText(QString to, QString line, QString body) = 0;
    virtual CarrierTask<void> pointLine(QString line, LineTarget target) = 0;
    virtual CarrierTask<void> deleteRecording(QString recording) = 0;
    /// Records this call from now on, until it ends or it is stopped; answers the recording's SID. Asked
    /// twice there are two recordings.
    virtual CarrierTask<QString> startRecording(QString sid) = 0;
    /// Of what is said while it is paused nothing is kept. The same change twice does no harm.
    virtual CarrierTask<void> changeRecording(QString sid, QString recording, RecordingChange change) = 0;
    /// Lets so many into the queue, if there is one by this name (then the answer is yes); says nothing where
    /// it is so already. Writing it twice does no harm.
    virtual CarrierTask<bool> limitQueue(QString queue, int most) = 0;
    /// Deletes the queue of this name if a fresh look finds it empty; it comes back with the next call that
    /// joins it. False: somebody is in it. True also where there is none.
    virtual CarrierTask<bool> deleteQueue(QString queue) = 0;

    virtual HostedNotice hostedNotice() const { return {}; }

    // Reads
    virtual CarrierTask<WaitingList> waiting(QString queue) = 0;
    virtual CarrierTask<LegStatus> status(QString sid) = 0;
    /// Calls we made from `line` to `phone` since then, newest first: how a lost answer of ringPhone() is
    /// settled.
    virtual CarrierTask<QList<LegStatus>> legsTo(QString phone, QString line, QDateTime since) = 0;
    /// Calls of anybody to `line` since then, newest first: whom the desk has missed.
    virtual CarrierTask<QList<LegStatus>> callsTo(QString line, QDateTime since) = 0;
    virtual CarrierTask<QList<StudioMember>>
    studio(QString room) = 0; ///< empty when there is no such studio now
    virtual CarrierTask<QList<RecordingInfo>>
    recordingsOf(QString sid) = 0; ///< messages and talks of one call, newest first
    /// Messages that callers have left since then, whoever they are, newest first; talks that were recorded
    /// are none.
    virtual CarrierTask<QList<RecordingInfo>> messagesSince(QDateTime since) = 0;
    /// Goes on where an interrupted one has stopped, also in an earlier run of the program.
    virtual CarrierTask<void> fetchRecording(QString recording, QString intoFile) = 0;
    virtual CarrierTask<LineKind> kindOf(QString number) = 0;
    /// Texts since then, newest first; an empty number is anybody's. How answers are found where no webhook
    /// brings them, and what became of a text.
    virtual CarrierTask<QList<TextRecord>> listTexts(QString from, QString to, QDateTime since) = 0;
};

} // namespace anteroom::calls
