// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/journal.h"
#include "history/connection.h"
#include "history/time_book.h"

#include <expected>

namespace anteroom::history {

/// Reads what the last run has left, and lets the time book go on where it stopped. Writer thread, once.
std::expected<calls::SavedDesk, DiskError> readSavedDesk(const QSqlDatabase &database, TimeBook &times);

} // namespace anteroom::history
