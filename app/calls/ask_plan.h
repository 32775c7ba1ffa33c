// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/reply_words.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <cstdint>

namespace anteroom::calls {

/// How a phone is asked. Whatever is chosen: a phone that texts cannot reach is called.
enum class AskBy : std::uint8_t {
    Automatic, ///< by text where it is no landline
    Text,      ///< by text, without asking the phone company what kind of phone it is
    Call       ///< by a short call with the same question
};
QString toWord(AskBy by);
AskBy askByFromWord(const QString &word);

/// Somebody who may take callers from wherever they are.
struct AskPhone
{
    QString name;
    QString number; ///< E.164
    AskBy by = AskBy::Automatic;
    bool operator==(const AskPhone &) const = default;
};

/// What becomes of a caller whom nobody on the list has taken.
enum class AskEnd : std::uint8_t { KeepWaiting, Voicemail };

/// Whom to ask about a caller who arrives, how, and in which words; changed at run time by settings.
struct AskPlan
{
    QList<AskPhone> phones;   ///< in order; nobody is asked when it is empty
    bool alsoWithDesk = true; ///< also while somebody is at the desk
    bool allAtOnce = false;
    int secondsForEach = 45; ///< before the next phone is asked
    AskEnd then = AskEnd::Voicemail;
    QString text;   ///< placeholders: see ask_words.h
    QString spoken; ///< of a short call; the same placeholders
    QList<ReplyWord> words;
    bool operator==(const AskPlan &) const = default;

    static AskPlan defaults();                          ///< without phones; translated
    const AskPhone *phone(const QString &number) const; ///< null: not on the list
};

/// Digits and the plus alone, so that a number compares however it was typed.
QString plainNumber(const QString &number);

// The list and the table as settings keep them. What cannot be understood is left out.
QJsonObject phonesToJson(const QList<AskPhone> &phones);
QList<AskPhone> phonesFromJson(const QJsonObject &json);
QJsonObject wordsToJson(const QList<ReplyWord> &words);
QList<ReplyWord> wordsFromJson(const QJsonObject &json);

} // namespace anteroom::calls
