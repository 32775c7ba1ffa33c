// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/rest_error.h"

#include "twilio/error_sentences.h"
#include "twilio/json_fields.h"

#include <QJsonDocument>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using calls::CarrierError;
using calls::CarrierTrouble;

namespace {

// "Call is not in-progress", and what a member answers that has left the queue (facts 3.3, 9.1; the latter
// not established).
bool saysGone(int status, int code)
{
    return status == 404 || status == 410 || code == 20404 || code == 21220;
}

bool saysUnauthorised(int status, int code)
{
    switch (code) {
    case 20003:
    case 20005:
    case 20006:
    case 20008:
        return true;
    default:
        return status == 401 || (status == 403 && code == 0);
    }
}

CarrierTrouble troubleOf(int status, int code, bool isRead)
{
    if (status == 429)
        return CarrierTrouble::Limited;
    if (status >= 500)
        return isRead ? CarrierTrouble::NotSent : CarrierTrouble::Unclear;
    if (saysGone(status, code))
        return CarrierTrouble::Gone;
    if (saysUnauthorised(status, code))
        return CarrierTrouble::Unauthorised;
    return CarrierTrouble::Refused;
}

bool neverLeft(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

} // namespace

CarrierError errorFromAnswer(int status, const QByteArray &body, bool isRead)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    CarrierError error;
    error.code = numberField(json, "code"_L1);
    error.trouble = troubleOf(status, error.code, isRead);
    error.sentence =
        error.trouble == CarrierTrouble::Unclear ? sentenceForUnclear() : sentenceForCode(error.code);
    if (error.sentence.isEmpty())
        error.sentence = sentenceForStatus(status);
    return error;
}

CarrierError errorFromNetwork(QNetworkReply::NetworkError error, const QString &reason, bool isRead,
                              bool bodyTaken)
{
    // What was read may be read again, so for a read nothing is ever unclear.
    if (isRead || !bodyTaken || neverLeft(error))
        return {CarrierTrouble::NotSent, 0, sentenceForUnreachable(reason)};
    return {CarrierTrouble::Unclear, 0, sentenceForUnclear()};
}

CarrierError canceledError()
{
    return {CarrierTrouble::Canceled, 0, sentenceForCanceled()};
}

} // namespace anteroom::twilio
