// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/account.h"

#include <QByteArray>
#include <QUrl>

namespace anteroom::twilio {

/// Scheme, host and port, without the default one; nothing else.
QUrl originOnly(const QUrl &url);

/// https, or plain http to this machine alone.
bool isSafeToAsk(const QUrl &url);

/// The Authorization header: the API key with its secret, or the account with its token.
QByteArray authorization(const Account &account);

} // namespace anteroom::twilio
