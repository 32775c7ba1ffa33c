// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace anteroom::twilio {

/// How we log in, and what signs the webhooks. Never written down; keep copies short-lived.
struct Account
{
    QString sid;          ///< AC...
    QByteArray authToken; ///< signs webhooks (an API key's secret never does); also logs in without a key
    QString apiKey;       ///< SK..., optional: logs in instead of the token
    QByteArray apiSecret;
};

/// Where things are. Everything else about the phone company is fixed.
struct Places
{
    QUrl restOrigin; ///< one origin for every product; empty: the phone company's own hosts
    QUrl publicUrl;  ///< what the phone company calls; empty: no receiver can be reached
};

} // namespace anteroom::twilio
