// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"
#include "http/message.h"

namespace anteroom::seats {

/// GET /queue-status: {"current_size", "average_wait_time"} in whole seconds, for a dashboard or a door sign;
/// 404 where the phone company has no such queue, 503 while it has not said so yet.
http::Response queueStatusAnswer(const http::Request &request, const calls::QueueStatus &status);

} // namespace anteroom::seats
