// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/front_door.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace anteroom::seats {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto subprotocol = "anteroom.seat.v1";
constexpr auto goodbyeTime = 3s;

QString say(const char *text)
{
    return QCoreApplication::translate("Seats", text);
}

/// Host name of a Host header, without port and brackets, lower case.
QString hostOf(const QByteArray &header)
{
    return QUrl::fromEncoded("http://" + header.trimmed() + '/').host().toLower();
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool cameThroughProxy(const http::Request &head)
{
    for (const auto &[name, value] : head.headers) {
        const auto lower = name.toLower();
        if (lower == "forwarded" || lower.startsWith("x-forwarded-"))
            return true;
    }
    return false;
}

bool isForPublicHost(const http::Request &head, const Entrance &entrance)
{
    const QString host = hostOf(head.header("Host"));
    if (host.isEmpty())
        return true; // says nothing about where it was sent, so it may have come from anywhere
    const QString publicHost = entrance.publicUrl.host().toLower();
    if (publicHost.isEmpty() || isLoopback(publicHost) || QHostAddress(publicHost) == entrance.listensOn)
        return false;
    return host == publicHost || host == publicHost + u'.';
}

QByteArray bearerToken(const http::Request &head)
{
    const auto value = head.header("Authorization").trimmed();
    const QByteArray scheme("bearer ");
    return value.first(std::min(scheme.size(), value.size())).toLower() == scheme
               ? value.sliced(scheme.size()).trimmed()
               : QByteArray();
}

bool offersOurProtocol(const http::Request &head)
{
    bool offersAny = false;
    for (const auto &[name, value] : head.headers) {
        if (name.compare("Sec-WebSocket-Protocol", Qt::CaseInsensitive) != 0)
            continue;
        offersAny = true;
        for (const auto offers = value.split(','); const auto &offer : offers) {
            if (offer.trimmed() == subprotocol)
                return true;
        }
    }
    return !offersAny; // simple scripts offer none
}

QByteArray reason(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 429:
        return "Too Many Requests";
    default:
        return "Service Unavailable";
    }
}

} // namespace

std::expected<SeatRecord, Rejection> admitProgram(const http::Request &head, const Entrance &entrance,
                                                  const SeatRegistry &registry)
{
    if (entrance.shared &&
        (!entrance.listensOn.isLoopback() || cameThroughProxy(head) || isForPublicHost(head, entrance))) {
        return std::unexpected(
            Rejection{403, say("Consoles elsewhere cannot connect here. Start the desk with --seat-listen "
                               "and connect to that port.")});
    }
    const auto token = bearerToken(head);
    const auto record = token.isEmpty() ? std::nullopt : registry.find(token);
    if (!record) {
        return std::unexpected(Rejection{401,
                                         say("This desk does not know that token. Ask its host for a new one "
                                             "(anteroom --add-seat)."),
                                         true});
    }
    return *record;
}

std::expected<SeatRecord, Rejection> admit(const http::Request &head, const Entrance &entrance,
                                           const SeatRegistry &registry)
{
    auto record = admitProgram(head, entrance, registry);
    if (record && !offersOurProtocol(head))
        return std::unexpected(
            Rejection{400, say("This desk speaks the subprotocol anteroom.seat.v1 only.")});
    return record;
}

http::Response toResponse(const Rejection &rejection)
{
    http::Response response{
        rejection.status, "text/plain; charset=utf-8", rejection.sentence.toUtf8() + '\n', {}};
    if (rejection.status == 401)
        response.headers.append(http::Header("WWW-Authenticate", "Bearer realm=\"anteroom\""));
    return response;
}

void turnAway(QTcpSocket *socket, const Rejection &rejection)
{
    // What is left unread would make the system reset the connection before the answer has arrived.
    socket->readAll();
    const auto body = rejection.sentence.toUtf8() + '\n';
    QByteArray answer =
        "HTTP/1.1 " + QByteArray::number(rejection.status) + ' ' + reason(rejection.status) +
        "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\nConnection: close\r\n";
    if (rejection.status == 401)
        answer += "WWW-Authenticate: Bearer realm=\"anteroom\"\r\n";
    socket->write(answer + "\r\n" + body);
    QObject::connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(goodbyeTime, socket, [socket] { socket->abort(); });
    socket->disconnectFromHost();
    if (socket->state() == QAbstractSocket::UnconnectedState)
        socket->deleteLater();
}

} // namespace anteroom::seats
