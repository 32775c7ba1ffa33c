// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/document.h"

namespace anteroom::twiml {

using namespace Qt::StringLiterals;

namespace {

/// XML 1.0, production 2, without the control characters that it merely discourages: no voice and no log
/// wants them.
bool isWritable(char32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    if (c >= 0x7f && c <= 0x9f)
        return false;
    return c != 0xfffe && c != 0xffff;
}

enum class Where { Text, Attribute };

void appendEscaped(QString &out, char16_t c, Where where)
{
    switch (c) {
    case u'&':
        out += "&amp;"_L1;
        return;
    case u'<':
        out += "&lt;"_L1;
        return;
    case u'>':
        out += "&gt;"_L1;
        return;
    case u'"':
        out += "&quot;"_L1;
        return;
    case u'\r': // a reader turns a bare one into a newline
        out += "&#13;"_L1;
        return;
    case u'\n': // and those in an attribute into spaces
    case u'\t':
        if (where == Where::Attribute)
            out += c == u'\n' ? "&#10;"_L1 : "&#9;"_L1;
        else
            out += QChar(c);
        return;
    default:
        out += QChar(c);
    }
}

void appendText(QString &out, QStringView text, Where where)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!c.isSurrogate()) {
            if (isWritable(c.unicode()))
                appendEscaped(out, c.unicode(), where);
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += c;
            out += text.at(++i);
        } // a lone half has no UTF-8
    }
}

/// Names come from code, never from a caller; one that is none is left out rather than trusted.
bool isName(QStringView name)
{
    if (name.isEmpty())
        return false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char16_t c = name.at(i).unicode();
        const bool letter = (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_';
        const bool further = (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u':';
        if (!letter && (i == 0 || !further))
            return false;
    }
    return true;
}

void append(QString &out, const Element &element)
{
    if (!isName(element.name))
        return;
    out += u'<';
    out += element.name;
    for (const auto &[name, value] : element.attributes) {
        if (!isName(name))
            continue;
        out += u' ';
        out += name;
        out += "=\""_L1;
        appendText(out, value, Where::Attribute);
        out += u'"';
    }
    if (element.text.isEmpty() && element.children.isEmpty()) {
        out += "/>"_L1;
        return;
    }
    out += u'>';
    appendText(out, element.text, Where::Text);
    for (const Element &child : element.children)
        append(out, child);
    out += "</"_L1;
    out += element.name;
    out += u'>';
}

} // namespace

QString Element::attribute(QStringView attributeName, const QString &fallback) const
{
    for (const auto &[key, value] : attributes) {
        if (key == attributeName)
            return value;
    }
    return fallback;
}

bool Element::hasAttribute(QStringView attributeName) const
{
    for (const auto &[key, value] : attributes) {
        if (key == attributeName)
            return true;
    }
    return false;
}

QByteArray write(const Document &document)
{
    QString out;
    out.reserve(512);
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"_L1;
    for (const Element &element : document)
        append(out, element);
    out += "</Response>"_L1;
    return out.toUtf8();
}

} // namespace anteroom::twiml
