// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "http/server.h"

#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <vector>

/// One answer as a peer sees it.
struct Answer
{
    int status = 0;
    QByteArray head; ///< status line and headers
    QByteArray body;
};

/// A peer that sends exactly the bytes it is told to, and remembers what came back.
class RawPeer : public QObject
{
public:
    explicit RawPeer(const anteroom::http::Server &server)
    {
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] { m_closed = true; });
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { m_closed = true; });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    }

    void send(const QByteArray &bytes)
    {
        if (m_closed)
            return;
        m_socket.write(bytes); // while it still connects, this waits
        if (isConnected())
            m_socket.flush();
    }

    /// Sends the request, and again at each answer, until there are that many. Calls done with the last.
    void repeat(const QByteArray &request, int times, std::function<void()> done)
    {
        connect(&m_socket, &QTcpSocket::readyRead, this, [=, this] {
            if (const auto count = answers().size(); count < times)
                send(request);
            else if (count == times)
                done();
        });
        send(request);
    }

    /// The answers so far. Those to HEAD have no body whatever their head says.
    QList<Answer> answers(bool headOnly = false) const
    {
        QList<Answer> list;
        qsizetype at = 0;
        for (;;) {
            const qsizetype end = m_received.indexOf("\r\n\r\n", at);
            if (end < 0)
                return list;
            Answer answer;
            answer.head = m_received.sliced(at, end + 2 - at);
            answer.status = answer.head.mid(9, 3).toInt();
            at = end + 4;
            qsizetype length = 0;
            if (const qsizetype name = answer.head.indexOf("Content-Length: "); name >= 0 && !headOnly)
                length = answer.head.mid(name + 16, answer.head.indexOf('\r', name) - name - 16).toLongLong();
            if (m_received.size() - at < length)
                return list;
            answer.body = m_received.mid(at, length);
            at += length;
            list.append(answer);
        }
    }

    QList<int> statuses() const
    {
        QList<int> list;
        for (const Answer &answer : answers())
            list.append(answer.status);
        return list;
    }

    const QByteArray &received() const { return m_received; }
    bool isClosed() const { return m_closed; }
    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_closed = false;
};

/// A server on a free port whose handler answers with what it was asked, except for paths below /late: those
/// wait for the test.
class EchoServer
{
public:
    explicit EchoServer(anteroom::http::Limits limits = {}) : server(limits)
    {
        server.setHandler([this](anteroom::http::Request request, anteroom::http::Responder responder) {
            requests.append(request);
            if (request.target.startsWith("/late")) {
                late.push_back(std::move(responder));
                return;
            }
            anteroom::http::Response response;
            response.contentType = "text/plain";
            response.body = request.method + ' ' + request.target + ' ' + request.body;
            responder.respond(response);
        });
        const auto listening = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        QVERIFY2(listening, listening ? "" : qPrintable(listening.error()));
    }

    anteroom::http::Server server;
    QList<anteroom::http::Request> requests;
    std::vector<anteroom::http::Responder> late;
};

inline QByteArray getRequest(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}
