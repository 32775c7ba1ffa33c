// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/spoken_text.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace anteroom::calls {

// What a person at a seat may ask of the switchboard. One vocabulary for the window, other consoles and
// scripts.

/// What happens to somebody the seat already talks to when another is pulled.
enum class Current { Keep, Hold, Release };

struct Pull
{
    QString sid;
    Current current = Current::Keep;
};
struct CancelRinging
{
    QString sid;
}; ///< stop ringing my phone
struct SendToVoicemail
{
    QString sid;
};
struct ThankAndRelease
{
    QString sid;
};
struct PutOnHold
{
    QString sid;
};
struct HangUpCall
{
    QString sid;
};
inline constexpr qsizetype longestTopic = 500; ///< letters; of how a name is spoken as well
inline constexpr qsizetype longestNotes = 10'000;
struct Annotate
{
    QString sid;
    std::optional<QString> topic = {};
    std::optional<QString> notes = {};
    std::optional<QString> sayItLike = {};
    std::optional<Screening> screening = {};
};
/// Puts a waiting call before another one by our order; at the end when `before` is empty.
struct MoveInOrder
{
    QString sid;
    QString before;
};

enum class Treatment { Thank, Message, Text };
struct StartCloseOut
{
    Treatment treatment = Treatment::Thank;
    QString text = {};     ///< what is said or sent; empty: the line's
    QStringList sids = {}; ///< only these; empty: everybody
};
struct StopCloseOut
{
};
struct RetryCloseOut
{
};
struct OpenLine
{
};
struct CloseLine
{
};
/// Rings my phone into its studio and keeps it there between callers, or lets it go.
struct KeepPhoneOn
{
    bool on = true;
};
/// The caller who wanted to be called back has been, or need not be any more.
struct DoneWithCallBack
{
    QString sid;
};
/// Rings my phone and reads this to me, as callers would hear it.
struct PlayToMe
{
    SpokenText text;
};
/// Nobody sits at the desk: callers are announced to the phones on the list only (AskPlan), not at the desk.
struct LeaveDesk
{
    bool left = true;
};
/// Rings my phone, then this number, and brings the two together. What is known of them may come along, or
/// the earlier call that tells it.
struct CallBack
{
    QString number;
    QString sid = {};
    Caller caller = {};
};
struct MarkMessage
{
    QString recording;
    bool heard = true;
};
struct AnnotateMessage
{
    QString recording;
    QString notes;
};
/// Gone from view at once; here and at the phone company when the time for undoing it is over.
struct DeleteMessage
{
    QString recording;
};
struct UndoDeleteMessage
{
    QString recording;
};
struct FinishDeleteMessage
{
    QString recording;
}; ///< nobody wants to undo it
/// Passes a caller on to somebody on the list of phones to ask (AskPlan): their phone rings, and whoever
/// presses the key there has the caller; or they are asked first, their way. Whom I talk to goes back on hold
/// for it.
struct GiveTo
{
    QString sid;
    QString to; ///< a number of the list, or a name
    bool askFirst = false;
};
/// A missed call has been dealt with, or not yet after all.
struct MarkMissed
{
    QString sid;
    bool done = true;
};

/// Records this talk from now on, or pauses: what is said meanwhile is in no recording.
struct RecordTalk
{
    QString sid;
    bool on = true;
};

struct ReadText
{
    QString sid;
    bool read = true;
};
struct MarkText
{
    QString sid;
    bool marked = true;
};
/// To whoever has sent this text, from the line.
struct AnswerText
{
    QString sid;
    QString body;
};

using Command = std::variant<Pull, CancelRinging, SendToVoicemail, ThankAndRelease, PutOnHold, HangUpCall,
                             Annotate, MoveInOrder, StartCloseOut, StopCloseOut, RetryCloseOut, OpenLine,
                             CloseLine, KeepPhoneOn, LeaveDesk, DoneWithCallBack, PlayToMe, CallBack,
                             MarkMissed, MarkMessage, AnnotateMessage, DeleteMessage, UndoDeleteMessage,
                             FinishDeleteMessage, GiveTo, RecordTalk, ReadText, MarkText, AnswerText>;

/// Why a command was not recorded; the numbers are those of the outside contract (design section 5).
enum class RefusalCode {
    UnknownCall = -32001,
    WrongState = -32002,
    Taken = -32003,
    NotAllowed = -32004,
    NoPhone = -32005,
    CarrierRefused = -32006
};
struct Refusal
{
    RefusalCode code = RefusalCode::WrongState;
    QString sentence;
    QString seat = {};   ///< for Taken: who has it
    int carrierCode = 0; ///< for CarrierRefused
};

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::Command)
Q_DECLARE_METATYPE(anteroom::calls::Refusal)
