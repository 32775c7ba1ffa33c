// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/response_writer.h"

#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace anteroom::http {

namespace {

QByteArrayView reason(int status)
{
    const auto text = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
    return QByteArrayView(text.data(), static_cast<qsizetype>(text.size()));
}

void appendNumber(QByteArray &out, qsizetype number)
{
    std::array<char, 24> digits;
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), result.ptr - digits.data());
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// A line break in a value would let whoever chose it write headers of their own.
void appendValue(QByteArray &out, QByteArrayView value)
{
    const qsizetype start = out.size();
    out.append(value);
    std::replace_if(out.begin() + start, out.end(), isControl, ' ');
}

bool isOurs(QByteArrayView name)
{
    return std::ranges::any_of(
        std::to_array<QByteArrayView>({"Content-Length", "Transfer-Encoding", "Date", "Connection"}),
        [&](QByteArrayView own) {
            return own.size() == name.size() && own.compare(name, Qt::CaseInsensitive) == 0;
        });
}

} // namespace

QByteArray writeResponse(const Response &response, Framing framing, QByteArrayView dateLine)
{
    // 204 and 304 have no body and must not announce one (RFC 9110, 8.6).
    const bool bodiless = response.status == 204 || response.status == 304;
    QByteArray out;
    out.reserve(192 + response.headers.size() * 64 + (framing.headOnly ? 0 : response.body.size()));
    if (response.status == 200) {
        out.append("HTTP/1.1 200 OK\r\n");
    } else {
        out.append("HTTP/1.1 ");
        appendNumber(out, response.status);
        out.append(' ').append(reason(response.status)).append("\r\n");
    }
    out.append(dateLine);
    if (!response.contentType.isEmpty()) {
        out.append("Content-Type: ");
        appendValue(out, response.contentType);
        out.append("\r\n");
    }
    for (const auto &[name, value] : response.headers) {
        if (name.isEmpty() || isOurs(name))
            continue;
        appendValue(out, name);
        out.append(": ");
        appendValue(out, value);
        out.append("\r\n");
    }
    if (framing.close)
        out.append("Connection: close\r\n");
    else if (framing.http10)
        out.append("Connection: keep-alive\r\n");
    if (!bodiless) {
        out.append("Content-Length: ");
        appendNumber(out, response.body.size());
        out.append("\r\n");
    }
    out.append("\r\n");
    if (!framing.headOnly && !bodiless)
        out.append(response.body);
    return out;
}

Response plainResponse(int status)
{
    Response response;
    response.status = status;
    response.contentType = QByteArrayLiteral("text/plain");
    response.body = QByteArray::number(status).append(' ').append(reason(status)).append('\n');
    return response;
}

} // namespace anteroom::http
