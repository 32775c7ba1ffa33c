// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/notifications.h"

#include "simulator/calls.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

QJsonObject toJson(const World &world, const Notification &notification)
{
    const QString code = QString::number(notification.errorCode);
    return {
        {u"sid"_s, notification.sid},
        {u"account_sid"_s, world.account().sid},
        {u"call_sid"_s, orNull(notification.callSid)},
        {u"log"_s, QString::number(notification.log)},
        {u"error_code"_s, code},
        {u"more_info"_s, u"https://www.twilio.com/docs/errors/"_s + code},
        {u"message_text"_s, notification.message},
        {u"message_date"_s, rfc2822(notification.date)},
        {u"request_url"_s, orNull(notification.requestUrl)},
        {u"request_method"_s, orNull(notification.requestMethod)},
        {u"date_created"_s, rfc2822(notification.date)},
        {u"date_updated"_s, rfc2822(notification.date)},
        {u"api_version"_s, QLatin1StringView(apiVersion)},
        {u"uri"_s,
         accountUri(world, u"Calls/%1/Notifications/%2.json"_s.arg(notification.callSid, notification.sid))},
    };
}

Answer listNotifications(Exchange &exchange)
{
    if (const Result<Call> call = exchange.world.calls().get(exchange.capture(0)); !call)
        return std::unexpected(call.error());
    Parameters parameters(exchange.query);
    const std::optional<int> log = parameters.integer("Log", 0, 1);
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    const auto date = DateFilter::read(exchange.query, "MessageDate"_ba);
    if (!date)
        return std::unexpected(date.error());
    QList<Notification> notifications = exchange.world.notifications().ofCall(exchange.capture(0));
    notifications.removeIf([&](const Notification &notification) {
        return (log && notification.log != *log) || !date->matches(notification.date);
    });
    std::ranges::reverse(notifications); // newest first, as every list
    return listAnswer(
        u"notifications"_s, exchange.path, exchange.query, notifications,
        [](const Notification &notification) { return notification.sid.toLatin1(); },
        [&](const Notification &notification) { return toJson(exchange.world, notification); });
}

Answer readNotification(Exchange &exchange)
{
    for (const Notification &notification : exchange.world.notifications().ofCall(exchange.capture(0))) {
        if (notification.sid == exchange.capture(1))
            return json(toJson(exchange.world, notification));
    }
    return std::unexpected(notFound(QString::fromUtf8(exchange.path)));
}

} // namespace

std::span<const Route> notificationRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Calls/{call}/Notifications", listNotifications},
        {"GET", "Calls/{call}/Notifications/{notification}", readNotification},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
