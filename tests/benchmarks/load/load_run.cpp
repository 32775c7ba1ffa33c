// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/load_run.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;

namespace anteroom::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

/// One keep-alive connection with at most one request under way.
struct Connection
{
    int socket = -1;
    bool busy = false;
    bool measured = false;
    Clock::time_point due;
    std::string received;
};

struct Head
{
    int status = 0;
    std::size_t wholeLength = 0; ///< of head and body
    std::size_t headLength = 0;
};

/// The head of an answer; wholeLength 0 as long as it is not complete.
Head readHead(const std::string &bytes)
{
    Head head;
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string::npos || bytes.size() < 12)
        return head;
    head.headLength = end + 4;
    std::from_chars(bytes.data() + 9, bytes.data() + 12, head.status);
    static constexpr char name[] = "\r\ncontent-length:";
    const auto field = std::search(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end), std::begin(name), std::end(name) - 1,
        [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
    std::size_t length = 0;
    auto at = static_cast<std::size_t>(field - bytes.begin());
    if (at < end) {
        at = bytes.find_first_not_of(' ', at + sizeof name - 1);
        std::from_chars(bytes.data() + at, bytes.data() + end, length);
    }
    head.wholeLength = head.headLength + length;
    return head;
}

class Run
{
public:
    Run(const std::vector<std::string> &requests, int warmUp, int perSecond)
        : m_requests(requests), m_warmUp(static_cast<std::size_t>(warmUp)), m_perSecond(perSecond)
    {
        m_result.latencies.reserve(requests.size());
    }
    ~Run()
    {
        for (const Connection &connection : m_connections)
            ::close(connection.socket);
        if (m_epoll >= 0)
            ::close(m_epoll);
    }
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    std::expected<void, QString> connect(std::uint16_t port, int count);
    std::expected<LoadResult, QString> run();

private:
    std::expected<void, QString> send(Connection &connection);
    std::expected<void, QString> receive(Connection &connection);
    bool isDue(std::size_t request) const { return m_perSecond == 0 || dueTime(request) <= Clock::now(); }
    Clock::time_point dueTime(std::size_t request) const;

    const std::vector<std::string> &m_requests;
    std::size_t m_warmUp;
    int m_perSecond;
    std::size_t m_sent = 0;
    std::size_t m_done = 0;
    int m_epoll = -1;
    Clock::time_point m_start;
    Clock::time_point m_measuredFrom;
    std::vector<Connection> m_connections;
    LoadResult m_result;
};

std::expected<void, QString> Run::connect(std::uint16_t port, int count)
{
    m_epoll = ::epoll_create1(0);
    m_connections.resize(static_cast<std::size_t>(count));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        Connection &connection = m_connections[i];
        connection.socket = ::socket(AF_INET, SOCK_STREAM, 0);
        if (::connect(connection.socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            return std::unexpected(u"Nobody answers at 127.0.0.1:%1."_s.arg(port));
        const int yes = 1;
        ::setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        epoll_event wish{};
        wish.events = EPOLLIN;
        wish.data.u64 = i;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, connection.socket, &wish);
    }
    return {};
}

Clock::time_point Run::dueTime(std::size_t request) const
{
    if (m_perSecond == 0)
        return Clock::now();
    return m_start + std::chrono::nanoseconds(1'000'000'000) * request / m_perSecond;
}

std::expected<void, QString> Run::send(Connection &connection)
{
    const std::string &request = m_requests[m_sent];
    connection.due = dueTime(m_sent);
    connection.measured = m_sent >= m_warmUp;
    if (m_sent == m_warmUp)
        m_measuredFrom = connection.due;
    ++m_sent;
    connection.busy = true;
    // A blocking socket takes a request of 2 kB whole: its buffer is empty, the answer before it has been
    // read.
    if (::send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
        return std::unexpected(u"A connection broke while a request was sent: %1"_s.arg(
            QString::fromUtf8(std::strerror(errno))));
    return {};
}

std::expected<void, QString> Run::receive(Connection &connection)
{
    std::array<char, 16 * 1024> buffer;
    const ssize_t count = ::recv(connection.socket, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return std::unexpected(u"The server closed a connection after %1 answers."_s.arg(m_done));
    connection.received.append(buffer.data(), static_cast<std::size_t>(count));
    const Head head = readHead(connection.received);
    if (head.wholeLength == 0 || connection.received.size() < head.wholeLength)
        return {};
    if (connection.measured) {
        const bool twiml = connection.received.find("<Response", head.headLength) != std::string::npos;
        const bool good = (head.status == 200 && twiml) || head.status == 204;
        ++(good ? m_result.answered : m_result.refused);
        m_result.latencies.push_back(Clock::now() - connection.due);
    }
    connection.received.erase(0, head.wholeLength);
    connection.busy = false;
    ++m_done;
    return {};
}

std::expected<LoadResult, QString> Run::run()
{
    m_start = Clock::now();
    std::array<epoll_event, 64> events;
    while (m_done < m_requests.size()) {
        for (Connection &connection : m_connections) {
            if (connection.busy || m_sent == m_requests.size() || !isDue(m_sent))
                continue;
            if (const auto sent = send(connection); !sent)
                return std::unexpected(sent.error());
        }
        // With a pace the next request may be due before any answer comes; without one only answers matter.
        const int count =
            ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), m_perSecond ? 0 : 20'000);
        if (count == 0 && m_perSecond == 0)
            return std::unexpected(u"No answer came for 20 s, after %1 answers."_s.arg(m_done));
        for (int i = 0; i < count; ++i) {
            if (const auto received = receive(m_connections[events[static_cast<std::size_t>(i)].data.u64]);
                !received)
                return std::unexpected(received.error());
        }
    }
    m_result.wall = Clock::now() - m_measuredFrom;
    std::ranges::sort(m_result.latencies);
    return std::move(m_result);
}

} // namespace

std::chrono::nanoseconds LoadResult::percentile(double share) const
{
    if (latencies.empty())
        return {};
    const auto last = static_cast<double>(latencies.size() - 1);
    return latencies[static_cast<std::size_t>(share * last + 0.5)];
}

std::expected<LoadResult, QString> runLoad(std::uint16_t port, int connections,
                                           const std::vector<std::string> &requests, int warmUp,
                                           int perSecond)
{
    Run run(requests, warmUp, perSecond);
    if (const auto connected = run.connect(port, connections); !connected)
        return std::unexpected(connected.error());
    return run.run();
}

} // namespace anteroom::benchmarks
