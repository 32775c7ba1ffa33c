// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/carrier.h"
#include "calls/clock.h"
#include "twilio/account.h"
#include "twilio/backoff.h"
#include "twilio/lanes.h"
#include "twilio/rest_request.h"

#include <QObject>

#include <chrono>
#include <coroutine>
#include <deque>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace anteroom::twilio {

struct RestOptions
{
    int lanes = 3;
    int backgroundAtOnce = 4; ///< sounds that are fetched not counted: of those one at a time
    int limitedRepeats = 8;   ///< of a request that was answered 429, so never processed
    int readRepeats = 4;      ///< of a read that failed
    std::chrono::milliseconds timeout{20'000};
    std::chrono::milliseconds firstDelay{200};
    std::chrono::milliseconds longestDelay{8'000};
    std::chrono::seconds restedLane{20}; ///< then its connection is opened again before anybody needs it
    Backoff::Random random;              ///< empty: a real one
};

/// Sends requests to the phone company and decides what may be repeated (facts 3.3): 429 was never processed
/// and is repeated, for the whole account after one common pause; reads are repeated on 5xx and cut
/// connections; a write whose answer was lost is reported as Unclear and never sent again. Credentials go to
/// the configured origin only, and into no log. A system-wide proxy is honoured as QNetworkProxyFactory tells
/// (the desk turns that on). Engine thread only.
class RestClient : public QObject
{
    Q_OBJECT
public:
    RestClient(Account account, const Places &places, QNetworkAccessManager &network, calls::Clock &clock,
               RestOptions options = {}, QObject *parent = nullptr);
    ~RestClient() override; ///< ends every waiting coroutine with Canceled

    calls::CarrierTask<RestAnswer> send(RestRequest request);

    /// "/2010-04-01/Accounts/AC.../" and the resource, which must be percent-encoded.
    QByteArray accountPath(QByteArrayView resource) const;

    QUrl originOf(Product product) const;

    /// How many looks may be under way together, from now on.
    void setReadsAtOnce(int count);

    void cancelAll(); ///< also everything that is sent later

    calls::Clock &clock() const { return m_clock; }

Q_SIGNALS:
    void answered(int roundTripMs); ///< whatever the answer was
    void limited();                 ///< the answer was 429; the request is repeated

private:
    struct Exchange;
    class Finish;
    using ExchangePtr = std::shared_ptr<Exchange>;

    void pump();
    bool mayStart(const Exchange &exchange) const;
    void start(const ExchangePtr &exchange);
    void countBackground(const Exchange &exchange, int change);
    QNetworkRequest networkRequest(const Exchange &exchange) const;
    void onFinished(const ExchangePtr &exchange);
    void onAnswer(const ExchangePtr &exchange, const QNetworkReply &reply, int status);
    void onSilence(const ExchangePtr &exchange, const QNetworkReply &reply);
    bool follow(const ExchangePtr &exchange, const QNetworkReply &reply);
    void repeatLater(const ExchangePtr &exchange, std::chrono::milliseconds delay);
    void pauseAccount(std::chrono::milliseconds delay);
    void resumeAfterPause();
    static void finish(const ExchangePtr &exchange, calls::CarrierResult<RestAnswer> result);
    void keepWarm();

    Account m_account;
    QByteArray m_authorization;
    QUrl m_apiOrigin;
    QUrl m_lookupsOrigin;
    calls::Clock &m_clock;
    RestOptions m_options;
    Backoff m_backoff;
    Lanes m_lanes;
    std::deque<ExchangePtr> m_clicks;
    std::deque<ExchangePtr> m_background;
    QList<ExchangePtr> m_running;
    QList<ExchangePtr> m_resting; ///< wait for their repetition
    QDateTime m_pausedUntil;
    int m_backgroundRunning = 0;
    int m_downloadsRunning = 0; ///< of those
    bool m_closed = false;
};

} // namespace anteroom::twilio
