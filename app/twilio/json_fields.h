// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace anteroom::twilio {

// The API writes the same number as 3 on a queue and as "3" on a call, and leaves fields out or null (facts
// section 3): readers that take either and answer the empty value for anything else.

QString textField(const QJsonObject &object, QLatin1StringView name);
int numberField(const QJsonObject &object, QLatin1StringView name, int otherwise = 0);
bool flagField(const QJsonObject &object, QLatin1StringView name);
QDateTime dateField(const QJsonObject &object, QLatin1StringView name); ///< UTC; null without one

} // namespace anteroom::twilio
