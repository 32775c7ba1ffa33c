// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QObject>

#include <chrono>
#include <expected>
#include <functional>
#include <memory>

class QTcpSocket;

namespace anteroom::http {

/// The answer to one request, given exactly once and possibly later. Movable; dropped without an answer it
/// answers 500. Safe to use after its connection has gone (then nothing happens). Engine thread only.
class Responder
{
public:
    struct Exchange; ///< what the connection shares with its responder; defined in the implementation

    explicit Responder(std::shared_ptr<Exchange> exchange);
    Responder(Responder &&) noexcept;
    Responder &operator=(Responder &&) noexcept;
    ~Responder();

    void respond(const Response &response);
    /// Ends the connection without an answer, as a broken network would; answers that were still to go out
    /// are lost with it. For a server that plays trouble.
    void drop();

private:
    std::shared_ptr<Exchange> m_exchange;
};

/// What a stranger may cost us. Every limit ends in the proper status (400, 408, 413, 414, 431, 503) or a
/// close. At a limit of connections the one that has waited longest for its peer makes room for the newcomer;
/// only when each of them waits for us is the newcomer refused.
struct Limits
{
    int headerBytes = 16 * 1024;
    int bodyBytes = 64 * 1024;
    int connections = 512;
    int connectionsPerPeer = 256; ///< not of loopback: behind a tunnel that is everybody
    int pipelined = 16;           ///< requests of one connection read ahead of their answers
    std::chrono::milliseconds headerTime{
        10'000}; ///< from the first byte of a request, or the connecting, to the end of its head
    std::chrono::milliseconds bodyTime{15'000};
    std::chrono::milliseconds idleTime{
        75'000}; ///< after a request without another; then the connection is closed
    std::chrono::milliseconds writeTime{
        15'000}; ///< for a peer to take the next part of its answers; then it is cut off
};

using Handler = std::function<void(Request, Responder)>;
/// Takes over a connection whose head asked for an upgrade. The head is still unread in the socket (it was
/// only peeked), as QWebSocketServer::handleConnection() wants it. The receiver owns the socket from then on.
using UpgradeHandler = std::function<void(const Request &head, QTcpSocket *socket)>;

/// ADDR:PORT as it stands in a URL: IPv6 in brackets.
QString hostAndPort(const QHostAddress &address, quint16 port);

/// The embedded webhook receiver: HTTP/1.1 on loopback or behind a proxy, bytes to requests. Knows nothing of
/// calls. A handler may close() the server, but not destroy it.
class Server : public QObject
{
    Q_OBJECT
public:
    explicit Server(Limits limits = {}, QObject *parent = nullptr);
    ~Server() override;

    /// Port 0 takes a free one. The error is a sentence for the user.
    std::expected<void, QString> listen(const QHostAddress &address, quint16 port);
    QHostAddress address() const;
    quint16 port() const;
    void close(); ///< stops listening and ends every connection; open responders become harmless

    void setHandler(Handler handler);
    /// Requests with "Upgrade: websocket" on this path go here; others on this path are answered 426, and so
    /// is everything on it when the handler is empty. An upgrade asked for on any other path is an ordinary
    /// request.
    void setUpgradeHandler(const QByteArray &path, const UpgradeHandler &handler);

    int connectionCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::http
