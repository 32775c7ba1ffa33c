// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/front_door_probe.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUuid>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestHealth = 4096;
} // namespace

FrontDoorProbe::FrontDoorProbe(QNetworkAccessManager &network, calls::Clock &clock, ProbeOptions options,
                               QObject *parent)
    : QObject(parent), m_network(network), m_clock(clock), m_options(options)
{
}

FrontDoorProbe::~FrontDoorProbe()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void FrontDoorProbe::setPublicUrl(const QUrl &url)
{
    m_url = url;
    m_due = {};
    if (m_on && !m_reply)
        probeAfter({});
}

void FrontDoorProbe::setOn(bool on)
{
    if (std::exchange(m_on, on) == on)
        return;
    m_due = {};
    if (on && !m_reply)
        probeAfter({});
}

void FrontDoorProbe::probeNow()
{
    if (m_reply) {
        m_again = true;
        return;
    }
    const QDateTime soon = m_clock.now().addMSecs(m_options.atOnce.count());
    if (m_on && m_due.isValid() && soon < m_due)
        probeAfter(m_options.atOnce);
}

void FrontDoorProbe::probeAfter(std::chrono::milliseconds pause)
{
    const QDateTime due = m_clock.now().addMSecs(pause.count());
    m_due = due;
    m_clock.after(pause, this, [this, due] {
        if (m_on && m_due == due)
            probe();
    });
}

void FrontDoorProbe::probe()
{
    m_due = {};
    if (m_url.isEmpty())
        return;
    const QByteArray nonce = QUuid::createUuid().toByteArray(QUuid::Id128);
    QUrl url = m_url;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u"/health"_s, QUrl::TolerantMode);
    url.setQuery(u"nonce="_s + QString::fromLatin1(nonce));
    QNetworkRequest request(url);
    request.setTransferTimeout(int(m_options.timeout.count()));
    // As the phone company would: what only redirects elsewhere is no front door.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // A connection that was kept may live on where a new one, such as the phone company's, comes to nothing.
    request.setRawHeader("Connection", "close");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", "Anteroom/" ANTEROOM_VERSION);
    QNetworkReply *reply = m_network.get(request);
    m_reply = reply;
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > largestHealth)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, nonce] { finished(reply, nonce); });
}

void FrontDoorProbe::finished(QNetworkReply *reply, const QByteArray &nonce)
{
    reply->deleteLater();
    m_reply = nullptr;
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    const bool reached = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200 &&
                         answer[u"name"_s].toString() == "anteroom"_L1 &&
                         answer[u"nonce"_s].toString() == QLatin1StringView(nonce);
    if (!m_on)
        return;
    probeAfter(std::exchange(m_again, false) ? m_options.atOnce : m_options.every);
    Q_EMIT probed(reached); // whoever hears of it may want the next one at once
}

} // namespace anteroom::twilio
