// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/response_writer.h"
#include "http/server.h"

namespace anteroom::http {

class Connection;

/// One request's place in the row of answers. The connection clears `connection` when it ends, the responder
/// may live on.
struct Responder::Exchange
{
    Connection *connection = nullptr;
    Framing framing;
    bool answered = false;
    QByteArray bytes; ///< the answer while it waits for those before it
};

} // namespace anteroom::http
