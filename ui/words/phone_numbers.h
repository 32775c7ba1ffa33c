// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom::ui {

/// A number as people of the line's country write it: "(415) 555-0100" at home, "+33 1 99 00 12 34" from
/// abroad. Whatever is not an E.164 number comes back as it is.
QString formattedNumber(const QString &number, const QString &homeNumber);

/// A seat's phone as people read it: a number as above, "ana@pbx.example.com (SIP)", "ana (app)".
QString phoneWords(const QString &phone, const QString &homeNumber);

/// What a person typed, as E.164; empty when it cannot be a telephone number. A number without country code
/// belongs to the country of `homeNumber`.
QString typedNumber(const QString &typed, const QString &homeNumber);

} // namespace anteroom::ui
