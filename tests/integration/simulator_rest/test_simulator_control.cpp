// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/simulator_rest/rest_caller.h"

#include "simulator/phones.h"
#include "simulator/settings.h"
#include "simulator/webhooks.h"

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::simulator;

namespace {

const QString line = u"+14155550100"_s;
const QString somebody = u"+12025550123"_s;

} // namespace

class TestSimulatorControl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_phone = std::make_unique<RestCaller>(); }
    void cleanup() { m_phone.reset(); }

    void somebodyDialsAndHangsUp()
    {
        // A document that never comes would end the call at once: the number is given one that lasts.
        const QJsonObject number =
            m_phone->rest("GET", u"IncomingPhoneNumbers"_s, {}, u"?PhoneNumber=%2B14155550100"_s)
                .object()[u"incoming_phone_numbers"][0]
                .toObject();
        m_phone->rest("POST", u"IncomingPhoneNumbers/"_s + number[u"sid"].toString(),
                      "VoiceUrl=http%3A%2F%2Ftwimlets.com%2Fecho%3FTwiml%3D%253CResponse%253E%253CSay%253EHi%"
                      "253C%252FSay"
                      "%253E%253CPause%2520length%253D%2522600%2522%252F%253E%253C%252FResponse%253E");
        const RestAnswer dialled = m_phone->control(
            "POST", u"calls"_s, {{u"from"_s, somebody}, {u"to"_s, line}, {u"caller_name"_s, u"Ann"_s}});
        QCOMPARE(dialled.status, 201);
        const QString sid = dialled.object()[u"call_sid"].toString();
        QVERIFY(sid.startsWith(u"CA"_s));
        const auto look = [&] { return m_phone->control("GET", u"calls/"_s + sid).object(); };
        QTRY_COMPARE(look()[u"status"].toString(), u"in-progress"_s);
        QTRY_COMPARE(look()[u"verbs"][0][u"text"].toString(), u"Hi"_s);
        QVERIFY(look()[u"where"][u"place"].isString());
        QCOMPARE(m_phone->control("POST", u"calls/%1/digits"_s.arg(sid), {{u"digits"_s, u"1"_s}}).status,
                 200);
        QCOMPARE(m_phone->control("POST", u"calls/%1/speak"_s.arg(sid), {{u"seconds"_s, 2}}).status, 200);
        QCOMPARE(m_phone->control("POST", u"calls/%1/hangup"_s.arg(sid)).status, 200);
        QTRY_COMPARE(look()[u"status"].toString(), u"completed"_s);
        QVERIFY(m_phone->control("POST", u"calls/%1/hangup"_s.arg(sid)).status >= 400);
    }

    void mistakesAreTold_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no JSON") << "PUT"_ba << u"faults"_s << "{"_ba << 400;
        QTest::newRow("a list") << "PUT"_ba << u"faults"_s << "[1]"_ba << 400;
        QTest::newRow("unknown field") << "PUT"_ba << u"faults"_s << R"({"latency":1})"_ba << 400;
        QTest::newRow("a status that is no trouble")
            << "PUT"_ba << u"faults"_s << R"({"status":200})"_ba << 400;
        QTest::newRow("nobody dials") << "POST"_ba << u"calls"_s << R"({"to":"+14155550100"})"_ba << 400;
        QTest::newRow("keys that are none")
            << "POST"_ba << u"calls/CA1/digits"_s << R"({"digits":"x"})"_ba << 400;
        QTest::newRow("no such call") << "POST"_ba << u"calls/CA1/digits"_s << R"({"digits":"1"})"_ba << 404;
        QTest::newRow("look at no call") << "GET"_ba << u"calls/CA1"_s << ""_ba << 404;
        QTest::newRow("an unknown behaviour")
            << "PUT"_ba << u"phones/1"_s << R"({"behaviour":"sings"})"_ba << 400;
        QTest::newRow("time runs backwards") << "PUT"_ba << u"clock"_s << R"({"speed":-1})"_ba << 400;
        QTest::newRow("an unknown guess") << "PUT"_ba << u"guesses"_s << R"({"weather":"fair"})"_ba << 400;
        QTest::newRow("an outcome that is none")
            << "PUT"_ba << u"guesses"_s << R"({"dequeue_gone":500})"_ba << 400;
        QTest::newRow("method") << "DELETE"_ba << u"faults"_s << ""_ba << 405;
        QTest::newRow("unknown") << "GET"_ba << u"weather"_s << ""_ba << 404;
    }

    void mistakesAreTold()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const RestAnswer answer =
            m_phone->send(method, u"/simulator/"_s + path, body, "application/json", {}, {});
        QCOMPARE(answer.status, status);
        QVERIFY(answer.object()[u"error"].toString().size() > 10);
    }

    void settingsArriveInTheWorld()
    {
        World &world = m_phone->company->world();
        QCOMPARE(m_phone
                     ->control("PUT", u"phones/%2B12025550123"_s,
                               {{u"behaviour"_s, u"busy"_s},
                                {u"after_seconds"_s, 7.5},
                                {u"hang_up_after_seconds"_s, 0.25}})
                     .status,
                 200);
        QCOMPARE(world.phones().of(somebody).kind, PhoneBehaviour::Kind::Busy);
        QCOMPARE(world.phones().of(somebody).afterSeconds, 7.5);
        QCOMPARE(world.phones().of(somebody).hangUpAfterSeconds, 0.25);

        QCOMPARE(m_phone->control("PUT", u"clock"_s, {{u"speed"_s, 50}}).status, 200);
        QCOMPARE(world.clock().speed(), 50.);

        m_phone->control("PUT", u"account"_s,
                         {{u"concurrency"_s, 3}, {u"balance"_s, u"0.10"_s}, {u"texts"_s, false}});
        QCOMPARE(world.account().concurrency, 3);
        QCOMPARE(world.account().balance, u"0.10"_s);
        QCOMPARE(world.account().texts, false);
        QCOMPARE(world.account().type, u"Full"_s); // what is not named stays

        m_phone->control("PUT", u"account"_s,
                         {{u"balance"_s, 3.5}, {u"media_login"_s, true}, {u"verified"_s, u"+1 +2"_s}});
        QCOMPARE(world.account().balance, u"3.50"_s);
        QCOMPARE(world.account().verified, (QStringList{u"+1"_s, u"+2"_s}));
        QVERIFY(world.account().mediaLogin);
        QCOMPARE(m_phone->control("PUT", u"account"_s, {{u"balance"_s, u"much"_s}}).status, 400);
        m_phone->control("PUT", u"guesses"_s, {{u"member_lag"_s, true}, {u"keyword_trim"_s, false}});
        QVERIFY(world.guesses().memberLags && world.guesses().keywordUntrimmed);
        m_phone->control("PUT", u"guesses"_s, {{u"member_lag"_s, false}});
        QVERIFY(!world.guesses().memberLags);
        QCOMPARE(m_phone->control("PUT", u"guesses"_s, {{u"dequeue_gone"_s, true}}).status, 400);

        const RestAnswer guesses = m_phone->control("PUT", u"guesses"_s, {{u"dequeue_gone"_s, 400}});
        QVERIFY(world.guesses().dequeueGone400);
        QCOMPARE(guesses.object()[u"dequeue_gone"].toString(), u"400"_s);
        QCOMPARE(guesses.object().size(), guessNames().size());
    }

    void whatIsNotPossibleSaysWhatIs()
    {
        const auto allowed = [](const RestAnswer &answer) {
            const auto found =
                std::ranges::find_if(answer.headers, [](const QNetworkReply::RawHeaderPair &header) {
                    return header.first.toLower() == "allow"; // newer Qt writes every name small
                });
            return answer.status == 405 && found != answer.headers.end() ? found->second : QByteArray();
        };
        QCOMPARE(allowed(m_phone->control("DELETE", u"clock"_s)), "PUT"_ba);
        QCOMPARE(allowed(m_phone->rest("PUT", u"Queues"_s)), "GET, POST"_ba);
    }

    void repeatedParametersOfAWebhookAreAList()
    {
        World &world = m_phone->company->world();
        http::Form form;
        for (const auto &value : {"1"_ba, "2"_ba, "3"_ba})
            form.add("Digits"_ba, value);
        form.add("From"_ba, "+1"_ba);
        world.webhooks().fetch(
            {.kind = u"voice"_s, .address = {u"http://127.0.0.1:1/"_s}, .parameters = form},
            &world.webhooks(), [](const WebhookAnswer &) {});
        const QJsonArray sent = m_phone->control("GET", u"webhooks"_s).object()[u"webhooks"].toArray();
        const QJsonObject parameters = sent.first().toObject()[u"parameters"].toObject();
        QCOMPARE(parameters[u"Digits"].toArray(), (QJsonArray{u"1"_s, u"2"_s, u"3"_s}));
        QCOMPARE(parameters[u"From"].toString(), u"+1"_s);
    }

    void badSettingsChangeNothing()
    {
        World &world = m_phone->company->world();
        m_phone->control("PUT", u"guesses"_s, {{u"dequeue_gone"_s, 400}, {u"weather"_s, u"fair"_s}});
        QVERIFY(!world.guesses().dequeueGone400);
        m_phone->control("PUT", u"account"_s, {{u"concurrency"_s, 3}, {u"colour"_s, u"red"_s}});
        QCOMPARE(world.account().concurrency, 0);
    }

    void faultsEndWithAnEmptyObject()
    {
        m_phone->control("PUT", u"faults"_s, {{u"status"_s, 429}});
        QCOMPARE(m_phone->rest("GET", u"Queues"_s).code(), 20429);
        QCOMPARE(m_phone->control("GET", u"webhooks"_s).status, 200); // never hit
        QCOMPARE(m_phone->control("PUT", u"faults"_s).status, 200);
        QCOMPARE(m_phone->rest("GET", u"Queues"_s).status, 200);
    }

    void textsGoBothWays()
    {
        QCOMPARE(m_phone
                     ->control("POST", u"messages"_s,
                               {{u"from"_s, somebody}, {u"to"_s, line}, {u"body"_s, u"hello"_s}})
                     .status,
                 201);
        QVERIFY(m_phone->control("GET", u"messages"_s).object()[u"messages"].toArray().isEmpty());
        QCOMPARE(
            m_phone->rest("POST", u"Messages"_s, "To=%2B12025550123&From=%2B14155550100&Body=bye").status,
            201);
        const QJsonArray out = m_phone->control("GET", u"messages"_s).object()[u"messages"].toArray();
        QCOMPARE(out.size(), 1);
        QCOMPARE(out[0][u"body"].toString(), u"bye"_s);
    }

private:
    std::unique_ptr<RestCaller> m_phone;
};

QTEST_GUILESS_MAIN(TestSimulatorControl)
#include "test_simulator_control.moc"
