// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "http/form.h"

namespace anteroom::twilio {

/// E.164, or empty for a withheld number in any of its spellings (words, keypad spellings, addresses that are
/// no number; facts 1.1). Such a number must never be called or texted.
QString knownNumber(const QString &from);

/// Who calls, from a webhook's parameters. Places and name as they came; missing ones empty.
calls::Caller callerFrom(const http::Form &parameters);

} // namespace anteroom::twilio
