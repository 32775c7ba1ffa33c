// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/router.h"

#include "simulator/rest/routes.h"
#include "simulator/world.h"

#include <array>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

Answer callRoute(Exchange &exchange, const QByteArray &method, const QByteArrayList &segments)
{
    const std::array tables{queueRoutes(),         memberRoutes(),      callRoutes(),
                            conferenceRoutes(),    participantRoutes(), recordingRoutes(),
                            callRecordingRoutes(), messageRoutes(),     numberRoutes(),
                            applicationRoutes(),   accountRoutes(),     notificationRoutes()};
    QByteArrayList methods; ///< of the path
    for (const std::span<const Route> table : tables) {
        for (const Route &route : table) {
            std::optional<QByteArrayList> captures = match(route.pattern, segments);
            if (!captures)
                continue;
            if (method != route.method) {
                methods.append(route.method);
                continue;
            }
            exchange.captures = std::move(*captures);
            return route.handler(exchange);
        }
    }
    return std::unexpected(methods.isEmpty() ? notFound(QString::fromUtf8(exchange.path))
                                             : methodNotAllowed(methods.join(", ")));
}

/// The 2010 API: below /2010-04-01. Only .json is spoken; what has no extension is XML at the real company,
/// except the sound of a recording.
Answer answer2010(Exchange &exchange, const QByteArray &method, QByteArrayList segments)
{
    constexpr QByteArrayView json = ".json";
    const bool isJson = segments.constLast().endsWith(json);
    if (isJson)
        segments.last().chop(json.size());
    const bool isMedia = !isJson && segments.size() == 4 && segments.at(2) == "Recordings";
    if ((!isJson && !isMedia) || segments.constFirst() != "Accounts")
        return std::unexpected(notFound(QString::fromUtf8(exchange.path)));

    // "Accounts" and "Accounts/{sid}" are resources of their own; everything else lies below an account.
    if (segments.size() <= 2) {
        if (exchange.identity == Identity::ApiKey)
            return std::unexpected(notForApiKeys());
        return callRoute(exchange, method, segments);
    }
    if (QString::fromUtf8(segments.at(1)) != exchange.world.account().sid)
        return std::unexpected(notFound(QString::fromUtf8(exchange.path)));
    segments.remove(0, 2);
    if (exchange.identity == Identity::ApiKey &&
        exchange.world.account().keysMayNot.contains(QString::fromUtf8(segments.constFirst())))
        return std::unexpected(notForApiKeys());
    if (isMedia)
        segments.append("media"_ba); // tells Recordings/{sid}.wav from Recordings/{sid}.json
    return callRoute(exchange, method, segments);
}

/// The sound of a recording is there for everybody who knows its address, unless the account enforces a
/// login.
bool isOpenSound(const World &world, const http::Request &request)
{
    const QByteArrayList segments = segmentsOf(request.path());
    return !world.account().mediaLogin && (request.method == "GET" || request.method == "HEAD") &&
           segments.size() == 5 && segments.at(3) == "Recordings" && !segments.at(4).endsWith(".json") &&
           request.header("Authorization").isNull();
}

} // namespace

http::Response answer(World &world, const http::Request &request)
{
    const Result<Identity> identity =
        isOpenSound(world, request) ? Identity::Account : identify(request, world.account());
    if (!identity)
        return errorAnswer(identity.error());
    if (world.account().status != "active"_L1)
        return errorAnswer({403, 20005, u"Account not active"_s});

    Exchange exchange{world, *identity, request.path()};
    exchange.query = http::Form::decode(request.query());
    exchange.range = request.header("Range");
    if (request.method == "POST")
        exchange.form = http::Form::decode(request.body);
    // HEAD is GET without the body, which the server leaves out by itself.
    const QByteArray method = request.method == "HEAD" ? "GET"_ba : request.method;

    QByteArrayList segments = segmentsOf(exchange.path);
    if (segments.size() >= 2 && segments.constFirst() == "2010-04-01") {
        segments.removeFirst();
        const Answer result = answer2010(exchange, method, segments);
        return result ? *result : errorAnswer(result.error());
    }
    if (const auto captures = match("v2/PhoneNumbers/{number}", segments)) {
        if (method != "GET")
            return errorAnswer(methodNotAllowed("GET"_ba));
        const Answer result = lookUp(exchange, QString::fromUtf8(captures->constFirst()));
        return result ? *result : errorAnswer(result.error());
    }
    return errorAnswer(notFound(QString::fromUtf8(exchange.path)));
}

} // namespace anteroom::simulator::rest
