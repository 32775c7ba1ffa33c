// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/spoken_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct TextWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::SpokenText)
};

bool isControl(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t') || c.unicode() == 0x7f ||
           (c.unicode() >= 0x80 && c.unicode() < 0xa0) || c.unicode() == 0xfffe || c.unicode() == 0xffff;
}

qsizetype weightOf(QChar c)
{
    constexpr qsizetype longestSpelling = 6; // "&quot;"
    const bool spelt = c == u'&' || c == u'<' || c == u'>' || c == u'"' || c == u'\'';
    return spelt ? longestSpelling : 1;
}

} // namespace

QString filled(QString text, const Fillings &fillings)
{
    if (!text.contains(u'{'))
        return text; // most texts have no placeholders
    for (const auto &[name, value] : fillings)
        text.replace(u'{' + name + u'}', value);
    return text;
}

QStringList unknownPlaceholders(const QString &text, const QStringList &known)
{
    static const QRegularExpression placeholder(u"\\{([^{}\\s]{1,40})\\}"_s);
    QStringList unknown;
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (!known.contains(name) && !unknown.contains(name))
            unknown.append(name);
    }
    return unknown;
}

Say said(const SpokenText &text, const Fillings &fillings)
{
    return {filled(text.text, fillings), text.voice, text.language};
}

std::chrono::milliseconds timeToSay(const Steps &steps)
{
    constexpr auto perLetter = 100ms; // spoken slowly
    std::chrono::milliseconds length = 0ms;
    for (const Step &step : steps) {
        if (const auto *say = std::get_if<Say>(&step))
            length += perLetter * say->text.size();
        else if (const auto *pause = std::get_if<Pause>(&step))
            length += std::chrono::seconds(pause->seconds);
        else if (const auto *ask = std::get_if<AskKeys>(&step))
            length += (perLetter * ask->prompt.size() + std::chrono::seconds(ask->seconds)) * ask->times;
    }
    return length;
}

qsizetype weightOf(const QString &text)
{
    qsizetype weight = 0;
    for (const QChar c : text)
        weight += weightOf(c);
    return weight;
}

QString speakable(const QString &text)
{
    QString clean;
    qsizetype weight = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isControl(c))
            continue;
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (c.isSurrogate() && !pair)
            continue;
        weight += pair ? 2 : weightOf(c);
        if (weight > longestText) {
            const qsizetype space = clean.lastIndexOf(u' ');
            return (space > 0 ? clean.first(space) : clean).trimmed();
        }
        clean += c;
        if (pair)
            clean += text.at(++i);
    }
    return clean.trimmed();
}

std::optional<QString> problemOf(const QString &text, const QStringList &placeholders)
{
    if (const qsizetype weight = weightOf(text); weight > longestText)
        return TextWords::tr("This text is too long to be read out to callers: about %1 characters too many. "
                             "Please shorten it.")
            .arg(weight - longestText);
    if (std::ranges::any_of(text, isControl))
        return TextWords::tr("This text holds characters that can't be read out, perhaps from copying. "
                             "Please type it anew.");
    if (const QStringList unknown = unknownPlaceholders(text, placeholders); !unknown.isEmpty()) {
        QStringList known;
        for (const QString &name : placeholders)
            known.append(u'{' + name + u'}');
        const QString may = known.isEmpty() ? TextWords::tr("This text has none.")
                                            : TextWords::tr("It may have %1.").arg(known.join(", "_L1));
        return TextWords::tr("Nothing is known to put in the place of {%1}; callers would hear it as it "
                             "stands. %2")
            .arg(unknown.constFirst(), may);
    }
    return std::nullopt;
}

std::optional<QString> problemOfVoice(const QString &voice)
{
    static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"_s);
    if (voice.isEmpty() || name.match(voice).hasMatch())
        return std::nullopt;
    return TextWords::tr("\"%1\" is no name of a voice. Choose one from the list, or leave it empty.")
        .arg(voice);
}

std::optional<QString> problemOfLanguage(const QString &language)
{
    static const QRegularExpression tag(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"_s);
    if (language.isEmpty() || tag.match(language).hasMatch())
        return std::nullopt;
    return TextWords::tr("\"%1\" is no language. Write it like en-US or de-DE, or leave it empty.")
        .arg(language);
}

} // namespace anteroom::calls
