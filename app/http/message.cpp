// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

namespace anteroom::http {

namespace {

/// Where the path begins: 0, or behind the authority of an absolute target (RFC 9112, 3.2.2).
qsizetype pathStart(const QByteArray &target)
{
    if (target.startsWith('/'))
        return 0;
    const qsizetype scheme = target.indexOf("://");
    const qsizetype query = target.indexOf('?');
    if (scheme < 0 || (query >= 0 && query < scheme))
        return 0;
    const qsizetype slash = target.indexOf('/', scheme + 3);
    if (slash >= 0 && (query < 0 || slash < query))
        return slash;
    return query < 0 ? target.size() : query;
}

} // namespace

QByteArray Request::path() const
{
    return pathView().toByteArray();
}

QByteArrayView Request::pathView() const
{
    const qsizetype start = pathStart(target);
    const qsizetype query = target.indexOf('?', start);
    const qsizetype end = query < 0 ? target.size() : query;
    if (start == end && start > 0)
        return "/"; // "http://host" names the root
    return QByteArrayView(target).sliced(start, end - start);
}

QByteArray Request::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.mid(mark + 1);
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.size() == name.size() && name.compare(key, Qt::CaseInsensitive) == 0)
            return value.isNull() ? QByteArrayLiteral("") : value;
    }
    return {};
}

} // namespace anteroom::http
