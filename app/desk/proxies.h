// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxyFactory>

namespace anteroom::desk {

/// The system's proxies for requests that leave this machine; none for loopback, and none for what we listen
/// on. Give it to QNetworkProxyFactory::setApplicationProxyFactory().
class Proxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace anteroom::desk
