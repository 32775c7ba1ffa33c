// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/forwarder.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace anteroom::benchmarks {
namespace {

constexpr int longestPoll = 50; // ms until a stop is noticed

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void sendAtOnce(int socket)
{
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

} // namespace

Forwarder::Forwarder(std::uint16_t target, std::chrono::milliseconds delay) : m_target(target), m_delay(delay)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size);
    ::listen(m_listener, 64);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread(&Forwarder::work, this);
}

Forwarder::~Forwarder()
{
    m_stop = true;
    m_thread.join();
    for (const Pair &pair : m_pairs) {
        ::close(pair.console);
        ::close(pair.company);
    }
    ::close(m_listener);
}

std::vector<Forwarder::Seen> Forwarder::take()
{
    const std::lock_guard lock(m_mutex);
    std::vector<Seen> seen;
    for (auto open = m_seen.begin(); open != m_seen.end();) {
        if (open->seen.answered == Clock::time_point()) {
            ++open;
            continue;
        }
        seen.push_back(open->seen);
        open = m_seen.erase(open);
    }
    return seen;
}

void Forwarder::accept()
{
    Pair pair;
    pair.console = ::accept(m_listener, nullptr, nullptr);
    pair.company = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(m_target);
    pair.over = ::connect(pair.company, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0;
    sendAtOnce(pair.console);
    sendAtOnce(pair.company);
    m_pairs.push_back(std::move(pair));
}

bool Forwarder::receive(int socket, std::string &bytes)
{
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count > 0)
        bytes.assign(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

/// A request begins with its method at the beginning of what was read: the console never sends two without an
/// answer.
void Forwarder::note(Pair &pair, const std::string &bytes)
{
    if (!bytes.starts_with("GET ") && !bytes.starts_with("POST ") && !bytes.starts_with("DELETE "))
        return;
    Seen seen;
    seen.at = Clock::now();
    seen.line = bytes.substr(0, bytes.find("\r\n"));
    seen.onNewConnection = std::exchange(pair.fresh, false);
    const std::lock_guard lock(m_mutex);
    m_seen.push_back({&pair, std::move(seen)});
}

void Forwarder::noteAnswer(Pair &pair)
{
    const std::lock_guard lock(m_mutex);
    const auto open = std::ranges::find_if(m_seen, [&](const Open &candidate) {
        return candidate.pair == &pair && candidate.seen.answered == Clock::time_point();
    });
    if (open != m_seen.end())
        open->seen.answered = Clock::now();
}

bool Forwarder::deliver(std::deque<Late> &late, int socket)
{
    bool sent = false;
    while (!late.empty() && late.front().due <= Clock::now()) {
        const std::string &bytes = late.front().bytes;
        ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        late.pop_front();
        sent = true;
    }
    return sent;
}

int Forwarder::waitingTime() const
{
    auto nearest = Clock::now() + std::chrono::milliseconds(longestPoll);
    for (const Pair &pair : m_pairs) {
        for (const auto *late : {&pair.toCompany, &pair.toConsole}) {
            if (!late->empty())
                nearest = std::min(nearest, late->front().due);
        }
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(nearest - Clock::now()).count();
    return static_cast<int>(std::max<long>(left, 0));
}

void Forwarder::work()
{
    while (!m_stop) {
        std::vector<pollfd> waits{{m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            waits.push_back({pair.console, POLLIN, 0});
            waits.push_back({pair.company, POLLIN, 0});
        }
        ::poll(waits.data(), waits.size(), waitingTime());
        std::size_t at = 1;
        std::string bytes;
        for (Pair &pair : m_pairs) {
            const bool fromConsole = waits[at++].revents != 0;
            const bool fromCompany = waits[at++].revents != 0;
            if (fromConsole) {
                if (receive(pair.console, bytes)) {
                    note(pair, bytes);
                    pair.toCompany.push_back({Clock::now() + m_delay, bytes});
                } else {
                    pair.over = true;
                }
            }
            if (fromCompany) {
                if (receive(pair.company, bytes))
                    pair.toConsole.push_back({Clock::now() + m_delay, bytes});
                else
                    pair.over = true;
            }
            deliver(pair.toCompany, pair.company);
            if (deliver(pair.toConsole, pair.console))
                noteAnswer(pair);
        }
        if (waits.front().revents != 0)
            accept();
        m_pairs.remove_if([](const Pair &pair) {
            if (!pair.over)
                return false;
            ::close(pair.console);
            ::close(pair.company);
            return true;
        });
    }
}

} // namespace anteroom::benchmarks
