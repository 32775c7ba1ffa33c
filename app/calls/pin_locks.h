// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Five wrong PINs close the door for 15 minutes: to the person who was claimed, from whatever phone, and to
/// the phone that they came from, whoever is claimed. Whoever takes in a PIN, spoken or by text, asks here
/// first and counts here afterwards; what was counted survives a restart. Being called back is a door of its
/// own: five calls that nobody answers with the key close it for an hour.
class PinLocks
{
public:
    explicit PinLocks(DeskCore &core) : m_core(core) {}

    /// Until when; null: the door is open. Empty names are nobody's.
    QDateTime lockedUntil(const QString &person, const QString &phone) const;
    void noteError(const QString &person, const QString &phone);
    void noteRight(const QString &person, const QString &phone);

    QDateTime ringsLockedUntil(const QString &person) const; ///< null: they may be called back
    void noteRing(const QString &person);
    void noteAnswered(const QString &person); ///< with the key

private:
    QDateTime lockOf(const QString &who) const;
    void count(const QString &who, qint64 lockSeconds);
    void forgetOld();
    static QStringList doors(const QString &person, const QString &phone);

    DeskCore &m_core;
};

} // namespace anteroom::calls
