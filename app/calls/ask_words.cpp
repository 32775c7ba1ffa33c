// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/ask_words.h"

#include <QCoreApplication>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

struct AskWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::AskWords)
};

constexpr qsizetype longestAskText = 600; // four joined parts: more is a cost, not a question

/// One line without control characters, and not longer than a name can be.
QString plain(const QString &text)
{
    constexpr qsizetype longest = 60;
    QString line = text.simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return line.size() > longest ? line.first(longest - 1) + u'…' : line;
}

QString answer(AskWish wish, int number, const AskPlan &plan)
{
    const QString word = offeredWord(wish, plan.words);
    return number > 0 && !word.isEmpty() ? u"%1 %2"_s.arg(word).arg(number) : word;
}

/// In one pass, so that a name with braces in it stays a name.
QString filled(const QString &wording, const Caller &caller, int number, const AskPlan &plan)
{
    QString text;
    for (qsizetype i = 0; i < wording.size(); ++i) {
        const qsizetype end = wording.at(i) == u'{' ? wording.indexOf(u'}', i) : -1;
        const QString name = end < 0 ? QString() : wording.sliced(i + 1, end - i - 1).trimmed().toLower();
        QString value;
        if (name == "name"_L1)
            value = nameForAsking(caller);
        else if (name == "place"_L1)
            value = placeForAsking(caller);
        else if (name == "number"_L1)
            value = caller.number.isEmpty() ? AskWords::tr("Unknown") : caller.number;
        else if (const auto wish = askWishFromWord(name))
            value = answer(*wish, number, plan);
        else {
            text += wording.at(i);
            continue;
        }
        text += value;
        i = end;
    }
    return text.trimmed();
}

} // namespace

QString nameForAsking(const Caller &caller)
{
    const QString name = plain(caller.name);
    if (!name.isEmpty())
        return name;
    return caller.number.isEmpty() ? AskWords::tr("Unknown") : caller.number;
}

QString placeForAsking(const Caller &caller)
{
    const QString city = plain(caller.city);
    const QString region = plain(caller.region);
    if (!city.isEmpty() && !region.isEmpty())
        return u"%1, %2"_s.arg(city, region);
    if (!city.isEmpty() || !region.isEmpty())
        return city + region;
    const QString country = plain(caller.country);
    return country.isEmpty() ? AskWords::tr("Unknown") : country;
}

QString answersFor(int number, const AskPlan &plan)
{
    QStringList answers;
    for (const AskWish wish : {AskWish::Take, AskWish::Voicemail, AskWish::Thank, AskWish::Later})
        if (const QString each = answer(wish, number, plan); !each.isEmpty())
            answers.append(each);
    if (answers.size() < 2)
        return answers.join(QString());
    const QString last = answers.takeLast();
    return AskWords::tr("%1 or %2").arg(answers.join(u", "_s), last);
}

QString textFor(const Caller &caller, int number, const AskPlan &plan)
{
    QString text = filled(plan.text, caller, number, plan);
    text.truncate(longestAskText);
    const QString take = answer(AskWish::Take, number, plan);
    if (number > 0 && !text.contains(take))
        text += u' ' + AskWords::tr("Reply %1.").arg(answersFor(number, plan));
    return text;
}

QString spokenFor(const Caller &caller, const AskPlan &plan)
{
    return filled(plan.spoken, caller, 0, plan);
}

} // namespace anteroom::calls
