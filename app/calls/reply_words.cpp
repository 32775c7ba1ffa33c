// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/reply_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<AskWish, QLatin1StringView>, 4> wishes{{{AskWish::Take, "take"_L1},
                                                                       {AskWish::Voicemail, "voicemail"_L1},
                                                                       {AskWish::Thank, "thank"_L1},
                                                                       {AskWish::Later, "later"_L1}}};
constexpr std::array optOut{"stop"_L1, "stopall"_L1, "unsubscribe"_L1, "cancel"_L1,
                            "end"_L1,  "quit"_L1,    "revoke"_L1,      "optout"_L1};
constexpr std::array optIn{"start"_L1, "yes"_L1, "unstop"_L1};
constexpr std::array help{"help"_L1, "info"_L1};

template <typename Words> bool contains(const Words &words, const QString &word)
{
    return std::ranges::any_of(words, [&](QLatin1StringView each) { return word == each; });
}

/// The number at one end of the text, if there is one; 0 and an untouched text otherwise.
int takeNumber(QString &text)
{
    const auto numberOf = [](QString part) {
        if (part.startsWith(u'#'))
            part.remove(0, 1);
        bool isNumber = false;
        const int number = part.toInt(&isNumber);
        return isNumber && number > 0 ? number : 0;
    };
    const qsizetype last = text.lastIndexOf(u' ');
    if (last < 0)
        return 0;
    if (const int number = numberOf(text.sliced(last + 1))) {
        text.truncate(last);
        return number;
    }
    const qsizetype first = text.indexOf(u' ');
    const int number = numberOf(text.first(first));
    if (number)
        text.remove(0, first + 1);
    return number;
}

} // namespace

QString toWord(AskWish wish)
{
    for (const auto &[known, word] : wishes)
        if (known == wish)
            return QString(word);
    return {};
}

std::optional<AskWish> askWishFromWord(const QString &wanted)
{
    for (const auto &[wish, word] : wishes)
        if (wanted == word)
            return wish;
    return {};
}

QList<ReplyWord> defaultReplyWords()
{
    return {{u"take"_s, AskWish::Take},           {u"yes"_s, AskWish::Take},
            {u"vm"_s, AskWish::Voicemail},        {u"no"_s, AskWish::Voicemail},
            {u"voicemail"_s, AskWish::Voicemail}, {u"thank"_s, AskWish::Thank},
            {u"thanks"_s, AskWish::Thank},        {u"later"_s, AskWish::Later},
            {u"wait"_s, AskWish::Later}};
}

QString plainWord(const QString &text)
{
    QString plain = text.simplified().toCaseFolded();
    while (!plain.isEmpty() && u".,!?;:'\""_s.contains(plain.back()))
        plain.chop(1);
    return plain.trimmed();
}

NetworkWord networkWord(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (contains(optOut, word))
        return NetworkWord::OptOut;
    if (contains(optIn, word))
        return NetworkWord::OptIn;
    return contains(help, word) ? NetworkWord::Help : NetworkWord::None;
}

bool mayBeReplyWord(const QString &word)
{
    const QString plain = plainWord(word);
    return !plain.isEmpty() && (plain == "yes"_L1 || networkWord(plain) == NetworkWord::None);
}

std::optional<Reply> understood(const QString &body, const QList<ReplyWord> &words)
{
    const auto meaning = [&words](const QString &text) -> std::optional<AskWish> {
        for (const ReplyWord &each : words)
            if (!text.isEmpty() && plainWord(each.word) == text)
                return each.wish;
        return {};
    };
    QString text = plainWord(body);
    if (const auto wish = meaning(text))
        return Reply{*wish, 0};
    const int number = takeNumber(text);
    if (number == 0)
        return {};
    if (const auto wish = meaning(plainWord(text)))
        return Reply{*wish, number};
    return {};
}

QString offeredWord(AskWish wish, const QList<ReplyWord> &words)
{
    const auto found = std::ranges::find(words, wish, &ReplyWord::wish);
    return found == words.end() ? QString() : found->word.toUpper();
}

} // namespace anteroom::calls
