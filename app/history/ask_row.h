// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask.h"

#include <QByteArray>

namespace anteroom::history {

/// The phones that were asked about one call, as a row keeps them. What a row of another version lacks has
/// its default.
QByteArray toRow(const QList<calls::AskedPhone> &phones);
QList<calls::AskedPhone> askedFromRow(const QByteArray &row);

} // namespace anteroom::history
