// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/web/delivery.h"

#include "http/once_body.h"
#include "simulator/sids.h"
#include "simulator/world.h"
#include "twiml/document.h"
#include "twiml/signature.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

constexpr int mostRedirects = 10;
constexpr qint64 mostMediaBytes = 32LL * 1024 * 1024;

struct Failure
{
    QNetworkReply::NetworkError error;
    int code;
};
// Facts 1.3, error codes.
constexpr Failure failures[] = {
    {QNetworkReply::ConnectionRefusedError, 11202}, {QNetworkReply::HostNotFoundError, 11210},
    {QNetworkReply::TimeoutError, 11201},           {QNetworkReply::SslHandshakeFailedError, 11220},
    {QNetworkReply::ProtocolFailure, 11206},        {QNetworkReply::ProtocolInvalidOperationError, 11206},
};

int codeOf(QNetworkReply::NetworkError error)
{
    for (const Failure &each : failures) {
        if (each.error == error)
            return each.code;
    }
    return 11205;
}

} // namespace

Delivery::Delivery(Webhooks &webhooks, QNetworkAccessManager &network, Webhook webhook, bool repeated)
    : QObject(&webhooks),
      m_webhooks(webhooks),
      m_network(network),
      m_webhook(std::move(webhook)),
      m_overrides(overridesOf(m_webhook.address.url)),
      m_url(withoutFragment(m_webhook.address.url)),
      m_method(m_webhook.address.method.toLatin1()),
      m_attempt(repeated ? 2 : 1)
{
    m_token = webhooks.world().sids().word(32).toLatin1();
    m_timer.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Delivery::limit);
    connect(&m_deadline, &QTimer::timeout, this, &Delivery::limit);
    // Credentials in the URL are kept for a challenge and are neither sent unasked nor signed.
    QUrl url = QUrl::fromEncoded(m_url);
    if (!url.userInfo().isEmpty()) {
        m_credentials = (url.userName() + u':' + url.password()).toUtf8().toBase64();
        url.setUserInfo({});
        m_url = url.toEncoded();
    }
}

void Delivery::start()
{
    attempt();
}

void Delivery::attempt()
{
    QByteArray target = m_url;
    const bool isGet = m_method == "GET";
    const http::Form form = m_dropForm ? http::Form() : m_webhook.parameters;
    if (isGet && !form.isEmpty())
        target += (target.contains('?') ? '&' : '?') + form.encode();
    const QUrl url = QUrl::fromEncoded(target);
    // What is signed is what QUrl sends, byte for byte.
    const QByteArray sent = url.toEncoded(QUrl::FullyEncoded);

    WebhookRecord record;
    record.kind = m_webhook.kind;
    record.callSid = m_webhook.callSid;
    record.method = m_method;
    record.url = sent;
    record.parameters = form.fields();
    record.attempt = m_attempt;
    record.signature = twiml::sign(m_webhooks.world().account().authToken.toUtf8(), sent,
                                   isGet ? twiml::FormFields() : form.fields());
    if (m_attempt > 1)
        record.idempotencyToken = m_token;

    m_elapsed.start();
    m_timedOut = m_tooLarge = m_sent = false;
    const bool usable =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    if (!usable || url.host().contains(u'_')) {
        m_record = m_webhooks.write(record);
        const WebhookAnswer refused{.errorCode = 11100,
                                    .problem = u"Invalid URL format: %1"_s.arg(m_webhook.address.url)};
        // Later, as every other answer: the one who asked is not ready for it yet.
        QTimer::singleShot(0, this, [this, refused] { finish(refused); });
        return;
    }

    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"TwilioProxy/1.1"_s);
    request.setRawHeader("Accept"_ba, "*/*"_ba);
    request.setRawHeader("X-Twilio-Signature"_ba, record.signature);
    if (m_attempt > 1)
        request.setRawHeader("I-Twilio-Idempotency-Token"_ba, m_token);
    if (m_challenged)
        request.setRawHeader("Authorization"_ba, "Basic " + m_credentials);
    if (const QByteArray cookies = m_webhooks.cookies(m_webhook.callSid, url); !cookies.isEmpty())
        request.setRawHeader("Cookie"_ba, cookies);
    m_record = m_webhooks.write(record);
    if (isGet) {
        m_reply = m_network.get(request);
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          u"application/x-www-form-urlencoded; charset=UTF-8"_s);
        // A server that reads it and hangs up has had it; Qt would send it again by itself.
        const QByteArray encoded = form.encode();
        request.setHeader(QNetworkRequest::ContentLengthHeader, encoded.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *body = new http::OnceBody(encoded);
        m_reply = m_network.post(request, body);
        body->setParent(m_reply);
    }
    m_reply->setParent(this);
    // Time runs from when the wire is used: Qt lets a request wait while six others to that host are under
    // way.
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { onTheWire(m_overrides.connectTime); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        onTheWire(m_overrides.readTime);
    });
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        const qint64 most = m_webhook.kind == "media"_L1 ? mostMediaBytes : twiml::maximumDocumentBytes;
        if (received > most) {
            m_tooLarge = true;
            m_reply->abort();
        }
    });
    connect(m_reply, &QNetworkReply::finished, this, &Delivery::attempted);
}

void Delivery::onTheWire(std::chrono::milliseconds limit)
{
    if (!m_began) {
        m_began = true;
        m_deadline.start(m_webhooks.scaled(m_overrides.totalTime)); // for retries and redirections as well
    }
    m_timer.start(m_webhooks.scaled(limit));
}

void Delivery::limit()
{
    m_timedOut = true;
    if (m_reply) // or an answer is about to be given without asking anybody
        m_reply->abort();
}

WebhookAnswer Delivery::result() const
{
    WebhookAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = m_reply->rawHeader("Content-Type"_ba);
    answer.url = QString::fromUtf8(m_url);
    if (m_tooLarge) {
        answer.errorCode = 11750;
        answer.problem = u"Response body too large"_s;
    } else if (m_timedOut) {
        answer.errorCode = m_sent ? 11203 : 11201;
        answer.problem = m_sent ? u"No answer within the limit"_s : u"No connection within the limit"_s;
    } else if (answer.status == 0) {
        answer.errorCode = codeOf(m_reply->error());
        answer.problem = m_reply->errorString();
    } else {
        answer.body = m_reply->readAll();
        if (answer.status < 200 || answer.status > 299) {
            answer.errorCode = 11200;
            answer.problem = u"Got HTTP %1"_s.arg(answer.status);
        } else if (answer.body.isEmpty() &&
                   m_reply->rawHeader("Transfer-Encoding"_ba).toLower() == "chunked") {
            answer.errorCode = 11770;
            answer.problem = u"Empty chunked body"_s;
        }
    }
    return answer;
}

bool Delivery::follow(const QByteArray &location, int status)
{
    if (location.isEmpty() ||
        (status != 301 && status != 302 && status != 303 && status != 307 && status != 308))
        return false;
    if (++m_redirects > mostRedirects)
        return false;
    m_url = QUrl::fromEncoded(m_url).resolved(QUrl::fromEncoded(location)).toEncoded(QUrl::RemoveFragment);
    if (status <= 303 && m_method != "GET") {
        m_method = "GET"_ba;
        m_dropForm = true; // as the real one: the form does not survive
    } else if (m_method == "GET") {
        m_dropForm = true; // the parameters stood in the URL that was left
    }
    return true;
}

bool Delivery::mayRepeat(const WebhookAnswer &answer) const
{
    const bool isOverdue = m_began && !m_deadline.isActive();
    if (m_attempt > m_overrides.retries || answer.errorCode == 0 || isOverdue)
        return false;
    if (answer.status >= 500)
        return m_overrides.retry5xx;
    if (answer.status >= 400)
        return m_overrides.retry4xx;
    if (answer.errorCode == 11203)
        return m_overrides.retryRead;
    if (answer.errorCode == 11202 && m_webhooks.world().guesses().connectionRetryOff)
        return false;
    return answer.status == 0 && !m_sent && m_overrides.retryConnect;
}

void Delivery::attempted()
{
    m_timer.stop();
    WebhookAnswer answer = result();
    m_webhooks.keepCookies(m_webhook.callSid, *m_reply);
    const QByteArray location = m_reply->rawHeader("Location"_ba);
    m_reply->disconnect(this); // what it still has to say is not about the next attempt
    m_reply->deleteLater();
    m_reply = nullptr;
    if (answer.status == 401 && !m_credentials.isEmpty() && !m_challenged) {
        m_webhooks.complete(m_record, answer, m_elapsed.elapsed());
        m_challenged = true;
        attempt();
        return;
    }
    if (answer.status >= 300 && answer.status < 400) {
        if (follow(location, answer.status)) {
            m_webhooks.complete(m_record, answer, m_elapsed.elapsed());
            attempt();
            return;
        }
        if (m_redirects > mostRedirects) {
            answer.errorCode = 11215;
            answer.problem = u"Too many HTTP redirects"_s;
        }
    }
    if (mayRepeat(answer)) {
        m_webhooks.complete(m_record, answer, m_elapsed.elapsed());
        ++m_attempt;
        attempt();
        return;
    }
    finish(answer);
}

void Delivery::finish(const WebhookAnswer &answer)
{
    m_deadline.stop();
    m_webhooks.complete(m_record, answer, m_elapsed.elapsed());
    deleteLater();
    emit done(answer);
}

} // namespace anteroom::simulator
