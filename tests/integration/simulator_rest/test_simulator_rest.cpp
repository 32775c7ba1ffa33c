// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/simulator_rest/rest_caller.h"

#include "simulator/settings.h"

using namespace Qt::StringLiterals;

class TestSimulatorRest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_phone = std::make_unique<RestCaller>(); }
    void cleanup() { m_phone.reset(); }

    void aQueueLives()
    {
        const RestAnswer made = m_phone->rest("POST", u"Queues"_s, "FriendlyName=a+%26+b&MaxSize=3");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object()[u"friendly_name"].toString(), u"a & b"_s);
        QVERIFY(made.object()[u"max_size"].isDouble());
        QVERIFY(made.hasHeader("Twilio-Concurrent-Requests") && made.hasHeader("Twilio-Request-Duration"));
        const QString queue = u"Queues/"_s + made.object()[u"sid"].toString();
        QCOMPARE(m_phone->rest("GET", queue).status, 200);
        const RestAnswer gone = m_phone->rest("DELETE", queue);
        QCOMPARE(gone.status, 204);
        QVERIFY(gone.body.isEmpty());
        QCOMPARE(m_phone->rest("GET", queue).code(), 20404);
    }

    void lists_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("key");
        for (const auto &[path, key] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"Queues", "queues"},
                 {"Calls", "calls"},
                 {"Conferences", "conferences"},
                 {"Recordings", "recordings"},
                 {"Messages", "messages"},
                 {"IncomingPhoneNumbers", "incoming_phone_numbers"},
                 {"Applications", "applications"},
                 {"OutgoingCallerIds", "outgoing_caller_ids"}})
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(key);
    }

    void lists()
    {
        QFETCH(QString, path);
        QFETCH(QString, key);
        const RestAnswer answer = m_phone->rest("GET", path, {}, u"?PageSize=5"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.contentType, "application/json"_ba);
        QVERIFY(answer.object()[key].isArray());
        QCOMPARE(answer.object()[u"page_size"].toInt(), 5);
        QVERIFY(answer.object()[u"uri"].toString().startsWith(u"/2010-04-01/"_s));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const QString sid(32, u'0');
        QTest::newRow("unknown resource") << "GET"_ba << u"Faxes"_s << 404 << 20404;
        QTest::newRow("no such queue") << "GET"_ba << u"Queues/QU"_s + sid << 404 << 20404;
        QTest::newRow("members of no queue") << "GET"_ba << u"Queues/QU%1/Members"_s.arg(sid) << 404 << 20404;
        QTest::newRow("Front of no queue")
            << "POST"_ba << u"Queues/QU%1/Members/Front"_s.arg(sid) << 400 << 21205;
        QTest::newRow("no such call") << "GET"_ba << u"Calls/CA"_s + sid << 404 << 20404;
        QTest::newRow("recordings of no call")
            << "GET"_ba << u"Calls/CA%1/Recordings"_s.arg(sid) << 404 << 20404;
        QTest::newRow("no such conference")
            << "GET"_ba << u"Conferences/CF%1/Participants"_s.arg(sid) << 404 << 20404;
        QTest::newRow("no such recording") << "DELETE"_ba << u"Recordings/RE"_s + sid << 404 << 20404;
        QTest::newRow("no such message") << "GET"_ba << u"Messages/SM"_s + sid << 404 << 20404;
        QTest::newRow("no such number") << "POST"_ba << u"IncomingPhoneNumbers/PN"_s + sid << 404 << 20404;
        QTest::newRow("a number is not released")
            << "DELETE"_ba << u"IncomingPhoneNumbers/PN"_s + sid << 403 << 20006;
        QTest::newRow("method") << "DELETE"_ba << u"Queues"_s << 405 << 20004;
        QTest::newRow("case matters") << "GET"_ba << u"queues"_s << 404 << 20404;
        QTest::newRow("too deep") << "GET"_ba << u"Queues/a/b/c/d/e/f"_s << 404 << 20404;
        QTest::newRow("nothing") << "GET"_ba << QString() << 404 << 20404;
    }

    void refusals()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(int, code);
        const RestAnswer answer = m_phone->rest(method, path);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.object().keys(), (QStringList{u"code"_s, u"message"_s, u"more_info"_s, u"status"_s}));
    }

    void whoMayAsk()
    {
        m_phone->company->world().account().apiKeys.insert(u"SK1"_s, u"secret"_s);
        const QString account = u"/2010-04-01/Accounts/%1.json"_s.arg(m_phone->sid);
        const auto read = [&](const QString &user, const QString &password) {
            return m_phone->send("GET", account, {}, "text/plain", user, password);
        };
        QCOMPARE(read(m_phone->sid, m_phone->token).status, 200);
        QCOMPARE(read(u"SK1"_s, u"secret"_s).code(), 20003);
        const RestAnswer stranger = read({}, {});
        QCOMPARE(stranger.status, 401);
        QVERIFY(stranger.hasHeader("WWW-Authenticate"));
        m_phone->user = u"SK1"_s;
        m_phone->password = u"secret"_s;
        QCOMPARE(m_phone->rest("GET", u"Queues"_s).status, 200);
        m_phone->password = u"other"_s;
        QCOMPARE(m_phone->rest("GET", u"Queues"_s).status, 401);
    }

    void otherWrittenPaths()
    {
        const auto get = [&](const QString &target) {
            return m_phone->send("GET", target, {}, "text/plain", m_phone->sid, m_phone->token).status;
        };
        QCOMPARE(get(u"/"_s), 404);
        QCOMPARE(get(u"/2010-04-01"_s), 404);
        QCOMPARE(get(u"/2010-04-01/Accounts/%1/Queues"_s.arg(m_phone->sid)), 404); // XML at the real company
        QCOMPARE(get(u"/2010-04-01/Accounts/AC1/Queues.json"_s), 404);
        QCOMPARE(get(u"/v2/PhoneNumbers/%2B14155550100"_s), 200);
        QCOMPARE(get(u"/v2/PhoneNumbers/"_s), 200); // an empty number is invalid, not absent
        QCOMPARE(get(u"/v3/PhoneNumbers/1"_s), 404);
    }

    void aSuspendedAccountMayNothing()
    {
        m_phone->company->world().account().status = u"suspended"_s;
        QCOMPARE(m_phone->rest("GET", u"Queues"_s).code(), 20005);
    }

    void aConnectionIsCutAndTheNextOneWorks()
    {
        m_phone->company->world().faults().dropConnections = true;
        m_phone->company->world().faults().afterActing = true;
        QCOMPARE(m_phone->rest("POST", u"Queues"_s, "FriendlyName=kept").status, 0);
        m_phone->company->world().faults() = {};
        QCOMPARE(m_phone->rest("GET", u"Queues"_s).object()[u"queues"].toArray().size(), 1);
    }

private:
    std::unique_ptr<RestCaller> m_phone;
};

QTEST_GUILESS_MAIN(TestSimulatorRest)
#include "test_simulator_rest.moc"
