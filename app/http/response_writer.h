// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

namespace anteroom::http {

/// What the request decides about the form of its answer.
struct Framing
{
    bool headOnly = false; ///< HEAD: the same head, without the body
    bool close = false;    ///< the connection ends behind this answer
    bool http10 = false;   ///< such a client must be told that the connection stays
};

/// Head and body in one piece of memory, to leave in one write. Header texts cannot break out of their line.
QByteArray writeResponse(const Response &response, Framing framing, QByteArrayView dateLine);

/// What the receiver itself answers to a request that it refuses: the status and its name as plain text.
Response plainResponse(int status);

} // namespace anteroom::http
