// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/control_routes.h"
#include "simulator/rest/formats.h"
#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

constexpr double fastest = 10'000;
constexpr int longestLatency = 10 * 60 * 1000;

QJsonObject toJson(const Faults &faults)
{
    return {
        {u"latency_ms"_s, faults.latencyMilliseconds},
        {u"status"_s, faults.status},
        {u"every_nth"_s, faults.everyNth},
        {u"path_prefix"_s, faults.pathPrefix},
        {u"drop_connections"_s, faults.dropConnections},
        {u"when"_s, faults.afterActing ? u"after"_s : u"before"_s},
        {u"duplicate_webhooks"_s, faults.duplicateWebhooks},
        {u"reorder_webhooks"_s, faults.reorderWebhooks},
    };
}

Answer setFaults(ControlRequest &request)
{
    ControlFields &fields = request.fields;
    Faults faults;
    faults.latencyMilliseconds = fields.maybeInteger(u"latency_ms"_s, 0, longestLatency).value_or(0);
    faults.status = fields.maybeInteger(u"status"_s, 0, 599).value_or(0);
    if (faults.status != 0 && faults.status < 400)
        fields.complain(u"The field \"status\" must be an HTTP status from 400 to 599, or 0 for none."_s);
    faults.everyNth = fields.maybeInteger(u"every_nth"_s, 1, std::numeric_limits<int>::max()).value_or(1);
    faults.pathPrefix = fields.maybeText(u"path_prefix"_s).value_or(QString());
    faults.dropConnections = fields.maybeBoolean(u"drop_connections"_s).value_or(false);
    faults.afterActing = fields.maybeOneOf(u"when"_s, {u"before"_s, u"after"_s}) == u"after"_s;
    faults.duplicateWebhooks = fields.maybeBoolean(u"duplicate_webhooks"_s).value_or(false);
    faults.reorderWebhooks = fields.maybeBoolean(u"reorder_webhooks"_s).value_or(false);
    if (const auto complaint = fields.complaint())
        return std::unexpected(complaintError(*complaint));
    request.world.faults() = faults;
    request.trouble.restart();
    return json(toJson(faults));
}

Answer setClock(ControlRequest &request)
{
    const double speed = request.fields.number(u"speed"_s, 0, fastest);
    if (const auto complaint = request.fields.complaint())
        return std::unexpected(complaintError(*complaint));
    request.world.clock().setSpeed(speed);
    return json({{u"speed"_s, speed}, {u"now"_s, request.world.clock().now().toString(Qt::ISODateWithMs)}});
}

Answer setAccount(ControlRequest &request)
{
    ControlFields &fields = request.fields;
    Account account = request.world.account();
    account.concurrency = fields.maybeInteger(u"concurrency"_s, 0, 1'000'000).value_or(account.concurrency);
    account.type = fields.maybeOneOf(u"type"_s, {u"Full"_s, u"Trial"_s}).value_or(account.type);
    account.status =
        fields.maybeOneOf(u"status"_s, {u"active"_s, u"suspended"_s, u"closed"_s}).value_or(account.status);
    account.balance = fields.maybeAmount(u"balance"_s).value_or(account.balance);
    account.mediaLogin = fields.maybeBoolean(u"media_login"_s).value_or(account.mediaLogin);
    if (const auto verified = fields.maybeText(u"verified"_s))
        account.verified = verified->split(u' ', Qt::SkipEmptyParts);
    if (const auto denied = fields.maybeText(u"keys_may_not"_s))
        account.keysMayNot = denied->split(u' ', Qt::SkipEmptyParts);
    account.secondToken = fields.maybeText(u"second_token"_s).value_or(account.secondToken);
    account.texts = fields.maybeBoolean(u"texts"_s).value_or(account.texts);
    account.textError = fields.maybeInteger(u"text_error"_s, 0, 99'999).value_or(account.textError);
    account.callsPerSecond =
        fields.maybeNumber(u"calls_per_second"_s, 0.01, 1'000).value_or(account.callsPerSecond);
    if (const auto complaint = fields.complaint())
        return std::unexpected(complaintError(*complaint));
    request.world.account() = account;
    return json({{u"concurrency"_s, account.concurrency},
                 {u"type"_s, account.type},
                 {u"status"_s, account.status},
                 {u"balance"_s, account.balance},
                 {u"verified"_s, account.verified.join(u' ')},
                 {u"keys_may_not"_s, account.keysMayNot.join(u' ')},
                 {u"texts"_s, account.texts},
                 {u"text_error"_s, account.textError},
                 {u"media_login"_s, account.mediaLogin},
                 {u"calls_per_second"_s, account.callsPerSecond}});
}

Answer setGuesses(ControlRequest &request)
{
    // All or nothing: a misspelt guess changes none.
    Guesses guesses = request.world.guesses();
    for (const auto &[name, outcome] : request.fields.allTexts()) {
        if (const auto done = setGuess(guesses, name, outcome); !done)
            request.fields.complain(done.error());
    }
    if (const auto complaint = request.fields.complaint())
        return std::unexpected(complaintError(*complaint));
    request.world.guesses() = guesses;
    QJsonObject object;
    const QHash<QString, QString> described = describe(guesses);
    for (auto it = described.cbegin(); it != described.cend(); ++it)
        object.insert(it.key(), it.value());
    return json(object);
}

QJsonObject toJson(const WebhookRecord &record)
{
    QJsonObject parameters;
    for (const auto &[name, value] : record.parameters) {
        const QString key = QString::fromUtf8(name);
        const QJsonValue text = QString::fromUtf8(value);
        if (const QJsonValue before = parameters.value(key); before.isArray())
            parameters.insert(key, before.toArray() + text);
        else
            parameters.insert(key, before.isUndefined() ? text : QJsonArray{before, text});
    }
    return {
        {u"id"_s, qint64(record.id)},
        {u"at"_s, record.at.toString(Qt::ISODateWithMs)},
        {u"kind"_s, record.kind},
        {u"call_sid"_s, orNull(record.callSid)},
        {u"method"_s, QString::fromLatin1(record.method)},
        {u"url"_s, QString::fromUtf8(record.url)},
        {u"parameters"_s, parameters},
        {u"signature"_s, QString::fromLatin1(record.signature)},
        {u"idempotency_token"_s, orNull(QString::fromLatin1(record.idempotencyToken))},
        {u"attempt"_s, record.attempt},
        {u"hosted"_s, record.hosted},
        {u"status"_s, record.status},
        {u"milliseconds"_s, record.milliseconds},
        {u"content_type"_s, QString::fromUtf8(record.contentType)},
        {u"answer"_s, QString::fromUtf8(record.answer)},
        {u"error_code"_s, record.errorCode},
    };
}

/// Everything, or with ?since=ID only what came later.
Answer listWebhooks(ControlRequest &request)
{
    const quint64 since = request.query.value("since").toULongLong();
    QJsonArray webhooks;
    for (const WebhookRecord &record : request.world.webhooks().log()) {
        if (record.id > since)
            webhooks.append(toJson(record));
    }
    return json({{u"webhooks"_s, webhooks}});
}

Answer forgetWebhooks(ControlRequest &request)
{
    request.world.webhooks().clearLog();
    return json({});
}

} // namespace

std::span<const ControlRoute> settingsRoutes()
{
    static constexpr ControlRoute routes[] = {
        {"PUT", "faults", setFaults},      {"PUT", "clock", setClock},
        {"PUT", "account", setAccount},    {"PUT", "guesses", setGuesses},
        {"GET", "webhooks", listWebhooks}, {"DELETE", "webhooks", forgetWebhooks},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
