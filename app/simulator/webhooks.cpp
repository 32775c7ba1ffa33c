// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/webhooks.h"

#include "simulator/notifications.h"
#include "simulator/web/delivery.h"
#include "simulator/web/hosted.h"
#include "simulator/world.h"

#include <QNetworkCookie>
#include <QNetworkProxy>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {
constexpr std::chrono::milliseconds hostedTime{50}; ///< simulated
constexpr std::chrono::milliseconds heldTime{400};  ///< real
} // namespace

Webhooks::Webhooks(World &world) : m_world(world)
{
    for (QNetworkAccessManager &each : m_networks)
        each.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_heldTimer.setSingleShot(true);
    m_heldTimer.setInterval(heldTime);
    connect(&m_heldTimer, &QTimer::timeout, this, &Webhooks::releaseHeldBack);
}

Webhooks::~Webhooks()
{
    // Deliveries use the network managers, which are members and would go first.
    qDeleteAll(findChildren<Delivery *>(Qt::FindDirectChildrenOnly));
}

std::chrono::milliseconds Webhooks::scaled(std::chrono::milliseconds limit) const
{
    return std::chrono::milliseconds{std::max<qint64>(1, qint64(double(limit.count()) * m_timeScale))};
}

void Webhooks::fetch(const Webhook &webhook, QObject *context, Done done)
{
    send(webhook, context, std::move(done));
}

void Webhooks::notify(const Webhook &webhook)
{
    if (webhook.address.url.isEmpty())
        return;
    if (!m_world.faults().reorderWebhooks) {
        tell(webhook);
        return;
    }
    if (!m_heldBack) {
        m_heldBack = webhook;
        m_heldTimer.start();
        return;
    }
    tell(webhook);
    releaseHeldBack();
}

void Webhooks::releaseHeldBack()
{
    m_heldTimer.stop();
    if (auto late = std::exchange(m_heldBack, std::nullopt))
        tell(*late);
}

void Webhooks::tell(const Webhook &webhook)
{
    send(webhook, this, [this, webhook](const WebhookAnswer &answer) {
        if (answer.errorCode != 0)
            m_world.notifications().add(answer.errorCode == 11200 ? 15003 : answer.errorCode, answer.problem,
                                        webhook.callSid, webhook.address, true);
    });
}

void Webhooks::send(const Webhook &webhook, QObject *context, Done done)
{
    if (const auto answer = hostedAnswer(webhook.address.url, webhook.parameters)) {
        answerHosted(webhook, *answer, context, std::move(done));
        return;
    }
    deliver(webhook, false, context, std::move(done));
    if (m_world.faults().duplicateWebhooks && webhook.kind != "media"_L1)
        deliver(webhook, true, this, [](const WebhookAnswer &) {});
}

void Webhooks::deliver(const Webhook &webhook, bool repeated, QObject *context, Done done)
{
    auto &network = m_networks.at(m_nextNetwork++ % m_networks.size());
    auto *delivery = new Delivery(*this, network, webhook, repeated);
    ++m_inFlight;
    connect(delivery, &Delivery::done, this, [this](const WebhookAnswer &) { --m_inFlight; });
    connect(delivery, &Delivery::done, context, std::move(done));
    delivery->start();
}

void Webhooks::answerHosted(const Webhook &webhook, const WebhookAnswer &answer, QObject *context, Done done)
{
    WebhookRecord record;
    record.kind = webhook.kind;
    record.callSid = webhook.callSid;
    record.method = webhook.address.method.toLatin1();
    record.url = webhook.address.url.toUtf8();
    record.parameters = webhook.parameters.fields();
    record.hosted = true;
    const quint64 id = write(record);
    m_world.clock().after(hostedTime, this,
                          [this, id, answer, context = QPointer<QObject>(context), done = std::move(done)] {
                              complete(id, answer, 0);
                              if (context)
                                  done(answer);
                          });
}

QByteArray Webhooks::cookies(const QString &callSid, const QUrl &url) const
{
    const auto jar = m_cookies.find(callSid);
    if (jar == m_cookies.end())
        return {};
    QByteArrayList pairs;
    for (const QNetworkCookie &cookie : jar->second.cookiesForUrl(url))
        pairs.append(cookie.toRawForm(QNetworkCookie::NameAndValueOnly));
    return pairs.join("; ");
}

void Webhooks::keepCookies(const QString &callSid, const QNetworkReply &reply)
{
    const auto set = reply.header(QNetworkRequest::SetCookieHeader).value<QList<QNetworkCookie>>();
    if (!callSid.isEmpty() && !set.isEmpty())
        m_cookies[callSid].setCookiesFromUrl(set, reply.url());
}

void Webhooks::setLogLimit(int records)
{
    m_limit = std::max(0, records);
    while (m_log.size() > m_limit)
        m_log.removeFirst();
}

quint64 Webhooks::write(WebhookRecord record)
{
    record.id = ++m_lastId;
    record.at = m_world.clock().now();
    m_log.append(std::move(record));
    if (m_log.size() > m_limit)
        m_log.removeFirst();
    return m_lastId;
}

void Webhooks::complete(quint64 id, const WebhookAnswer &answer, qint64 milliseconds)
{
    // Ids grow by one per entry, so the place follows from the first one.
    if (!m_log.isEmpty() && id >= m_log.constFirst().id) {
        WebhookRecord &record = m_log[qsizetype(id - m_log.constFirst().id)];
        record.status = answer.status;
        record.milliseconds = milliseconds;
        record.contentType = answer.contentType;
        record.answer = answer.body.left(64 * 1024);
        record.errorCode = answer.errorCode;
    }
    emit finished(id);
}

} // namespace anteroom::simulator
