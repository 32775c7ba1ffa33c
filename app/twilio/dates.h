// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>

namespace anteroom::twilio {

/// A date of the phone company as UTC: RFC 2822 ("Tue, 07 Aug 2012 22:57:41 +0000"; the weekday may be wrong
/// or missing and the day have one digit, facts 3.2), RFC 7231 ("... GMT") or ISO 8601. Null for anything
/// else.
QDateTime parseDate(QStringView text);

/// The beginning of that day as the list filters want it, in the form that both the OpenAPI files and the
/// phone company's own libraries use: "2026-01-31T00:00:00Z".
QString filterDate(const QDateTime &utc);

} // namespace anteroom::twilio
