// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_reader.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <vector>

namespace anteroom::http {

namespace beast = boost::beast;

namespace {

constexpr qsizetype reservedBody = 65'536; ///< what a Content-Length alone may make us set aside

QByteArray copy(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Names in their usual spelling are shared instead of copied: half of the allocations of a usual request.
QByteArray fieldName(beast::http::field field, beast::string_view text)
{
    static const std::vector<QByteArray> usual = [] {
        std::vector<QByteArray> names;
        for (unsigned i = 0; i <= static_cast<unsigned>(beast::http::field::xref); ++i)
            names.push_back(copy(beast::http::to_string(static_cast<beast::http::field>(i))));
        return names;
    }();
    const auto index = static_cast<std::size_t>(field);
    if (field != beast::http::field::unknown && index < usual.size()) {
        const QByteArray &name = usual[index];
        if (std::equal(name.cbegin(), name.cend(), text.begin(), text.end()))
            return name;
    }
    return copy(text);
}

QByteArray methodName(beast::string_view text)
{
    if (text == "POST")
        return QByteArrayLiteral("POST");
    if (text == "GET")
        return QByteArrayLiteral("GET");
    return copy(text);
}

/// A line that begins with a blank goes on with the line before it (obs-fold, RFC 9112, 5.2).
bool hasFoldedLine(QByteArrayView taken)
{
    for (qsizetype at = taken.indexOf('\n'); at >= 0 && at + 1 < taken.size();
         at = taken.indexOf('\n', at + 1)) {
        if (taken[at + 1] == ' ' || taken[at + 1] == '\t')
            return true;
    }
    return false;
}

/// Tells a request line of another HTTP from one that is broken.
bool namesOtherVersion(QByteArrayView bytes)
{
    const QByteArrayView line = bytes.first(std::max<qsizetype>(bytes.indexOf("\r\n"), 0));
    static constexpr QByteArrayView form = " HTTP/d.d";
    if (line.size() < form.size())
        return false;
    const QByteArrayView end = line.last(form.size());
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return end.startsWith(" HTTP/") && isDigit(end[6]) && end[7] == '.' && isDigit(end[8]) && end[6] != '1';
}

int statusOf(beast::error_code error, QByteArrayView bytes)
{
    if (error == beast::http::error::body_limit)
        return 413;
    if (error == beast::http::error::bad_version && namesOtherVersion(bytes))
        return 505;
    return 400;
}

} // namespace

/// Fills a Request as Beast finds its parts. Gives `refusal` where Beast would accept and we do not.
class RequestReader::Parser final : public beast::http::basic_parser<true>
{
public:
    Request request;
    int refusal = 0;
    int version = 0;
    int hosts = 0;
    int lengths = 0;
    bool expects = false;

private:
    using Error = beast::error_code;
    using Text = beast::string_view;

    void refuse(int status, Error &error)
    {
        refusal = status;
        error = beast::http::error::bad_value;
    }

    void on_request_impl(beast::http::verb, Text method, Text target, int found, Error &) override
    {
        request.method = methodName(method);
        request.target = copy(target);
        version = found;
        request.headers.reserve(16);
    }

    void on_field_impl(beast::http::field field, Text name, Text value, Error &error) override
    {
        using Field = beast::http::field;
        if (headDone)
            return; // trailers could smuggle in what was checked in the head (RFC 9110, 6.5.1)
        switch (field) {
        case Field::host:
            ++hosts;
            break;
        case Field::content_length:
            ++lengths;
            if (!std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }))
                return refuse(400, error);
            break;
        case Field::transfer_encoding:
            if (version < 11)
                return refuse(400, error);
            if (!beast::iequals(value, "chunked"))
                return refuse(501, error);
            break;
        case Field::expect:
            if (version >= 11 && !beast::iequals(value, "100-continue"))
                return refuse(417, error);
            expects = version >= 11;
            break;
        default:
            break;
        }
        request.headers.emplaceBack(fieldName(field, name), copy(value));
    }

    void on_header_impl(Error &error) override
    {
        headDone = true;
        if (hosts > 1 || (hosts == 0 && version >= 11) || lengths > 1)
            refuse(400, error);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t> &length, Error &) override
    {
        if (length)
            request.body.reserve(static_cast<qsizetype>(std::min<std::uint64_t>(*length, reservedBody)));
    }

    std::size_t on_body_impl(Text body, Error &) override
    {
        request.body.append(body.data(), static_cast<qsizetype>(body.size()));
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t, Text, Error &) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, Text body, Error &error) override
    {
        return on_body_impl(body, error);
    }

    void on_finish_impl(Error &) override {}
    void on_response_impl(int, Text, int, Error &) override {}

    bool headDone = false;
};

RequestReader::RequestReader(qsizetype headerBytes, qsizetype bodyBytes)
    : m_headerBytes(headerBytes), m_bodyBytes(bodyBytes)
{
    reset();
}

RequestReader::~RequestReader() = default;

RequestReader::State RequestReader::state() const
{
    return m_state;
}

bool RequestReader::started() const
{
    return m_started;
}

int RequestReader::status() const
{
    return m_status;
}

const Request &RequestReader::request() const
{
    return m_parser->request;
}

bool RequestReader::http10() const
{
    return m_parser->version < 11;
}

bool RequestReader::keepAlive() const
{
    return m_parser->keep_alive();
}

bool RequestReader::expectsContinue() const
{
    return m_parser->expects;
}

Request RequestReader::take()
{
    Request request = std::move(m_parser->request);
    reset();
    return request;
}

void RequestReader::reset()
{
    m_parser = std::make_unique<Parser>();
    m_parser->header_limit(static_cast<std::uint32_t>(m_headerBytes));
    m_parser->body_limit(static_cast<std::uint64_t>(m_bodyBytes));
    m_headTaken = 0;
    m_bodyTaken = 0;
    m_state = State::Head;
    m_status = 0;
    m_started = false;
}

void RequestReader::fail(int status)
{
    m_state = State::Failed;
    m_status = status;
}

qsizetype RequestReader::read(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return 0;
    switch (m_state) {
    case State::Head:
        return readHead(bytes);
    case State::HeadDone:
    case State::Body:
        return readBody(bytes);
    case State::Complete:
    case State::Failed:
        break;
    }
    return 0;
}

qsizetype RequestReader::readHead(QByteArrayView bytes)
{
    m_started = true;
    Parser &parser = *m_parser;
    qsizetype taken = 0;
    if (!parser.got_some()) {
        // Some clients send an empty line behind a body; RFC 9112, 2.2 asks to overlook it.
        while (bytes.sliced(taken).startsWith("\r\n"))
            taken += 2;
        if (taken == bytes.size() || (bytes.size() == taken + 1 && bytes[taken] == '\r')) {
            m_headTaken += taken;
            if (m_headTaken > m_headerBytes)
                fail(400);
            return taken;
        }
    }
    const QByteArrayView rest = bytes.sliced(taken);
    beast::error_code error;
    const auto used = static_cast<qsizetype>(
        parser.put(boost::asio::const_buffer(rest.data(), static_cast<std::size_t>(rest.size())), error));
    taken += used;
    m_headTaken += taken;

    const bool wantsMore = error == beast::http::error::need_more;
    const bool tooLong = m_headTaken + (wantsMore ? bytes.size() - taken : 0) > m_headerBytes;
    if (tooLong || error == beast::http::error::header_limit)
        fail(parser.version == 0 && !bytes.contains('\n') ? 414 : 431); // still within the request line?
    else if (parser.refusal != 0)
        fail(parser.refusal);
    else if (hasFoldedLine(rest.first(used)))
        fail(400);
    else if (error && !wantsMore)
        fail(statusOf(error, rest));
    else if (parser.is_done())
        m_state = State::Complete;
    else if (parser.is_header_done())
        m_state = State::HeadDone;
    return taken;
}

qsizetype RequestReader::readBody(QByteArrayView bytes)
{
    m_state = State::Body;
    Parser &parser = *m_parser;
    // No chunked body ends in less; Beast asserts on a last chunk of four bytes.
    static constexpr qsizetype lastChunk = 5; // "0", twice CRLF
    if (parser.chunked() && bytes.size() < lastChunk)
        return 0;
    parser.eager(true);
    beast::error_code error;
    const auto taken = static_cast<qsizetype>(
        parser.put(boost::asio::const_buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error));
    m_bodyTaken += taken;

    const bool wantsMore = error == beast::http::error::need_more;
    const bool endless =
        wantsMore && bytes.size() - taken > m_headerBytes; // a chunk extension or the trailers
    const bool padded =
        parser.chunked() && m_bodyTaken > 8 * m_bodyBytes + m_headerBytes; // a byte a chunk takes 6
    if (error && !wantsMore)
        fail(statusOf(error, bytes));
    else if (parser.is_done())
        m_state = State::Complete;
    else if (endless || padded)
        fail(endless ? 400 : 413);
    return taken;
}

} // namespace anteroom::http
