// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is possible at all: one epoll loop that reads a request with as little as it takes, makes the
// console's own signature check, answers a fixed document and stores nothing. It trusts its peer; it is a
// yardstick, not a server.
#include "http/form.h"
#include "twiml/signature.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>

using namespace anteroom;

namespace {

constexpr std::string_view document =
    R"(<?xml version="1.0" encoding="UTF-8"?><Response><Say>Thank you for calling. )"
    R"(Please hold for the next available person.</Say>)"
    R"(<Redirect>https://desk.example.com/twilio/call?cue=greeted</Redirect></Response>)";

std::string_view headerValue(std::string_view head, std::string_view name)
{
    const std::size_t at = head.find(name);
    if (at == std::string_view::npos)
        return {};
    const std::size_t from = at + name.size();
    return head.substr(from, head.find("\r\n", from) - from);
}

std::string answerTo(std::string_view head, std::string_view body, const QByteArray &publicUrl,
                     const QByteArray &accountSid, const QList<twiml::SigningKey> &keys)
{
    const std::size_t space = head.find(' ');
    const std::string_view target = head.substr(space + 1, head.find(' ', space + 1) - space - 1);
    const http::Form form =
        http::Form::decode(QByteArrayView(body.data(), static_cast<qsizetype>(body.size())));
    const std::string_view signature = headerValue(head, "\r\nX-Twilio-Signature: ");
    twiml::SignedRequest request;
    request.url = publicUrl + QByteArray(target.data(), static_cast<qsizetype>(target.size()));
    request.isPost = true;
    request.body = QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()));
    request.fields = form.views();
    request.signature = QByteArray(signature.data(), static_cast<qsizetype>(signature.size()));
    if (!twiml::isSignedBy(keys, request) || form.value("AccountSid") != accountSid)
        return "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
    std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: ";
    answer += std::to_string(document.size());
    answer += "\r\n\r\n";
    answer += document;
    return answer;
}

/// False once the peer has gone.
bool serve(int socket, std::string &pending, const QByteArray &publicUrl, const QByteArray &accountSid,
           const QList<twiml::SigningKey> &keys)
{
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return false;
    pending.append(buffer.data(), static_cast<std::size_t>(count));
    while (true) {
        const std::size_t end = pending.find("\r\n\r\n");
        if (end == std::string::npos)
            return true;
        const std::string_view head(pending.data(), end + 2);
        std::size_t length = 0;
        const std::string_view field = headerValue(head, "\r\nContent-Length: ");
        std::from_chars(field.data(), field.data() + field.size(), length);
        const std::size_t whole = end + 4 + length;
        if (pending.size() < whole)
            return true;
        const std::string answer =
            answerTo(head, std::string_view(pending).substr(end + 4, length), publicUrl, accountSid, keys);
        if (::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(answer.size()))
            return false;
        pending.erase(0, whole);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray publicUrl = argc > 1 ? argv[1] : "https://desk.example.com";
    const QByteArray accountSid = qgetenv("TWILIO_ACCOUNT_SID");
    const QList<twiml::SigningKey> keys{qgetenv("TWILIO_AUTH_TOKEN")};

    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(listener, 64) != 0) {
        std::perror("Cannot listen on 127.0.0.1");
        return 1;
    }
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length);
    std::printf("listening http://127.0.0.1:%d\n", ntohs(address.sin_port));
    std::fflush(stdout);

    const int epoll = ::epoll_create1(0);
    epoll_event wish{};
    wish.events = EPOLLIN;
    wish.data.fd = listener;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &wish);
    std::unordered_map<int, std::string> pending; // bytes of a request that has not come whole, by socket
    std::array<epoll_event, 64> events;
    while (true) {
        const int count = ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<std::size_t>(i)].data.fd;
            if (socket == listener) {
                const int accepted = ::accept(listener, nullptr, nullptr);
                const int yes = 1;
                ::setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                wish.data.fd = accepted;
                ::epoll_ctl(epoll, EPOLL_CTL_ADD, accepted, &wish);
            } else if (!serve(socket, pending[socket], publicUrl, accountSid, keys)) {
                pending.erase(socket);
                ::close(socket);
            }
        }
    }
}
