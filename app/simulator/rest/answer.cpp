// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/answer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

http::Response json(const QJsonObject &body, int status)
{
    http::Response response;
    response.status = status;
    response.contentType = "application/json"_ba;
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

http::Response noContent()
{
    http::Response response;
    response.status = 204;
    return response;
}

http::Response errorAnswer(const ApiError &error)
{
    http::Response response = json(
        {
            {u"code"_s, error.code},
            {u"message"_s, error.message},
            {u"more_info"_s, u"https://www.twilio.com/docs/errors/%1"_s.arg(error.code)},
            {u"status"_s, error.status},
        },
        error.status);
    if (error.status == 401)
        response.headers.append({"WWW-Authenticate"_ba, "Basic realm=\"Twilio API\""_ba});
    if (!error.allow.isEmpty())
        response.headers.append({"Allow"_ba, error.allow});
    return response;
}

ApiError methodNotAllowed(const QByteArray &allow)
{
    return {405, 20004, u"Method not allowed"_s, allow};
}

ApiError tooManyRequests()
{
    return {429, 20429, u"Too Many Requests"_s};
}

ApiError invalidParameter(const QString &detail)
{
    return {400, 20422, u"Invalid Parameter: %1"_s.arg(detail)};
}

} // namespace anteroom::simulator::rest
