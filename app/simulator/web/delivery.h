// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/web/overrides.h"
#include "simulator/webhooks.h"

#include <QElapsedTimer>
#include <QNetworkReply>

namespace anteroom::simulator {

/// One webhook on the wire: signed, retried as its overrides say, redirected at most ten times. Deletes
/// itself when done.
class Delivery : public QObject
{
    Q_OBJECT
public:
    Delivery(Webhooks &webhooks, QNetworkAccessManager &network, Webhook webhook, bool repeated);

    void start();

signals:
    void done(const anteroom::simulator::WebhookAnswer &answer);

private:
    void attempt();
    void attempted();
    void onTheWire(std::chrono::milliseconds limit);
    void limit();
    WebhookAnswer result() const;
    bool follow(const QByteArray &location, int status);
    bool mayRepeat(const WebhookAnswer &answer) const;
    void finish(const WebhookAnswer &answer);

    Webhooks &m_webhooks;
    QNetworkAccessManager &m_network;
    const Webhook m_webhook;
    const Overrides m_overrides;
    QByteArray m_url; ///< without fragment and credentials
    QByteArray m_credentials;
    QByteArray m_token;
    QByteArray m_method;
    bool m_dropForm = false;
    bool m_challenged = false;
    int m_attempt = 1;
    int m_redirects = 0;
    bool m_began = false; ///< some attempt has reached the wire
    bool m_sent = false;  ///< this attempt has left us whole
    bool m_timedOut = false;
    bool m_tooLarge = false;
    quint64 m_record = 0;
    QElapsedTimer m_elapsed;
    QTimer m_timer;    ///< of connecting, then of the answer
    QTimer m_deadline; ///< of all attempts together
    QNetworkReply *m_reply = nullptr;
};

} // namespace anteroom::simulator
