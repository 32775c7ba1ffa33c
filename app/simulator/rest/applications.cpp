// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/numbers.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

QJsonObject toJson(const World &world, const Application &application)
{
    return {
        {u"sid"_s, application.sid},
        {u"account_sid"_s, world.account().sid},
        {u"friendly_name"_s, application.friendlyName},
        {u"voice_url"_s, orNull(application.voiceUrl.url)},
        {u"voice_method"_s, application.voiceUrl.method},
        {u"voice_fallback_url"_s, orNull(application.voiceFallback.url)},
        {u"voice_fallback_method"_s, application.voiceFallback.method},
        {u"voice_caller_id_lookup"_s, false},
        {u"status_callback"_s, orNull(application.statusCallback.url)},
        {u"status_callback_method"_s, application.statusCallback.method},
        {u"sms_url"_s, orNull(application.smsUrl.url)},
        {u"sms_method"_s, application.smsUrl.method},
        {u"sms_fallback_url"_s, orNull(application.smsFallback.url)},
        {u"sms_fallback_method"_s, application.smsFallback.method},
        {u"sms_status_callback"_s, QJsonValue()},
        {u"message_status_callback"_s, QJsonValue()},
        {u"public_application_connect_enabled"_s, false},
        {u"date_created"_s, rfc2822(application.created)},
        {u"date_updated"_s, rfc2822(application.created)},
        {u"api_version"_s, QLatin1StringView(apiVersion)},
        {u"uri"_s, accountUri(world, u"Applications/%1.json"_s.arg(application.sid))},
    };
}

Answer listApplications(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<QString> name = parameters.text("FriendlyName");
    QList<Application> applications = exchange.world.numbers().applications();
    applications.removeIf(
        [&](const Application &application) { return name && application.friendlyName != *name; });
    return listAnswer(
        u"applications"_s, exchange.path, exchange.query, applications,
        [](const Application &application) { return application.sid.toLatin1(); },
        [&](const Application &application) { return toJson(exchange.world, application); });
}

Answer readApplication(Exchange &exchange)
{
    const Result<Application> application = exchange.world.numbers().application(exchange.capture(0));
    if (!application)
        return std::unexpected(application.error());
    return json(toJson(exchange.world, *application));
}

/// Made of the number, so that it stays the same however often it is asked for.
QByteArray callerIdOf(const QString &number)
{
    return "PN" + QCryptographicHash::hash(number.toUtf8(), QCryptographicHash::Md5).toHex();
}

QJsonObject callerIdJson(const World &world, const QString &number)
{
    const QString sid = QString::fromLatin1(callerIdOf(number));
    return {
        {u"sid"_s, sid},
        {u"account_sid"_s, world.account().sid},
        {u"friendly_name"_s, number},
        {u"phone_number"_s, number},
        {u"date_created"_s, rfc2822(world.account().created)},
        {u"date_updated"_s, rfc2822(world.account().created)},
        {u"uri"_s, accountUri(world, u"OutgoingCallerIds/%1.json"_s.arg(sid))},
    };
}

/// Verified numbers of others. The account's own numbers are not listed here.
Answer listCallerIds(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<QString> wanted = parameters.text("PhoneNumber");
    QStringList numbers = exchange.world.account().verified;
    numbers.removeIf([&](const QString &number) { return wanted && number != *wanted; });
    return listAnswer(u"outgoing_caller_ids"_s, exchange.path, exchange.query, numbers, callerIdOf,
                      [&](const QString &number) { return callerIdJson(exchange.world, number); });
}

Answer readCallerId(Exchange &exchange)
{
    const QStringList numbers = exchange.world.account().verified;
    for (const QString &number : numbers)
        if (QString::fromLatin1(callerIdOf(number)) == exchange.capture(0))
            return json(callerIdJson(exchange.world, number));
    return std::unexpected(notFound(QString::fromUtf8(exchange.path)));
}

} // namespace

std::span<const Route> applicationRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Applications", listApplications},
        {"GET", "Applications/{application}", readApplication},
        {"GET", "OutgoingCallerIds", listCallerIds},
        {"GET", "OutgoingCallerIds/{number}", readCallerId},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
