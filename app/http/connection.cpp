// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/direct_socket.h"

#include <QTcpSocket>

#include <algorithm>
#include <cstring>

namespace anteroom::http {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype slice = 16'384;        ///< bytes taken from the socket at a time
constexpr int stepsPerTurn = 16;           ///< slices or requests before others get their turn
constexpr qint64 unsentLimit = 262'144;    ///< unread answers beyond which a peer's requests wait
constexpr qint64 writeProgress = 16'384;   ///< what a peer must take of its answers within Limits::writeTime
constexpr qint64 discardLimit = 1'048'576; ///< what a refused peer may still send before it is cut off
constexpr std::chrono::milliseconds lingerTime = 2s;

/// Whether a comma-separated list has this token; names compare without case.
bool hasToken(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView piece = (comma < 0 ? list : list.first(comma)).trimmed();
        if (piece.size() == token.size() && piece.compare(token, Qt::CaseInsensitive) == 0)
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

bool asksForWebSocket(const Request &request)
{
    return hasToken(request.header("Upgrade"), "websocket") &&
           hasToken(request.header("Connection"), "upgrade");
}

/// An IPv4 peer of a socket that serves both families is the same peer as on one that serves IPv4 alone.
QHostAddress plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

} // namespace

Connection::Connection(Shared &shared, QTcpSocket *socket, QObject *parent)
    : QObject(parent),
      m_shared(shared),
      m_socket(socket),
      m_peer(plainAddress(socket->peerAddress())),
      m_reader(shared.limits.headerBytes, shared.limits.bodyBytes),
      m_since(Clock::now())
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(2 * slice); // the rest waits in the kernel and slows its sender down
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::turn);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_inTurn || m_socket->bytesToWrite() > 0)
            return;
        m_phase == Phase::Closing ? send() : turn();
    });
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::end);
}

Connection::~Connection()
{
    end();
}

bool Connection::mayRead() const
{
    return m_phase == Phase::Open && !m_owesContinue &&
           m_exchanges.size() < static_cast<std::size_t>(std::max(m_shared.limits.pipelined, 1)) &&
           m_output.size() + m_socket->bytesToWrite() < unsentLimit;
}

void Connection::turn()
{
    if (m_inTurn || m_phase == Phase::Closing || m_phase == Phase::Ended)
        return;
    if (m_phase == Phase::Lingering)
        return drain();
    m_inTurn = true;
    int steps = stepsPerTurn;
    while (steps > 0 && mayRead()) {
        const qsizetype before = m_taken;
        const auto state = m_reader.state();
        if (unread().isEmpty() && !fill())
            break;
        advance();
        const bool moved = m_phase != Phase::Open || m_taken != before || m_reader.state() != state;
        if (!moved && !fill())
            break;
        --steps;
    }
    m_inTurn = false;
    if (m_phase == Phase::Ended)
        return;
    send();
    if (steps == 0 && mayRead())
        emit yielded();
}

/// Brings another slice from the socket; false without one.
bool Connection::fill()
{
    if (m_socket->bytesAvailable() <= 0)
        return false;
    // An upgrade may need the bytes of an unfinished head again.
    const bool inHead = m_reader.started() && m_reader.state() == RequestReader::State::Head;
    const qsizetype done = inHead ? m_begin : m_taken;
    std::memmove(m_input.data(), m_input.constData() + done, static_cast<std::size_t>(m_input.size() - done));
    m_input.resize(m_input.size() - done);
    m_begin = 0;
    m_taken -= done;
    const qsizetype size = m_input.size();
    m_input.resize(size + slice);
    const qint64 got = m_socket->read(m_input.data() + size, slice);
    m_input.resize(size + std::max<qint64>(got, 0));
    return got > 0;
}

void Connection::advance()
{
    if (!m_reader.started()) {
        if (m_hasAsked) // the time for a first head runs from the connecting on
            m_since = Clock::now();
        m_begin = m_taken;
    }
    m_taken += m_reader.read(unread());
    switch (m_reader.state()) {
    case RequestReader::State::HeadDone:
        onHead();
        break;
    case RequestReader::State::Complete:
        onComplete();
        break;
    case RequestReader::State::Failed:
        refuse(m_reader.status());
        break;
    case RequestReader::State::Head:
    case RequestReader::State::Body:
        break;
    }
}

void Connection::onHead()
{
    m_since = Clock::now();
    if (m_reader.expectsContinue() && unread().isEmpty() && m_socket->bytesAvailable() == 0)
        m_owesContinue = true; // goes out behind the answers to earlier requests
    if (m_owesContinue && m_exchanges.empty())
        send();
}

void Connection::onComplete()
{
    if (onUpgrade())
        return;
    m_hasAsked = true;
    auto exchange = std::make_shared<Responder::Exchange>();
    exchange->connection = this;
    exchange->framing = {.headOnly = m_reader.request().method == "HEAD",
                         .close = !m_reader.keepAlive(),
                         .http10 = m_reader.http10()};
    if (exchange->framing.close)
        m_phase = Phase::Closing;
    m_exchanges.push_back(exchange);
    Request request = m_reader.take();
    request.peer = m_peer;
    Responder responder(std::move(exchange));
    const QByteArrayView path = request.pathView();
    if (m_shared.upgrades.contains(QByteArray::fromRawData(path.data(), path.size()))) {
        Response response = plainResponse(426);
        response.headers.emplaceBack(QByteArrayLiteral("Upgrade"), QByteArrayLiteral("websocket"));
        responder.respond(response);
    } else if (m_shared.handler) {
        m_shared.handler(std::move(request), std::move(responder));
    } else {
        responder.respond(plainResponse(503));
    }
}

/// Gives the connection away if its request asks for it and nobody waits for an earlier answer.
bool Connection::onUpgrade()
{
    if (m_shared.upgrades.isEmpty() || !m_exchanges.empty() || !m_output.isEmpty() || m_reader.http10())
        return false;
    if (m_reader.request().method != "GET" || !asksForWebSocket(m_reader.request()))
        return false;
    const auto handler = m_shared.upgrades.value(m_reader.request().path());
    if (!handler)
        return false;
    Request head = m_reader.take();
    head.peer = m_peer;
    QTcpSocket *const socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->setParent(nullptr);
    socket->setReadBufferSize(0);
    // QWebSocketServer reads the head itself. Put back, it is as good as only peeked, without the cost of
    // peeking at the growing head of every connection.
    for (qsizetype at = m_input.size(); at > m_begin; --at)
        socket->ungetChar(m_input[at - 1]);
    end();
    handler(head, socket);
    return true;
}

void Connection::refuse(int status)
{
    m_phase = Phase::Closing;
    answerHere(plainResponse(status), {.close = true});
}

void Connection::answerHere(const Response &response, Framing framing)
{
    auto exchange = std::make_shared<Responder::Exchange>();
    exchange->framing = framing;
    m_exchanges.push_back(exchange);
    answer(*exchange, response);
}

void Connection::answer(Responder::Exchange &exchange, const Response &response)
{
    exchange.answered = true;
    exchange.bytes = writeResponse(response, exchange.framing, m_shared.date.now());
    if (&exchange == m_exchanges.front().get())
        send();
}

/// Collects the answers whose turn it is and, outside a turn, hands them to the socket in one write.
void Connection::send()
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Ended)
        return;
    const bool wasFull = !mayRead();
    while (!m_exchanges.empty() && m_exchanges.front()->answered) {
        QByteArray &bytes = m_exchanges.front()->bytes;
        if (m_output.isEmpty())
            m_output = std::move(bytes);
        else
            m_output += bytes;
        m_exchanges.pop_front();
        if (isIdle())
            m_since = Clock::now();
    }
    if (m_owesContinue && m_exchanges.empty()) {
        m_output += "HTTP/1.1 100 Continue\r\n\r\n";
        m_owesContinue = false;
        m_since = Clock::now();
    }
    if (m_inTurn)
        return;
    if (!m_output.isEmpty()) {
        qsizetype sent = 0;
        if (m_socket->bytesToWrite() == 0) {
            m_writingSince = Clock::now();
            sent = sendNow(m_socket->socketDescriptor(), m_output);
        }
        if (sent < m_output.size())
            m_socket->write(m_output.constData() + sent, m_output.size() - sent);
        m_output.clear();
    }
    if (m_phase == Phase::Ended)
        return;
    m_lastUnsent = m_socket->bytesToWrite();
    if (m_phase == Phase::Closing && m_exchanges.empty() && m_lastUnsent == 0)
        linger();
    else if (wasFull && mayRead())
        emit yielded();
}

void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_since = Clock::now();
    m_input.clear();
    closeSendingSide(m_socket->socketDescriptor());
    drain();
}

void Connection::drain()
{
    m_discarded += m_socket->skip(slice);
    if (m_discarded > discardLimit)
        return abort();
    if (m_socket->bytesAvailable() > 0)
        emit yielded();
}

void Connection::check(Clock::time_point now)
{
    if (m_phase == Phase::Ended)
        return;
    const Limits &limits = m_shared.limits;
    if (m_phase == Phase::Lingering) {
        if (now - m_since > lingerTime)
            abort();
        return;
    }
    if (const qint64 unsent = m_socket->bytesToWrite(); unsent > 0) {
        if (unsent + writeProgress <= m_lastUnsent) {
            m_lastUnsent = unsent;
            m_writingSince = now;
        } else if (now - m_writingSince > limits.writeTime) {
            return abort();
        }
    }
    if (m_phase != Phase::Open)
        return;
    if (!mayRead()) {
        m_since = now; // it waits for us
    } else if (m_reader.started()) {
        const bool inHead = m_reader.state() == RequestReader::State::Head;
        if (now - m_since > (inHead ? limits.headerTime : limits.bodyTime))
            refuse(408);
    } else if (m_exchanges.empty()) {
        if (unread().isEmpty()) {
            m_input = {}; // a silent peer keeps no memory
            m_begin = m_taken = 0;
        }
        if (now - m_since > (m_hasAsked ? limits.idleTime : limits.headerTime))
            abort();
    }
}

void Connection::abort()
{
    if (m_socket)
        m_socket->abort();
    end();
}

void Connection::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    for (const auto &exchange : m_exchanges)
        exchange->connection = nullptr;
    m_exchanges.clear();
    emit ended();
}

} // namespace anteroom::http
