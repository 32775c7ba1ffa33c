// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace anteroom::calls {

inline constexpr qsizetype longestTextSent = 1600; ///< letters; the phone company takes no more

enum class AnswerState : std::uint8_t {
    Sending, ///< on its way, or it is not known yet whether it has left
    Sent,
    Failed, ///< `why` says so
};

/// What a seat has answered by text.
struct TextAnswer
{
    QString body;
    QString seat;
    QDateTime at; ///< UTC; no two answers to one text have the same
    AnswerState state = AnswerState::Sending;
    QString why = {}; ///< a sentence, of one that has failed
    bool operator==(const TextAnswer &) const = default;
};

/// A text that somebody who is not on the list of phones has sent to the line.
struct ListenerText
{
    QString sid;
    QString from; ///< as the phone company gives it: mostly E.164, now and then a short code or a word
    QString name; ///< from their calls; empty when unknown
    QString body; ///< as it came; never markup. Empty: a picture, perhaps
    QDateTime at; ///< UTC
    bool read = false;
    bool marked = false;
    QList<TextAnswer> answers; ///< oldest first
    bool operator==(const ListenerText &) const = default;

    bool isAnswered() const
    {
        for (const TextAnswer &answer : answers)
            if (answer.state == AnswerState::Sent)
                return true;
        return false;
    }
    bool isBeingAnswered() const
    {
        return !answers.isEmpty() && answers.last().state == AnswerState::Sending;
    }
};

/// Texts that are new or have changed, whole, and the SIDs of those that are no longer kept.
struct TextsChange
{
    QList<ListenerText> texts;
    QStringList removed = {};
};

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::ListenerText)
Q_DECLARE_METATYPE(anteroom::calls::TextsChange)
