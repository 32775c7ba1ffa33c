// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queues.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

QJsonObject toJson(const World &world, const QueueMember &member)
{
    return {
        {u"call_sid"_s, member.callSid},
        {u"queue_sid"_s, member.queueSid},
        {u"date_enqueued"_s, rfc2822(member.enqueued)},
        {u"position"_s, member.position},
        {u"wait_time"_s, member.waitTime},
        {u"uri"_s, accountUri(world, u"Queues/%1/Members/%2.json"_s.arg(member.queueSid, member.callSid))},
    };
}

Answer answerWith(const World &world, const Result<QueueMember> &member)
{
    if (!member)
        return std::unexpected(member.error());
    return json(toJson(world, *member));
}

Answer listMembers(Exchange &exchange)
{
    const Result<QList<QueueMember>> members = exchange.world.queues().members(exchange.capture(0));
    if (!members)
        return std::unexpected(members.error());
    return listAnswer(
        u"queue_members"_s, exchange.path, exchange.query, *members,
        [](const QueueMember &member) { return member.callSid.toLatin1(); },
        [&](const QueueMember &member) { return toJson(exchange.world, member); });
}

Answer readMember(Exchange &exchange)
{
    return answerWith(exchange.world,
                      exchange.world.queues().member(exchange.capture(0), exchange.capture(1)));
}

/// Only Url and Method exist here; inline Twiml is for Calls alone (facts 3.5).
Answer dequeueMember(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    WebAddress target;
    target.url = parameters.url("Url", 21205).value_or(QString());
    target.method = QString::fromLatin1(parameters.method("Method").value_or("POST"_ba));
    if (!parameters.refusal() && target.url.isEmpty())
        parameters.refuse({400, 21205, u"Url is required"_s});
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world,
                      exchange.world.queues().dequeue(exchange.capture(0), exchange.capture(1), target));
}

} // namespace

std::span<const Route> memberRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Queues/{queue}/Members", listMembers},
        {"GET", "Queues/{queue}/Members/{call}", readMember},
        {"POST", "Queues/{queue}/Members/{call}", dequeueMember},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
