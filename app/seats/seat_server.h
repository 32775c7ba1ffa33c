// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "seats/dispatcher.h"
#include "seats/front_door.h"
#include "seats/queue_board.h"
#include "seats/seat_session.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QWebSocketServer>

#include <expected>
#include <memory>
#include <optional>

namespace anteroom::seats {

struct SeatServerOptions
{
    QUrl publicUrl; ///< what the phone company calls; empty without one
    SessionLimits session;
    int connections = 64;
    int wrongTokensAtOnce = 32;                     ///< more are turned away at once
    std::chrono::milliseconds wrongTokenWait{1000}; ///< before a wrong token is answered
    std::chrono::milliseconds collect{50};          ///< changes of this long go out together
};

/// The endpoint for consoles and scripts: WebSocket /seat, JSON-RPC 2.0 (PROTOCOL.md). Engine thread only;
/// desk and registry must outlive it.
class SeatServer : public QObject
{
    Q_OBJECT
public:
    SeatServer(SeatDesk &desk, SeatRegistry &registry, SeatServerOptions options = {},
               QObject *parent = nullptr);
    ~SeatServer() override;

    /// Takes /seat of the webhook receiver, for requests from this machine alone.
    void share(http::Server &receiver);
    /// A port of its own; 0 takes a free one. The error is a sentence.
    std::expected<void, QString> listen(const QHostAddress &address, quint16 port);
    QHostAddress address() const;
    quint16 port() const; ///< 0 while not listening

    bool isShared() const { return m_shared != nullptr; }

    /// An ordinary request that belongs here: GET /queue-status.
    static bool isForPrograms(const http::Request &request);
    /// Answers it where it came in by the shared receiver; a port of our own answers by itself.
    void answer(const http::Request &request, http::Responder responder);

    void setPublicUrl(const QUrl &url) { m_options.publicUrl = url; }
    int sessionCount() const;
    void close(); ///< tells every console that the desk ends, and takes no new ones

private:
    void welcome(const http::Request &head, QTcpSocket *socket, const Entrance &entrance);
    void rejectSlowly(QTcpSocket *socket, const Rejection &rejection);
    void answer(const http::Request &request, http::Responder responder, const Entrance &entrance);
    void begin();
    void expelRemoved();
    void noteQueue(const calls::QueueChange &change);
    void broadcast(const QString &method, const QJsonObject &params);
    void sendNews();
    QList<SeatSession *> sessions() const;

    SeatDesk &m_desk;
    SeatRegistry &m_registry;
    SeatServerOptions m_options;
    QueueBoard m_board;
    Dispatcher m_dispatcher;
    QWebSocketServer m_handshakes;
    std::unique_ptr<http::Server> m_own;
    QPointer<http::Server> m_shared;
    QHash<QString, SeatRecord> m_expected; ///< by both ends of the connection, until its handshake is done
    QTimer m_collect;
    std::optional<calls::CloseOutStatus> m_closeOut; ///< not told yet
    int m_waiting = 0;                               ///< with a wrong token
    bool m_closed = false;
};

} // namespace anteroom::seats
