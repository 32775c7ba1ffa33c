// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/conferences.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

QJsonObject toJson(const World &world, const Conference &conference)
{
    const QString base = accountUri(world, u"Conferences/"_s + conference.sid);
    QJsonObject object{
        {u"sid"_s, conference.sid},
        {u"account_sid"_s, world.account().sid},
        {u"friendly_name"_s, conference.friendlyName},
        {u"status"_s, conference.status},
        {u"region"_s, conference.region},
        {u"call_sid_ending_conference"_s, orNull(conference.callSidEnding)},
        {u"date_created"_s, rfc2822(conference.created)},
        {u"date_updated"_s, rfc2822(conference.updated)},
        {u"api_version"_s, QLatin1StringView(apiVersion)},
        {u"uri"_s, base + ".json"_L1},
        {u"subresource_uris"_s,
         subresources(base, {{u"participants"_s, u"Participants"_s}, {u"recordings"_s, u"Recordings"_s}})},
    };
    // The contract knows no null here: a running conference has no reason at all.
    if (!conference.reasonEnded.isEmpty())
        object.insert(u"reason_conference_ended"_s, conference.reasonEnded);
    return object;
}

Answer answerWith(const World &world, const Result<Conference> &conference)
{
    if (!conference)
        return std::unexpected(conference.error());
    return json(toJson(world, *conference));
}

Answer listConferences(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<QString> name = parameters.text("FriendlyName");
    const std::optional<QString> status =
        parameters.oneOf("Status", {u"init"_s, u"in-progress"_s, u"completed"_s});
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    const auto created = DateFilter::read(exchange.query, "DateCreated"_ba);
    if (!created)
        return std::unexpected(created.error());
    const auto updated = DateFilter::read(exchange.query, "DateUpdated"_ba);
    if (!updated)
        return std::unexpected(updated.error());

    QList<Conference> conferences = exchange.world.conferences().list();
    conferences.removeIf([&](const Conference &conference) {
        return (name && conference.friendlyName != *name) || (status && conference.status != *status) ||
               !created->matches(conference.created) || !updated->matches(conference.updated);
    });
    return listAnswer(
        u"conferences"_s, exchange.path, exchange.query, conferences,
        [](const Conference &conference) { return conference.sid.toLatin1(); },
        [&](const Conference &conference) { return toJson(exchange.world, conference); });
}

Answer readConference(Exchange &exchange)
{
    return answerWith(exchange.world, exchange.world.conferences().get(exchange.capture(0)));
}

Answer updateConference(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    const bool end = parameters.oneOf("Status", {u"completed"_s}).has_value();
    WebAddress announcement;
    announcement.url = parameters.url("AnnounceUrl", 21205).value_or(QString());
    announcement.method = QString::fromLatin1(parameters.method("AnnounceMethod").value_or("POST"_ba));
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    Conferences &conferences = exchange.world.conferences();
    if (end)
        return answerWith(exchange.world, conferences.end(exchange.capture(0)));
    if (!announcement.url.isEmpty())
        return answerWith(exchange.world, conferences.announce(exchange.capture(0), announcement));
    return readConference(exchange);
}

} // namespace

std::span<const Route> conferenceRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Conferences", listConferences},
        {"GET", "Conferences/{conference}", readConference},
        {"POST", "Conferences/{conference}", updateConference},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
