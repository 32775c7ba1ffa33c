// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/recordings.h"

#include "simulator/rest/parameters.h"
#include "simulator/rest/recording_json.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

Answer listAll(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<QString> call = parameters.text("CallSid");
    const std::optional<QString> conference = parameters.text("ConferenceSid");
    return listRecordings(exchange, RecordingPlace::Account, [&](const Recording &recording) {
        return (!call || recording.callSid == *call) &&
               (!conference || recording.conferenceSid == *conference);
    });
}

Answer read(Exchange &exchange)
{
    const Result<Recording> recording = exchange.world.recordings().get(exchange.capture(0));
    if (!recording)
        return std::unexpected(recording.error());
    return json(toJson(exchange.world, *recording, RecordingPlace::Account));
}

Answer remove(Exchange &exchange)
{
    const Result<void> done = exchange.world.recordings().remove(exchange.capture(0));
    if (!done)
        return std::unexpected(done.error());
    return noContent();
}

/// "bytes=100-": from there to the end. Other ranges are not honoured, which is allowed.
http::Response ranged(http::Response response, const QByteArray &range)
{
    bool isNumber = false;
    const qint64 size = response.body.size();
    const qint64 from = range.startsWith("bytes=") && range.endsWith('-')
                            ? range.sliced(6).chopped(1).toLongLong(&isNumber)
                            : 0;
    if (!isNumber || from < 0)
        return response;
    const QByteArray length = QByteArray::number(size);
    if (from >= size) {
        response.status = 416;
        response.body.clear();
        response.headers.append({"Content-Range"_ba, "bytes */" + length});
        return response;
    }
    response.status = 206;
    response.body = response.body.sliced(from);
    response.headers.append({"Content-Range"_ba, "bytes " + QByteArray::number(from) + '-' +
                                                     QByteArray::number(size - 1) + '/' + length});
    return response;
}

/// The sound: the address without an extension and .wav are WAV. .mp3 is answered with the same WAV, under
/// its true type: players go by the content, and an encoder would serve nobody here.
Answer media(Exchange &exchange)
{
    QString sid = exchange.capture(0);
    for (const QStringView extension : {QStringView(u".wav"), QStringView(u".mp3")}) {
        if (sid.endsWith(extension))
            sid.chop(extension.size());
    }
    Parameters parameters(exchange.query);
    const int channels = parameters.integer("RequestedChannels", 1, 2).value_or(0);
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    Result<QByteArray> wav = exchange.world.recordings().wav(sid, channels);
    if (!wav)
        return std::unexpected(wav.error());
    http::Response response;
    response.contentType = "audio/x-wav"_ba;
    response.body = std::move(*wav);
    if (!exchange.world.guesses().mediaWithoutRanges)
        return ranged(std::move(response), exchange.range);
    return response;
}

Answer listOfConference(Exchange &exchange)
{
    return listRecordings(exchange, RecordingPlace::Conference, [&](const Recording &recording) {
        return recording.conferenceSid == exchange.capture(0);
    });
}

Answer readOfConference(Exchange &exchange)
{
    const Result<Recording> recording = exchange.world.recordings().get(exchange.capture(1));
    if (!recording)
        return std::unexpected(recording.error());
    if (recording->conferenceSid != exchange.capture(0))
        return std::unexpected(notFound(QString::fromUtf8(exchange.path)));
    return json(toJson(exchange.world, *recording, RecordingPlace::Conference));
}

} // namespace

std::span<const Route> recordingRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Recordings", listAll},
        {"GET", "Recordings/{recording}", read},
        {"DELETE", "Recordings/{recording}", remove},
        {"GET", "Recordings/{recording}/media", media},
        {"GET", "Conferences/{conference}/Recordings", listOfConference},
        {"GET", "Conferences/{conference}/Recordings/{recording}", readOfConference},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
