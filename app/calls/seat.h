// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <cstdint>

namespace anteroom::calls {

enum class Role : std::uint8_t { Host, Screener, Viewer };
QString toWord(Role role);

/// One console: a person, a role, a phone.
struct Seat
{
    QString name;
    Role role = Role::Host;
    QString phone; ///< E.164, a SIP address or a client (phone_address.h); empty: this seat has none
    bool operator==(const Seat &) const = default;
};

/// Where a seat's phone is.
enum class PhoneState : std::uint8_t { Down, Ringing, InStudio };

/// What lasts of a seat beyond one click: its studio and the leg that is in it.
struct SeatPhone
{
    QString seat;
    PhoneState state = PhoneState::Down;
    bool keepOn = false; ///< the phone stays in its studio between callers
    QString room;        ///< random, per seat, without personal data
    QString leg;         ///< call SID of the phone's leg; empty while down
    QDateTime since;     ///< UTC
    QString remark;      ///< why it is so ("Your phone did not answer."); empty when there is nothing to say
    bool operator==(const SeatPhone &) const = default;
};

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::SeatPhone)
