// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/front_door.h"

#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace anteroom::seats;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QList<http::Header>)

class TestFrontDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sharedEntrance_data();
    void sharedEntrance();
    void publicHostThatIsTheListenAddress();
    void sharedOnlyOnLoopback();
    void ownEntranceAsksOnlyForTheToken();
    void token_data();
    void token();
    void subprotocol_data();
    void subprotocol();

private:
    http::Request request(const QList<http::Header> &more, const QByteArray &host = "127.0.0.1:8737") const;
    int status(const http::Request &head, const Entrance &entrance) const;

    QTemporaryDir m_folder;
    std::unique_ptr<SeatRegistry> m_registry;
    QByteArray m_token;
    const Entrance m_shared{true, QHostAddress(QHostAddress::LocalHost),
                            QUrl(u"https://desk.example.com/"_s)};
    const Entrance m_own{false, QHostAddress(QHostAddress::AnyIPv4), {}};
};

void TestFrontDoor::initTestCase()
{
    m_registry = std::make_unique<SeatRegistry>(m_folder.filePath(u"seats.json"_s));
    const auto token = m_registry->add({u"Sam"_s, calls::Role::Screener, {}});
    QVERIFY(token);
    m_token = token->toLatin1();
}

http::Request TestFrontDoor::request(const QList<http::Header> &more, const QByteArray &host) const
{
    http::Request head;
    head.method = "GET";
    head.target = "/seat";
    if (!host.isEmpty())
        head.headers.append({"Host", host});
    head.headers.append({"Authorization", "Bearer " + m_token});
    head.headers += more;
    return head;
}

int TestFrontDoor::status(const http::Request &head, const Entrance &entrance) const
{
    const auto admitted = admit(head, entrance, *m_registry);
    return admitted ? 101 : admitted.error().status;
}

void TestFrontDoor::sharedEntrance_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QList<http::Header>>("headers");
    QTest::addColumn<int>("expected");
    using Headers = QList<http::Header>;
    QTest::newRow("from this machine") << "127.0.0.1:8737"_ba << Headers() << 101;
    QTest::newRow("by name") << "localhost:8737"_ba << Headers() << 101;
    QTest::newRow("IPv6") << "[::1]:8737"_ba << Headers() << 101;
    QTest::newRow("for the public host") << "desk.example.com"_ba << Headers() << 403;
    QTest::newRow("with a port") << "desk.example.com:443"_ba << Headers() << 403;
    QTest::newRow("in capitals") << "DESK.Example.COM"_ba << Headers() << 403;
    QTest::newRow("with the root's dot") << "desk.example.com."_ba << Headers() << 403;
    QTest::newRow("no host") << ""_ba << Headers() << 403;
    QTest::newRow("Forwarded") << "127.0.0.1"_ba << Headers{{"forwarded", "for=1.2.3.4"}} << 403;
    QTest::newRow("X-Forwarded-For") << "127.0.0.1"_ba << Headers{{"X-Forwarded-For", "1.2.3.4"}} << 403;
    QTest::newRow("X-Forwarded-Proto") << "127.0.0.1"_ba << Headers{{"x-forwarded-proto", "https"}} << 403;
    QTest::newRow("something like it") << "127.0.0.1"_ba << Headers{{"X-Forward", "1"}} << 101;
}

void TestFrontDoor::sharedEntrance()
{
    QFETCH(QByteArray, host);
    QFETCH(QList<http::Header>, headers);
    const int answered = status(request(headers, host), m_shared);
    QTEST(answered, "expected");
}

void TestFrontDoor::publicHostThatIsTheListenAddress()
{
    for (const auto &url : {u"http://127.0.0.1:8737"_s, u"http://localhost:8737"_s, u""_s}) {
        const Entrance entrance{true, QHostAddress(QHostAddress::LocalHost), QUrl(url)};
        QCOMPARE(status(request({}), entrance), 101);
    }
}

void TestFrontDoor::sharedOnlyOnLoopback()
{
    for (const auto &address : {u"0.0.0.0"_s, u"::"_s, u"192.168.1.5"_s}) {
        const Entrance entrance{true, QHostAddress(address), {}};
        QCOMPARE(status(request({}), entrance), 403);
    }
}

void TestFrontDoor::ownEntranceAsksOnlyForTheToken()
{
    QCOMPARE(status(request({{"X-Forwarded-For", "1.2.3.4"}}, "desk.example.com"), m_own), 101);
}

void TestFrontDoor::token_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("expected");
    QTest::newRow("right") << "Bearer %1"_ba << 101;
    QTest::newRow("the scheme has no case") << "bearer  %1 "_ba << 101;
    QTest::newRow("none") << ""_ba << 401;
    QTest::newRow("empty") << "Bearer "_ba << 401;
    QTest::newRow("wrong") << "Bearer wrong"_ba << 401;
    QTest::newRow("one more letter") << "Bearer %1x"_ba << 401;
    QTest::newRow("another scheme") << "Basic %1"_ba << 401;
    QTest::newRow("no scheme") << "%1"_ba << 401;
}

void TestFrontDoor::token()
{
    QFETCH(QByteArray, authorization);
    http::Request head = request({});
    head.headers.removeIf([](const auto &header) { return header.first == "Authorization"; });
    if (!authorization.isEmpty())
        head.headers.append({"authorization", authorization.replace("%1", m_token)});
    const int answered = status(head, m_own);
    QTEST(answered, "expected");
    const auto admitted = admit(head, m_own, *m_registry);
    if (!admitted)
        QVERIFY(admitted.error().wrongToken);
    else
        QCOMPARE(admitted->seat.name, u"Sam"_s);
}

void TestFrontDoor::subprotocol_data()
{
    QTest::addColumn<QList<http::Header>>("headers");
    QTest::addColumn<int>("expected");
    using Headers = QList<http::Header>;
    const QByteArray name = "Sec-WebSocket-Protocol";
    QTest::newRow("ours") << Headers{{name, "anteroom.seat.v1"}} << 101;
    QTest::newRow("none") << Headers() << 101;
    QTest::newRow("among others") << Headers{{name, "chat, anteroom.seat.v1"}} << 101;
    QTest::newRow("in a second header")
        << Headers{{name, "chat"}, {name.toLower(), "anteroom.seat.v1"}} << 101;
    QTest::newRow("another") << Headers{{name, "anteroom.seat.v2"}} << 400;
}

void TestFrontDoor::subprotocol()
{
    QFETCH(QList<http::Header>, headers);
    const int answered = status(request(headers), m_own);
    QTEST(answered, "expected");
}

QTEST_GUILESS_MAIN(TestFrontDoor)
#include "test_front_door.moc"
