// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace anteroom::calls {

/// What somebody who was asked about a caller wants done with them.
enum class AskWish : std::uint8_t { Take, Voicemail, Thank, Later };
QString toWord(AskWish wish);
std::optional<AskWish> askWishFromWord(const QString &word);

/// One row of the table that gives words their meaning; several words may mean the same.
struct ReplyWord
{
    QString word;
    AskWish wish = AskWish::Take;
    bool operator==(const ReplyWord &) const = default;
};

/// A text that was understood; the number is that of the call as its text gave it, 0 without one.
struct Reply
{
    AskWish wish = AskWish::Take;
    int number = 0;
    bool operator==(const Reply &) const = default;
};

/// TAKE, YES, VM, NO, ...: none that the phone network takes for itself, except "yes", which worked before.
QList<ReplyWord> defaultReplyWords();

/// Whether two words are the same to a person: case, blanks and punctuation at the end do not count.
QString plainWord(const QString &text);

/// What the phone network does with a text that consists of this word alone, before or beside handing it on.
enum class NetworkWord : std::uint8_t { None, OptOut, OptIn, Help };
NetworkWord networkWord(const QString &text);

/// Whether a word may stand in the table. OptOut, Help and the pure OptIn words would block the phone or be
/// answered by the network.
bool mayBeReplyWord(const QString &word);

/// The whole text must be a word of the table, with or without a number before or after it: "take", "Take 2",
/// "2 take!". Anything else is not understood, so that "what?" or "busy" never connects anybody.
std::optional<Reply> understood(const QString &body, const QList<ReplyWord> &words);

/// The word to offer for it: the first one in the table, in capitals; empty when the table has none.
QString offeredWord(AskWish wish, const QList<ReplyWord> &words);

} // namespace anteroom::calls
