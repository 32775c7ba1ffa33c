// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/carrier.h"

#include <QByteArray>
#include <QJsonObject>
#include <QNetworkReply>

namespace anteroom::twilio {

/// {code, message, more_info, status}, RFC 9457 {type, title, status, detail, code} or an edge's HTML: what
/// was refused. Never call it for a success. A write that met a 5xx is unclear: it may have been carried out.
calls::CarrierError errorFromAnswer(int status, const QByteArray &body, bool isRead);

/// No answer came, or only a part of it. `bodyTaken` says whether a byte of the request may have left us.
calls::CarrierError errorFromNetwork(QNetworkReply::NetworkError error, const QString &reason, bool isRead,
                                     bool bodyTaken);

calls::CarrierError canceledError();

} // namespace anteroom::twilio
