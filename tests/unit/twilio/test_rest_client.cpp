// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand_clock.h"
#include "scripted_server.h"
#include "twilio/rest_client.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::twilio;
using namespace std::chrono_literals;
using anteroom::calls::CarrierResult;
using anteroom::calls::CarrierTrouble;
using Server = ScriptedServer;

namespace {

const QByteArray tooMany = "{\"code\":20429,\"message\":\"Too many requests\",\"status\":429}"_ba;

struct Outcome
{
    bool done = false;
    CarrierResult<RestAnswer> result;
};

QCoro::Task<void> run(RestClient *client, RestRequest request, std::shared_ptr<Outcome> outcome)
{
    outcome->result = co_await client->send(request);
    outcome->done = true;
}

} // namespace

class TestRestClient : public QObject
{
    Q_OBJECT

    struct Desk
    {
        Server server;
        HandClock clock;
        QNetworkAccessManager network;
        Account account{u"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s, "token"_ba, {}, {}};
        std::unique_ptr<RestClient> client;
        std::vector<QCoro::Task<void>> tasks;

        explicit Desk(RestOptions options = {})
        {
            if (!options.random)
                options.random = [] { return 1.0; };
            client =
                std::make_unique<RestClient>(account, Places{server.origin(), {}}, network, clock, options);
        }
        ~Desk() { client.reset(); }

        std::shared_ptr<Outcome> get(const QByteArray &path, Urgency urgency = Urgency::Background)
        {
            return start(RestRequest{.path = path, .urgency = urgency});
        }
        std::shared_ptr<Outcome> post(const QByteArray &path)
        {
            RestRequest request{.verb = Verb::Post, .path = path, .urgency = Urgency::Click};
            request.fields.add("To", "+1 500&5550006");
            return start(request);
        }
        std::shared_ptr<Outcome> start(const RestRequest &request)
        {
            auto outcome = std::make_shared<Outcome>();
            tasks.push_back(run(client.get(), request, outcome));
            return outcome;
        }
    };

private Q_SLOTS:
    void sendsFormsWithBasicAuth()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(201, "{\"sid\":\"CA1\"}", "Date: Sat, 31 Jan 2026 10:00:05 GMT\r\n");
        });
        const auto outcome = desk.post(desk.client->accountPath("Calls.json"));
        QTRY_VERIFY(outcome->done);
        QVERIFY(outcome->result);
        QCOMPARE(outcome->result->status, 201);
        QCOMPARE(outcome->result->json.value("sid"_L1).toString(), u"CA1"_s);
        QCOMPARE(outcome->result->date, QDateTime(QDate(2026, 1, 31), QTime(10, 0, 5), Qt::UTC));
        const Server::Request request = desk.server.requests().constFirst();
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.target, "/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Calls.json"_ba);
        QCOMPARE(request.form().value("To"), "+1 500&5550006"_ba);
        QCOMPARE(request.header("Authorization"),
                 "Basic " + "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:token"_ba.toBase64());
        QVERIFY(request.headers.contains("application/x-www-form-urlencoded"));
    }

    void logsInWithAnApiKey()
    {
        Desk desk;
        desk.account.apiKey = u"SK1"_s;
        desk.account.apiSecret = "secret"_ba;
        desk.client = std::make_unique<RestClient>(desk.account, Places{desk.server.origin(), {}},
                                                   desk.network, desk.clock);
        const auto outcome = desk.get(desk.client->accountPath("Queues.json"));
        QTRY_VERIFY(outcome->done);
        QCOMPARE(desk.server.requests().constFirst().header("Authorization"),
                 "Basic " + "SK1:secret"_ba.toBase64());
        QVERIFY(desk.server.requests().constFirst().target.contains("/ACaaaa"));
    }

    /// 429 was never processed: a write is sent again too, after a pause that holds for everybody.
    void repeatsWhatWasLimited()
    {
        Desk desk;
        QSignalSpy limited(desk.client.get(), &RestClient::limited);
        int refusals = 2;
        desk.server.setHandler([&refusals](const Server::Request &request) {
            return request.method == "POST" && refusals-- > 0 ? Server::json(429, tooMany)
                                                              : Server::json(200, "{}");
        });
        const auto write = desk.post("/write"_ba);
        QTRY_COMPARE(desk.server.requests().size(), 1);
        QTRY_VERIFY(desk.clock.asked().contains(200ms));
        const auto later = desk.get("/read"_ba); // waits out the pause of the account
        desk.clock.advance(199ms);
        QCOMPARE(desk.server.requests().size(), 1);
        desk.clock.advance(1ms);
        QTRY_VERIFY(desk.clock.asked().contains(400ms));
        desk.clock.advance(400ms);
        QTRY_VERIFY(write->done && later->done);
        QCOMPARE(desk.server.requests().size(), 4);
        QCOMPARE(limited.size(), 2); // others may slow down, although this one has succeeded
        QVERIFY(write->result);
        QVERIFY(later->result);
    }

    void honoursRetryAfter()
    {
        Desk desk;
        bool refused = false;
        desk.server.setHandler([&refused](const Server::Request &) {
            return std::exchange(refused, true) ? Server::json(200, "{}")
                                                : Server::json(429, tooMany, "Retry-After: 3\r\n");
        });
        const auto outcome = desk.get("/read"_ba);
        QTRY_VERIFY(desk.clock.asked().contains(3000ms));
        desk.clock.advance(2999ms);
        QCOMPARE(desk.server.requests().size(), 1);
        desk.clock.advance(1ms);
        QTRY_VERIFY(outcome->done);
        QVERIFY(outcome->result);
    }

    void givesUpAfterManyRefusalsForLoad()
    {
        Desk desk(RestOptions{.limitedRepeats = 2});
        desk.server.setHandler([](const Server::Request &) { return Server::json(429, tooMany); });
        const auto outcome = desk.post("/write"_ba);
        QTRY_COMPARE(desk.server.requests().size(), 1);
        QTRY_VERIFY(desk.clock.asked().contains(200ms));
        desk.clock.advance(200ms);
        QTRY_VERIFY(desk.clock.asked().contains(400ms));
        desk.clock.advance(400ms);
        QTRY_VERIFY(outcome->done);
        QCOMPARE(desk.server.requests().size(), 3);
        QCOMPARE(outcome->result.error().trouble, CarrierTrouble::Limited);
        QCOMPARE(outcome->result.error().code, 20429);
    }

    void repeatsReadsOnServerTrouble()
    {
        Desk desk;
        int refusals = 1;
        desk.server.setHandler([&refusals](const Server::Request &) {
            return refusals-- > 0 ? Server::json(503, "<html>busy</html>") : Server::json(200, "{\"a\":1}");
        });
        const auto outcome = desk.get("/read"_ba);
        QTRY_VERIFY(desk.clock.asked().contains(200ms));
        desk.clock.advance(200ms);
        QTRY_VERIFY(outcome->done);
        QVERIFY(outcome->result);
        QCOMPARE(desk.server.requests().size(), 2);
    }

    void repeatsReadsThatWereCut()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &request) {
            return request.path() == "/read" && request.connection < 3 ? Server::cut()
                                                                       : Server::json(200, "{}");
        });
        const auto outcome = desk.get("/read"_ba);
        QTRY_VERIFY(outcome->done || desk.clock.advance(1000ms));
        QTRY_VERIFY_WITH_TIMEOUT(outcome->done || !desk.clock.advance(8000ms) || outcome->done, 5000);
        QTRY_VERIFY(outcome->done);
        QVERIFY(outcome->result);
    }

    /// Qt alone would send it again, and a phone would ring twice.
    void neverRepeatsAWriteThatWasCut_data()
    {
        QTest::addColumn<bool>("broken");
        QTest::newRow("closed") << false;
        QTest::newRow("broken") << true;
    }
    void neverRepeatsAWriteThatWasCut()
    {
        QFETCH(bool, broken);
        Desk desk;
        desk.server.setHandler(
            [broken](const Server::Request &) { return broken ? Server::reset() : Server::cut(); });
        const auto outcome = desk.post("/write"_ba);
        QTRY_VERIFY(outcome->done);
        QCOMPARE(outcome->result.error().trouble, CarrierTrouble::Unclear);
        QCOMPARE(desk.server.requests().size(), 1);
    }

    void neverRepeatsAWriteCutOnAWarmConnection()
    {
        Desk desk(RestOptions{.lanes = 1});
        desk.server.setHandler([](const Server::Request &request) {
            return request.method == "GET" ? Server::json(200, "{}") : Server::cut();
        });
        const auto warm = desk.get("/read"_ba);
        QTRY_VERIFY(warm->done);
        const auto outcome = desk.post("/write"_ba);
        QTRY_VERIFY(outcome->done);
        QCOMPARE(outcome->result.error().trouble, CarrierTrouble::Unclear);
        QCOMPARE(desk.server.requests().size(), 2);
    }

    void neverRepeatsAWriteWhoseAnswerWasCutShort()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::Reply{"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"sid\":",
                                 Server::Then::Close};
        });
        const auto outcome = desk.post("/write"_ba);
        QTRY_VERIFY(outcome->done);
        QCOMPARE(outcome->result.error().trouble, CarrierTrouble::Unclear);
        QCOMPARE(desk.server.requests().size(), 1);
    }

    void callsAWriteUnclearAfterServerTroubleOrSilence_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("500") << 500;
        QTest::newRow("502") << 502;
        QTest::newRow("503") << 503;
        QTest::newRow("silence") << 0;
    }
    void callsAWriteUnclearAfterServerTroubleOrSilence()
    {
        QFETCH(int, status);
        Desk desk(RestOptions{.timeout = 300ms});
        desk.server.setHandler([status](const Server::Request &) {
            return status ? Server::json(status, "<html>oops</html>") : Server::silence();
        });
        const auto outcome = desk.post("/write"_ba);
        QTRY_VERIFY(outcome->done);
        QCOMPARE(outcome->result.error().trouble, CarrierTrouble::Unclear);
        QVERIFY(!outcome->result.error().sentence.isEmpty());
        QCOMPARE(desk.server.requests().size(), 1);
    }

    void knowsThatNothingWasSent()
    {
        Desk desk(RestOptions{.readRepeats = 0});
        const Places nowhere{QUrl(u"http://127.0.0.1:1"_s), {}};
        desk.client = std::make_unique<RestClient>(desk.account, nowhere, desk.network, desk.clock,
                                                   RestOptions{.readRepeats = 0});
        const auto outcome = desk.post("/write"_ba);
        QTRY_VERIFY(outcome->done);
        QCOMPARE(outcome->result.error().trouble, CarrierTrouble::NotSent);
    }

    void readsErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("trouble");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, int status, const QByteArray &body, CarrierTrouble trouble,
                            int code) { QTest::newRow(name) << status << body << int(trouble) << code; };
        row("gone", 404, "{\"code\":20404,\"message\":\"x\",\"status\":404}"_ba, CarrierTrouble::Gone, 20404);
        row("call ended", 400, "{\"code\":21220}"_ba, CarrierTrouble::Gone, 21220);
        row("code as text", 400, "{\"code\":\"21220\"}"_ba, CarrierTrouble::Gone, 21220);
        row("gone in HTML", 404, "<html/>"_ba, CarrierTrouble::Gone, 0);
        row("refused", 400, "{\"code\":21211}"_ba, CarrierTrouble::Refused, 21211);
        row("concurrency", 400, "{\"code\":10004}"_ba, CarrierTrouble::Refused, 10004);
        row("credentials", 401, "{\"code\":20003}"_ba, CarrierTrouble::Unauthorised, 20003);
        row("geographic permission", 403, "{\"code\":21215}"_ba, CarrierTrouble::Refused, 21215);
        row("restricted key", 403, "{\"code\":20003}"_ba, CarrierTrouble::Unauthorised, 20003);
        row("problem details", 400,
            "{\"type\":\"https://a.example\",\"title\":\"t\",\"status\":400,\"detail\":\"d\",\"code\":21217}"_ba,
            CarrierTrouble::Refused, 21217);
        row("not an object", 400, "[1,2]"_ba, CarrierTrouble::Refused, 0);
        row("redirect", 302, ""_ba, CarrierTrouble::Refused, 0);
    }
    void readsErrors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, trouble);
        QFETCH(int, code);
        Desk desk;
        desk.server.setHandler([&](const Server::Request &) {
            return Server::json(status, body, "Location: http://127.0.0.1:9/elsewhere\r\n");
        });
        const auto outcome = desk.post("/write"_ba);
        QTRY_VERIFY(outcome->done);
        QVERIFY(!outcome->result);
        QCOMPARE(int(outcome->result.error().trouble), trouble);
        QCOMPARE(outcome->result.error().code, code);
        QVERIFY(!outcome->result.error().sentence.isEmpty());
    }

    void followsMediaWithoutCredentials()
    {
        Desk desk;
        Server elsewhere;
        elsewhere.setHandler([](const Server::Request &) { return Server::json(200, "RIFF"); });
        desk.server.setHandler([&](const Server::Request &) {
            return Server::json(307, "", "Location: " + elsewhere.origin().toEncoded() + "/media\r\n");
        });
        const auto outcome = desk.start(RestRequest{.path = "/recording.wav"_ba, .followRedirects = true});
        QTRY_VERIFY(outcome->done);
        QVERIFY(outcome->result);
        QCOMPARE(outcome->result->body, "RIFF"_ba);
        QVERIFY(!desk.server.requests().constFirst().header("Authorization").isEmpty());
        QVERIFY(elsewhere.requests().constFirst().header("Authorization").isEmpty());
    }

    void followsMediaNowhereUnsafe()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(302, "", "Location: http://media.example/x.wav\r\n");
        });
        const auto outcome = desk.start(RestRequest{.path = "/recording.wav"_ba, .followRedirects = true});
        QTRY_VERIFY(outcome->done);
        QVERIFY(!outcome->result);
    }

    /// Polls that hang must not keep a person waiting.
    void sendsClicksPastHangingPolls()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &request) {
            return request.method == "GET" ? Server::silence() : Server::json(200, "{}");
        });
        for (int i = 0; i < 30; ++i)
            desk.get("/poll/" + QByteArray::number(i));
        QTRY_COMPARE(desk.server.requests().size(), 4); // as many polls at once as are allowed
        const auto click = desk.post("/click"_ba);
        QTRY_VERIFY(click->done);
        QVERIFY(click->result);
    }

    void clickUsesAWarmConnection()
    {
        Desk desk;
        QTRY_COMPARE(desk.server.connections(), 3); // opened before anybody has asked anything
        for (int i = 0; i < 6; ++i) {               // rotate over all lanes
            const auto poll = desk.get("/poll"_ba);
            QTRY_VERIFY(poll->done);
        }
        const int open = desk.server.connections();
        const auto click = desk.post("/click"_ba);
        QTRY_VERIFY(click->done);
        QCOMPARE(desk.server.connections(), open);
    }

    void sendsMoreThanSixAtOnce()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::silence(); });
        for (int i = 0; i < 12; ++i)
            desk.post("/write"_ba);
        QTRY_COMPARE(desk.server.requests().size(), 12);
    }

    void endsEveryoneWhenItCloses()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::silence(); });
        const auto sent = desk.post("/write"_ba);
        QTRY_COMPARE(desk.server.requests().size(), 1);
        desk.client->cancelAll();
        QVERIFY(sent->done);
        QCOMPARE(sent->result.error().trouble, CarrierTrouble::Canceled);
        const auto late = desk.post("/write"_ba);
        QVERIFY(late->done);
        QCOMPARE(late->result.error().trouble, CarrierTrouble::Canceled);
        QCOMPARE(desk.server.requests().size(), 1);
    }

    void tellsTheRoundTrip()
    {
        Desk desk;
        QSignalSpy spy(desk.client.get(), &RestClient::answered);
        const auto outcome = desk.get("/read"_ba);
        QTRY_VERIFY(outcome->done);
        QCOMPARE(spy.count(), 1);
        QVERIFY(spy.constFirst().constFirst().toInt() >= 0);
    }
};

QTEST_GUILESS_MAIN(TestRestClient)
#include "test_rest_client.moc"
