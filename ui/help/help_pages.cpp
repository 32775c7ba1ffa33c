// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_pages.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

constexpr auto folder = ":/anteroom/help/"_L1;
constexpr qsizetype shortestTellingWord = 4;
constexpr double leastInCommon = 1.0; ///< less than one word that no other section has is chance

QString plainText(const QString &html)
{
    return QTextDocumentFragment::fromHtml(html).toPlainText();
}

QString contentOf(const QString &id)
{
    for (const QString &language : {QLocale().name().section(u'_', 0, 0), u"en"_s}) {
        QFile file(folder + language + u'/' + id + ".html"_L1);
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

HelpPage readPage(const QString &id)
{
    HelpPage page{id, {}, contentOf(id)};
    static const QRegularExpression heading(u"<h1>(.*)</h1>"_s);
    page.title = plainText(heading.match(page.html).captured(1));
    return page;
}

QSet<QString> tellingWords(const QString &text)
{
    static const QRegularExpression between(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> words;
    for (const QString &word : text.toCaseFolded().split(between, Qt::SkipEmptyParts))
        if (word.size() >= shortestTellingWord)
            words.insert(word);
    return words;
}

struct Section
{
    QString anchor;
    QSet<QString> words;
};

QList<Section> readSections()
{
    static const QRegularExpression start(u"<h2><a name=\"([a-z]+)\"></a>"_s);
    const QString html = contentOf(troublePage);
    QList<Section> sections;
    auto found = start.globalMatch(html);
    while (found.hasNext()) {
        const QRegularExpressionMatch begin = found.next();
        const qsizetype end = found.hasNext() ? found.peekNext().capturedStart() : html.size();
        const qsizetype from = begin.capturedStart();
        sections.append({begin.captured(1), tellingWords(plainText(html.sliced(from, end - from)))});
    }
    return sections;
}

} // namespace

bool HelpPage::mentions(const QString &words) const
{
    const QString text = plainText(html);
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        wanted, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

const QList<HelpPage> &helpPages()
{
    static const QList<HelpPage> pages = [] {
        QList<HelpPage> read;
        for (const QString &id : {u"first_show"_s, u"two_people"_s, u"office"_s, u"any_phone"_s, u"costs"_s,
                                  u"privacy"_s, QString(troublePage), u"keys"_s})
            read.append(readPage(id));
        return read;
    }();
    return pages;
}

QString troubleSection(const QString &sentence)
{
    static const QList<Section> sections = readSections();
    const QSet<QString> words = tellingWords(sentence);
    QString best;
    double most = leastInCommon;
    for (const Section &section : sections) {
        double weight = 0;
        for (const QString &word : words &section.words)
            weight += 1.0 / double(std::ranges::count_if(
                                sections, [&](const Section &each) { return each.words.contains(word); }));
        if (weight >= most) {
            most = weight;
            best = section.anchor;
        }
    }
    return best;
}

} // namespace anteroom::ui
