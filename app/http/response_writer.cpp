// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/response_writer.h"

#include <QVarLengthArray>

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

/// A head, put together on the stack: QByteArray takes a call for each piece.
class Head
{
public:
    Head &operator<<(QByteArrayView piece)
    {
        m_text.append(piece.data(), piece.size());
        return *this;
    }
    Head &operator<<(qsizetype number)
    {
        std::array<char, 24> digits;
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        m_text.append(digits.data(), result.ptr - digits.data());
        return *this;
    }
    /// A line break in a value would let whoever chose it write headers of their own.
    Head &putValue(QByteArrayView value)
    {
        const qsizetype start = m_text.size();
        *this << value;
        std::replace_if(m_text.begin() + start, m_text.end(), isControl, ' ');
        return *this;
    }
    /// The head with the body behind it.
    QByteArray with(QByteArrayView body) const
    {
        QByteArray bytes(m_text.size() + body.size(), Qt::Uninitialized);
        std::ranges::copy(body, std::ranges::copy(m_text, bytes.data()).out);
        return bytes;
    }

private:
    static bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

    QVarLengthArray<char, 1024> m_text;
};

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
    Head out;
    if (response.status == 200)
        out << "HTTP/1.1 200 OK\r\n";
    else
        out << "HTTP/1.1 " << qsizetype{response.status} << " " << reason(response.status) << "\r\n";
    out << dateLine;
    if (!response.contentType.isEmpty())
        (out << "Content-Type: ").putValue(response.contentType) << "\r\n";
    for (const auto &[name, value] : response.headers) {
        if (!name.isEmpty() && !isOurs(name))
            (out.putValue(name) << ": ").putValue(value) << "\r\n";
    }
    if (framing.close)
        out << "Connection: close\r\n";
    else if (framing.http10)
        out << "Connection: keep-alive\r\n";
    if (!bodiless)
        out << "Content-Length: " << response.body.size() << "\r\n";
    out << "\r\n";
    return out.with(framing.headOnly || bodiless ? QByteArrayView() : QByteArrayView(response.body));
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
