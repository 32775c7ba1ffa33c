// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "simulator/values.h"

#include <QJsonObject>
#include <QString>

namespace anteroom::simulator::rest {

/// What a resource answers: a response, or the error that becomes one.
using Answer = Result<http::Response>;

http::Response json(const QJsonObject &body, int status = 200);
http::Response noContent();

/// {code, message, more_info, status}; a 401 also asks for Basic credentials.
http::Response errorAnswer(const ApiError &error);

ApiError methodNotAllowed(const QByteArray &allow); ///< 405/20004; `allow` names the methods that would do
ApiError tooManyRequests();                         ///< 429/20429: never processed
ApiError invalidParameter(const QString &detail);   ///< 400/20422

} // namespace anteroom::simulator::rest
