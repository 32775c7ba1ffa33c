// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/clock.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;

namespace anteroom::twilio {

struct ProbeOptions
{
    std::chrono::milliseconds every{30'000};
    std::chrono::milliseconds atOnce{1'000}; ///< between two, however urgent
    std::chrono::milliseconds timeout{5'000};
};

/// Asks for /health at the public address, with a word of its own that only this desk can bring back: whether
/// the phone company would find us there. One at a time; nothing is asked while it is off. Engine thread
/// only.
class FrontDoorProbe : public QObject
{
    Q_OBJECT
public:
    FrontDoorProbe(QNetworkAccessManager &network, calls::Clock &clock, ProbeOptions options = {},
                   QObject *parent = nullptr);
    ~FrontDoorProbe() override;

    void setPublicUrl(const QUrl &url); ///< empty: there is none
    void setOn(bool on);
    void probeNow();

Q_SIGNALS:
    void probed(bool reached);

private:
    void probeAfter(std::chrono::milliseconds pause);
    void probe();
    void finished(QNetworkReply *reply, const QByteArray &nonce);

    QNetworkAccessManager &m_network;
    calls::Clock &m_clock;
    ProbeOptions m_options;
    QUrl m_url;
    bool m_on = false;
    QPointer<QNetworkReply> m_reply;
    QDateTime m_due; ///< of the next; null while one is under way
    bool m_again = false;
};

} // namespace anteroom::twilio
