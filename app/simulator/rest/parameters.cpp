// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/parameters.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

std::optional<QString> Parameters::text(QByteArrayView name) const
{
    if (!m_form.contains(name))
        return std::nullopt;
    return m_form.text(name);
}

std::optional<int> Parameters::integer(QByteArrayView name, int least, int most, int code)
{
    if (!m_form.contains(name))
        return std::nullopt;
    bool ok = false;
    const int value = m_form.value(name).toInt(&ok);
    if (!ok || value < least || value > most) {
        refuse(
            {400, code,
             u"%1 must be a whole number from %2 to %3"_s.arg(QString::fromUtf8(name)).arg(least).arg(most)});
        return std::nullopt;
    }
    return value;
}

std::optional<bool> Parameters::boolean(QByteArrayView name)
{
    if (!m_form.contains(name))
        return std::nullopt;
    const QByteArray value = m_form.value(name).toLower();
    if (value == "true")
        return true;
    if (value != "false")
        refuse(invalidParameter(u"%1 must be true or false"_s.arg(QString::fromUtf8(name))));
    return value == "false" ? std::optional(false) : std::nullopt;
}

std::optional<QByteArray> Parameters::method(QByteArrayView name)
{
    if (!m_form.contains(name))
        return std::nullopt;
    QByteArray value = m_form.value(name).toUpper();
    if (value == "GET" || value == "POST")
        return value;
    refuse(invalidParameter(u"%1 must be GET or POST"_s.arg(QString::fromUtf8(name))));
    return std::nullopt;
}

std::optional<QString> Parameters::url(QByteArrayView name, int code)
{
    if (!m_form.contains(name))
        return std::nullopt;
    QString value = m_form.text(name);
    if (value.isEmpty())
        return value;
    const QUrl parsed(value, QUrl::StrictMode);
    const bool web = parsed.scheme() == "http"_L1 || parsed.scheme() == "https"_L1;
    if (!parsed.isValid() || !web || parsed.host().isEmpty() || parsed.host().contains(u'_')) {
        refuse({400, code, u"%1 is not a valid URL: %2"_s.arg(QString::fromUtf8(name), value)});
        return std::nullopt;
    }
    return value;
}

std::optional<QString> Parameters::oneOf(QByteArrayView name, const QStringList &values, int code)
{
    if (!m_form.contains(name))
        return std::nullopt;
    QString value = m_form.text(name);
    if (values.contains(value))
        return value;
    refuse({400, code, u"%1 must be one of %2"_s.arg(QString::fromUtf8(name), values.join(u", "_s))});
    return std::nullopt;
}

QStringList Parameters::list(QByteArrayView name) const
{
    QStringList values;
    for (const QByteArray &value : m_form.values(name))
        values.append(QString::fromUtf8(value));
    return values;
}

void Parameters::refuse(const ApiError &error)
{
    if (!m_refusal)
        m_refusal = error;
}

bool isE164(QStringView number)
{
    if (number.size() < 8 || number.size() > 16 || number.front() != u'+' || number.at(1) == u'0')
        return false;
    return std::ranges::all_of(number.sliced(1), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isEndpoint(QStringView text)
{
    return isE164(text) || (text.startsWith(u"client:") && text.size() > 7) ||
           (text.startsWith(u"sip:") && text.contains(u'@'));
}

} // namespace anteroom::simulator::rest
