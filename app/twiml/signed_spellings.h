// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace anteroom::twiml {

/// The spellings of one URL under which the phone company may have signed it, most likely first, without
/// repetition (facts section 6, rules 7 to 10). Private to this folder.
QList<QByteArray> signedSpellings(const QByteArray &url);

/// The value of a query parameter as it stands in the URL; null without one.
QByteArray rawQueryValue(const QByteArray &url, QByteArrayView name);

} // namespace anteroom::twiml
