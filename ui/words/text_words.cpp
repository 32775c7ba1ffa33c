// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/text_words.h"

#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace anteroom::ui {

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

QString senderOf(const ListenerText &text, const QString &homeNumber)
{
    const QString name = oneLine(text.name);
    return name.isEmpty() ? formattedNumber(oneLine(text.from), homeNumber) : name;
}

QString gistOf(const ListenerText &text, qsizetype longest)
{
    const QString line = oneLine(text.body.simplified(), longest);
    return line.isEmpty() ? QCoreApplication::translate("TextWords", "No words; perhaps a picture") : line;
}

QString wholeOf(const QString &body)
{
    QStringList lines = QString(body).replace("\r\n"_L1, "\n"_L1).split(u'\n');
    for (QString &line : lines)
        line = oneLine(line, longestTextSent);
    return lines.join(u'\n').trimmed();
}

QString whenOf(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    return local.date() == now.toLocalTime().date() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                    : QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace anteroom::ui
