// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/event.h"
#include "http/form.h"
#include "twilio/callback_urls.h"

#include <optional>

namespace anteroom::twilio {

/// A webhook whose signature has been checked.
struct Webhook
{
    Route route = Route::Voice;
    http::Form own;        ///< what we wrote into the address ourselves
    http::Form parameters; ///< the phone company's

    /// A call's SID in the spelling of any compatible service; empty if it is none.
    QString callSid() const;
};

std::optional<Route> routeOf(QByteArrayView path); ///< with or without a slash at its end

/// The same in the domain's words; nothing for news that need no attention (a recording has begun, somebody
/// was muted).
std::optional<calls::CarrierEvent> toEvent(const Webhook &webhook);

/// Whether the phone company takes a document as the answer; otherwise it only tells.
bool wantsDocument(Route route);

} // namespace anteroom::twilio
