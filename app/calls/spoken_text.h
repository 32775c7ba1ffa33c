// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/step.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace anteroom::calls {

/// What is read out to somebody, and by whom. May hold placeholders such as "{position}".
struct SpokenText
{
    QString text;
    QString voice = {};    ///< empty: the phone company's
    QString language = {}; ///< empty: the voice's

    SpokenText() = default;
    SpokenText(QString words, QString by = {}, QString in = {}) // NOLINT: a text is the common case
        : text(std::move(words)), voice(std::move(by)), language(std::move(in))
    {
    }
    bool isEmpty() const { return text.isEmpty(); }
    qsizetype size() const { return text.size(); }
    void clear() { text.clear(); }
    operator const QString &() const { return text; } // NOLINT: where only the words count
    bool operator==(const SpokenText &) const = default;
    bool operator==(const QString &words) const { return text == words; }
};

/// What stands for a placeholder: its name and value.
struct Filling
{
    QString name;
    QString value;
};
using Fillings = QList<Filling>;

QString filled(QString text, const Fillings &fillings);
/// The placeholders of a text that are none of these.
QStringList unknownPlaceholders(const QString &text, const QStringList &known);

/// Said as it is, with its placeholders filled.
Say said(const SpokenText &text, const Fillings &fillings = {});

/// How long it takes at most until the last of these words is spoken and the last key pressed.
std::chrono::milliseconds timeToSay(const Steps &steps);

/// Longer texts are not spoken: a minute and a half, and small enough for every document they may be part of.
inline constexpr qsizetype longestText = 1200;

/// What a text weighs in a document: characters that must be written in a longer way count as such.
qsizetype weightOf(const QString &text);
/// Freed of what cannot be spoken, and shortened between two words where it is too long.
QString speakable(const QString &text);
/// Why a text cannot be spoken as it is, in a sentence for whoever typed it.
std::optional<QString> problemOf(const QString &text, const QStringList &placeholders);
std::optional<QString> problemOfVoice(const QString &voice);
std::optional<QString> problemOfLanguage(const QString &language);

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::SpokenText)
