// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <memory>

namespace anteroom::http {

/// Bytes to one request after the other. Pure: no socket, no clock, no logging; any bytes are safe. Wraps the
/// parser of Boost.Beast and refuses what Beast forgives but a proxy in front may read differently (request
/// smuggling): Content-Length together with Transfer-Encoding or repeated, other codings than chunked, folded
/// header lines.
class RequestReader
{
public:
    enum class State {
        Head,     ///< waits for (the rest of) a head
        HeadDone, ///< the head is complete and a body follows, nothing of which was taken yet; read() goes on
        Body,     ///< waits for the rest of a body
        Complete, ///< take() has the request
        Failed,   ///< status() says why; nothing more can be read from these bytes
    };

    RequestReader(qsizetype headerBytes, qsizetype bodyBytes);
    ~RequestReader();
    Q_DISABLE_COPY_MOVE(RequestReader)

    /// Takes bytes from the front of the view and says how many. What it left is offered again, with more
    /// behind it. Stops at each change of state, so that bytes of a following request stay with the caller.
    qsizetype read(QByteArrayView bytes);

    State state() const;
    bool started() const; ///< some byte of the current request was seen
    int status() const;   ///< of Failed: 400, 413, 414, 417, 431, 501 or 505

    /// Of a complete head (HeadDone, Body, Complete): @{
    const Request &request() const;
    bool http10() const;
    bool keepAlive() const;
    bool expectsContinue() const;
    /// @}

    /// The complete request; the reader is then ready for the next.
    Request take();

private:
    class Parser;
    qsizetype readHead(QByteArrayView bytes);
    qsizetype readBody(QByteArrayView bytes);
    void reset();
    void fail(int status);

    const qsizetype m_headerBytes;
    const qsizetype m_bodyBytes;
    std::unique_ptr<Parser> m_parser; ///< Beast's serve one message only
    qsizetype m_headTaken = 0;        ///< Beast's own limit forgets lines that it has taken already
    qsizetype m_bodyTaken = 0;        ///< on the wire, with the wrapping of chunks
    State m_state = State::Head;
    int m_status = 0;
    bool m_started = false;
};

} // namespace anteroom::http
