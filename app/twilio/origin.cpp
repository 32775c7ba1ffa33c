// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/origin.h"

#include <QHostAddress>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

QUrl originOnly(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    const bool isDefault = url.port() == (url.scheme() == "https"_L1 ? 443 : 80);
    origin.setPort(isDefault ? -1 : url.port());
    return origin;
}

bool isSafeToAsk(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return !url.host().isEmpty();
    return url.scheme() == "http"_L1 &&
           (url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback());
}

QByteArray authorization(const Account &account)
{
    const QByteArray pair = account.apiKey.isEmpty() ? account.sid.toUtf8() + ':' + account.authToken
                                                     : account.apiKey.toUtf8() + ':' + account.apiSecret;
    return "Basic " + pair.toBase64();
}

} // namespace anteroom::twilio
