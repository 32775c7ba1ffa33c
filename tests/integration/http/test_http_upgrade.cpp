// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_peer.h"

#include <QNetworkRequest>
#include <QSignalSpy>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>

using namespace anteroom::http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray upgrade = "GET /seat?v=1 HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\n"
                           "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"_ba;

} // namespace

class TestHttpUpgrade : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_webSockets = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
        // Short enough that a timer of ours would end the socket that was given away within the test.
        m_echo = std::make_unique<EchoServer>(Limits{.headerTime = 1s, .idleTime = 1s});
        m_heads.clear();
        m_echo->server.setUpgradeHandler("/seat"_ba, [this](const Request &head, QTcpSocket *socket) {
            m_heads.append(head);
            m_webSockets->handleConnection(socket);
        });
    }

    void cleanup()
    {
        m_webSockets.reset();
        m_echo.reset();
    }

    void handsTheConnectionToAWebSocketServer()
    {
        QSignalSpy accepted(m_webSockets.get(), &QWebSocketServer::newConnection);
        QWebSocket client;
        QSignalSpy connected(&client, &QWebSocket::connected);
        QSignalSpy heard(&client, &QWebSocket::textMessageReceived);
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/seat?v=1"_s.arg(m_echo->server.port())));
        request.setRawHeader("Authorization", "Bearer token");
        client.open(request);
        QTRY_COMPARE(connected.size(), 1);
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(m_heads.size(), 1);
        QCOMPARE(m_heads.first().target, "/seat?v=1"_ba);
        QCOMPARE(m_heads.first().header("Authorization"), "Bearer token"_ba);
        QCOMPARE(m_heads.first().peer, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(m_echo->server.connectionCount(), 0);

        const std::unique_ptr<QWebSocket> server(m_webSockets->nextPendingConnection());
        QVERIFY(server);
        QSignalSpy received(server.get(), &QWebSocket::textMessageReceived);
        client.sendTextMessage(u"queue.get"_s);
        QTRY_COMPARE(received.size(), 1);

        RawPeer idle(m_echo->server); // by the time this one is closed, an idle web socket would be as well
        QTRY_VERIFY(idle.isClosed());
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
        m_echo->server.close();
        server->sendTextMessage(u"queue.changed"_s);
        QTRY_COMPARE(heard.size(), 1);
    }

    void anyPiecesAndALaterRequestWork()
    {
        QSignalSpy accepted(m_webSockets.get(), &QWebSocketServer::newConnection);
        RawPeer peer(m_echo->server);
        peer.send(getRequest("/first"));
        QTRY_COMPARE(peer.statuses(), QList<int>{200});
        peer.send(upgrade.first(30));
        QTRY_VERIFY(peer.socket().bytesToWrite() == 0);
        const QByteArray frame("\x81\x82\0\0\0\0hi", 8); // text, masked with zeros
        peer.send(upgrade.sliced(30) + frame);           // a frame may follow at once
        QTRY_COMPARE(accepted.size(), 1);
        QTRY_COMPARE(peer.statuses(), (QList<int>{200, 101}));
        const std::unique_ptr<QWebSocket> server(m_webSockets->nextPendingConnection());
        QSignalSpy received(server.get(), &QWebSocket::textFrameReceived);
        peer.send(frame);
        QTRY_VERIFY(received.size() >= 1);
    }

    void otherPathsStayOrdinary()
    {
        RawPeer peer(m_echo->server);
        QByteArray elsewhere = upgrade;
        elsewhere.replace("/seat?v=1", "/other");
        peer.send(elsewhere);
        QTRY_COMPARE(peer.statuses(), QList<int>{200});
        QVERIFY(m_heads.isEmpty());
    }

    void answers426_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("no upgrade") << getRequest("/seat");
        QTest::newRow("not named in Connection")
            << QByteArray(upgrade).replace("keep-alive, Upgrade", "keep-alive");
        QTest::newRow("another protocol") << QByteArray(upgrade).replace("websocket", "h2c");
        QTest::newRow("POST") << QByteArray(upgrade).replace("GET", "POST");
        QTest::newRow("path without a handler") << QByteArray(upgrade).replace("/seat?v=1", "/none");
    }

    void answers426()
    {
        QFETCH(QByteArray, request);
        m_echo->server.setUpgradeHandler("/none"_ba, {});
        RawPeer peer(m_echo->server);
        peer.send(request);
        QTRY_COMPARE(peer.statuses(), QList<int>{426});
        QVERIFY(peer.answers().first().head.contains("Upgrade: websocket\r\n"));
        QVERIFY(m_heads.isEmpty());
        QVERIFY(m_echo->requests.isEmpty());
    }

    void behindAnUnansweredRequestItIsRefused()
    {
        RawPeer peer(m_echo->server);
        peer.send(getRequest("/late") + upgrade);
        QTRY_COMPARE(m_echo->late.size(), 1u);
        m_echo->late[0].respond({});
        QTRY_COMPARE(peer.statuses(), (QList<int>{200, 426}));
        QVERIFY(m_heads.isEmpty());
    }

private:
    std::unique_ptr<QWebSocketServer> m_webSockets;
    std::unique_ptr<EchoServer> m_echo;
    QList<Request> m_heads;
};

QTEST_GUILESS_MAIN(TestHttpUpgrade)
#include "test_http_upgrade.moc"
