// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/proxies.h"

#include <QHostAddress>

namespace anteroom::desk {

QList<QNetworkProxy> Proxies::queryProxy(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName();
    const bool here = host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
    if (query.queryType() != QNetworkProxyQuery::UrlRequest || here)
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

} // namespace anteroom::desk
