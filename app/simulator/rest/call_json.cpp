// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/call_json.h"

#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

QJsonObject toJson(const World &world, const Call &call)
{
    QJsonValue duration;
    if (const std::optional<int> seconds = call.durationSeconds())
        duration = QString::number(*seconds);
    const QString base = accountUri(world, u"Calls/"_s + call.sid);
    return {
        {u"sid"_s, call.sid},
        {u"account_sid"_s, world.account().sid},
        {u"parent_call_sid"_s, orNull(call.parentSid)},
        {u"phone_number_sid"_s, orNull(call.phoneNumberSid)},
        {u"group_sid"_s, QJsonValue()},
        {u"trunk_sid"_s, QJsonValue()},
        {u"from"_s, call.from},
        {u"from_formatted"_s, formattedNumber(call.from)},
        {u"to"_s, call.to},
        {u"to_formatted"_s, formattedNumber(call.to)},
        {u"status"_s, text(call.status)},
        {u"direction"_s, text(call.direction)},
        {u"date_created"_s, rfc2822(call.created)},
        {u"date_updated"_s, rfc2822(call.updated)},
        {u"start_time"_s, rfc2822OrNull(call.started)},
        {u"end_time"_s, rfc2822OrNull(call.ended)},
        {u"duration"_s, duration},
        {u"queue_time"_s, QString::number(call.queueMilliseconds)},
        {u"price"_s, QJsonValue()}, // known only hours after a call, even at the real company
        {u"price_unit"_s, world.account().currency},
        {u"answered_by"_s, orNull(call.answeredBy)},
        {u"forwarded_from"_s, orNull(call.forwardedFrom)},
        {u"caller_name"_s, orNull(call.callerName)},
        {u"annotation"_s, QJsonValue()},
        {u"api_version"_s, QLatin1StringView(apiVersion)},
        {u"uri"_s, base + ".json"_L1},
        {u"subresource_uris"_s,
         subresources(base, {{u"notifications"_s, u"Notifications"_s}, {u"recordings"_s, u"Recordings"_s}})},
    };
}

} // namespace anteroom::simulator::rest
