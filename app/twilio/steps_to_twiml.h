// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/step.h"
#include "calls/switchboard.h"
#include "twilio/callback_urls.h"
#include "twiml/document.h"

#include <expected>

namespace anteroom::twilio {

/// Whose steps they are, and whom to ask what comes after them.
struct Rendering
{
    CallbackUrls urls; ///< without a public address nobody is asked: what follows is in the document itself
    calls::LineManners manners;  ///< for what the phone company must say when it cannot ask us
    bool isLeg = false;          ///< a seat's phone, not a caller
    QString intent = {};         ///< of the leg; travels in its addresses
    QString musicUrl = {};       ///< where the user's hold music is served
    calls::Steps afterKeys = {}; ///< without a public address: what follows a pressed key
};

/// Steps as verbs, for an answer to a webhook.
twiml::Document toDocument(const calls::Steps &steps, const Rendering &rendering);

/// The same as `Twiml` of a request; the error is the phone company's for a text that is too long.
std::expected<QString, calls::CarrierError> toInline(const calls::Steps &steps, const Rendering &rendering);

} // namespace anteroom::twilio
