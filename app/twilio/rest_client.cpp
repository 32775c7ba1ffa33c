// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/rest_client.h"

#include "http/once_body.h"
#include "twilio/dates.h"
#include "twilio/download.h"
#include "twilio/origin.h"
#include "twilio/rest_error.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using calls::CarrierResult;

namespace {

constexpr auto longestRetryAfter = 60s;
constexpr int mostRedirects = 3;
constexpr int unsatisfiable = 416;                   // a range beyond the end
constexpr qint64 largestAnswer = 64LL * 1024 * 1024; // an hour of voicemail; nobody else sends as much

Backoff::Random realRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

std::chrono::milliseconds retryAfter(const QNetworkReply &reply)
{
    bool isNumber = false;
    const double seconds = reply.rawHeader("Retry-After").trimmed().toDouble(&isNumber);
    if (!isNumber || !(seconds > 0))
        return 0ms;
    return std::min<std::chrono::milliseconds>(
        longestRetryAfter, std::chrono::milliseconds(qint64(std::min(seconds, 3600.0) * 1000)));
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

struct RestClient::Exchange
{
    RestRequest request;
    QUrl url;
    bool withCredentials = true;
    int limited = 0;
    int failures = 0;
    int redirects = 0;
    QPointer<QNetworkReply> reply;
    QPointer<http::OnceBody> body;
    QElapsedTimer sent;
    std::coroutine_handle<> waiter;
    std::optional<CarrierResult<RestAnswer>> result;
};

/// What send() awaits. Held in its frame, so that nothing is lost if the answer is there already.
class RestClient::Finish
{
public:
    explicit Finish(ExchangePtr exchange) : m_exchange(std::move(exchange)) {}
    bool await_ready() const noexcept { return m_exchange->result.has_value(); }
    void await_suspend(std::coroutine_handle<> waiter) noexcept { m_exchange->waiter = waiter; }
    void await_resume() const noexcept {}

private:
    ExchangePtr m_exchange;
};

RestClient::RestClient(Account account, const Places &places, QNetworkAccessManager &network,
                       calls::Clock &clock, RestOptions options, QObject *parent)
    : QObject(parent),
      m_account(std::move(account)),
      m_authorization(authorization(m_account)),
      m_apiOrigin(places.restOrigin.isEmpty() ? QUrl(u"https://api.twilio.com"_s)
                                              : originOnly(places.restOrigin)),
      m_lookupsOrigin(places.restOrigin.isEmpty() ? QUrl(u"https://lookups.twilio.com"_s) : m_apiOrigin),
      m_clock(clock),
      m_options(std::move(options)),
      m_backoff(m_options.firstDelay, m_options.longestDelay,
                m_options.random ? m_options.random : realRandom()),
      m_lanes(network, m_options.lanes, this)
{
    keepWarm();
}

RestClient::~RestClient()
{
    cancelAll();
}

QByteArray RestClient::accountPath(QByteArrayView resource) const
{
    return "/2010-04-01/Accounts/" + http::percentEncode(m_account.sid.toUtf8()) + '/' +
           resource.toByteArray();
}

QUrl RestClient::originOf(Product product) const
{
    return product == Product::Lookups ? m_lookupsOrigin : m_apiOrigin;
}

calls::CarrierTask<RestAnswer> RestClient::send(RestRequest request)
{
    if (m_closed)
        co_return std::unexpected(canceledError());
    auto exchange = std::make_shared<Exchange>();
    QByteArray address = originOf(request.product).toEncoded() + request.path;
    if (request.verb != Verb::Post && !request.fields.isEmpty())
        address += '?' + request.fields.encode();
    exchange->url = QUrl::fromEncoded(address, QUrl::StrictMode);
    exchange->request = std::move(request);
    (exchange->request.urgency == Urgency::Click ? m_clicks : m_background).push_back(exchange);
    pump();
    Finish finished(exchange);
    co_await finished;
    co_return std::move(*exchange->result);
}

void RestClient::cancelAll()
{
    m_closed = true;
    QList<ExchangePtr> all = m_running + m_resting;
    all.append(QList<ExchangePtr>(m_clicks.begin(), m_clicks.end()));
    all.append(QList<ExchangePtr>(m_background.begin(), m_background.end()));
    m_running.clear();
    m_resting.clear();
    m_clicks.clear();
    m_background.clear();
    for (const ExchangePtr &exchange : all) {
        if (exchange->reply) {
            exchange->reply->disconnect(this);
            exchange->reply->abort();
            exchange->reply->deleteLater();
        }
    }
    for (const ExchangePtr &exchange : all)
        finish(exchange, std::unexpected(canceledError()));
}

bool RestClient::mayStart(const Exchange &exchange) const
{
    if (m_lanes.isFull())
        return false;
    if (exchange.request.urgency == Urgency::Click)
        return true;
    // A sound takes its time, and nobody must miss a caller for it.
    if (exchange.request.into)
        return m_downloadsRunning == 0;
    return m_backgroundRunning - m_downloadsRunning < m_options.backgroundAtOnce;
}

void RestClient::pump()
{
    if (m_closed || (m_pausedUntil.isValid() && m_clock.now() < m_pausedUntil))
        return; // pauseAccount() comes back here
    for (std::deque<ExchangePtr> *queue : {&m_clicks, &m_background}) {
        const auto next = [&] {
            return std::ranges::find_if(*queue,
                                        [this](const ExchangePtr &waiting) { return mayStart(*waiting); });
        };
        for (auto found = next(); found != queue->end(); found = next()) {
            const ExchangePtr exchange = *found;
            queue->erase(found);
            start(exchange);
        }
    }
}

void RestClient::setReadsAtOnce(int count)
{
    m_options.backgroundAtOnce = std::max(1, count);
    pump();
}

void RestClient::countBackground(const Exchange &exchange, int change)
{
    if (exchange.request.urgency != Urgency::Background)
        return;
    m_backgroundRunning += change;
    m_downloadsRunning += exchange.request.into ? change : 0;
}

QNetworkRequest RestClient::networkRequest(const Exchange &exchange) const
{
    QNetworkRequest request(exchange.url);
    request.setTransferTimeout(int(m_options.timeout.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // One request per connection: what was sent and what was not must stay knowable.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (exchange.withCredentials)
        request.setRawHeader("Authorization", m_authorization);
    request.setRawHeader("Accept", exchange.request.followRedirects ? "*/*" : "application/json");
    if (exchange.request.into) {
        // Compressed on the way, a part could not be gone on with.
        request.setRawHeader("Accept-Encoding", "identity");
        if (const QByteArray range = exchange.request.into->range(); !range.isEmpty())
            request.setRawHeader("Range", range);
    }
    request.setRawHeader("User-Agent", "Anteroom/" ANTEROOM_VERSION);
    return request;
}

void RestClient::start(const ExchangePtr &exchange)
{
    QNetworkAccessManager &lane = m_lanes.take(exchange->request.urgency == Urgency::Click, m_clock.now());
    QNetworkRequest request = networkRequest(*exchange);
    QNetworkReply *reply = nullptr;
    switch (exchange->request.verb) {
    case Verb::Get:
        reply = lane.get(request);
        break;
    case Verb::Delete:
        reply = lane.deleteResource(request);
        break;
    case Verb::Post: {
        const QByteArray encoded = exchange->request.fields.encode();
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        request.setHeader(QNetworkRequest::ContentLengthHeader, encoded.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        exchange->body = new http::OnceBody(encoded);
        reply = lane.post(request, exchange->body);
        exchange->body->setParent(reply);
        break;
    }
    }
    exchange->reply = reply;
    exchange->sent.start();
    m_running.append(exchange);
    countBackground(*exchange, 1);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > largestAnswer)
            reply->abort();
    });
    if (const auto download = exchange->request.into)
        connect(reply, &QNetworkReply::readyRead, this, [reply, download] { download->take(*reply); });
    connect(reply, &QNetworkReply::finished, this, [this, exchange] { onFinished(exchange); });
}

void RestClient::onFinished(const ExchangePtr &exchange)
{
    QNetworkReply *reply = exchange->reply;
    m_lanes.release(*reply->manager());
    m_running.removeOne(exchange);
    countBackground(*exchange, -1);
    reply->deleteLater();

    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (exchange->request.into)
        exchange->request.into->take(*reply);
    // Below 200 Qt numbers failures of the connection: then a status may be there, but not the whole answer.
    const auto error = reply->error();
    const bool cutShort = exchange->request.into && exchange->request.into->isCutShort();
    if (status > 0 && !cutShort &&
        (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied) &&
        error != QNetworkReply::ContentReSendError)
        onAnswer(exchange, *reply, status);
    else
        onSilence(exchange, *reply);
}

void RestClient::onAnswer(const ExchangePtr &exchange, const QNetworkReply &reply, int status)
{
    const bool isRead = exchange->request.isRead();
    const int roundTrip = int(exchange->sent.elapsed());
    if (status == 429 && exchange->limited < m_options.limitedRepeats) {
        const auto delay = std::max(retryAfter(reply), m_backoff.delay(exchange->limited));
        ++exchange->limited;
        // Never processed, so it keeps its place in front, and everybody else of the account waits as well.
        auto &queue = exchange->request.urgency == Urgency::Click ? m_clicks : m_background;
        queue.push_front(exchange);
        pauseAccount(delay);
        Q_EMIT limited();
        Q_EMIT answered(roundTrip);
        return;
    }
    if (status >= 500 && isRead && exchange->failures < m_options.readRepeats) {
        repeatLater(exchange, std::max(retryAfter(reply), m_backoff.delay(exchange->failures++)));
        return;
    }
    if (isRedirect(status) && follow(exchange, reply))
        return;
    if (status == unsatisfiable && exchange->request.into && exchange->failures < m_options.readRepeats) {
        ++exchange->failures;
        exchange->request.into->startAgain(); // what we have is no part of it
        repeatLater(exchange, 0ms);
        return;
    }

    RestAnswer answer;
    answer.status = status;
    answer.body = exchange->reply->readAll();
    answer.date = parseDate(QString::fromLatin1(reply.rawHeader("Date")));
    pump();
    Q_EMIT answered(roundTrip);
    if (status >= 200 && status < 300) {
        answer.json = QJsonDocument::fromJson(answer.body).object();
        finish(exchange, std::move(answer));
    } else {
        finish(exchange, std::unexpected(errorFromAnswer(status, answer.body, isRead)));
    }
}

void RestClient::onSilence(const ExchangePtr &exchange, const QNetworkReply &reply)
{
    const bool isRead = exchange->request.isRead();
    const bool bodyTaken = exchange->body.isNull() || exchange->body->wasTaken();
    const calls::CarrierError error = errorFromNetwork(reply.error(), reply.errorString(), isRead, bodyTaken);
    if (error.trouble == calls::CarrierTrouble::NotSent && exchange->failures < m_options.readRepeats) {
        repeatLater(exchange, m_backoff.delay(exchange->failures++));
        return;
    }
    pump();
    finish(exchange, std::unexpected(error));
}

bool RestClient::follow(const ExchangePtr &exchange, const QNetworkReply &reply)
{
    if (!exchange->request.followRedirects || !exchange->request.isRead() ||
        exchange->redirects >= mostRedirects)
        return false;
    const QUrl target = exchange->url.resolved(reply.header(QNetworkRequest::LocationHeader).toUrl());
    if (!isSafeToAsk(target))
        return false;
    ++exchange->redirects;
    exchange->withCredentials =
        exchange->withCredentials && originOnly(target) == originOf(exchange->request.product);
    exchange->url = target;
    (exchange->request.urgency == Urgency::Click ? m_clicks : m_background).push_front(exchange);
    pump();
    return true;
}

void RestClient::repeatLater(const ExchangePtr &exchange, std::chrono::milliseconds delay)
{
    m_resting.append(exchange);
    m_clock.after(delay, this, [this, exchange] {
        if (!m_resting.removeOne(exchange))
            return; // cancelled meanwhile
        (exchange->request.urgency == Urgency::Click ? m_clicks : m_background).push_front(exchange);
        pump();
    });
    pump();
}

void RestClient::pauseAccount(std::chrono::milliseconds delay)
{
    const QDateTime until = m_clock.now().addMSecs(delay.count());
    if (!m_pausedUntil.isValid() || until > m_pausedUntil)
        m_pausedUntil = until;
    resumeAfterPause();
}

void RestClient::resumeAfterPause()
{
    const std::chrono::milliseconds left(m_clock.now().msecsTo(m_pausedUntil));
    if (left > 0ms) // also when a timer came a moment early, or another 429 made the pause longer
        m_clock.after(left, this, [this] { resumeAfterPause(); });
    else
        pump();
}

void RestClient::finish(const ExchangePtr &exchange, CarrierResult<RestAnswer> result)
{
    exchange->result = std::move(result);
    if (const auto waiter = std::exchange(exchange->waiter, nullptr))
        waiter.resume();
}

void RestClient::keepWarm()
{
    m_lanes.warm(m_apiOrigin, m_clock.now(), m_options.restedLane);
    m_clock.after(m_options.restedLane / 2, this, [this] {
        if (!m_closed)
            keepWarm();
    });
}

} // namespace anteroom::twilio
