// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/talk_file.h"

#include <QCoreApplication>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

/// Names come from outside: whatever means something to a file system becomes a blank.
QString plain(const QString &name)
{
    constexpr qsizetype longest = 50;
    QString letters;
    for (const QChar c : name)
        letters +=
            c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || u"-_'()&+"_s.contains(c) ? c : u' ';
    letters = letters.simplified();
    if (letters.size() <= longest)
        return letters;
    const qsizetype end = letters.at(longest - 1).isHighSurrogate() ? longest - 1 : longest;
    return letters.first(end).trimmed();
}

} // namespace

QString talkFile(const Message &talk, const QString &mark)
{
    QStringList parts;
    if (const QString show = plain(talk.show); !show.isEmpty())
        parts << show;
    QString who = plain(talk.caller.name);
    if (who.isEmpty())
        who = plain(talk.caller.number);
    parts << (who.isEmpty() ? QCoreApplication::translate("anteroom::calls::TalkFile", "Number withheld")
                            : who)
          << talk.at.toLocalTime().toString(u"yyyy-MM-dd HH-mm-ss"_s);
    if (!mark.isEmpty())
        parts << plain(mark);
    return parts.join(u" - "_s) + u".wav"_s;
}

} // namespace anteroom::calls
