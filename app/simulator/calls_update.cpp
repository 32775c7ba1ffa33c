// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/world.h"
#include "twiml/document.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

std::expected<void, ApiError> checkUpdate(const UpdateCall &request)
{
    if (request.url && request.twiml)
        return std::unexpected(ApiError{400, 20001, u"Url and Twiml exclude each other"_s});
    if (request.twiml && request.twiml->size() > twiml::maximumInlineCharacters)
        return std::unexpected(ApiError{400, 32018, u"Twiml is longer than 4000 characters"_s});
    if (request.status && *request.status != "canceled"_L1 && *request.status != "completed"_L1)
        return std::unexpected(ApiError{400, 20001, u"Status is either canceled or completed"_s});
    if (request.url && !request.url->url.isEmpty())
        return Calls::checkUrl(request.url->url);
    return {};
}

} // namespace

Result<Call> Calls::update(const QString &sid, const UpdateCall &request)
{
    const auto found = living(sid);
    if (!found)
        return std::unexpected(found.error());
    if (auto ok = checkUpdate(request); !ok)
        return std::unexpected(ok.error());
    Leg &leg = **found;
    LegSetup &setup = leg.setup();
    const bool redirects = (request.url && !request.url->url.isEmpty()) || request.twiml;
    if (redirects && leg.call().status != CallStatus::InProgress)
        return std::unexpected(ApiError{400, 21220, u"Call is not in-progress. Cannot redirect."_s});
    if (request.fallback)
        setup.fallback = *request.fallback;
    if (request.timeLimitSeconds)
        setup.timeLimitSeconds = *request.timeLimitSeconds;

    if (request.status == u"completed"_s) {
        const bool answered = leg.call().answered.isValid();
        const bool inbound = leg.call().direction == Direction::Inbound;
        leg.hangUp(answered || inbound ? CallStatus::Completed : CallStatus::Canceled, Leaving::Api);
        return leg.call();
    }
    if (request.status == u"canceled"_s) {
        // Only for calls that have not been answered, and not for a leg inside a Dial: that one counts as in
        // progress.
        const bool waits =
            leg.call().status == CallStatus::Queued || leg.call().status == CallStatus::Ringing;
        if (waits && leg.call().parentSid.isEmpty())
            leg.hangUp(CallStatus::Canceled, Leaving::Api);
        return leg.call();
    }
    if (request.url) {
        if (request.statusCallback) // on its own it is ignored, as by the real one
            setup.statusCallback = *request.statusCallback;
        setup.document = *request.url; // a bare method resets the stored URL
        if (!request.url->url.isEmpty())
            leg.redirect(*request.url);
    } else if (request.twiml) {
        leg.redirectInline(*request.twiml);
    }
    return leg.call();
}

} // namespace anteroom::simulator
