// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/pin_locks.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {
constexpr int errorsAllowed = 5;
constexpr qint64 pinLockSeconds = 15 * 60;
constexpr qint64 ringLockSeconds = 60 * 60;
constexpr qint64 memoryDays = 1; // of errors that led to no lock

QString bell(const QString &person)
{
    return u"bell "_s + person;
}

} // namespace

QStringList PinLocks::doors(const QString &person, const QString &phone)
{
    // Withheld numbers are one door: who hides must not have more tries than who does not.
    QStringList names{u"phone "_s + (phone.isEmpty() ? u"withheld"_s : phone)};
    if (!person.isEmpty())
        names << u"person "_s + person;
    return names;
}

/// Null once it has passed.
QDateTime PinLocks::lockOf(const QString &who) const
{
    const QDateTime locked = m_core.book.pinErrors(who).lockedUntil;
    return locked.isValid() && locked > m_core.clock.now() ? locked : QDateTime();
}

QDateTime PinLocks::lockedUntil(const QString &person, const QString &phone) const
{
    QDateTime until;
    for (const QString &door : doors(person, phone))
        if (const QDateTime locked = lockOf(door); locked.isValid() && (until.isNull() || locked > until))
            until = locked;
    return until;
}

void PinLocks::noteError(const QString &person, const QString &phone)
{
    forgetOld();
    for (const QString &door : doors(person, phone))
        count(door, pinLockSeconds);
}

void PinLocks::noteRight(const QString &person, const QString &phone)
{
    for (const QString &door : doors(person, phone))
        m_core.book.put(PinErrors{door, 0, {}, {}});
}

QDateTime PinLocks::ringsLockedUntil(const QString &person) const
{
    return lockOf(bell(person));
}

void PinLocks::noteRing(const QString &person)
{
    forgetOld();
    count(bell(person), ringLockSeconds);
}

void PinLocks::noteAnswered(const QString &person)
{
    m_core.book.put(PinErrors{bell(person), 0, {}, {}});
}

void PinLocks::count(const QString &who, qint64 lockSeconds)
{
    PinErrors errors = m_core.book.pinErrors(who);
    errors.who = who;
    errors.at = m_core.clock.now();
    if (++errors.errors >= errorsAllowed) {
        errors.errors = 0;
        errors.lockedUntil = errors.at.addSecs(lockSeconds);
    }
    m_core.book.put(errors);
}

void PinLocks::forgetOld()
{
    const QDateTime now = m_core.clock.now();
    for (const PinErrors &errors : m_core.book.allPinErrors())
        if (errors.at.daysTo(now) > memoryDays)
            m_core.book.put(PinErrors{errors.who, 0, {}, {}});
}

} // namespace anteroom::calls
