// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

/// What QTcpSocket has no call for, done on its descriptor.
namespace anteroom::http {

/// Gives the bytes to the system at once and says how many it took; 0 if it takes none now or the connection
/// is broken. Through QTcpSocket::write() the same costs waking the event loop twice, more than the sending
/// itself. Only while QTcpSocket::bytesToWrite() is 0, or the order is lost.
qsizetype sendNow(qintptr socketDescriptor, QByteArrayView bytes);

/// Ends only our direction of a connection: the peer reads our last answer and then the end, and we can still
/// take what it is sending. Closing at once would answer those bytes with a reset, which can destroy the
/// answer on its way (RFC 9112, 9.6).
void closeSendingSide(qintptr socketDescriptor);

} // namespace anteroom::http
