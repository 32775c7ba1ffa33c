// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/recordings.h"
#include "simulator/rest/parameters.h"
#include "simulator/rest/recording_json.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

Answer answerWith(const World &world, const Result<Recording> &recording, int status = 200)
{
    if (!recording)
        return std::unexpected(recording.error());
    return json(toJson(world, *recording, RecordingPlace::Call), status);
}

/// The recording of the path, if it belongs to the call of the path.
Result<Recording> ofCall(Exchange &exchange)
{
    Result<Recording> recording = exchange.world.recordings().get(exchange.capture(1));
    if (recording && recording->callSid != exchange.capture(0))
        return std::unexpected(notFound(QString::fromUtf8(exchange.path)));
    return recording;
}

Answer list(Exchange &exchange)
{
    if (const Result<Call> call = exchange.world.calls().get(exchange.capture(0)); !call)
        return std::unexpected(call.error());
    return listRecordings(exchange, RecordingPlace::Call, [&](const Recording &recording) {
        return recording.callSid == exchange.capture(0);
    });
}

Answer start(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    const QString channels =
        parameters.oneOf("RecordingChannels", {u"mono"_s, u"dual"_s}).value_or(u"mono"_s);
    WebAddress callback;
    callback.url = parameters.url("RecordingStatusCallback", 21205).value_or(QString());
    callback.method =
        QString::fromLatin1(parameters.method("RecordingStatusCallbackMethod").value_or("POST"_ba));
    // One parameter with spaces, or repeated: both spellings are in use.
    const QStringList events =
        parameters.list("RecordingStatusCallbackEvent").join(u' ').split(u' ', Qt::SkipEmptyParts);
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world,
                      exchange.world.recordings().start(exchange.capture(0), channels, callback, events),
                      201);
}

Answer read(Exchange &exchange)
{
    return answerWith(exchange.world, ofCall(exchange));
}

Answer update(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    const QString status =
        parameters.oneOf("Status", {u"in-progress"_s, u"paused"_s, u"stopped"_s}).value_or(QString());
    const QString behavior = parameters.oneOf("PauseBehavior", {u"skip"_s, u"silence"_s}).value_or(QString());
    if (status.isEmpty())
        parameters.refuse(invalidParameter(u"Status is required"_s));
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world, exchange.world.recordings().update(
                                          exchange.capture(0), exchange.capture(1), status, behavior));
}

Answer remove(Exchange &exchange)
{
    const Result<Recording> recording = ofCall(exchange);
    if (!recording)
        return std::unexpected(recording.error());
    if (const Result<void> done = exchange.world.recordings().remove(recording->sid); !done)
        return std::unexpected(done.error());
    return noContent();
}

} // namespace

std::span<const Route> callRecordingRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Calls/{call}/Recordings", list},
        {"POST", "Calls/{call}/Recordings", start},
        {"GET", "Calls/{call}/Recordings/{recording}", read},
        {"POST", "Calls/{call}/Recordings/{recording}", update},
        {"DELETE", "Calls/{call}/Recordings/{recording}", remove},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
