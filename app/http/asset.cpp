// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/asset.h"

#include <algorithm>
#include <optional>

namespace anteroom::http {

namespace {

struct Range
{
    qsizetype first = 0;
    qsizetype last = 0;
};

enum class Wanted { All, Part, Nothing };

bool isNumber(const QByteArray &text)
{
    constexpr qsizetype longest = 15;
    return !text.isEmpty() && text.size() <= longest &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "bytes=0-99", "bytes=100-" or "bytes=-100"; anything else counts as not asked for.
Wanted wanted(const QByteArray &header, qsizetype size, Range &range)
{
    constexpr QByteArrayView unit = "bytes=";
    if (!header.startsWith(unit) || header.contains(','))
        return Wanted::All;
    const QByteArray spec = header.sliced(unit.size()).trimmed();
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0)
        return Wanted::All;
    const QByteArray from = spec.first(dash).trimmed();
    const QByteArray to = spec.sliced(dash + 1).trimmed();
    if (from.isEmpty()) {
        if (!isNumber(to))
            return Wanted::All;
        const qsizetype tail = std::min<qsizetype>(to.toLongLong(), size);
        range = {size - tail, size - 1};
        return tail > 0 ? Wanted::Part : Wanted::Nothing;
    }
    if (!isNumber(from) || (!to.isEmpty() && !isNumber(to)))
        return Wanted::All;
    range.first = from.toLongLong();
    range.last = to.isEmpty() ? size - 1 : std::min<qsizetype>(to.toLongLong(), size - 1);
    if (!to.isEmpty() && to.toLongLong() < range.first)
        return Wanted::All;
    return range.first < size ? Wanted::Part : Wanted::Nothing;
}

bool names(const QByteArray &tags, const QByteArray &tag)
{
    for (const QByteArray &each : tags.split(',')) {
        QByteArray one = each.trimmed();
        if (one.startsWith("W/"))
            one = one.sliced(2);
        if (one == "*" || one == tag)
            return true;
    }
    return false;
}

} // namespace

Response answerWith(const Asset &asset, const Request &request)
{
    Response response{.status = 200, .contentType = asset.type, .body = asset.bytes};
    response.headers = {
        {"ETag", asset.tag}, {"Accept-Ranges", "bytes"}, {"Cache-Control", "public, max-age=86400"}};
    if (request.method != "GET" && request.method != "HEAD") {
        Response refused{.status = 405};
        refused.headers = {{"Allow", "GET, HEAD"}};
        return refused;
    }
    if (const QByteArray known = request.header("If-None-Match");
        !known.isEmpty() && names(known, asset.tag)) {
        response.status = 304;
        response.body.clear();
        return response;
    }
    const QByteArray asked = request.header("Range");
    const QByteArray onlyIf = request.header("If-Range");
    if (asked.isEmpty() || request.method != "GET" || (!onlyIf.isEmpty() && onlyIf != asset.tag))
        return response;
    Range range;
    const QByteArray size = QByteArray::number(asset.bytes.size());
    switch (wanted(asked, asset.bytes.size(), range)) {
    case Wanted::All:
        break;
    case Wanted::Part:
        response.status = 206;
        response.body = asset.bytes.sliced(range.first, range.last - range.first + 1);
        response.headers.append({"Content-Range", "bytes " + QByteArray::number(range.first) + '-' +
                                                      QByteArray::number(range.last) + '/' + size});
        break;
    case Wanted::Nothing:
        response = {.status = 416};
        response.headers = {{"Content-Range", "bytes */" + size}};
        break;
    }
    return response;
}

} // namespace anteroom::http
