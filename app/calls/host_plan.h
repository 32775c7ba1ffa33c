// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <cstdint>

namespace anteroom::calls {

/// Somebody who may run the show from a telephone.
struct Host
{
    QString name;
    QString phone;          ///< E.164: whom a call from there may be from, and what is typed on another phone
    QString pin;            ///< hashed (pin.h); empty: none is set, and no PIN lets them in
    bool callsBack = false; ///< instead of asking for the PIN, the desk calls their phone back
    bool operator==(const Host &) const = default;
};

/// What becomes of whom the host talks to when * is pressed.
enum class AfterTalk : std::uint8_t { Thank, BackInLine, Voicemail };
QString toWord(AfterTalk after);
AfterTalk afterTalkFromWord(const QString &word);

/// The host's own number, and who may use it; changed at run time by settings.
struct HostPlan
{
    QString number; ///< E.164; empty: there is none
    QList<Host> people;
    AfterTalk afterTalk = AfterTalk::Thank;
    /// A listed phone whose network vouches for its number is let in without a PIN, to listen and for the
    /// next caller only.
    bool trustsProvenPhones = false;
    bool operator==(const HostPlan &) const = default;

    const Host *of(const QString &phone) const; ///< null: not on the list
    /// As somebody types their number: with or without country code. Null when it is nobody's, or two
    /// people's.
    const Host *typed(const QString &digits) const;
};

// The list as settings keep it. What cannot be understood is left out.
QJsonObject hostsToJson(const QList<Host> &people);
QList<Host> hostsFromJson(const QJsonObject &json);

} // namespace anteroom::calls
