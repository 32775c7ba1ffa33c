// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hand_clock.h"
#include "http/server.h"
#include "twilio/webhook_receiver.h"
#include "twiml/signature.h"

#include <QTcpSocket>

namespace webhooks {

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::twilio;

inline const QByteArray token = "0123456789abcdef0123456789abcdef"_ba;
inline const QByteArray account = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_ba;
inline const QByteArray publicBase = "https://desk.example.com"_ba;
inline const QByteArray callSid = "CAbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"_ba;

/// A journal that is as durable as the test says.
class HandJournal final : public calls::Journal
{
public:
    std::expected<calls::SavedDesk, QString> load() override { return calls::SavedDesk(); }
    quint64 save(calls::JournalEntry) override { return 0; }
    quint64 durableMark() const override { return m_mark; }
    void reach(quint64 mark)
    {
        m_mark = mark;
        Q_EMIT durable(mark);
    }

private:
    quint64 m_mark = 0;
};

struct Answered
{
    int status = 0;
    QByteArray head;
    QByteArray body;
};

inline http::Form callForm(const QByteArray &more = {})
{
    return http::Form::decode(
        "CallSid=" + callSid + "&AccountSid=" + account +
        "&From=%2B12025550123&To=%2B14155550100&CallStatus=ringing&ApiVersion=2010-04-01&"
        "Direction=inbound&CallerName=Zo%C3%AB+%26+S%C3%B6hne" +
        (more.isEmpty() ? QByteArray() : '&' + more));
}

/// A receiver behind a real server, and a client that signs as the phone company does.
class WebhookDesk
{
public:
    HandClock clock;
    HandJournal journal;
    QList<calls::CarrierEvent> events;
    calls::Answer answer{{calls::Say{u"Hello"_s}, calls::AskAgain{u"greeted"_s}}, 0};
    int heard = 0;
    std::unique_ptr<WebhookReceiver> receiver;
    http::Server server;
    QTcpSocket client;

    explicit WebhookDesk(const QByteArray &publicUrl = publicBase)
    {
        const Account ours{QString::fromLatin1(account), token, {}, {}};
        receiver = std::make_unique<WebhookReceiver>(ours, QUrl::fromEncoded(publicUrl),
                                                     NewsDesk{[this](calls::CarrierEvent event) {
                                                                  events.append(std::move(event));
                                                                  return answer;
                                                              },
                                                              [this] { ++heard; }},
                                                     journal, clock);
        server.setHandler([this](http::Request request, http::Responder responder) {
            receiver->handle(request, std::move(responder));
        });
        if (server.listen(QHostAddress::LocalHost, 0))
            client.connectToHost(server.address(), server.port());
    }

    void write(const QByteArray &method, const QByteArray &target, const QByteArray &headers,
               const QByteArray &body)
    {
        client.write(method + ' ' + target + " HTTP/1.1\r\nHost: elsewhere.example\r\n" + headers +
                     "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    /// As the phone company posts a form.
    void post(const QByteArray &target, const http::Form &form, const QByteArray &headers = {},
              const QByteArray &signedUrl = {})
    {
        const QByteArray url = signedUrl.isEmpty() ? publicBase + target : signedUrl;
        write("POST", target,
              "Content-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: " +
                  twiml::sign(token, url, form.fields()) + "\r\n" + headers,
              form.encode());
    }
    void get(const QByteArray &target)
    {
        write("GET", target, "X-Twilio-Signature: " + twiml::sign(token, publicBase + target, {}) + "\r\n",
              {});
    }

    bool isAnswered()
    {
        m_buffer += client.readAll();
        return peek(false).status != 0;
    }
    Answered take() { return peek(true); }
    template <typename T> T event() const { return events.isEmpty() ? T() : std::get<T>(events.constLast()); }

private:
    /// Nothing yet: a status of 0.
    Answered peek(bool consume)
    {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        Answered result;
        result.head = m_buffer.first(end);
        result.status = result.head.split(' ').value(1).toInt();
        qsizetype length = 0;
        for (const QByteArray &one : result.head.split('\n')) {
            if (one.toLower().startsWith("content-length:"))
                length = one.sliced(15).trimmed().toLongLong();
        }
        if (m_buffer.size() < end + 4 + length)
            return {};
        result.body = m_buffer.sliced(end + 4, length);
        if (consume)
            m_buffer = m_buffer.sliced(end + 4 + length);
        return result;
    }

    QByteArray m_buffer;
};

} // namespace webhooks
