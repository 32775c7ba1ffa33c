// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace anteroom::calls {

enum class IntentKind : std::uint8_t {
    RingPhone,
    MoveToStudio,
    PutOnHold,
    SendToVoicemail,
    Thank,
    HangUp,
    CancelLeg,
    SendText,
    PlayToMe,
    CallOut,
    RenewWait, ///< into a wait of ours, without a word
    AskPhone,
    CallHostBack
};
QString toWord(IntentKind kind);

/// Something we are about to ask of the phone company: journalled before the request leaves, so that a second
/// click is refused at once, and so that an answer lost in a crash or a cut is settled by reading, never by
/// repeating.
struct Intent
{
    QString id; ///< random; travels in the URLs of a created leg
    IntentKind kind = IntentKind::RingPhone;
    QString sid; ///< the caller's call; empty when a phone is rung without one
    QString seat;
    QString leg;   ///< call SID of the seat's leg once known
    QString phone; ///< rung for it, or called
    QString room;
    QDateTime begun;       ///< UTC; null while a phone cannot be rung yet, so that nothing has been asked
    bool answered = false; ///< the phone company has answered the request
    bool operator==(const Intent &) const = default;
};

} // namespace anteroom::calls
