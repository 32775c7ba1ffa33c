// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/rest/routes.h"

#include <QJsonObject>
#include <QJsonValue>

namespace anteroom::simulator::rest {

inline constexpr auto apiVersion = "2010-04-01";

/// "/2010-04-01/Accounts/AC.../" and the rest; relative, as the 2010 API gives addresses.
QString accountUri(const World &world, const QString &rest);

/// null instead of an empty text: the contract knows SIDs and URLs that are null, not empty ones.
QJsonValue orNull(const QString &text);

/// "(415) 555-0100" for North American numbers, others as they are.
QString formattedNumber(const QString &number);

/// {name: address} for every name, each below `base` (a resource's address without .json).
QJsonObject subresources(const QString &base, std::initializer_list<std::pair<QString, QString>> names);

} // namespace anteroom::simulator::rest
