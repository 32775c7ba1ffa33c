// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/webhooks.h"

#include <optional>

namespace anteroom::simulator {

/// What the phone company itself answers at twimlets.com (echo, holdmusic, message, voicemail, forward; facts
/// 7) and for its sample documents. Nothing for any other address, which then is really requested.
std::optional<WebhookAnswer> hostedAnswer(const QString &url, const http::Form &parameters);

} // namespace anteroom::simulator
