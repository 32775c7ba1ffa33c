// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/listener_text.h"

#include <QByteArray>

namespace anteroom::history {

/// What was answered to one text, as a CBOR list of maps from field names to values.
QByteArray toRow(const QList<calls::TextAnswer> &answers);
QList<calls::TextAnswer> answersFromRow(const QByteArray &row);

} // namespace anteroom::history
