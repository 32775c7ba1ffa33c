// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_peer.h"

#include <QFile>
#include <QNetworkInterface>
#include <QScopeGuard>
#include <QTimer>

#include <algorithm>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace anteroom::http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Null without one.
QHostAddress addressOutsideLoopback()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            return address;
    }
    return {};
}

} // namespace

class TestHttpLimits : public QObject
{
    Q_OBJECT
private slots:
    void size_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\n"_ba;
        QTest::newRow("header") << start + "X: " + QByteArray(17 * 1024, 'x') << 431;
        QTest::newRow("target") << "GET /" + QByteArray(17 * 1024, 'x') << 414;
        QTest::newRow("body announced") << start + "Content-Length: 65537\r\n\r\n" << 413;
        QTest::newRow("body announced and expected")
            << start + "Expect: 100-continue\r\nContent-Length: 65537\r\n\r\n"
            << 413;
        QTest::newRow("body sent") << start + "Content-Length: 300000\r\n\r\n" + QByteArray(300'000, 'b')
                                   << 413;
        QTest::newRow("chunks") << start + "Transfer-Encoding: chunked\r\n\r\n" +
                                       ("1000\r\n" + QByteArray(4096, 'c') + "\r\n").repeated(20)
                                << 413;
    }

    void size()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send(bytes);
        QTRY_VERIFY(peer.isClosed());
        QCOMPARE(peer.statuses(), QList<int>{status}); // the answer survives what was still on its way
        QVERIFY(peer.answers().first().head.contains("Connection: close\r\n"));
        QVERIFY(echo.requests.isEmpty());
        peer.socket().close();
        QTRY_COMPARE(echo.server.connectionCount(), 0);
    }

    void aBodyOfTheLimitPasses()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        const QByteArray body(64 * 1024, 'b');
        peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65536\r\n\r\n" + body);
        QTRY_COMPARE(peer.answers().size(), 1);
        QCOMPARE(echo.requests.first().body, body);
    }

    void aSlowHeadIsEnded()
    {
        EchoServer echo({.headerTime = 100ms});
        RawPeer peer(echo.server);
        peer.send("GET / HTTP/1.1\r\nHost:"_ba);
        QTRY_VERIFY(peer.isClosed());
        QCOMPARE(peer.statuses(), QList<int>{408});
    }

    /// Each byte comes in time, the head never does.
    void aDrippedHeadIsEnded()
    {
        EchoServer echo({.headerTime = 200ms});
        RawPeer peer(echo.server);
        peer.send("GET / HTTP/1.1\r\nX: "_ba);
        QTimer drip;
        connect(&drip, &QTimer::timeout, &peer, [&] { peer.send("x"); });
        drip.start(10ms);
        QTRY_COMPARE(peer.statuses(), QList<int>{408});
        QTRY_VERIFY(peer.isClosed());
    }

    void drippedEmptyLinesAreEnded()
    {
        EchoServer echo({.headerTime = 200ms});
        RawPeer peer(echo.server);
        QTimer drip;
        connect(&drip, &QTimer::timeout, &peer, [&] { peer.send("\r\n"); });
        drip.start(10ms);
        QTRY_COMPARE(peer.statuses(), QList<int>{408});
    }

    void aSlowBodyIsEnded()
    {
        EchoServer echo({.bodyTime = 200ms});
        RawPeer peer(echo.server);
        peer.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"_ba);
        QTimer drip;
        connect(&drip, &QTimer::timeout, &peer, [&] { peer.send("1\r\nx\r\n"); });
        drip.start(10ms);
        QTRY_COMPARE(peer.statuses(), QList<int>{408});
        QTRY_VERIFY(peer.isClosed());
        QVERIFY(echo.requests.isEmpty());
    }

    void anIdleConnectionIsClosedWithoutAWord()
    {
        EchoServer echo({.headerTime = 500ms, .idleTime = 500ms});
        RawPeer never(echo.server);
        RawPeer once(echo.server);
        once.send(getRequest("/"));
        QTRY_VERIFY(never.isClosed() && once.isClosed());
        QVERIFY(never.received().isEmpty());
        QCOMPARE(once.statuses(), QList<int>{200});
        QTRY_COMPARE(echo.server.connectionCount(), 0);
    }

    void whoNeverAsksHasOnlyTheTimeOfAHead()
    {
        EchoServer echo({.headerTime = 200ms});
        RawPeer once(echo.server);
        once.send(getRequest("/"));
        QTRY_COMPARE(once.statuses(), QList<int>{200});
        RawPeer never(echo.server);
        QTRY_VERIFY(never.isClosed());
        QVERIFY(never.received().isEmpty());
        QVERIFY(!once.isClosed()); // connected before it and may stay idle
    }

    void waitingForOurAnswerIsNotIdle()
    {
        EchoServer echo({.headerTime = 50ms, .idleTime = 50ms});
        RawPeer waiting(echo.server);
        waiting.send(getRequest("/late"));
        QTRY_COMPARE(echo.late.size(), 1u);
        for (int round = 0; round < 3; ++round) { // each as long as the idle time at least
            RawPeer idle(echo.server);
            QTRY_VERIFY(idle.isClosed());
        }
        QVERIFY(!waiting.isClosed());
        echo.late[0].respond({});
        QTRY_COMPARE(waiting.statuses(), QList<int>{200});
    }

    void aPeerThatNeverReadsIsCutOff()
    {
        EchoServer echo({.writeTime = 100ms});
        RawPeer deaf(echo.server);
        deaf.socket().setReadBufferSize(1);
        deaf.send(getRequest("/late"));
        QTRY_COMPARE(echo.late.size(), 1u);
        echo.late[0].respond({.body = QByteArray(32 * 1024 * 1024, 'x')});
        QTRY_COMPARE(echo.server.connectionCount(), 0);
    }

    void aPeerThatNeverReadsIsNotReadEither()
    {
        EchoServer echo({.bodyBytes = 1024 * 1024});
        RawPeer deaf(echo.server);
        deaf.socket().setReadBufferSize(1);
        const QByteArray body(1024 * 1024, 'b');
        const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n" + body;
        constexpr int sent = 64;
        for (int i = 0; i < sent; ++i)
            deaf.send(post);
        RawPeer healthy(echo.server);
        qsizetype ofDeaf = -1; // served by the time the other had its fifty answers
        healthy.repeat(getRequest("/healthy"), 50, [&] {
            ofDeaf =
                std::ranges::count_if(echo.requests, [](const Request &r) { return r.method == "POST"; });
        });
        QTRY_VERIFY(ofDeaf >= 0);
        QVERIFY2(ofDeaf < sent, qPrintable(QString::number(ofDeaf)));
        deaf.socket().setReadBufferSize(0);
        QTRY_COMPARE(deaf.answers().size(), sent);
    }

    void aNewcomerTakesThePlaceOfWhoWaitedLongest()
    {
        EchoServer echo({.connections = 3});
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 3; ++i) {
            peers.push_back(std::make_unique<RawPeer>(echo.server));
            QTRY_COMPARE(echo.server.connectionCount(), i + 1);
        }
        peers[0]->send(getRequest("/late")); // the oldest, but it waits for us
        QTRY_COMPARE(echo.late.size(), 1u);
        RawPeer newcomer(echo.server);
        newcomer.send(getRequest("/"));
        QTRY_COMPARE(newcomer.statuses(), QList<int>{200});
        QTRY_VERIFY(peers[1]->isClosed());
        QVERIFY(peers[1]->received().isEmpty());
        QVERIFY(!peers[2]->isClosed());
        echo.late[0].respond({});
        QTRY_COMPARE(peers[0]->statuses(), QList<int>{200});
        QCOMPARE(echo.server.connectionCount(), 3);
    }

    void onlyWhenAllAreBusyANewcomerIsRefused()
    {
        EchoServer echo({.connections = 3});
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (std::size_t i = 0; i < 3; ++i) {
            peers.push_back(std::make_unique<RawPeer>(echo.server));
            peers[i]->send(getRequest("/late"));
            QTRY_COMPARE(echo.late.size(), i + 1);
        }
        for (int i = 0; i < 2; ++i) { // the second does not take the place of the first, which has none
            RawPeer tooMany(echo.server);
            QTRY_VERIFY(tooMany.isClosed());
            QCOMPARE(tooMany.statuses(), QList<int>{503});
            tooMany.socket().close();
        }
        echo.late[0].respond({});
        QTRY_COMPARE(peers[0]->statuses(), QList<int>{200});
        RawPeer next(echo.server);
        next.send(getRequest("/"));
        QTRY_COMPARE(next.statuses(), QList<int>{200});
        QTRY_VERIFY(peers[0]->isClosed());
    }

    /// The phone company's requests come through a tunnel, as everybody's do.
    void loopbackIsNotOnePeer()
    {
        EchoServer echo({.connectionsPerPeer = 2});
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 5; ++i)
            peers.push_back(std::make_unique<RawPeer>(echo.server));
        QTRY_COMPARE(echo.server.connectionCount(), 5);
        for (auto &peer : peers)
            peer->send(getRequest("/"));
        QTRY_COMPARE(echo.requests.size(), 5);
    }

    void connectionsOfOnePeer()
    {
        const QHostAddress outside = addressOutsideLoopback();
        if (outside.isNull())
            QSKIP("this machine has only loopback");
        Server server({.connectionsPerPeer = 2});
        std::vector<Responder> late;
        server.setHandler(
            [&](const Request &, Responder responder) { late.push_back(std::move(responder)); });
        QVERIFY(server.listen(outside, 0));
        std::vector<std::unique_ptr<QTcpSocket>> peers;
        const auto connectOne = [&] {
            peers.push_back(std::make_unique<QTcpSocket>());
            peers.back()->connectToHost(outside, server.port());
            peers.back()->write(getRequest("/"));
        };
        connectOne();
        connectOne();
        QTRY_COMPARE(late.size(), 2u);
        connectOne();
        QTRY_VERIFY(peers[2]->peek(64).startsWith("HTTP/1.1 503"));
        late[1].respond({});
        QTRY_VERIFY(peers[1]->peek(64).startsWith("HTTP/1.1 200"));
        connectOne();
        QTRY_COMPARE(late.size(), 3u);
        QTRY_COMPARE(peers[1]->state(), QAbstractSocket::UnconnectedState);
    }

    /// More silent and slow peers than there are places; the phone company gets through all the same.
    void silentPeersDoNotShutTheOthersOut()
    {
        EchoServer echo;
        std::vector<std::unique_ptr<RawPeer>> hostile;
        for (int i = 0; i < 900; ++i) {
            hostile.push_back(std::make_unique<RawPeer>(echo.server));
            if (i >= 600)
                hostile.back()->send("POST /twilio/voice HTTP/1.1\r\nX-Slow: "_ba);
        }
        QTRY_COMPARE(echo.server.connectionCount(), Limits().connections);
        RawPeer good(echo.server);
        good.send(getRequest("/good"));
        QTRY_COMPARE(good.statuses(), QList<int>{200});
        QCOMPARE(echo.requests.size(), 1);
    }

    void aFloodOfConnectionsIsHeldBelowTheLimit()
    {
        EchoServer echo({.connections = 20});
        std::vector<std::unique_ptr<RawPeer>> flood;
        for (int i = 0; i < 200; ++i)
            flood.push_back(std::make_unique<RawPeer>(echo.server));
        const auto closed = [&] {
            return std::ranges::count_if(flood, [](const auto &peer) { return peer->isClosed(); });
        };
        QTRY_COMPARE(closed(), 180);
        for (auto &peer : flood) {
            if (peer->isClosed())
                peer->socket().close();
            else
                peer->send(getRequest("/"));
        }
        QTRY_COMPARE(echo.requests.size(), 20);
        QTRY_COMPARE(echo.server.connectionCount(), 20);
    }

#ifdef Q_OS_UNIX
    void outOfDescriptorsItAcceptsAgainLater()
    {
        EchoServer echo;
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        QFile probe(QCoreApplication::applicationFilePath());
        QVERIFY(probe.open(QIODevice::ReadOnly));
        const rlimit one{.rlim_cur = static_cast<rlim_t>(probe.handle()) + 1, .rlim_max = before.rlim_max};
        probe.close(); // its number is the lowest free one, and the last within the new limit
        const auto restore = qScopeGuard([&] { setrlimit(RLIMIT_NOFILE, &before); });
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &one), 0);
        RawPeer peer(echo.server);
        QTRY_VERIFY(peer.isConnected()); // by the system; the server has no descriptor for it
        peer.send(getRequest("/"));
        QTRY_COMPARE(peer.socket().bytesToWrite(), 0);
        QCOMPARE(echo.server.connectionCount(), 0);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
        QTRY_COMPARE(peer.statuses(), QList<int>{200});
    }
#endif

    void slowPeersDoNotStarveOthers()
    {
        EchoServer echo;
        std::vector<std::unique_ptr<RawPeer>> hostile;
        for (int i = 0; i < 100; ++i) {
            hostile.push_back(std::make_unique<RawPeer>(echo.server));
            if (i % 2 == 0)
                hostile.back()->send("GET / HTTP/1.1\r\nX-Slow: "_ba);
            else
                hostile.back()->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\nslow"_ba);
        }
        QTimer drip;
        connect(&drip, &QTimer::timeout, &drip, [&] {
            for (auto &peer : hostile)
                peer->send("x");
        });
        drip.start(1ms);
        QByteArray burst;
        for (int i = 0; i < 500; ++i)
            burst += getRequest("/burst");
        RawPeer flooding(echo.server);
        flooding.send(burst.repeated(20));
        RawPeer healthy(echo.server);
        qsizetype ofFlood = -1; // served by the time the other had its answers
        healthy.repeat(getRequest("/healthy"), 20, [&] {
            ofFlood =
                std::ranges::count_if(echo.requests, [](const Request &r) { return r.target == "/burst"; });
        });
        QTRY_VERIFY(ofFlood >= 0);
        // Ten thousand requests came before it and are still being served: nobody waits for the end of a
        // flood.
        QVERIFY2(ofFlood < 10'000, qPrintable(QString::number(ofFlood)));
        QTRY_COMPARE(flooding.answers().size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_http_limits.moc"
