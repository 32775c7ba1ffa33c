// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/command.h"
#include "calls/desk_book.h"

#include <expected>

namespace anteroom::calls {

/// Why a line that records or airs stays closed without its notice, and what to do.
QString lineLacksNotice();
/// Whether a seat may do this to that call now: roles, states, and who was first. Changes nothing.
std::expected<void, Refusal> permitted(const DeskBook &book, const Seat &seat, const Command &command);

} // namespace anteroom::calls
