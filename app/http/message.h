// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <utility>

namespace anteroom::http {

using Header = std::pair<QByteArray, QByteArray>;

/// One request as it came over the wire. Nothing is decoded or normalised: a signature covers the target byte
/// for byte.
struct Request
{
    QByteArray method;
    QByteArray target;     ///< the raw request target, path and query
    QList<Header> headers; ///< in order of arrival, repeated ones included
    QByteArray body;       ///< de-chunked
    QHostAddress peer;

    QByteArray path() const;         ///< target up to '?', still percent-encoded
    QByteArrayView pathView() const; ///< the same where it lies; valid until the target changes or goes
    QByteArray query() const;        ///< target behind '?', still percent-encoded; empty without one
    /// Value of the first header of that name (names compare without case); a null array without one.
    QByteArray header(QByteArrayView name) const;
};

struct Response
{
    int status = 200;
    QByteArray contentType; ///< no header is sent when empty
    QByteArray body;
    QList<Header> headers; ///< besides Content-Type, Content-Length, Date and Connection
};

} // namespace anteroom::http
