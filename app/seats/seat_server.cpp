// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/seat_server.h"

#include "seats/queue_status.h"
#include "seats/wire.h"

#include <QTcpSocket>
#include <QWebSocket>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

const QByteArray path = QByteArrayLiteral("/seat");

/// Names a connection by both its ends; the same for the TCP socket and for the WebSocket made of it.
template <typename Socket> QString endsOf(const Socket &socket)
{
    return u"%1 %2 %3"_s.arg(socket.peerAddress().toString()).arg(socket.peerPort()).arg(socket.localPort());
}

} // namespace

SeatServer::SeatServer(SeatDesk &desk, SeatRegistry &registry, SeatServerOptions options, QObject *parent)
    : QObject(parent),
      m_desk(desk),
      m_registry(registry),
      m_options(std::move(options)),
      m_board(desk.snapshot()),
      m_dispatcher(desk, m_board,
                   [this] {
                       m_desk.tellNow();
                       sendNews();
                   }),
      m_handshakes(u"Anteroom"_s, QWebSocketServer::NonSecureMode)
{
    m_handshakes.setSupportedSubprotocols({u"anteroom.seat.v1"_s});
    connect(&m_handshakes, &QWebSocketServer::newConnection, this, &SeatServer::begin);
    m_collect.setSingleShot(true);
    m_collect.setInterval(m_options.collect);
    connect(&m_collect, &QTimer::timeout, this, &SeatServer::sendNews);
    connect(&registry, &SeatRegistry::changed, this, &SeatServer::expelRemoved);
    connect(&desk, &SeatDesk::queueChanged, this, &SeatServer::noteQueue);
    connect(&desk, &SeatDesk::lineChanged, this,
            [this](const calls::LineStatus &line) { broadcast(u"line.changed"_s, toWire(line)); });
    connect(&desk, &SeatDesk::closeOutChanged, this, [this](const calls::CloseOutStatus &status) {
        m_closeOut = status;
        if (!m_collect.isActive())
            m_collect.start();
    });
    connect(&desk, &SeatDesk::textsChanged, this,
            [this](const calls::TextsChange &change) { broadcast(u"texts.changed"_s, toWire(change)); });
    connect(&desk, &SeatDesk::notice, this, [this](const QString &seat, const QString &sentence) {
        const auto text = notification(u"seat.notice"_s, {{u"sentence"_s, sentence}});
        for (auto *session : sessions()) {
            if (seat.isEmpty() || session->record().seat.name == seat)
                session->send(text);
        }
    });
}

SeatServer::~SeatServer()
{
    close();
    qDeleteAll(sessions());
}

void SeatServer::share(http::Server &receiver)
{
    m_shared = &receiver;
    receiver.setUpgradeHandler(path, [this](const http::Request &head, QTcpSocket *socket) {
        welcome(head, socket, Entrance{true, m_shared->address(), m_options.publicUrl});
    });
}

std::expected<void, QString> SeatServer::listen(const QHostAddress &address, quint16 port)
{
    m_own = std::make_unique<http::Server>();
    m_own->setHandler([this](const http::Request &request, http::Responder responder) {
        if (isForPrograms(request))
            return answer(request, std::move(responder), Entrance{false, m_own->address(), {}});
        responder.respond(http::Response{404, "text/plain", "Only /seat and /queue-status are here.\n", {}});
    });
    m_own->setUpgradeHandler(path, [this](const http::Request &head, QTcpSocket *socket) {
        welcome(head, socket, Entrance{false, m_own->address(), {}});
    });
    return m_own->listen(address, port);
}

QHostAddress SeatServer::address() const
{
    return m_own ? m_own->address() : QHostAddress();
}

quint16 SeatServer::port() const
{
    return m_own ? m_own->port() : 0;
}

QList<SeatSession *> SeatServer::sessions() const
{
    return findChildren<SeatSession *>(QString(), Qt::FindDirectChildrenOnly);
}

int SeatServer::sessionCount() const
{
    return static_cast<int>(sessions().size());
}

void SeatServer::close()
{
    m_closed = true;
    if (m_shared)
        m_shared->setUpgradeHandler(path, {});
    m_shared = nullptr;
    if (m_own)
        m_own->close();
    for (auto *session : sessions())
        session->sayGoodbye();
}

void SeatServer::welcome(const http::Request &head, QTcpSocket *socket, const Entrance &entrance)
{
    auto admitted = admit(head, entrance, m_registry);
    if (!admitted && admitted.error().wrongToken && m_registry.refresh())
        admitted = admit(head, entrance, m_registry); // added a moment ago
    if (!admitted) {
        if (admitted.error().wrongToken)
            rejectSlowly(socket, admitted.error());
        else
            turnAway(socket, admitted.error());
        return;
    }
    if (m_closed || sessionCount() + m_expected.size() >= m_options.connections) {
        turnAway(socket, {503, tr("This desk has no room for another console now. Try again later.")});
        return;
    }
    const auto ends = endsOf(*socket);
    m_expected.insert(ends, *admitted);
    connect(socket, &QAbstractSocket::disconnected, this, [this, ends] { m_expected.remove(ends); });
    m_handshakes.handleConnection(socket);
}

bool SeatServer::isForPrograms(const http::Request &request)
{
    return request.pathView() == "/queue-status";
}

void SeatServer::answer(const http::Request &request, http::Responder responder)
{
    if (m_shared)
        answer(request, std::move(responder), Entrance{true, m_shared->address(), m_options.publicUrl});
}

void SeatServer::answer(const http::Request &request, http::Responder responder, const Entrance &entrance)
{
    auto admitted = admitProgram(request, entrance, m_registry);
    if (!admitted && admitted.error().wrongToken && m_registry.refresh())
        admitted = admitProgram(request, entrance, m_registry);
    if (admitted)
        return responder.respond(queueStatusAnswer(request, m_desk.queueStatus()));
    if (!admitted.error().wrongToken)
        return responder.respond(toResponse(admitted.error()));
    if (m_waiting >= m_options.wrongTokensAtOnce)
        return responder.respond(toResponse({429, tr("Too many wrong tokens. Try again later.")}));
    ++m_waiting;
    QTimer::singleShot(m_options.wrongTokenWait, this,
                       [this, late = std::make_shared<http::Responder>(std::move(responder)),
                        response = toResponse(admitted.error())] {
                           --m_waiting;
                           late->respond(response);
                       });
}

void SeatServer::rejectSlowly(QTcpSocket *socket, const Rejection &rejection)
{
    if (m_waiting >= m_options.wrongTokensAtOnce) {
        turnAway(socket, {429, tr("Too many wrong tokens. Try again later.")});
        return;
    }
    ++m_waiting;
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QObject::destroyed, this, [this] { --m_waiting; });
    QTimer::singleShot(m_options.wrongTokenWait, socket,
                       [socket, rejection] { turnAway(socket, rejection); });
}

void SeatServer::begin()
{
    while (m_handshakes.hasPendingConnections()) {
        std::unique_ptr<QWebSocket> socket(m_handshakes.nextPendingConnection());
        const auto ends = endsOf(*socket);
        const auto found = m_expected.constFind(ends);
        // Gone meanwhile, or the seat was removed while hands were shaken.
        if (found == m_expected.constEnd() || !m_registry.contains(*found) || m_closed) {
            m_expected.remove(ends);
            socket->abort();
            socket.release()->deleteLater();
            continue;
        }
        const auto &record = *found;
        m_expected.remove(ends);
        if (sessionCount() == 0)
            m_board = QueueBoard(m_desk.snapshot()); // while nobody listens, changes are not followed
        new SeatSession(record, std::move(socket), m_dispatcher, m_options.session, this);
    }
}

void SeatServer::expelRemoved()
{
    for (auto *session : sessions()) {
        if (!m_registry.contains(session->record()))
            session->expel();
    }
}

void SeatServer::noteQueue(const calls::QueueChange &change)
{
    if (sessionCount() == 0)
        return;
    m_board.apply(change);
    if (!m_collect.isActive())
        m_collect.start();
}

void SeatServer::broadcast(const QString &method, const QJsonObject &params)
{
    const auto text = notification(method, params);
    for (auto *session : sessions())
        session->send(text);
}

void SeatServer::sendNews()
{
    if (const auto news = m_board.takeNews())
        broadcast(u"queue.changed"_s, *news);
    if (const auto closeOut = std::exchange(m_closeOut, std::nullopt))
        broadcast(u"closeOut.progress"_s, toWire(*closeOut));
}

} // namespace anteroom::seats
