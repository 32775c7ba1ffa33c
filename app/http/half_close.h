// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace anteroom::http {

/// Ends only our direction of a connection: the peer reads our last answer and then the end, and we can still
/// take what it is sending. Closing at once would answer those bytes with a reset, which can destroy the
/// answer on its way (RFC 9112, 9.6). QTcpSocket has no such call.
void closeSendingSide(qintptr socketDescriptor);

} // namespace anteroom::http
