// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <cstdint>

namespace anteroom::calls {

/// How far asking one phone has come.
enum class AskedState : std::uint8_t {
    Asking,     ///< the phone company has not answered our request yet
    Asked,      ///< the question is there; no answer yet
    Answered,   ///< with anything but "later"
    Later,      ///< "later", or hung up
    NotReached, ///< busy, no answer, refused
};

/// One phone that has been asked about one call.
struct AskedPhone
{
    QString name;
    QString number;
    bool byCall = false;
    bool numbered = false; ///< its text gave the call's number
    AskedState state = AskedState::Asking;
    QDateTime at;         ///< UTC
    QString intent;       ///< of the short call
    QString body;         ///< of the text: how it is found again after a lost answer
    QString givenBy = {}; ///< seat that wants to pass the call on to just this phone, while nothing has come
                          ///< of it; the list's turns do not count then
    bool operator==(const AskedPhone &) const = default;

    bool isOpen() const { return state == AskedState::Asking || state == AskedState::Asked; }
};

/// Who has been asked about one call. Kept for a while after the call, so that a late answer is told so and
/// never means another caller.
struct Ask
{
    QString sid;
    int number = 0;    ///< short, in texts; no other one that can still be answered has it
    QString who;       ///< the caller as the texts named them
    QDateTime due;     ///< UTC, when the next phone is asked
    QDateTime gone;    ///< UTC, when the call ended; null while it lives
    bool over = false; ///< nobody else is asked
    QList<AskedPhone> phones;
    bool operator==(const Ask &) const = default;

    AskedPhone *phone(const QString &wanted)
    {
        for (AskedPhone &each : phones)
            if (each.number == wanted)
                return &each;
        return nullptr;
    }
    const AskedPhone *phone(const QString &wanted) const { return const_cast<Ask *>(this)->phone(wanted); }
    /// Somebody is still to answer this phone's question.
    bool concerns(const AskedPhone &phone) const { return !over || !phone.givenBy.isEmpty(); }
    /// A seat waits for what just one phone answers.
    bool isGift() const
    {
        for (const AskedPhone &each : phones)
            if (!each.givenBy.isEmpty())
                return true;
        return false;
    }
};

/// A text that has been dealt with: the phone company may tell of it again, or a reading find it.
struct HeardText
{
    QString sid;
    QDateTime at; ///< UTC
    bool operator==(const HeardText &) const = default;
};

/// A phone that texts cannot reach, so that it is called instead; `since` null: texts are welcome again.
struct TextRefusal
{
    QString number;
    QDateTime since; ///< UTC
    bool operator==(const TextRefusal &) const = default;
};

} // namespace anteroom::calls
