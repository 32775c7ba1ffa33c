// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_peer.h"

using namespace anteroom::http;
using namespace Qt::StringLiterals;

class TestHttpServer : public QObject
{
    Q_OBJECT
private slots:
    void keepsTheConnection()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        for (int i = 1; i <= 3; ++i) {
            peer.send("POST /n" + QByteArray::number(i) +
                      " HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nx=1");
            QTRY_COMPARE(peer.answers().size(), i);
            QCOMPARE(peer.answers().last().body, "POST /n" + QByteArray::number(i) + " x=1");
        }
        QCOMPARE(echo.server.connectionCount(), 1);
        QVERIFY(!peer.isClosed());
        QCOMPARE(echo.requests.first().peer, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(peer.answers().first().head.contains("\r\nDate: "));
        QVERIFY(peer.answers().first().head.contains("\r\nContent-Type: text/plain\r\n"));
    }

    void anAddressOfIPv6StandsInBrackets()
    {
        QCOMPARE(hostAndPort(QHostAddress(u"::1"_s), 80), u"[::1]:80"_s);
        QCOMPARE(hostAndPort(QHostAddress(u"127.0.0.1"_s), 8737), u"127.0.0.1:8737"_s);
    }

    void closesWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("closes");
        QTest::newRow("1.1") << "GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba << false;
        QTest::newRow("1.1 close") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"_ba << true;
        QTest::newRow("1.0") << "GET / HTTP/1.0\r\n\r\n"_ba << true;
        QTest::newRow("1.0 keep-alive") << "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba << false;
    }

    void closesWhenAsked()
    {
        QFETCH(QByteArray, request);
        QFETCH(bool, closes);
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send(request + request);
        QTRY_COMPARE(peer.answers().size(), closes ? 1 : 2);
        QCOMPARE(peer.answers().first().head.contains("Connection: close\r\n"), closes);
        if (closes) {
            QTRY_VERIFY(peer.isClosed());
            QTRY_COMPARE(echo.server.connectionCount(), 0);
            QCOMPARE(echo.requests.size(), 1);
        } else {
            QCOMPARE(peer.answers().first().head.contains("Connection: keep-alive\r\n"),
                     request.contains("1.0"));
            QVERIFY(!peer.isClosed());
        }
    }

    void answersPipelinedRequestsInOrder()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send(getRequest("/late1") + getRequest("/now2") + getRequest("/late3") + getRequest("/now4"));
        QTRY_COMPARE(echo.requests.size(), 4);
        QCOMPARE(echo.late.size(), 2u);
        echo.late[1].respond({.body = "third"_ba});
        echo.late[0].respond({.body = "first"_ba});
        QTRY_COMPARE(peer.answers().size(), 4);
        const QList<Answer> answers = peer.answers();
        QCOMPARE(answers[0].body, "first"_ba);
        QCOMPARE(answers[1].body, "GET /now2 "_ba);
        QCOMPARE(answers[2].body, "third"_ba);
        QCOMPARE(answers[3].body, "GET /now4 "_ba);
    }

    void readsOnlySoManyAhead()
    {
        EchoServer echo({.pipelined = 3});
        RawPeer peer(echo.server);
        QByteArray many;
        for (int i = 0; i < 10; ++i)
            many += getRequest("/late" + QByteArray::number(i));
        peer.send(many);
        QTRY_COMPARE(echo.requests.size(), 3);
        for (std::size_t i = 0; i < 10; ++i) {
            QTRY_VERIFY(echo.late.size() > i);
            QVERIFY(echo.requests.size() <= static_cast<qsizetype>(i) + 3);
            echo.late[i].respond({.body = echo.requests[static_cast<qsizetype>(i)].target});
        }
        QTRY_COMPARE(peer.answers().size(), 10);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(peer.answers()[i].body, "/late" + QByteArray::number(i));
    }

    void manyPipelinedRequestsAreAllAnswered()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        QByteArray many;
        for (int i = 0; i < 2000; ++i)
            many += getRequest("/" + QByteArray::number(i));
        peer.send(many);
        QTRY_COMPARE(echo.requests.size(), 2000);
        QTRY_COMPARE(peer.answers().size(), 2000);
        QCOMPARE(peer.answers().last().body, "GET /1999 "_ba);
    }

    void readsChunks()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nCall"_ba);
        QTRY_COMPARE(echo.server.connectionCount(), 1);
        QCOMPARE(echo.requests.size(), 0);
        peer.send("\r\n3\r\nSid\r\n0\r\n\r\n"_ba + getRequest("/next"));
        QTRY_COMPARE(peer.answers().size(), 2);
        QCOMPARE(peer.answers()[0].body, "POST /c CallSid"_ba);
        QCOMPARE(peer.answers()[1].body, "GET /next "_ba);
    }

    void answersHeadWithoutABody()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send("HEAD /h HTTP/1.1\r\nHost: a\r\n\r\nHEAD /h HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
        QTRY_COMPARE(peer.answers(true).size(), 2);
        QVERIFY(peer.answers(true)[0].head.contains("Content-Length: 8\r\n"));
        QVERIFY(peer.received().endsWith("\r\n\r\n"));
    }

    void invitesAnExpectedBody()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        const QByteArray head =
            "POST /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n"_ba;
        peer.send(getRequest("/late") + head);
        QTRY_COMPARE(echo.late.size(), 1u);
        QVERIFY(peer.received().isEmpty()); // the answer before it goes first
        echo.late[0].respond({.status = 404});
        QTRY_COMPARE(peer.statuses(), (QList<int>{404, 100}));
        peer.send("body");
        QTRY_COMPARE(peer.statuses(), (QList<int>{404, 100, 200}));
        QCOMPARE(peer.answers().last().body, "POST /e body"_ba);
        peer.send(head + "body"); // who sends it unasked needs no invitation
        QTRY_COMPARE(peer.statuses(), (QList<int>{404, 100, 200, 200}));
    }

    void leavesMethodsToTheHandler()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send("BREW /pot?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
        QTRY_COMPARE(peer.answers().size(), 1);
        QCOMPARE(echo.requests.first().method, "BREW"_ba);
        QCOMPARE(echo.requests.first().target, "/pot?a=%zz"_ba);
    }

    void refusesSmugglingAndCloses()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send(
            "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba +
            getRequest("/smuggled"));
        QTRY_VERIFY(peer.isClosed());
        QCOMPARE(peer.statuses(), QList<int>{400});
        QVERIFY(echo.requests.isEmpty());
    }

    void answersEarlierRequestsBeforeItRefuses()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send(getRequest("/late") + "NONSENSE\r\n\r\n");
        QTRY_COMPARE(echo.late.size(), 1u);
        QVERIFY(peer.received().isEmpty());
        echo.late[0].respond({});
        QTRY_VERIFY(peer.isClosed());
        QCOMPARE(peer.statuses(), (QList<int>{200, 400}));
    }

    void aDroppedResponderAnswers500()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send(getRequest("/late1") + getRequest("/late2"));
        QTRY_COMPARE(echo.late.size(), 2u);
        echo.late[0] = std::move(echo.late[1]); // drops the first
        echo.late.clear();                      // and the second
        QTRY_COMPARE(peer.statuses(), (QList<int>{500, 500}));
    }

    void aResponderAnswersOnce()
    {
        EchoServer echo;
        RawPeer peer(echo.server);
        peer.send(getRequest("/late"));
        QTRY_COMPARE(echo.late.size(), 1u);
        echo.late[0].respond({.body = "one"_ba});
        echo.late[0].respond({.body = "two"_ba});
        echo.late.clear();
        peer.send(getRequest("/next"));
        QTRY_COMPARE(peer.answers().size(), 2);
        QCOMPARE(peer.answers()[0].body, "one"_ba);
        QCOMPARE(peer.answers()[1].body, "GET /next "_ba);
    }

    void aResponderOutlivesItsConnection()
    {
        EchoServer echo;
        {
            RawPeer peer(echo.server);
            peer.send(getRequest("/late"));
            QTRY_COMPARE(echo.late.size(), 1u);
        }
        QTRY_COMPARE(echo.server.connectionCount(), 0);
        echo.late[0].respond({.body = "nobody hears"_ba});
    }

    void aResponderOutlivesItsServer()
    {
        std::vector<Responder> late;
        {
            EchoServer echo;
            RawPeer peer(echo.server);
            peer.send(getRequest("/late1") + getRequest("/late2"));
            QTRY_COMPARE(echo.late.size(), 2u);
            late = std::move(echo.late);
        }
        late[0].respond({});
        late.clear();
    }

    void aHandlerMayCloseTheServer()
    {
        Server server;
        int handled = 0;
        server.setHandler([&](const Request &, Responder responder) {
            ++handled;
            server.close();
            responder.respond({});
        });
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
        RawPeer peer(server);
        peer.send(getRequest("/1") + getRequest("/2"));
        QTRY_VERIFY(peer.isClosed());
        QCOMPARE(handled, 1);
        QCOMPARE(server.connectionCount(), 0);
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0)); // and may listen again
        RawPeer second(server);
        QTRY_VERIFY(second.isConnected());
    }

    void endsTheConnectionOfADroppedRequest()
    {
        EchoServer echo;
        RawPeer other(echo.server);
        other.send(getRequest("/now"));
        RawPeer peer(echo.server);
        peer.send(getRequest("/late1") + getRequest("/late2"));
        QTRY_COMPARE(echo.late.size(), 2u);
        echo.late[0].drop();
        QTRY_VERIFY(peer.isClosed());
        QCOMPARE(peer.received(), QByteArray());
        echo.late[1].respond({}); // its connection is gone with the first: harmless
        echo.late[1].drop();
        QTRY_COMPARE(other.answers().size(), 1);
        QCOMPARE(echo.server.connectionCount(), 1);
    }

    void aHandlerMayDropAtOnce()
    {
        Server server;
        int handled = 0;
        server.setHandler([&](const Request &, Responder responder) {
            ++handled;
            responder.drop();
        });
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
        RawPeer peer(server);
        peer.send(getRequest("/1") + getRequest("/2"));
        QTRY_VERIFY(peer.isClosed());
        QCOMPARE(peer.received(), QByteArray());
        QCOMPARE(handled, 1);
        QTRY_COMPARE(server.connectionCount(), 0);
    }

    void withoutAHandlerItIsUnavailable()
    {
        Server server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
        RawPeer peer(server);
        peer.send(getRequest("/"));
        QTRY_COMPARE(peer.statuses(), QList<int>{503});
    }

    void sendsALargeAnswerWhole()
    {
        EchoServer echo;
        const QByteArray recording(5 * 1024 * 1024, 'w');
        RawPeer peer(echo.server);
        peer.send(getRequest("/late") + getRequest("/after"));
        QTRY_COMPARE(echo.late.size(), 1u);
        echo.late[0].respond({.contentType = "audio/x-wav"_ba, .body = recording});
        QTRY_COMPARE(peer.answers().size(), 2);
        QCOMPARE(peer.answers()[0].body, recording);
        QCOMPARE(peer.answers()[1].body, "GET /after "_ba);
    }

    void saysWhyItCannotListen()
    {
        EchoServer echo;
        Server second;
        const auto taken = second.listen(QHostAddress(QHostAddress::LocalHost), echo.server.port());
        QVERIFY(!taken);
        QVERIFY2(taken.error().contains(u"127.0.0.1:%1"_s.arg(echo.server.port())),
                 qPrintable(taken.error()));
        QVERIFY(taken.error().contains(u"Another program"_s));
        const auto foreign = second.listen(QHostAddress(u"192.0.2.1"_s), 0);
        QVERIFY(!foreign);
        QVERIFY2(foreign.error().contains(u"not an address of this computer"_s), qPrintable(foreign.error()));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_http_server.moc"
