// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/date_line.h"
#include "http/request_reader.h"
#include "http/responder_exchange.h"
#include "http/server.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <deque>
#include <memory>

class QTcpSocket;

namespace anteroom::http {

/// What the connections of one server have in common.
struct Shared
{
    Limits limits;
    Handler handler;
    QHash<QByteArray, UpgradeHandler> upgrades;
    DateLine date;
};

/// One peer: reads its requests in slices, so that others get their turn, keeps the answers in order, and
/// ends the connection when a limit is passed. Has no timer of its own; the server calls check() now and
/// then.
class Connection final : public QObject
{
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;

    /// The socket is connected and becomes this object's.
    Connection(Shared &shared, QTcpSocket *socket, QObject *parent);
    ~Connection() override;

    const QHostAddress &peer() const { return m_peer; }

    void turn();                       ///< reads and handles a bounded number of requests
    void check(Clock::time_point now); ///< ends what takes too long
    void refuse(int status);           ///< answers this behind all that is open, then ends
    void abort();                      ///< ends everything at once

    /// Whether only its peer can bring it forward: nothing that we owe it is open. Such a connection may be
    /// given up for another.
    bool waitsForPeer() const { return m_phase != Phase::Ended && m_exchanges.empty(); }
    Clock::time_point since() const { return m_since; } ///< how long it has waited, among those that do

    void answer(Responder::Exchange &exchange, const Response &response);

signals:
    void yielded(); ///< there is more to do: call turn() after the others had theirs
    void ended();   ///< nothing more will happen here; the object may be deleted later

private:
    enum class Phase {
        Open,
        Closing,   ///< no more requests are read; the answers still go out
        Lingering, ///< all is sent; what still arrives is thrown away
        Ended,
    };

    bool mayRead() const;
    bool fill();
    void advance();
    void onHead();
    bool onUpgrade();
    void onComplete();
    void answerHere(const Response &response, Framing framing);
    void send();
    void linger();
    void drain();
    void end();
    QByteArrayView unread() const { return QByteArrayView(m_input).sliced(m_taken); }
    bool isIdle() const { return m_exchanges.empty() && !m_reader.started(); }

    Shared &m_shared;
    QTcpSocket *m_socket;
    const QHostAddress m_peer;
    RequestReader m_reader;
    QByteArray m_input;
    qsizetype m_begin = 0; ///< where in it the request being read begins
    qsizetype m_taken = 0; ///< up to where the reader has taken it
    std::deque<std::shared_ptr<Responder::Exchange>> m_exchanges; ///< in order of arrival, unsent answers
    QByteArray m_output;                                          ///< answers collected during a turn
    Clock::time_point m_since; ///< begin of the head, the body, the idle time or the lingering
    Clock::time_point m_writingSince;
    qint64 m_lastUnsent = 0;
    qint64 m_discarded = 0;
    Phase m_phase = Phase::Open;
    bool m_hasAsked = false; ///< has completed a request
    bool m_inTurn = false;
    bool m_owesContinue = false;
};

} // namespace anteroom::http
