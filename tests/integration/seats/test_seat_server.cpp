// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/seat_server.h"

#include "console.h"
#include "fake_seat_desk.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace anteroom::seats;
using namespace Qt::StringLiterals;
using anteroom::tests::Console;
using anteroom::tests::waitingCall;

/// Real sockets against the whole endpoint, with a desk whose state the test sets.
class TestSeatServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void sharedWithTheReceiver();
    void tunnelsAreKeptOut();
    void ownPort();
    void wrongTokenIsTurnedAway();
    void wrongTokensAreLimited();
    void rubbishHandshakeDoesNoHarm();
    void changesReachEverybody();
    void manyChangesAreOneMessage();
    void whoAsksSeesWhatHasJustHappened();
    void aSeatThatWasAddedAMomentAgo();
    void removedSeatIsExpelled();
    void largeMessageEndsTheConnection();
    void binaryMessageEndsTheConnection();
    void slowConsoleIsCutOff();
    void noRoom();
    void deskSaysGoodbye();
    void noticesAreForOneSeat();
    void otherProgramsAskForTheQueue();
    void otherProgramsAreKeptOutAsSeatsAre();
    void aPortOfItsOwnAnswersToo();

private:
    std::pair<int, QJsonObject> queueStatus(const QList<http::Header> &headers, quint16 port = 0) const;
    void start(SeatServerOptions options = {});
    QByteArray upgrade(const QByteArray &more) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::FakeSeatDesk> m_desk;
    std::unique_ptr<SeatRegistry> m_registry;
    std::unique_ptr<http::Server> m_receiver;
    std::unique_ptr<SeatServer> m_server;
    QString m_token;
};

void TestSeatServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<tests::FakeSeatDesk>();
    m_desk->everything = {5, {waitingCall(u"CA1"_s, 1), waitingCall(u"CA2"_s, 2)}, {}};
    m_registry = std::make_unique<SeatRegistry>(m_folder->filePath(u"seats.json"_s));
    m_registry->watch();
    m_token = m_registry->add({u"Sam"_s, calls::Role::Screener, u"+14155550142"_s}).value_or(QString());
    QVERIFY(!m_token.isEmpty());
    m_receiver = std::make_unique<http::Server>();
    m_receiver->setHandler([this](const http::Request &request, http::Responder responder) {
        if (m_server->isShared() && SeatServer::isForPrograms(request))
            return m_server->answer(request, std::move(responder));
        responder.respond({});
    });
    QVERIFY(m_receiver->listen(QHostAddress(QHostAddress::LocalHost), 0));
    SeatServerOptions options;
    options.wrongTokenWait = std::chrono::milliseconds(20);
    start(options);
}

void TestSeatServer::start(SeatServerOptions options)
{
    m_server = std::make_unique<SeatServer>(*m_desk, *m_registry, options);
    m_server->share(*m_receiver);
}

void TestSeatServer::cleanup()
{
    m_server.reset();
    m_receiver.reset();
    m_registry.reset();
}

void TestSeatServer::sharedWithTheReceiver()
{
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
    QCOMPARE(console.socket.subprotocol(), u"anteroom.seat.v1"_s);
    const auto result = console.ask(u"queue.get"_s).value("result"_L1).toObject();
    QCOMPARE(result.value("revision"_L1).toInteger(), 5);
    QCOMPARE(result.value("calls"_L1).toArray().size(), 2);
    QCOMPARE(result.value("seat"_L1).toObject().value("name"_L1).toString(), u"Sam"_s);
    QVERIFY(console.ask(u"call.pull"_s, {{u"call_sid"_s, u"CA2"_s}}).contains("result"_L1));
    QCOMPARE(m_desk->commands.size(), 1);
    // The number that rings is the one given with --phone.
    const calls::Seat sam{u"Sam"_s, calls::Role::Screener, u"+14155550142"_s};
    QCOMPARE(m_desk->seats.first(), sam);
    QCOMPARE(console.errorOf(u"nonsense"_s), -32601);
}

void TestSeatServer::tunnelsAreKeptOut()
{
    m_server->setPublicUrl(QUrl(u"https://desk.example.com"_s));
    const QList<std::pair<QByteArray, QByteArray>> forwarded{{"X-Forwarded-For", "203.0.113.7"}};
    const QList<std::pair<QByteArray, QByteArray>> forPublicHost{{"Host", "desk.example.com"}};
    for (const auto &headers : {forwarded, forPublicHost}) {
        Console console;
        console.open(m_receiver->port(), m_token, headers);
        QTRY_VERIFY(console.gone);
        QCOMPARE(m_server->sessionCount(), 0);
    }
    const auto answer =
        upgrade("Authorization: Bearer " + m_token.toLatin1() + "\r\nForwarded: for=203.0.113.7\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 403 "), answer.constData());
    QVERIFY(answer.contains("--seat-listen"));
}

/// Everything that is answered to an upgrade until the connection ends.
QByteArray TestSeatServer::upgrade(const QByteArray &more) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_receiver->port());
    socket.write("GET /seat HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                 more + "\r\n");
    (void)QTest::qWaitFor([&] {
        return socket.state() == QAbstractSocket::UnconnectedState || socket.bytesAvailable() > 2000;
    });
    return socket.readAll();
}

void TestSeatServer::ownPort()
{
    QVERIFY(m_server->listen(QHostAddress(QHostAddress::LocalHost), 0));
    QVERIFY(m_server->port() != 0);
    Console console;
    console.open(m_server->port(), m_token, {{"X-Forwarded-For", "203.0.113.7"}});
    QTRY_VERIFY(console.isConnected());
    QVERIFY(console.ask(u"queue.get"_s).contains("result"_L1));
    QTcpSocket taken;
    const auto again =
        SeatServer(*m_desk, *m_registry).listen(QHostAddress(QHostAddress::LocalHost), m_server->port());
    QVERIFY(!again);
    QVERIFY(!again.error().isEmpty());
}

void TestSeatServer::wrongTokenIsTurnedAway()
{
    auto answer = upgrade("Authorization: Bearer wrong\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 401 "), answer.constData());
    QVERIFY(answer.contains("WWW-Authenticate: Bearer"));
    QVERIFY(!answer.contains("wrong"));
    answer = upgrade({});
    QVERIFY2(answer.startsWith("HTTP/1.1 401 "), answer.constData());
    // In a URL it does not count.
    Console console;
    QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/seat?token=%2"_s.arg(m_receiver->port()).arg(m_token)));
    console.socket.open(request);
    QTRY_VERIFY(console.gone);
    QCOMPARE(m_server->sessionCount(), 0);
}

void TestSeatServer::wrongTokensAreLimited()
{
    SeatServerOptions options;
    options.wrongTokensAtOnce = 3;
    options.wrongTokenWait = std::chrono::hours(1);
    start(options);
    std::vector<std::unique_ptr<Console>> guessers;
    for (int i = 0; i < 3; ++i) {
        guessers.push_back(std::make_unique<Console>());
        guessers.back()->open(m_receiver->port(), u"guess"_s);
    }
    QTRY_COMPARE(m_receiver->connectionCount(), 0); // each has been handed over
    QByteArray answer;
    QTRY_VERIFY((answer = upgrade("Authorization: Bearer guess\r\n")).startsWith("HTTP/1.1 429 "));
    // Whoever knows the token is let in all the same.
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
}

void TestSeatServer::rubbishHandshakeDoesNoHarm()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_receiver->port());
    socket.write("GET /seat HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Version: 99\r\nAuthorization: Bearer " +
                 m_token.toLatin1() + "\r\n\r\n");
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.bytesAvailable() > 0);
    socket.abort();
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
}

void TestSeatServer::changesReachEverybody()
{
    Console first;
    Console second;
    first.open(m_receiver->port(), m_token);
    second.open(m_receiver->port(), m_token);
    QTRY_VERIFY(first.isConnected() && second.isConnected());
    QTRY_COMPARE(m_server->sessionCount(), 2);
    auto pulled = waitingCall(u"CA1"_s, 1);
    pulled.state = calls::CallState::Connecting;
    pulled.seat = u"Host"_s;
    m_desk->change({6, {pulled}, {}});
    for (auto *console : {&first, &second}) {
        const auto news = console->heard(u"queue.changed"_s);
        QCOMPARE(news.value("revision"_L1).toInteger(), 6);
        QCOMPARE(news.value("calls"_L1).toArray().size(), 2); // CA2 has moved up
    }
    auto closed = m_desk->lineStatus;
    closed.open = false;
    Q_EMIT m_desk->lineChanged(closed);
    QCOMPARE(first.heard(u"line.changed"_s).value("open"_L1), QJsonValue(false));
    calls::CloseOutStatus progress;
    progress.done = 3;
    progress.total = 9;
    Q_EMIT m_desk->closeOutChanged(progress);
    QCOMPARE(second.heard(u"closeOut.progress"_s).value("done"_L1).toInt(), 3);
}

void TestSeatServer::manyChangesAreOneMessage()
{
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_COMPARE(m_server->sessionCount(), 1);
    QTRY_VERIFY(console.isConnected());
    for (quint64 i = 0; i < 200; ++i)
        m_desk->change({6 + i, {waitingCall(u"CB%1"_s.arg(i), 10.0 + static_cast<double>(i))}, {}});
    const auto news = console.heard(u"queue.changed"_s);
    QCOMPARE(news.value("calls"_L1).toArray().size(), 200);
    QCOMPARE(news.value("revision"_L1).toInteger(), 205);
    QVERIFY(console.ask(u"queue.get"_s).contains("result"_L1));
    QVERIFY(console.received.isEmpty());
}

void TestSeatServer::whoAsksSeesWhatHasJustHappened()
{
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
    console.ask(u"queue.get"_s);
    auto call = waitingCall(u"CA1"_s, 1);
    call.topic = u"Parking"_s;
    m_desk->untold = calls::QueueChange{9, {call}, {}};
    const auto result = console.ask(u"queue.get"_s).value("result"_L1).toObject();
    QCOMPARE(result.value("revision"_L1).toInteger(), 9);
    QCOMPARE(result.value("calls"_L1).toArray().first().toObject().value("topic"_L1).toString(),
             u"Parking"_s);
    // What the answer holds was told before it, so that no notification repeats its revision.
    QVERIFY(!console.received.isEmpty());
    QCOMPARE(console.heard(u"queue.changed"_s).value("revision"_L1).toInteger(), 9);
    QVERIFY(console.received.isEmpty());
}

void TestSeatServer::aSeatThatWasAddedAMomentAgo()
{
    SeatRegistry elsewhere(m_folder->filePath(u"seats.json"_s));
    const QSignalSpy heard(m_registry.get(), &SeatRegistry::changed);
    const auto token = elsewhere.add({u"Ada"_s, calls::Role::Host, {}});
    QVERIFY(token);
    QVERIFY(heard.isEmpty()); // the watcher has not told yet
    QVERIFY(!m_registry->find(token->toLatin1()));
    QVERIFY(m_registry->refresh());
    QVERIFY(m_registry->find(token->toLatin1()));
    QVERIFY(!m_registry->refresh());
    Console console;
    console.open(m_receiver->port(), *token);
    QTRY_VERIFY(console.isConnected());
}

void TestSeatServer::removedSeatIsExpelled()
{
    const auto other = m_registry->add({u"Ana"_s, calls::Role::Viewer, {}}).value_or(QString());
    Console sam;
    Console ana;
    sam.open(m_receiver->port(), m_token);
    ana.open(m_receiver->port(), other);
    QTRY_VERIFY(sam.isConnected() && ana.isConnected());
    QTRY_COMPARE(m_server->sessionCount(), 2);
    // As "anteroom --remove-seat" does from another process, while the desk runs.
    SeatRegistry elsewhere(m_folder->filePath(u"seats.json"_s));
    QVERIFY(elsewhere.remove(u"Sam"_s));
    QTRY_VERIFY(sam.gone);
    QCOMPARE(static_cast<int>(sam.socket.closeCode()), 4401);
    QVERIFY(ana.isConnected());
    QTRY_COMPARE(m_server->sessionCount(), 1);
    const auto answer = upgrade("Authorization: Bearer " + m_token.toLatin1() + "\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 401 "), answer.constData());
}

void TestSeatServer::largeMessageEndsTheConnection()
{
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
    console.socket.sendTextMessage(u"x"_s.repeated(70 * 1024));
    QTRY_VERIFY(console.gone);
    QTRY_COMPARE(m_server->sessionCount(), 0);
}

void TestSeatServer::binaryMessageEndsTheConnection()
{
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
    console.socket.sendBinaryMessage("{}");
    QTRY_VERIFY(console.gone);
    QCOMPARE(static_cast<int>(console.socket.closeCode()), 1003);
}

void TestSeatServer::slowConsoleIsCutOff()
{
    SeatServerOptions options;
    options.session.unsentBytes = 64 * 1024;
    start(options);
    QTcpSocket deaf;
    deaf.setReadBufferSize(1024);
    deaf.connectToHost(QHostAddress(QHostAddress::LocalHost), m_receiver->port());
    deaf.write(
        "GET /seat HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " +
        m_token.toLatin1() + "\r\n\r\n");
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_COMPARE(m_server->sessionCount(), 2);
    QTRY_VERIFY(console.isConnected());
    auto call = waitingCall(u"CA1"_s, 1);
    quint64 revision = 6;
    // The system's own buffers take some megabytes first.
    QVERIFY(QTest::qWaitFor(
        [&] {
            call.notes = QString::number(revision).repeated(20'000);
            m_desk->change({++revision, {call}, {}});
            return m_server->sessionCount() == 1;
        },
        30'000));
    QVERIFY(console.isConnected());
    QVERIFY(console.ask(u"queue.get"_s).contains("result"_L1));
}

void TestSeatServer::noRoom()
{
    SeatServerOptions options;
    options.connections = 1;
    start(options);
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
    const auto answer = upgrade("Authorization: Bearer " + m_token.toLatin1() + "\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer.constData());
}

void TestSeatServer::deskSaysGoodbye()
{
    Console console;
    console.open(m_receiver->port(), m_token);
    QTRY_VERIFY(console.isConnected());
    QTRY_COMPARE(m_server->sessionCount(), 1);
    m_server->close();
    QTRY_VERIFY(console.gone);
    QCOMPARE(static_cast<int>(console.socket.closeCode()), 1001);
    QTRY_COMPARE(m_server->sessionCount(), 0);
}

void TestSeatServer::noticesAreForOneSeat()
{
    const auto other = m_registry->add({u"Ana"_s, calls::Role::Viewer, {}}).value_or(QString());
    Console sam;
    Console ana;
    sam.open(m_receiver->port(), m_token);
    ana.open(m_receiver->port(), other);
    QTRY_COMPARE(m_server->sessionCount(), 2);
    QTRY_VERIFY(sam.isConnected() && ana.isConnected());
    Q_EMIT m_desk->notice(u"Sam"_s, u"Your phone did not answer."_s);
    QCOMPARE(sam.heard(u"seat.notice"_s).value("sentence"_L1).toString(), u"Your phone did not answer."_s);
    QVERIFY(ana.ask(u"queue.get"_s).contains("result"_L1));
    QVERIFY(ana.received.isEmpty());
    // What is said to no seat in particular concerns everybody.
    Q_EMIT m_desk->notice({}, u"The line could not be opened."_s);
    for (Console *console : {&sam, &ana})
        QVERIFY(!console->heard(u"seat.notice"_s).isEmpty());
}

std::pair<int, QJsonObject> TestSeatServer::queueStatus(const QList<http::Header> &headers,
                                                        quint16 port) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(
        QUrl(u"http://127.0.0.1:%1/queue-status"_s.arg(port != 0 ? port : m_receiver->port())));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            QJsonDocument::fromJson(reply->readAll()).object()};
}

void TestSeatServer::otherProgramsAskForTheQueue()
{
    const QList<http::Header> token{{"Authorization", "Bearer " + m_token.toLatin1()}};
    QCOMPARE(queueStatus(token).first, 503); // the phone company has not answered yet
    m_desk->queue = {false, 0, 0};
    QCOMPARE(queueStatus(token).first, 404);
    m_desk->queue = {true, 2, 61};
    const auto [status, body] = queueStatus(token);
    QCOMPARE(status, 200);
    QCOMPARE(body, (QJsonObject{{u"current_size"_s, 2}, {u"average_wait_time"_s, 61}}));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_receiver->port());
    socket.write(
        "POST /queue-status HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nAuthorization: Bearer " +
        m_token.toLatin1() + "\r\n\r\n");
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 405 "));
}

void TestSeatServer::otherProgramsAreKeptOutAsSeatsAre()
{
    m_desk->queue = {true, 2, 61};
    m_server->setPublicUrl(QUrl(u"https://desk.example.com"_s));
    const http::Header token{"Authorization", "Bearer " + m_token.toLatin1()};
    QCOMPARE(queueStatus({token}).first, 200);
    QCOMPARE(queueStatus({}).first, 401);
    QCOMPARE(queueStatus({{"Authorization", "Bearer nonsense"}}).first, 401);
    QCOMPARE(queueStatus({token, {"X-Forwarded-For", "203.0.113.7"}}).first, 403);
    QCOMPARE(queueStatus({token, {"Forwarded", "for=203.0.113.7"}}).first, 403);
    QCOMPARE(queueStatus({token, {"Host", "desk.example.com"}}).first, 403);
    QVERIFY(queueStatus({{"Authorization", "Bearer nonsense"}}).second.isEmpty());
    QVERIFY(m_registry->remove(u"Sam"_s));
    QCOMPARE(queueStatus({token}).first, 401);
}

void TestSeatServer::aPortOfItsOwnAnswersToo()
{
    m_desk->queue = {true, 0, 0};
    SeatServer own(*m_desk, *m_registry);
    QVERIFY(own.listen(QHostAddress(QHostAddress::LocalHost), 0));
    QVERIFY(!own.isShared());
    const http::Header token{"Authorization", "Bearer " + m_token.toLatin1()};
    // There a proxy may stand in front.
    QCOMPARE(queueStatus({token, {"X-Forwarded-For", "203.0.113.7"}}, own.port()).first, 200);
    QCOMPARE(queueStatus({}, own.port()).first, 401);
}

QTEST_GUILESS_MAIN(TestSeatServer)
#include "test_seat_server.moc"
