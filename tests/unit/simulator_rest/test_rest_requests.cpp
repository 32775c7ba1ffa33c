// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/call_requests.h"
#include "simulator/rest/credentials.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/trouble.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::simulator;
using namespace anteroom::simulator::rest;

namespace {

Account account()
{
    Account account;
    account.sid = u"AC00000000000000000000000000000001"_s;
    account.authToken = u"secret:with colon"_s;
    account.apiKeys.insert(u"SK00000000000000000000000000000001"_s, u"key secret"_s);
    return account;
}

http::Request withCredentials(const QByteArray &header)
{
    http::Request request;
    if (!header.isNull())
        request.headers.append({"authorization"_ba, header});
    return request;
}

QByteArray basic(const QByteArray &plain)
{
    return "Basic " + plain.toBase64();
}

} // namespace

class TestRestRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anErrorHasItsFourFields()
    {
        const http::Response response =
            errorAnswer({400, 21220, u"Call is not in-progress. Cannot redirect."_s});
        QCOMPARE(response.status, 400);
        QCOMPARE(response.contentType, "application/json"_ba);
        const QJsonObject body = QJsonDocument::fromJson(response.body).object();
        const QJsonObject expected{{u"code"_s, 21220},
                                   {u"message"_s, u"Call is not in-progress. Cannot redirect."_s},
                                   {u"more_info"_s, u"https://www.twilio.com/docs/errors/21220"_s},
                                   {u"status"_s, 400}};
        QCOMPARE(body, expected);
    }

    void credentials_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("identity"); // -1: refused
        const QByteArray sid = "AC00000000000000000000000000000001"_ba;
        const QByteArray key = "SK00000000000000000000000000000001"_ba;
        QTest::newRow("token") << basic(sid + ":secret:with colon") << int(Identity::Account);
        QTest::newRow("scheme in capitals")
            << "BASIC " + (sid + ":secret:with colon").toBase64() << int(Identity::Account);
        QTest::newRow("key") << basic(key + ":key secret") << int(Identity::ApiKey);
        QTest::newRow("wrong token") << basic(sid + ":secret") << -1;
        QTest::newRow("empty token") << basic(sid + ":") << -1;
        QTest::newRow("key with the token") << basic(key + ":secret:with colon") << -1;
        QTest::newRow("unknown key with an empty secret") << basic("SK2:"_ba) << -1;
        QTest::newRow("no colon") << basic(sid) << -1;
        QTest::newRow("not base64") << "Basic ???"_ba << -1;
        QTest::newRow("bearer") << "Bearer x"_ba << -1;
        QTest::newRow("none") << QByteArray() << -1;
    }

    void credentials()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, identity);
        const auto identified = identify(withCredentials(header), account());
        QCOMPARE(identified ? int(*identified) : -1, identity);
        if (!identified) {
            QCOMPARE(identified.error().status, 401);
            QCOMPARE(identified.error().code, 20003);
        }
    }

    void callParameters_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("code"); // 0: accepted
        const QByteArray ends = "To=%2B12025550123&From=%2B14155550100&"_ba;
        QTest::newRow("url") << ends + "Url=https%3A%2F%2Fdesk.example.com%2Fv" << 0;
        QTest::newRow("twiml") << ends + "Twiml=%3CResponse%2F%3E" << 0;
        QTest::newRow("application") << ends + "ApplicationSid=AP00000000000000000000000000000001" << 0;
        QTest::newRow("client") << "To=client%3Aann&From=%2B14155550100&Twiml=x"_ba << 0;
        QTest::newRow("no To") << "From=%2B14155550100&Twiml=x"_ba << 21201;
        QTest::newRow("To is no number") << "To=5551234&From=%2B14155550100&Twiml=x"_ba << 21211;
        QTest::newRow("To is From") << "To=%2B14155550100&From=%2B14155550100&Twiml=x"_ba << 21211;
        QTest::newRow("no From") << "To=%2B12025550123&Twiml=x"_ba << 21213;
        QTest::newRow("From is no number") << "To=%2B12025550123&From=me&Twiml=x"_ba << 21212;
        QTest::newRow("no document") << ends << 21205;
        QTest::newRow("relative Url") << ends + "Url=%2Fvoice" << 21205;
        QTest::newRow("Url without host") << ends + "Url=http%3A%2F%2F%2Fvoice" << 21205;
        QTest::newRow("Url of another kind") << ends + "Url=ftp%3A%2F%2Fa%2Fb" << 21205;
        QTest::newRow("underscore in the host") << ends + "Url=http%3A%2F%2Fa_b%2Fc" << 21205;
        QTest::newRow("longest twiml") << ends + "Twiml=" + QByteArray(4000, 'x') << 0;
        QTest::newRow("twiml too long") << ends + "Twiml=" + QByteArray(4001, 'x') << 32018;
        QTest::newRow("timeout too long") << ends + "Twiml=x&Timeout=601" << 21208;
        QTest::newRow("timeout is no number") << ends + "Twiml=x&Timeout=soon" << 21208;
        QTest::newRow("machine detection") << ends + "Twiml=x&MachineDetection=Maybe" << 21234;
        QTest::newRow("digits too long") << ends + "Twiml=x&SendDigits=" + QByteArray(33, '1') << 20422;
    }

    void callParameters()
    {
        QFETCH(QByteArray, form);
        QFETCH(int, code);
        const auto call = readCreateCall(http::Form::decode(form));
        QCOMPARE(call ? 0 : call.error().code, code);
    }

    void theFirstBrokenRuleIsTold()
    {
        const auto call = readCreateCall(http::Form::decode("Timeout=x"));
        QVERIFY(!call);
        QCOMPARE(call.error().code, 21201);
    }

    void anUpdateTakesUrlOrTwimlNotBoth()
    {
        QVERIFY(!readUpdateCall(http::Form::decode("Url=http%3A%2F%2Fa%2Fb&Twiml=x")));
        const auto twiml = readUpdateCall(http::Form::decode("Twiml=x"));
        QVERIFY(twiml);
        QCOMPARE(twiml->twiml, u"x"_s);
        QVERIFY(!twiml->url && !twiml->status && !twiml->fallback);
    }

    void aBareMethodIsPassedOnBecauseItResets()
    {
        const auto update = readUpdateCall(http::Form::decode("FallbackMethod=GET"));
        QVERIFY(update && update->fallback);
        QCOMPARE(*update->fallback, (WebAddress{QString(), u"GET"_s}));
    }

    void statusOfAnUpdate()
    {
        QCOMPARE(readUpdateCall(http::Form::decode("Status=canceled"))->status, u"canceled"_s);
        QVERIFY(!readUpdateCall(http::Form::decode("Status=busy")));
    }

    void numbersAreWrittenAsAmericansDo()
    {
        QCOMPARE(formattedNumber(u"+14155550100"_s), u"(415) 555-0100"_s);
        QCOMPARE(formattedNumber(u"+442079460000"_s), u"+442079460000"_s);
        QCOMPARE(formattedNumber(u"anonymous"_s), u"anonymous"_s);
        QCOMPARE(formattedNumber({}), QString());
    }

    void routesMatchWholePaths()
    {
        const QByteArray pattern = "Queues/{queue}/Members/{call}"_ba;
        QCOMPARE(match(pattern, segmentsOf("Queues/QU1/Members/Front")),
                 (QByteArrayList{"QU1"_ba, "Front"_ba}));
        QVERIFY(!match(pattern, segmentsOf("Queues/QU1/Members")));
        QVERIFY(!match(pattern, segmentsOf("Queues/QU1/Members/CA1/x")));
        QVERIFY(!match(pattern, segmentsOf("queues/QU1/Members/CA1")));
        // A decoded slash stays inside its segment.
        QCOMPARE(match("Participants/{label}", segmentsOf("/Participants/a%2Fb")), QByteArrayList{"a/b"_ba});
    }

    void faultsHitEveryNthThatMatches()
    {
        Faults faults;
        faults.status = 500;
        faults.everyNth = 3;
        faults.pathPrefix = u"/2010-04-01/"_s;
        TroubleMaker maker;
        QList<bool> hit;
        for (int i = 0; i < 7; ++i) {
            QVERIFY(!maker.next(faults, "/v2/PhoneNumbers/1"));
            hit.append(maker.next(faults, "/2010-04-01/x").has_value());
        }
        QCOMPARE(hit, (QList<bool>{false, false, true, false, false, true, false}));
        QVERIFY(!maker.next(Faults(), "/2010-04-01/x"));
    }
};

QTEST_GUILESS_MAIN(TestRestRequests)
#include "test_rest_requests.moc"
