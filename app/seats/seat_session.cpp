// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/seat_session.h"

#include <QLoggingCategory>
#include <QWebSocket>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "anteroom.seats")

// 4000 to 4999 are free for applications (RFC 6455, 7.4.2); this one is part of our contract.
const auto seatRemoved = static_cast<QWebSocketProtocol::CloseCode>(4401);
} // namespace

SeatSession::SeatSession(SeatRecord record, std::unique_ptr<QWebSocket> socket, Dispatcher &dispatcher,
                         SessionLimits limits, QObject *parent)
    : QObject(parent),
      m_record(std::move(record)),
      m_socket(std::move(socket)),
      m_dispatcher(dispatcher),
      m_limits(limits)
{
    m_socket->setParent(nullptr); // ours alone
    m_socket->setMaxAllowedIncomingFrameSize(limits.messageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(limits.messageBytes);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &SeatSession::receive);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, [this] {
        m_socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, u"text messages only"_s);
    });
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_alive = true; });
    connect(m_socket.get(), &QWebSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_pulse, &QTimer::timeout, this, &SeatSession::checkPulse);
    m_pulse.start(limits.pingEvery);
    qCInfo(log) << "seat" << m_record.seat.name << "has connected";
}

SeatSession::~SeatSession()
{
    m_socket->disconnect(this); // ending it below says "disconnected" once more
    qCInfo(log) << "seat" << m_record.seat.name << "has gone";
}

bool SeatSession::keepsUp()
{
    if (!m_socket->isValid())
        return false;
    if (m_socket->bytesToWrite() <= m_limits.unsentBytes)
        return true;
    qCWarning(log) << "seat" << m_record.seat.name << "does not take what it is sent and is disconnected";
    // A close frame would only queue up behind what is not being taken.
    m_socket->abort();
    return false;
}

void SeatSession::send(const QByteArray &text)
{
    // Before sending: one large message is no sign of a slow console, what is left of earlier ones is.
    if (keepsUp())
        m_socket->sendTextMessage(QString::fromUtf8(text));
}

void SeatSession::expel()
{
    m_socket->close(seatRemoved, u"this seat has been removed"_s);
}

void SeatSession::sayGoodbye()
{
    m_socket->close(QWebSocketProtocol::CloseCodeGoingAway, u"the desk ends"_s);
}

void SeatSession::receive(const QString &text)
{
    m_alive = true;
    if (!keepsUp())
        return;
    // Nor are the news that an answer brings along just before itself.
    const auto answer = m_dispatcher.answer(m_record.seat, text.toUtf8());
    if (answer && m_socket->isValid())
        m_socket->sendTextMessage(QString::fromUtf8(*answer));
}

void SeatSession::checkPulse()
{
    if (!m_alive) {
        qCInfo(log) << "seat" << m_record.seat.name << "does not answer and is disconnected";
        m_socket->abort();
        return;
    }
    m_alive = false;
    m_socket->ping();
}

} // namespace anteroom::seats
