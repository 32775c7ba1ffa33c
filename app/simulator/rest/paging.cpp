// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

constexpr int maximumPageSize = 1000;

QString pageUri(QByteArrayView path, const http::Form &query, const PageRequest &page)
{
    http::Form fields;
    for (const auto &[name, value] : query.fields()) {
        if (name != "PageSize" && name != "Page" && name != "PageToken")
            fields.add(name, value);
    }
    fields.add("PageSize"_ba, QByteArray::number(page.size));
    fields.add("Page"_ba, QByteArray::number(page.number));
    if (!page.token.isEmpty())
        fields.add("PageToken"_ba, page.token);
    return QString::fromUtf8(path) + u'?' + QString::fromLatin1(fields.encode());
}

} // namespace

Result<PageRequest> PageRequest::read(const http::Form &query)
{
    PageRequest page;
    bool ok = true;
    if (query.contains("PageSize")) {
        page.size = query.value("PageSize").toInt(&ok);
        if (!ok || page.size < 1)
            return std::unexpected(invalidParameter(u"PageSize must be a number from 1 to 1000"_s));
        if (page.size > maximumPageSize)
            return std::unexpected(
                ApiError{400, 20007, u"Page size too large. The maximum page size is 1000."_s});
    }
    if (query.contains("Page")) {
        page.number = query.value("Page").toInt(&ok);
        if (!ok || page.number < 0)
            return std::unexpected(invalidParameter(u"Page must be a number from 0"_s));
    }
    page.token = query.value("PageToken");
    return page;
}

Slice sliceOf(const PageRequest &page, const QList<QByteArray> &sids)
{
    qsizetype first = qsizetype(page.number) * page.size;
    qsizetype limit = page.size;
    if (const qsizetype anchor = sids.indexOf(page.token.mid(2)); anchor >= 0) {
        if (page.token.startsWith("PA")) {
            first = anchor + 1;
        } else if (page.token.startsWith("PB")) {
            first = std::max<qsizetype>(0, anchor - page.size);
            limit = anchor - first;
        }
    }
    first = std::min(first, sids.size());
    return {first, std::min(limit, sids.size() - first)};
}

QJsonObject envelope(const QString &key, QByteArrayView path, const http::Form &query,
                     const PageRequest &page, const QList<QByteArray> &sids,
                     const std::function<QJsonObject(qsizetype index)> &item)
{
    const Slice slice = sliceOf(page, sids);
    QJsonArray items;
    for (qsizetype i = 0; i < slice.count; ++i)
        items.append(item(slice.first + i));

    QJsonValue next;
    if (slice.count > 0 && slice.first + slice.count < sids.size())
        next =
            pageUri(path, query, {page.size, page.number + 1, "PA" + sids.at(slice.first + slice.count - 1)});
    QJsonValue previous;
    if (page.number > 0 && slice.first > 0 && slice.first < sids.size())
        previous = pageUri(path, query, {page.size, page.number - 1, "PB" + sids.at(slice.first)});

    const qint64 start = qint64(page.number) * page.size;
    return {
        {key, items},
        {u"page"_s, page.number},
        {u"page_size"_s, page.size},
        {u"start"_s, start},
        {u"end"_s, start + std::max<qint64>(0, slice.count - 1)},
        {u"uri"_s, pageUri(path, query, page)},
        {u"first_page_uri"_s, pageUri(path, query, {page.size, 0, {}})},
        {u"next_page_uri"_s, next},
        {u"previous_page_uri"_s, previous},
    };
}

} // namespace anteroom::simulator::rest
