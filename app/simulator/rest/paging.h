// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/rest/answer.h"

#include <QJsonArray>
#include <QList>

#include <functional>

namespace anteroom::simulator::rest {

/// Which part of a list is asked for (facts 3.2).
struct PageRequest
{
    int size = 50; ///< 1 to 1000
    int number = 0;
    QByteArray
        token; ///< "PA" + SID of the last item before this page, "PB" + SID of the first item behind it

    static Result<PageRequest> read(const http::Form &query);
};

/// The items from `first`, at most `count` of them.
struct Slice
{
    qsizetype first = 0;
    qsizetype count = 0;
};

/// Where a page lies in a list. A token holds on to an item, so that a list that grows at its head while it
/// is being paged through shows nothing twice; an item that has gone meanwhile falls back to the page's
/// number.
Slice sliceOf(const PageRequest &page, const QList<QByteArray> &sids);

/// The envelope of the 2010 API, with relative addresses and the filters of `query` carried along.
QJsonObject envelope(const QString &key, QByteArrayView path, const http::Form &query,
                     const PageRequest &page, const QList<QByteArray> &sids,
                     const std::function<QJsonObject(qsizetype index)> &item);

/// The answer to a list request, in one step.
template <typename Item, typename SidOf, typename ToJson>
Answer listAnswer(const QString &key, QByteArrayView path, const http::Form &query, const QList<Item> &items,
                  SidOf &&sidOf, ToJson &&toJson)
{
    const auto page = PageRequest::read(query);
    if (!page)
        return std::unexpected(page.error());
    QList<QByteArray> sids;
    sids.reserve(items.size());
    for (const Item &item : items)
        sids.append(sidOf(item));
    return json(
        envelope(key, path, query, *page, sids, [&](qsizetype index) { return toJson(items.at(index)); }));
}

} // namespace anteroom::simulator::rest
