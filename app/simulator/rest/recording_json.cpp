// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/recording_json.h"

#include "simulator/recordings.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

QJsonObject toJson(const World &world, const Recording &recording, RecordingPlace place)
{
    const QString own = accountUri(world, u"Recordings/"_s + recording.sid);
    QJsonObject object{
        {u"sid"_s, recording.sid},
        {u"account_sid"_s, world.account().sid},
        {u"call_sid"_s, orNull(recording.callSid)},
        {u"conference_sid"_s, orNull(recording.conferenceSid)},
        {u"status"_s, recording.status},
        {u"duration"_s, QString::number(recording.seconds)},
        {u"channels"_s, recording.channels},
        {u"source"_s, recording.source},
        {u"error_code"_s, recording.errorCode == 0 ? QJsonValue() : QJsonValue(recording.errorCode)},
        {u"price"_s, QJsonValue()},
        {u"price_unit"_s, world.account().currency},
        {u"encryption_details"_s, QJsonValue()},
        {u"start_time"_s, rfc2822OrNull(recording.started)},
        {u"date_created"_s, rfc2822(recording.created)},
        {u"date_updated"_s, rfc2822(recording.updated)},
        {u"api_version"_s, QLatin1StringView(apiVersion)},
        {u"uri"_s, own + ".json"_L1},
    };
    switch (place) {
    case RecordingPlace::Account:
        object.insert(u"media_url"_s, world.origin() + own);
        object.insert(u"subresource_uris"_s, subresources(own, {{u"transcriptions"_s, u"Transcriptions"_s}}));
        break;
    case RecordingPlace::Call:
        object.insert(u"track"_s, recording.track);
        object.insert(u"uri"_s, accountUri(world, u"Calls/%1/Recordings/%2.json"_s.arg(recording.callSid,
                                                                                       recording.sid)));
        break;
    case RecordingPlace::Conference:
        object.insert(u"uri"_s, accountUri(world, u"Conferences/%1/Recordings/%2.json"_s.arg(
                                                      recording.conferenceSid, recording.sid)));
        break;
    }
    return object;
}

Answer listRecordings(Exchange &exchange, RecordingPlace place,
                      const std::function<bool(const Recording &recording)> &wanted)
{
    const auto created = DateFilter::read(exchange.query, "DateCreated"_ba);
    if (!created)
        return std::unexpected(created.error());
    QList<Recording> recordings = exchange.world.recordings().list();
    recordings.removeIf([&](const Recording &recording) {
        return !wanted(recording) || !created->matches(recording.created);
    });
    return listAnswer(
        u"recordings"_s, exchange.path, exchange.query, recordings,
        [](const Recording &recording) { return recording.sid.toLatin1(); },
        [&](const Recording &recording) { return toJson(exchange.world, recording, place); });
}

} // namespace anteroom::simulator::rest
