// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace anteroom::benchmarks {

/// The wire between the console and its phone company: hands bytes on in both directions, each `delay` late,
/// and writes down when which request came out of the console. Runs in a thread of its own.
class Forwarder
{
public:
    using Clock = std::chrono::steady_clock;

    struct Seen
    {
        Clock::time_point at; ///< when its first byte was on the wire
        Clock::time_point
            answered;     ///< when its answer's first byte was handed to the console; the epoch before that
        std::string line; ///< "POST /path HTTP/1.1"
        bool onNewConnection = false;
    };

    Forwarder(std::uint16_t target, std::chrono::milliseconds delay);
    ~Forwarder();
    Forwarder(const Forwarder &) = delete;
    Forwarder &operator=(const Forwarder &) = delete;

    std::uint16_t port() const { return m_port; }
    std::vector<Seen> take(); ///< what was seen since the last time; requests under way stay

private:
    struct Late
    {
        Clock::time_point due;
        std::string bytes;
    };
    struct Pair
    {
        int console = -1;
        int company = -1;
        std::deque<Late> toCompany;
        std::deque<Late> toConsole;
        bool fresh = true;
        bool over = false;
    };

    void work();
    void accept();
    void note(Pair &pair, const std::string &bytes);
    void noteAnswer(Pair &pair);
    static bool receive(int socket, std::string &bytes);
    bool deliver(std::deque<Late> &late, int socket);
    int waitingTime() const;

    int m_listener = -1;
    std::uint16_t m_target;
    std::uint16_t m_port = 0;
    std::chrono::milliseconds m_delay;
    std::list<Pair> m_pairs;
    std::mutex m_mutex; ///< of m_seen
    struct Open
    {
        const Pair *pair;
        Seen seen;
    };
    std::list<Open> m_seen;
    std::atomic<bool> m_stop = false;
    std::thread m_thread; ///< last: starts when the rest is there
};

} // namespace anteroom::benchmarks
