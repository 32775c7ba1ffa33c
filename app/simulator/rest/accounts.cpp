// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/dates.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/paging.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

QJsonObject toJson(const World &world)
{
    const Account &account = world.account();
    const QString base = u"/%1/Accounts/%2"_s.arg(QLatin1StringView(apiVersion), account.sid);
    return {
        {u"sid"_s, account.sid},
        {u"owner_account_sid"_s, account.sid},
        {u"friendly_name"_s, account.friendlyName},
        {u"auth_token"_s, account.authToken},
        {u"status"_s, account.status},
        {u"type"_s, account.type},
        {u"date_created"_s, rfc2822(account.created)},
        {u"date_updated"_s, rfc2822(account.created)},
        {u"uri"_s, base + ".json"_L1},
        {u"subresource_uris"_s, subresources(base,
                                             {
                                                 {u"applications"_s, u"Applications"_s},
                                                 {u"balance"_s, u"Balance"_s},
                                                 {u"calls"_s, u"Calls"_s},
                                                 {u"conferences"_s, u"Conferences"_s},
                                                 {u"incoming_phone_numbers"_s, u"IncomingPhoneNumbers"_s},
                                                 {u"messages"_s, u"Messages"_s},
                                                 {u"outgoing_caller_ids"_s, u"OutgoingCallerIds"_s},
                                                 {u"queues"_s, u"Queues"_s},
                                                 {u"recordings"_s, u"Recordings"_s},
                                             })},
    };
}

Answer listAccounts(Exchange &exchange)
{
    Parameters parameters(exchange.query);
    const Account &account = exchange.world.account();
    const bool wanted =
        parameters.text("FriendlyName").value_or(account.friendlyName) == account.friendlyName &&
        parameters.text("Status").value_or(account.status) == account.status;
    const QByteArrayList sids = wanted ? QByteArrayList{account.sid.toLatin1()} : QByteArrayList{};
    return listAnswer(
        u"accounts"_s, exchange.path, exchange.query, sids, [](const QByteArray &sid) { return sid; },
        [&](const QByteArray &) { return toJson(exchange.world); });
}

Answer readAccount(Exchange &exchange)
{
    if (exchange.capture(0) != exchange.world.account().sid)
        return std::unexpected(notFound(QString::fromUtf8(exchange.path)));
    return json(toJson(exchange.world));
}

Answer readBalance(Exchange &exchange)
{
    const Account &account = exchange.world.account();
    return json({{u"account_sid"_s, account.sid},
                 {u"balance"_s, account.balance},
                 {u"currency"_s, account.currency}});
}

} // namespace

std::span<const Route> accountRoutes()
{
    static constexpr Route routes[] = {
        {"GET", "Accounts", listAccounts},
        {"GET", "Accounts/{account}", readAccount},
        {"GET", "Balance", readBalance},
    };
    return routes;
}

} // namespace anteroom::simulator::rest
