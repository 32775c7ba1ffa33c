// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "seats/seat_registry.h"

#include <QString>
#include <QUrl>

#include <expected>

class QTcpSocket;

namespace anteroom::seats {

/// Why somebody is not let in, as an HTTP answer.
struct Rejection
{
    int status = 403;
    QString sentence;
    bool wrongToken = false; ///< is to be answered slowly
};

/// Where a request for /seat came in.
struct Entrance
{
    bool shared = false; ///< the webhook receiver's listener, where a tunnel arrives from loopback as well
    QHostAddress listensOn;
    QUrl publicUrl; ///< what the phone company calls; empty without one
};

/// Decides from the head of a request whether it may become a seat: the entrance, the token, the subprotocol.
std::expected<SeatRecord, Rejection> admit(const http::Request &head, const Entrance &entrance,
                                           const SeatRegistry &registry);

/// The same for an ordinary request of another program: the entrance and the token.
std::expected<SeatRecord, Rejection> admitProgram(const http::Request &request, const Entrance &entrance,
                                                  const SeatRegistry &registry);

/// A rejection as an answer to an ordinary request.
http::Response toResponse(const Rejection &rejection);

/// Answers in plain HTTP and lets the socket go.
void turnAway(QTcpSocket *socket, const Rejection &rejection);

} // namespace anteroom::seats
