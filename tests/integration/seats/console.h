// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QNetworkRequest>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <functional>

namespace anteroom::tests {

/// A console as a script would write it: one WebSocket, messages kept in order of arrival.
class Console : public QObject
{
public:
    Console()
    {
        connect(&socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            received.append(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        connect(&socket, &QWebSocket::disconnected, this, [this] { gone = true; });
        // The error of a refused upgrade; "disconnected" comes only after a connection.
        connect(&socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
            if (state == QAbstractSocket::UnconnectedState)
                gone = true;
        });
    }

    void open(quint16 port, const QString &token,
              const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/seat").arg(port)));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("anteroom.seat.v1")});
        socket.open(request, options);
    }

    bool isConnected() const { return socket.state() == QAbstractSocket::ConnectedState; }

    /// Sends a request and waits for its answer; an empty object if none comes.
    QJsonObject ask(const QString &method, const QJsonObject &params = {})
    {
        const int id = ++lastId;
        socket.sendTextMessage(
            QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                                        {QStringLiteral("id"), id},
                                                        {QStringLiteral("method"), method},
                                                        {QStringLiteral("params"), params}})
                                  .toJson()));
        QJsonObject answer;
        (void)QTest::qWaitFor([&] {
            answer = take(
                [id](const QJsonObject &each) { return each.value(QStringLiteral("id")).toInt() == id; });
            return !answer.isEmpty() || gone;
        });
        return answer;
    }

    int errorOf(const QString &method, const QJsonObject &params = {})
    {
        return ask(method, params)
            .value(QStringLiteral("error"))
            .toObject()
            .value(QStringLiteral("code"))
            .toInt();
    }

    /// Waits for a notification and gives its params.
    QJsonObject heard(const QString &method)
    {
        QJsonObject found;
        (void)QTest::qWaitFor([&] {
            found = take([&](const QJsonObject &each) {
                return each.value(QStringLiteral("method")).toString() == method;
            });
            return !found.isEmpty() || gone;
        });
        return found.value(QStringLiteral("params")).toObject();
    }

    QWebSocket socket;
    QList<QJsonObject> received;
    bool gone = false;
    int lastId = 0;

private:
    QJsonObject take(const std::function<bool(const QJsonObject &)> &isIt)
    {
        for (qsizetype i = 0; i < received.size(); ++i) {
            if (isIt(received.at(i)))
                return received.takeAt(i);
        }
        return {};
    }
};

} // namespace anteroom::tests
