// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/line_manners.h"

#include <QHash>
#include <QJsonObject>

#include <expected>

namespace anteroom::calls {

// The structured parts of a line as they are kept in the settings. An empty object is the default; the error
// is a sentence that names what cannot be used.

QJsonObject toJson(const OpeningHours &hours);
std::expected<OpeningHours, QString> hoursFromJson(const QJsonObject &json);

QJsonObject toJson(const Menu &menu);
std::expected<Menu, QString> menuFromJson(const QJsonObject &json);

struct Voice
{
    QString name;
    QString language;
    bool operator==(const Voice &) const = default;
};
/// Who reads which text, by the text's key; the empty key is meant for all others.
using Voices = QHash<QString, Voice>;
QJsonObject toJson(const Voices &voices);
std::expected<Voices, QString> voicesFromJson(const QJsonObject &json);

/// "9:00", "09:30", "24:00"; -1 for anything else.
int minuteFromText(const QString &text);
QString minuteToText(int minute);

} // namespace anteroom::calls
