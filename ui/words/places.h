// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"

#include <QString>

namespace anteroom::ui {

/// "Berkeley, CA", "Paris, France", "Germany"; empty when nothing is known. `homeCountry` (ISO 3166 alpha-2)
/// is left unsaid.
QString placeOf(const calls::Caller &caller, const QString &homeCountry = QStringLiteral("US"));

/// "9:41 am there" where the place has one time zone that can be told from country and region; else empty.
QString localTimeOf(const calls::Caller &caller, const QDateTime &now);

} // namespace anteroom::ui
