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

constexpr int largestQueue = 5000;

QJsonObject toJson(const World &world, const Queue &queue)
{
    return {
        {u"sid"_s, queue.sid},
        {u"account_sid"_s, world.account().sid},
        {u"friendly_name"_s, queue.friendlyName},
        {u"current_size"_s, queue.currentSize},
        {u"max_size"_s, queue.maxSize},
        {u"average_wait_time"_s, queue.averageWaitTime},
        {u"date_created"_s, rfc2822(queue.created)},
        {u"date_updated"_s, rfc2822(queue.updated)},
        {u"uri"_s, accountUri(world, u"Queues/%1.json"_s.arg(queue.sid))},
        {u"subresource_uris"_s,
         subresources(accountUri(world, u"Queues/"_s + queue.sid), {{u"members"_s, u"Members"_s}})},
    };
}

Answer answerWith(const World &world, const Result<Queue> &queue, int status = 200)
{
    if (!queue)
        return std::unexpected(queue.error());
    return json(toJson(world, *queue), status);
}

Answer listQueues(Exchange &exchange)
{
    return listAnswer(
        u"queues"_s, exchange.path, exchange.query, exchange.world.queues().list(),
        [](const Queue &queue) { return queue.sid.toLatin1(); },
        [&](const Queue &queue) { return toJson(exchange.world, queue); });
}

Answer createQueue(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    const QString name = parameters.text("FriendlyName").value_or(QString());
    const int maxSize = parameters.integer("MaxSize", 1, largestQueue).value_or(1000);
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world, exchange.world.queues().create(name, maxSize), 201);
}

Answer readQueue(Exchange &exchange)
{
    return answerWith(exchange.world, exchange.world.queues().get(exchange.capture(0)));
}

Answer updateQueue(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    const std::optional<QString> name = parameters.text("FriendlyName");
    const std::optional<int> maxSize = parameters.integer("MaxSize", 1, largestQueue);
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world, exchange.world.queues().update(exchange.capture(0), name, maxSize));
}

Answer deleteQueue(Exchange &exchange)
{
    const Result<void> done = exchange.world.queues().remove(exchange.capture(0));
    if (!done)
        return std::unexpected(done.error());
    return noContent();
}

} // namespace

std::span<const Route> queueRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Queues", listQueues},
        {"POST", "Queues", createQueue},
        {"GET", "Queues/{queue}", readQueue},
        {"POST", "Queues/{queue}", updateQueue},
        {"DELETE", "Queues/{queue}", deleteQueue},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
