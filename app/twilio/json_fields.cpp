// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/json_fields.h"

#include "twilio/dates.h"

#include <cmath>
#include <limits>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

QString textField(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

int numberField(const QJsonObject &object, QLatin1StringView name, int otherwise)
{
    const QJsonValue value = object.value(name);
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || std::abs(number) > std::numeric_limits<int>::max())
        return otherwise;
    return int(number);
}

bool flagField(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isBool() ? value.toBool() : value.toString() == "true"_L1;
}

QDateTime dateField(const QJsonObject &object, QLatin1StringView name)
{
    return parseDate(object.value(name).toString());
}

} // namespace anteroom::twilio
