// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace anteroom::calls {

// What a person at a seat may ask of the switchboard. One vocabulary for the window, other consoles and scripts.

/// What happens to somebody the seat already talks to when another is pulled.
enum class Current { Keep, Hold, Release };

struct Pull { QString sid; Current current = Current::Keep; };
struct CancelRinging { QString sid; }; ///< stop ringing my phone
struct SendToVoicemail { QString sid; };
struct ThankAndRelease { QString sid; };
struct PutOnHold { QString sid; };
struct HangUpCall { QString sid; };
struct Annotate
{
    QString sid;
    std::optional<QString> topic = {};
    std::optional<QString> notes = {};
    std::optional<QString> sayItLike = {};
    std::optional<Screening> screening = {};
};
/// Puts a waiting call before another one by our order; at the end when `before` is empty.
struct MoveInOrder { QString sid; QString before; };

enum class Treatment { Thank, Message, Text };
struct StartCloseOut
{
    Treatment treatment = Treatment::Thank;
    QString text = {};      ///< what is said or sent; empty: the line's
    QStringList sids = {};  ///< only these; empty: everybody
};
struct StopCloseOut {};
struct RetryCloseOut {};
struct OpenLine {};
struct CloseLine {};
/// Rings my phone into its studio and keeps it there between callers, or lets it go.
struct KeepPhoneOn { bool on = true; };
/// Nobody sits at the desk: callers are announced to the phones on the list only (AskPlan), not at the desk.
struct LeaveDesk
{
    bool left = true;
};
struct MarkMessage { QString recording; bool heard = true; };
struct DeleteMessage { QString recording; };

using Command = std::variant<Pull, CancelRinging, SendToVoicemail, ThankAndRelease, PutOnHold, HangUpCall,
                             Annotate, MoveInOrder, StartCloseOut, StopCloseOut, RetryCloseOut, OpenLine,
                             CloseLine, KeepPhoneOn, LeaveDesk, MarkMessage, DeleteMessage>;

/// Why a command was not recorded; the numbers are those of the outside contract (design section 5).
enum class RefusalCode { UnknownCall = -32001, WrongState = -32002, Taken = -32003, NotAllowed = -32004, NoPhone = -32005, CarrierRefused = -32006 };
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
