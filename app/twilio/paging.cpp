// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/paging.h"

#include "twilio/json_fields.h"
#include "twilio/origin.h"

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000;

} // namespace

std::optional<RestRequest> nextPage(const RestRequest &request, const QJsonObject &page, const QUrl &origin)
{
    // Null on the last page, an empty text in old answers (facts 3.2); relative in this API, absolute in
    // newer ones.
    const QString next = textField(page, "next_page_uri"_L1);
    const QUrl target = next.isEmpty() ? QUrl() : origin.resolved(QUrl(next));
    if (!target.isValid() || originOnly(target) != originOnly(origin))
        return std::nullopt;
    const QByteArray address =
        target.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const qsizetype question = address.indexOf('?');
    RestRequest following = request;
    following.path = question < 0 ? address : address.first(question);
    following.fields =
        question < 0 ? http::Form() : http::Form::decode(QByteArrayView(address).sliced(question + 1));
    return following;
}

calls::CarrierTask<QJsonArray> readAll(RestClient *client, RestRequest request, QString key, int most)
{
    QJsonArray all;
    request.fields.add("PageSize", QByteArray::number(std::min(pageSize, most)));
    std::optional<RestRequest> next = std::move(request);
    while (next && all.size() < most) {
        const auto page = co_await client->send(*next);
        if (!page)
            co_return std::unexpected(page.error());
        const QJsonArray part = page->json.value(key).toArray();
        for (const auto &element : part) {
            if (all.size() < most)
                all.append(element);
        }
        // A page without elements that names a next one would lead us in circles.
        next = part.isEmpty() ? std::nullopt : nextPage(*next, page->json, client->originOf(next->product));
    }
    co_return all;
}

} // namespace anteroom::twilio
