// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace anteroom::calls {

/// What a caller experiences. Moves between states are declared in life_of_a_call.h and nowhere else.
/// Calling is somebody whom we call: the seat's phone rings first, then theirs.
enum class CallState : std::uint8_t {
    Ringing,
    Waiting,
    Connecting,
    Connected,
    LeavingMessage,
    Ended,
    Calling
};

/// How an ended call went; None while it lives (QueueFull already while such a caller leaves a message
/// instead).
enum class Outcome : std::uint8_t {
    None,
    Talked,
    Abandoned,
    Voicemail,
    Thanked,
    Refused,
    QueueFull,
    Failed,
    CallBack
};

/// What the team has found out about a caller; separate from the call's state.
enum class Screening : std::uint8_t { New, Screening, Ready };

/// What a caller has said to being recorded and aired, where the line asks.
enum class Consent : std::uint8_t { NotAsked, Agreed, Declined };

/// Whether a talk is being recorded; Starting until the phone company has answered.
enum class TalkRecording : std::uint8_t { Off, Starting, On, Paused };

/// The words of the outside contract ("leaving_message", "queue_full", ...).
QString toWord(CallState state);
QString toWord(Outcome outcome); ///< empty for None
QString toWord(Screening screening);
QString toWord(Consent consent); ///< empty for NotAsked
QString toWord(TalkRecording recording);
CallState callStateFromWord(const QString &word, CallState otherwise = CallState::Ringing);
Outcome outcomeFromWord(const QString &word);
Screening screeningFromWord(const QString &word);
Consent consentFromWord(const QString &word);
TalkRecording talkRecordingFromWord(const QString &word);

/// Who calls. Empty means unknown; an empty number means withheld: never text or call it back.
struct Caller
{
    QString name;   ///< caller-ID name, as it came; never markup
    QString number; ///< E.164
    QString city;
    QString region;  ///< state or province, as the phone company spells it ("CA")
    QString country; ///< ISO 3166 alpha-2
    bool operator==(const Caller &) const = default;
};

/// A call of the same number that has ended before this one began.
struct EarlierCall
{
    QDateTime at; ///< UTC
    Outcome outcome = Outcome::None;
    int seconds = 0; ///< talked, recorded or waited, as the outcome says
    QString topic;
    bool operator==(const EarlierCall &) const = default;
};

/// What is being done to a call right now: asked of the phone company and not answered yet, or the seat's
/// phone rings.
enum class Doing : std::uint8_t {
    Nothing,
    RingingPhone,
    MovingToStudio,
    PuttingOnHold,
    SendingToVoicemail,
    Thanking,
    HangingUp
};

/// One person's phone call, from first ring to end. A plain value: copied into the journal, the window and to
/// other seats.
struct Call
{
    QString sid;
    QString line;  ///< the number that was dialled, E.164
    QString queue; ///< where they stand, or are to stand; empty: the line's
    Caller caller;
    CallState state = CallState::Ringing;
    Outcome outcome = Outcome::None;
    QDateTime begun;   ///< UTC, when it was first heard of
    QDateTime arrival; ///< UTC, when it first joined the queue; null before. Wait time counts from here, also
                       ///< after being put back
    QDateTime stateSince; ///< UTC
    double order =
        0; ///< rank by our order: arrival in ms since 1970, or between two neighbours after a move by hand
    Screening screening = Screening::New;
    QString screeningBy; ///< seat that screens or has screened
    QString topic;
    QString notes;
    QString sayItLike; ///< how to pronounce the name
    QString seat;      ///< seat whose phone rings for, or talks to, this call; empty otherwise
    QString remark;    ///< why the call is where it is, a sentence; empty when there is nothing to say
    Doing doing = Doing::Nothing;
    bool callBackWanted = false; ///< ended, but keeps its place in line until somebody has called back
    QString asking; ///< who is being asked to take this call, a sentence ("Asking Bob by text"); empty when
                    ///< nobody is
    int timesCalled = 0;        ///< calls of this number before this one; 0 also when withheld
    QList<EarlierCall> earlier; ///< the newest few
    bool outbound = false;      ///< we have called them
    bool forNextShow = false;   ///< was asked, at the end of a show, to leave a message for the next one
    QStringList queueResults; ///< how it left the queue, each way once, in order; as the phone company spells
                              ///< it, unknown ones too
    QDateTime ownWait;        ///< the queue's entry that a wait of ours began, by the phone company's clock
    QString givenBy;  ///< seat that is passing this call on to somebody, and is told when they do not take it
    QString givingTo; ///< the number of whom it is passed on to as soon as it is back on hold
    bool givingAsks = false; ///< they are asked first
    QString joining;         ///< the intent that took it into its studio last; news of another one is late
    QString notice;          ///< what the caller was told about being recorded and aired, as it was spoken
    QDateTime noticeAt;      ///< UTC, when they had heard it; null: not yet
    Consent consent = Consent::NotAsked;
    bool record = false; ///< this talk is to be recorded; `recording` is what is known to be so
    TalkRecording recording = TalkRecording::Off;
    QString recordingSid;     ///< of the recording that runs, or is paused
    bool wasRecorded = false; ///< at least one talk of this call
    bool operator==(const Call &) const = default;

    bool isWithheld() const { return caller.number.isEmpty(); }
    bool hasEnded() const { return state == CallState::Ended; }
    /// Is to be called and has not been yet, so that the phone company knows no such call: `sid` is ours.
    bool isPlanned() const { return outbound && sid.startsWith(QLatin1Char('P')); }
    /// Stands in the queue as far as the caller can hear: waiting, or waiting while a phone rings for them.
    bool hearsMusic() const { return state == CallState::Waiting || state == CallState::Connecting; }
    /// Has a place in our order: waits on the line, or at home for us to call back.
    bool standsInLine() const { return hearsMusic() || callBackWanted; }
};

/// A telephone number fit for a log: the first three and last two digits ("+141•••••77").
QString shortened(const QString &number);

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::Call)
