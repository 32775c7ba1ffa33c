// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/plain_text.h"

using namespace Qt::StringLiterals;

namespace anteroom::ui {

QString oneLine(const QString &text, qsizetype longest)
{
    QString result;
    result.reserve(std::min(text.size(), longest));
    for (const QChar c : text) {
        if (result.size() >= longest) {
            if (result.back().isHighSurrogate())
                result.chop(1);
            result += u'…';
            break;
        }
        const auto category = c.category();
        const bool reorders =
            (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if (reorders)
            continue;
        const bool breaks = category == QChar::Other_Control || category == QChar::Separator_Line ||
                            category == QChar::Separator_Paragraph;
        result += breaks ? u' ' : c;
    }
    return result.trimmed();
}

QString isolated(const QString &text)
{
    const QString line = oneLine(text);
    return line.isRightToLeft() ? QChar(0x2068) + line + QChar(0x2069) : line;
}

QString toolTipText(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

QString notificationText(const QString &text)
{
    QString result = oneLine(text);
    result.replace(u'<', u'‹');
    result.replace(u'>', u'›');
    result.replace(u'&', u'＆');
    return result;
}

} // namespace anteroom::ui
