// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/values.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace anteroom::simulator {

class World;

/// What is to be requested from somebody else.
struct Webhook
{
    /// voice, action, redirect, wait, conference-wait, whisper, fallback, status, recording, conference,
    /// message, amd, media
    QString kind;
    QString callSid;
    WebAddress address;
    http::Form parameters;
};

/// How a request ended; with an error code nothing else counts.
struct WebhookAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QString url; ///< the last one, after redirections; relative addresses count from it
    int errorCode = 0;
    QString problem; ///< in words, for the error log
};

/// One webhook as it went out and what came back; one per attempt.
struct WebhookRecord
{
    quint64 id = 0;
    QDateTime at;
    QString kind;
    QString callSid;
    QByteArray method;
    QByteArray url; ///< as requested, without fragment
    QList<http::Form::Field> parameters;
    QByteArray signature;
    QByteArray idempotencyToken; ///< on repeated attempts
    int attempt = 1;
    bool hosted = false;      ///< answered by the phone company itself (twimlets and its music)
    int status = 0;           ///< 0: no answer (yet)
    qint64 milliseconds = -1; ///< real ones; -1 while it runs
    QByteArray contentType;
    QByteArray answer; ///< first 64 kB
    int errorCode = 0;
};

/// Everything the phone company requests from others. Real network, real milliseconds, no proxy.
class Webhooks : public QObject
{
    Q_OBJECT
public:
    explicit Webhooks(World &world);
    ~Webhooks() override;

    using Done = std::function<void(const WebhookAnswer &)>;
    /// Asks for a document or a file; `done` is called once, later, unless `context` has gone.
    void fetch(const Webhook &webhook, QObject *context, Done done);
    /// A status callback: best effort, nobody waits; a bad answer is 15003 in the error log.
    void notify(const Webhook &webhook);

    QList<WebhookRecord> log() const { return m_log; } ///< oldest first
    void clearLog() { m_log.clear(); }
    void setLogLimit(int records);              ///< the oldest are forgotten beyond it; 100,000 at first
    int inFlight() const { return m_inFlight; } ///< on the network; what we host ourselves does not count

    /// Scales every limit of facts 1.3 (connect 5 s, whole request 15 s); tests make it small.
    void setTimeScale(double factor) { m_timeScale = factor; }
    std::chrono::milliseconds scaled(std::chrono::milliseconds limit) const;

    // For a delivery.
    quint64 write(WebhookRecord record);
    void complete(quint64 id, const WebhookAnswer &answer, qint64 milliseconds);
    QByteArray cookies(const QString &callSid, const QUrl &url) const; ///< for the Cookie header
    void keepCookies(const QString &callSid, const QNetworkReply &reply);
    World &world() { return m_world; }

signals:
    void finished(quint64 id);

private:
    void send(const Webhook &webhook, QObject *context, Done done);
    void deliver(const Webhook &webhook, bool repeated, QObject *context, Done done);
    void answerHosted(const Webhook &webhook, const WebhookAnswer &answer, QObject *context, Done done);
    void tell(const Webhook &webhook);
    void releaseHeldBack();

    World &m_world;
    std::array<QNetworkAccessManager, 4> m_networks; ///< each opens six connections to one host at most
    unsigned m_nextNetwork = 0;
    QList<WebhookRecord> m_log;
    quint64 m_lastId = 0;
    std::map<QString, QNetworkCookieJar> m_cookies; ///< per call, where somebody has set one
    int m_limit = 100'000;
    int m_inFlight = 0;
    double m_timeScale = 1.;
    std::optional<Webhook> m_heldBack; ///< overtaken by the next one while webhooks are to be reordered
    QTimer m_heldTimer;
};

} // namespace anteroom::simulator
