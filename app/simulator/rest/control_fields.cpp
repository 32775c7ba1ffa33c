// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/control_fields.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

ControlFields::ControlFields(QByteArrayView body)
{
    if (body.trimmed().isEmpty())
        return;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body.toByteArray(), &error);
    if (document.isNull())
        complain(u"The body is not JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset));
    else if (!document.isObject())
        complain(u"The body must be a JSON object."_s);
    else
        m_object = document.object();
}

std::optional<QJsonValue> ControlFields::take(const QString &name)
{
    m_read.insert(name);
    const auto found = m_object.constFind(name);
    if (found == m_object.constEnd() || found->isNull())
        return std::nullopt;
    return *found;
}

QString ControlFields::text(const QString &name)
{
    const std::optional<QString> value = maybeText(name);
    if (!value || value->isEmpty())
        complain(u"The field \"%1\" is missing; it must be a text."_s.arg(name));
    return value.value_or(QString());
}

std::optional<QString> ControlFields::maybeText(const QString &name)
{
    const std::optional<QJsonValue> value = take(name);
    if (!value)
        return std::nullopt;
    if (!value->isString()) {
        complain(u"The field \"%1\" must be a text."_s.arg(name));
        return std::nullopt;
    }
    return value->toString();
}

double ControlFields::number(const QString &name, double least, double most)
{
    const std::optional<double> value = maybeNumber(name, least, most);
    if (!value)
        complain(u"The field \"%1\" is missing; it must be a number."_s.arg(name));
    return value.value_or(least);
}

std::optional<double> ControlFields::maybeNumber(const QString &name, double least, double most)
{
    const std::optional<QJsonValue> value = take(name);
    if (!value)
        return std::nullopt;
    if (!value->isDouble() || value->toDouble() < least || value->toDouble() > most) {
        complain(u"The field \"%1\" must be a number from %2 to %3."_s.arg(name).arg(least).arg(most));
        return std::nullopt;
    }
    return value->toDouble();
}

std::optional<int> ControlFields::maybeInteger(const QString &name, int least, int most)
{
    const std::optional<double> value = maybeNumber(name, least, most);
    if (!value)
        return std::nullopt;
    if (std::trunc(*value) != *value) {
        complain(u"The field \"%1\" must be a whole number."_s.arg(name));
        return std::nullopt;
    }
    return int(*value);
}

std::optional<QString> ControlFields::maybeAmount(const QString &name)
{
    const std::optional<QJsonValue> value = take(name);
    if (!value)
        return std::nullopt;
    bool isNumber = value->isDouble();
    const double amount = isNumber ? value->toDouble() : value->toString().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(amount)) {
        complain(u"The field \"%1\" must be an amount, such as 25.00."_s.arg(name));
        return std::nullopt;
    }
    return value->isString() ? value->toString() : QString::number(amount, 'f', 2);
}

std::optional<bool> ControlFields::maybeBoolean(const QString &name)
{
    const std::optional<QJsonValue> value = take(name);
    if (!value)
        return std::nullopt;
    if (!value->isBool()) {
        complain(u"The field \"%1\" must be true or false."_s.arg(name));
        return std::nullopt;
    }
    return value->toBool();
}

std::optional<QString> ControlFields::maybeOneOf(const QString &name, const QStringList &values)
{
    std::optional<QString> value = maybeText(name);
    if (!value)
        return std::nullopt;
    if (!values.contains(*value)) {
        complain(u"The field \"%1\" must be one of %2."_s.arg(name, values.join(u", "_s)));
        return std::nullopt;
    }
    return value;
}

QList<std::pair<QString, QString>> ControlFields::allTexts()
{
    QList<std::pair<QString, QString>> texts;
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        m_read.insert(it.key());
        if (it->isString())
            texts.append({it.key(), it->toString()});
        else if (it->isDouble())
            texts.append({it.key(), QString::number(it->toDouble())});
        else if (it->isBool())
            texts.append({it.key(), it->toBool() ? u"yes"_s : u"no"_s});
        else
            complain(u"The field \"%1\" must be a text, a number, true or false."_s.arg(it.key()));
    }
    return texts;
}

void ControlFields::complain(const QString &sentence)
{
    if (!m_complaint)
        m_complaint = sentence;
}

std::optional<QString> ControlFields::complaint() const
{
    if (m_complaint)
        return m_complaint;
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        if (!m_read.contains(name))
            return u"There is no field \"%1\" here."_s.arg(name);
    }
    return std::nullopt;
}

} // namespace anteroom::simulator::rest
