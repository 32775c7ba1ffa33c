// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_report.h"

namespace anteroom::desk {

/// For a terminal: one line for each, and below it what mends it.
QString reportAsText(const calls::AccountReport &report);
/// For programs: {at, worst, lines: [{id, grade, subject, sentence, remedy}]}.
QByteArray reportAsJson(const calls::AccountReport &report);

} // namespace anteroom::desk
