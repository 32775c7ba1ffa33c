// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/webhooks.h"
#include "twiml/document.h"

namespace anteroom::simulator {

/// The document in an answer, by its content type (facts 1.2): TwiML; plain text, run if it parses and read
/// aloud if not; audio, played. 12300 for anything else or nothing.
std::expected<twiml::Document, twiml::ReadError> documentOf(const WebhookAnswer &answer, twiml::Place place);

} // namespace anteroom::simulator
