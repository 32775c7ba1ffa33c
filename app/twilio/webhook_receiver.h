// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/event.h"
#include "calls/switchboard.h"
#include "http/server.h"
#include "twilio/account.h"
#include "twilio/callback_urls.h"
#include "twilio/delivery_memory.h"
#include "twilio/durable_answers.h"
#include "twilio/served_music.h"
#include "twilio/webhook_events.h"
#include "twilio/written_documents.h"
#include "twiml/signature.h"

#include <QObject>

#include <functional>

namespace anteroom::twilio {

/// Who is told the news; the switchboard at work.
struct NewsDesk
{
    std::function<calls::Answer(const calls::CarrierEvent &)> handle;
    std::function<void()> heard; ///< after every webhook that was really the phone company's
};

/// Requests to answers: path, signature, account, then the news, then the document. Nothing that a stranger
/// sends gets behind the signature. Engine thread only; never blocks.
class WebhookReceiver : public QObject
{
    Q_OBJECT
public:
    WebhookReceiver(Account account, const QUrl &publicUrl, NewsDesk desk, calls::Journal &journal,
                    calls::Clock &clock, QObject *parent = nullptr);

    void setPublicUrl(const QUrl &url);
    void setHoldMusic(const std::optional<calls::SoundFile> &music);
    void handle(const http::Request &request, http::Responder responder);

private:
    bool isGenuine(const http::Request &request, bool pathHandedOn, const http::Form &body) const;
    QByteArray publicAddress(const http::Request &request, bool pathHandedOn) const;
    QByteArrayView pathBelowPublic(QByteArrayView path) const;
    void take(const Webhook &webhook, const http::Request &request, http::Responder responder);
    bool isOldNews(const Webhook &webhook);
    QByteArray documentOf(const calls::Steps &steps, const Webhook &webhook);
    http::Response toResponse(const Webhook &webhook, const QByteArray &document) const;

    Account m_account;
    QByteArray m_accountSid; ///< as requests spell it
    QList<twiml::SigningKey> m_keys;
    QUrl m_publicUrl;
    QByteArray m_publicOrigin; ///< scheme, host, port
    QByteArray m_publicPath;   ///< without a slash at its end
    CallbackUrls m_urls;
    ServedMusic m_music;
    QByteArray m_musicPath;
    NewsDesk m_desk;
    DeliveryMemory m_memory;
    WrittenDocuments m_written; ///< for callers
    DurableAnswers m_answers;
};

} // namespace anteroom::twilio
