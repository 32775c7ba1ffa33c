// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/rest/call_json.h"
#include "simulator/rest/call_requests.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/rest/routes.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

Answer answerWith(const World &world, const Result<Call> &call, int status = 200)
{
    if (!call)
        return std::unexpected(call.error());
    return json(toJson(world, *call), status);
}

Answer listCalls(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<QString> to = parameters.text("To");
    const std::optional<QString> from = parameters.text("From");
    const std::optional<QString> parent = parameters.text("ParentCallSid");
    std::optional<CallStatus> status;
    if (parameters.has("Status")) {
        status = callStatusFrom(*parameters.text("Status"));
        if (!status)
            return std::unexpected(invalidParameter(u"Status is not one a call can have"_s));
    }
    const auto startTime = DateFilter::read(exchange.query, "StartTime"_ba);
    if (!startTime)
        return std::unexpected(startTime.error());
    const auto endTime = DateFilter::read(exchange.query, "EndTime"_ba);
    if (!endTime)
        return std::unexpected(endTime.error());

    QList<Call> calls = exchange.world.calls().list();
    calls.removeIf([&](const Call &call) {
        return (to && call.to != *to) || (from && call.from != *from) ||
               (parent && call.parentSid != *parent) || (status && call.status != *status) ||
               !startTime->matches(call.started) || !endTime->matches(call.ended);
    });
    return listAnswer(
        u"calls"_s, exchange.path, exchange.query, calls,
        [](const Call &call) { return call.sid.toLatin1(); },
        [&](const Call &call) { return toJson(exchange.world, call); });
}

Answer createCall(Exchange &exchange)
{
    const Result<CreateCall> request = readCreateCall(exchange.form);
    if (!request)
        return std::unexpected(request.error());
    return answerWith(exchange.world, exchange.world.calls().create(*request), 201);
}

Answer readCall(Exchange &exchange)
{
    return answerWith(exchange.world, exchange.world.calls().get(exchange.capture(0)));
}

Answer updateCall(Exchange &exchange)
{
    const Result<UpdateCall> request = readUpdateCall(exchange.form);
    if (!request)
        return std::unexpected(request.error());
    return answerWith(exchange.world, exchange.world.calls().update(exchange.capture(0), *request));
}

Answer deleteCall(Exchange &exchange)
{
    const Result<void> done = exchange.world.calls().remove(exchange.capture(0));
    if (!done)
        return std::unexpected(done.error());
    return noContent();
}

} // namespace

std::span<const Route> callRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Calls", listCalls},
        {"POST", "Calls", createCall},
        {"GET", "Calls/{call}", readCall},
        {"POST", "Calls/{call}", updateCall},
        {"DELETE", "Calls/{call}", deleteCall},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
