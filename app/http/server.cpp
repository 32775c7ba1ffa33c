// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "http/connection.h"

#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace anteroom::http {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostTurnedAway = 16; ///< peers that are told so at a time; others are just closed

/// Who counts as one peer: an IPv4 address, or the /64 that an IPv6 customer has to himself.
QHostAddress peerKey(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol || address.isLoopback())
        return address;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes);
}

/// How often deadlines are looked at: fine enough for the shortest of them, seldom enough to cost nothing.
std::chrono::milliseconds checkInterval(const Limits &limits)
{
    const auto shortest = std::min({limits.headerTime, limits.bodyTime, limits.idleTime, limits.writeTime});
    return std::clamp<std::chrono::milliseconds>(shortest / 8, 5ms, 500ms);
}

} // namespace

class Server::Private final : public QTcpServer
{
public:
    explicit Private(Limits limits);

    void end();

    Shared shared;
    QSet<Connection *> connections;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void admit(QTcpSocket *socket);
    bool makeRoom(const QHostAddress &peer);
    void forget(Connection *connection);
    void check();
    void turnAll();

    QHash<QHostAddress, qsizetype> m_perPeer;
    QSet<Connection *> m_waiting;    ///< yielded
    QSet<Connection *> m_turnedAway; ///< not counted: they are being told that there is no room
    QTimer m_turns;
    QTimer m_checks;
};

Server::Private::Private(Limits limits) : shared{.limits = limits, .handler = {}, .upgrades = {}, .date = {}}
{
    setListenBacklogSize(256);
    // A posted event would be handled before other sockets are looked at; a timer of 0 ms comes after them.
    m_turns.setInterval(0ms);
    m_checks.setInterval(checkInterval(limits));
    connect(&m_turns, &QTimer::timeout, this, &Private::turnAll);
    connect(&m_checks, &QTimer::timeout, this, &Private::check);
    // Out of descriptors, Qt stops accepting for good; the next check tries again.
    connect(this, &QTcpServer::acceptError, &m_checks, qOverload<>(&QTimer::start));
}

void Server::Private::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket;
    if (socket->setSocketDescriptor(descriptor))
        admit(socket);
    else
        delete socket;
}

void Server::Private::admit(QTcpSocket *socket)
{
    auto *connection = new Connection(shared, socket, this);
    const QHostAddress peer = peerKey(connection->peer());
    const bool hasRoom = makeRoom(peer);
    connections.insert(connection);
    connect(connection, &Connection::yielded, this, [this, connection] {
        m_waiting.insert(connection);
        if (!m_turns.isActive())
            m_turns.start();
    });
    connect(connection, &Connection::ended, this, [this, connection] { forget(connection); });
    if (!m_checks.isActive()) // or a stream of new peers would put the checks off for ever
        m_checks.start();
    if (hasRoom) {
        ++m_perPeer[peer];
        return;
    }
    m_turnedAway.insert(connection);
    if (m_turnedAway.size() > mostTurnedAway)
        connection->abort();
    else
        connection->refuse(503);
}

/// Whether one more may come in. At a limit, whoever has waited longest for its peer goes; nobody who waits
/// for us.
bool Server::Private::makeRoom(const QHostAddress &peer)
{
    // Behind a tunnel everybody comes from loopback, the phone company too.
    const bool peerIsFull = !peer.isLoopback() && m_perPeer.value(peer) >= shared.limits.connectionsPerPeer;
    if (!peerIsFull && connections.size() - m_turnedAway.size() < shared.limits.connections)
        return true;
    Connection *longest = nullptr;
    for (Connection *each : std::as_const(connections)) {
        if (!each->waitsForPeer() || m_turnedAway.contains(each) ||
            (peerIsFull && peerKey(each->peer()) != peer))
            continue;
        if (!longest || each->since() < longest->since())
            longest = each;
    }
    if (!longest)
        return false;
    longest->abort();
    return true;
}

void Server::Private::forget(Connection *connection)
{
    if (!m_turnedAway.remove(connection)) {
        const auto ofPeer = m_perPeer.find(peerKey(connection->peer()));
        if (--*ofPeer == 0)
            m_perPeer.erase(ofPeer);
    }
    connections.remove(connection);
    m_waiting.remove(connection);
    connection->deleteLater();
}

void Server::Private::turnAll()
{
    const QSet<Connection *> waiting = std::exchange(m_waiting, {});
    for (Connection *connection : waiting) {
        if (connections.contains(connection)) // an earlier turn may have ended it
            connection->turn();
    }
    if (m_waiting.isEmpty())
        m_turns.stop();
}

void Server::Private::check()
{
    if (isListening())
        resumeAccepting();
    const auto now = Connection::Clock::now();
    const QSet<Connection *> all = connections;
    for (Connection *connection : all) {
        if (connections.contains(connection))
            connection->check(now);
    }
    if (connections.isEmpty())
        m_checks.stop();
}

void Server::Private::end()
{
    close();
    const QSet<Connection *> all = connections;
    for (Connection *connection : all)
        connection->abort();
    m_turns.stop();
    m_checks.stop();
}

QString hostAndPort(const QHostAddress &address, quint16 port)
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

Server::Server(Limits limits, QObject *parent) : QObject(parent), d(std::make_unique<Private>(limits))
{
}

Server::~Server()
{
    d->end();
}

std::expected<void, QString> Server::listen(const QHostAddress &address, quint16 port)
{
    if (d->listen(address, port))
        return {};
    const QString where = hostAndPort(address, port);
    switch (d->serverError()) {
    case QAbstractSocket::AddressInUseError:
        return std::unexpected(
            tr("Another program already listens on %1, so the phone company's news cannot arrive "
               "there. End that program, or choose another port.")
                .arg(where));
    case QAbstractSocket::SocketAccessError:
        return std::unexpected(
            tr("This computer does not let Anteroom listen on %1, so the phone company's news "
               "cannot arrive there. Choose a port above 1023.")
                .arg(where));
    case QAbstractSocket::SocketAddressNotAvailableError:
        return std::unexpected(
            tr("%1 is not an address of this computer, so the phone company's news cannot arrive "
               "there. Choose 127.0.0.1 or an address that this computer has.")
                .arg(where));
    default:
        return std::unexpected(
            tr("Listening on %1 failed (%2), so the phone company's news cannot arrive there. "
               "Check the address and the port.")
                .arg(where, d->errorString()));
    }
}

QHostAddress Server::address() const
{
    return d->serverAddress();
}

quint16 Server::port() const
{
    return d->serverPort();
}

void Server::close()
{
    d->end();
}

void Server::setHandler(Handler handler)
{
    d->shared.handler = std::move(handler);
}

void Server::setUpgradeHandler(const QByteArray &path, const UpgradeHandler &handler)
{
    d->shared.upgrades.insert(path, handler);
}

int Server::connectionCount() const
{
    return static_cast<int>(d->connections.size());
}

} // namespace anteroom::http
