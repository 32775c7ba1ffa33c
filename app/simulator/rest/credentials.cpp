// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/credentials.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

ApiError refused(const QString &why)
{
    return {401, 20003, u"Authentication Error - %1"_s.arg(why)};
}

} // namespace

Result<Identity> identify(const http::Request &request, const Account &account)
{
    const QByteArray header = request.header("Authorization");
    if (header.isEmpty())
        return std::unexpected(refused(u"No credentials provided"_s));
    if (header.size() < 6 || header.left(6).compare("basic ", Qt::CaseInsensitive) != 0)
        return std::unexpected(refused(u"only Basic credentials are accepted"_s));
    const QByteArray plain = QByteArray::fromBase64(header.mid(6).trimmed());
    const qsizetype colon = plain.indexOf(':');
    if (colon < 0)
        return std::unexpected(refused(u"invalid username"_s));
    const QString user = QString::fromUtf8(plain.left(colon));
    const QString password = QString::fromUtf8(plain.mid(colon + 1));
    const bool isToken =
        password == account.authToken || (!account.secondToken.isEmpty() && password == account.secondToken);
    if (user == account.sid && isToken)
        return Identity::Account;
    const auto secret = account.apiKeys.constFind(user);
    if (secret != account.apiKeys.cend() && password == *secret)
        return Identity::ApiKey;
    return std::unexpected(refused(u"invalid username"_s));
}

ApiError notForApiKeys()
{
    return refused(u"this API key cannot access the resource"_s);
}

} // namespace anteroom::simulator::rest
