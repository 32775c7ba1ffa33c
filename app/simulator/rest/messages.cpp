// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/messages.h"
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

constexpr int longestBody = 1600;

QJsonObject toJson(const World &world, const Message &message)
{
    const QString base = accountUri(world, u"Messages/"_s + message.sid);
    return {
        {u"sid"_s, message.sid},
        {u"account_sid"_s, world.account().sid},
        {u"messaging_service_sid"_s, orNull(message.messagingServiceSid)},
        {u"from"_s, orNull(message.from)},
        {u"to"_s, message.to},
        {u"body"_s, message.body},
        {u"status"_s, message.status},
        {u"direction"_s, message.direction},
        {u"num_segments"_s, QString::number(message.segments())},
        {u"num_media"_s, QString::number(message.mediaUrls.size())},
        {u"error_code"_s, message.errorCode == 0 ? QJsonValue() : QJsonValue(message.errorCode)},
        {u"error_message"_s, orNull(message.errorMessage)},
        {u"price"_s, QJsonValue()},
        {u"price_unit"_s, world.account().currency},
        {u"date_created"_s, rfc2822(message.created)},
        {u"date_updated"_s, rfc2822(message.updated)},
        {u"date_sent"_s, rfc2822OrNull(message.sent)},
        {u"api_version"_s, QLatin1StringView(apiVersion)},
        {u"uri"_s, base + ".json"_L1},
        {u"subresource_uris"_s,
         subresources(base, {{u"media"_s, u"Media"_s}, {u"feedback"_s, u"Feedback"_s}})},
    };
}

Answer answerWith(const World &world, const Result<Message> &message, int status = 200)
{
    if (!message)
        return std::unexpected(message.error());
    return json(toJson(world, *message), status);
}

Answer listMessages(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const std::optional<QString> to = parameters.text("To");
    const std::optional<QString> from = parameters.text("From");
    const auto sent = DateFilter::read(exchange.query, "DateSent"_ba);
    if (!sent)
        return std::unexpected(sent.error());
    QList<Message> messages = exchange.world.messages().list();
    messages.removeIf([&](const Message &message) {
        return (to && message.to != *to) || (from && message.from != *from) || !sent->matches(message.sent);
    });
    return listAnswer(
        u"messages"_s, exchange.path, exchange.query, messages,
        [](const Message &message) { return message.sid.toLatin1(); },
        [&](const Message &message) { return toJson(exchange.world, message); });
}

Answer createMessage(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    CreateMessage request;
    request.to = parameters.text("To").value_or(QString());
    request.from = parameters.text("From").value_or(QString());
    request.messagingServiceSid = parameters.text("MessagingServiceSid").value_or(QString());
    request.body = parameters.text("Body").value_or(QString());
    request.mediaUrls = parameters.list("MediaUrl");
    request.statusCallback.url = parameters.url("StatusCallback", 21609).value_or(QString());
    parameters.integer("ValidityPeriod", 1, 36000);
    if (request.to.isEmpty())
        parameters.refuse({400, 21604, u"A 'To' phone number is required."_s});
    else if (!isE164(request.to))
        parameters.refuse({400, 21211, u"Invalid 'To' Phone Number: %1"_s.arg(request.to)});
    if (request.from.isEmpty() && request.messagingServiceSid.isEmpty())
        parameters.refuse({400, 21603, u"A 'From' phone number is required."_s});
    if (request.body.isEmpty() && request.mediaUrls.isEmpty())
        parameters.refuse({400, 21602, u"Message body is required."_s});
    if (request.body.size() > longestBody)
        parameters.refuse({400, 21617, u"The concatenated message body exceeds the 1600 character limit."_s});
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return answerWith(exchange.world, exchange.world.messages().create(request), 201);
}

Answer readMessage(Exchange &exchange)
{
    return answerWith(exchange.world, exchange.world.messages().get(exchange.capture(0)));
}

/// An empty Body redacts; another text is refused, and a message that has gone out cannot be cancelled.
Answer updateMessage(Exchange &exchange)
{
    Parameters parameters(exchange.form);
    const std::optional<QString> body = parameters.text("Body");
    if (parameters.has("Status"))
        return std::unexpected(ApiError{400, 30409, u"Message is not cancelable"_s});
    if (!body)
        return readMessage(exchange);
    if (!body->isEmpty())
        return std::unexpected(invalidParameter(u"Body can only be emptied"_s));
    return answerWith(exchange.world, exchange.world.messages().redact(exchange.capture(0)));
}

Answer deleteMessage(Exchange &exchange)
{
    const Result<void> done = exchange.world.messages().remove(exchange.capture(0));
    if (!done)
        return std::unexpected(done.error());
    return noContent();
}

} // namespace

std::span<const Route> messageRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Messages", listMessages},
        {"POST", "Messages", createMessage},
        {"GET", "Messages/{message}", readMessage},
        {"POST", "Messages/{message}", updateMessage},
        {"DELETE", "Messages/{message}", deleteMessage},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
