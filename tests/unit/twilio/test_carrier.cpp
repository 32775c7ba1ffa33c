// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand_clock.h"
#include "scripted_server.h"
#include "twilio/balance.h"
#include "twilio/hosted_documents.h"
#include "twilio/number_book.h"
#include "twilio/paging.h"
#include "twilio/twilio_carrier.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::twilio;
using calls::CarrierResult;
using calls::CarrierTask;
using calls::CarrierTrouble;
using Server = ScriptedServer;

namespace {

const QByteArray base = "/2010-04-01/Accounts/AC1/"_ba;
const QString line = u"+14155550100"_s;

template <typename T> struct Outcome
{
    std::optional<CarrierResult<T>> result;
};

template <typename T> QCoro::Task<void> store(CarrierTask<T> task, std::shared_ptr<Outcome<T>> outcome)
{
    outcome->result = co_await task;
}

QByteArray voiceOf(const QHash<QByteArray, QByteArray> &number)
{
    QByteArray json = "{\"sid\":\"PN1\",\"phone_number\":\"+14155550100\"";
    for (auto it = number.cbegin(); it != number.cend(); ++it)
        json += ",\"" + it.key() + "\":\"" + it.value() + '"';
    return json + '}';
}

QByteArray fieldOf(const QByteArray &parameter)
{
    QByteArray field;
    for (const char c : parameter) {
        if (c >= 'A' && c <= 'Z')
            field += field.isEmpty() ? QByteArray(1, char(c + 32)) : QByteArray("_") + char(c + 32);
        else
            field += c;
    }
    return field;
}

} // namespace

class TestCarrier : public QObject
{
    Q_OBJECT

    struct Desk
    {
        Server server;
        HandClock clock;
        QNetworkAccessManager network;
        QTemporaryDir folder;
        Account account{u"AC1"_s, "token"_ba, {}, {}};
        std::unique_ptr<TwilioCarrier> carrier;
        std::vector<QCoro::Task<void>> tasks;
        QHash<QByteArray, QByteArray> number{{"voice_url", "https://old.example/v"},
                                             {"voice_method", "GET"},
                                             {"voice_fallback_url", ""},
                                             {"voice_fallback_method", "POST"},
                                             {"status_callback", ""},
                                             {"status_callback_method", "POST"},
                                             {"voice_application_sid", ""}};

        explicit Desk(const QUrl &publicUrl = {})
        {
            carrier = std::make_unique<TwilioCarrier>(account, Places{server.origin(), publicUrl}, u"show"_s,
                                                      calls::LineManners::defaults(), file(), network, clock);
        }
        QString file() const { return folder.filePath(u"numbers.json"_s); }

        template <typename T> std::shared_ptr<Outcome<T>> run(CarrierTask<T> task)
        {
            auto outcome = std::make_shared<Outcome<T>>();
            tasks.push_back(store(std::move(task), outcome));
            return outcome;
        }
        Server::Request last() const { return server.requests().constLast(); }

        void playNumber()
        {
            server.setHandler([this](const Server::Request &request) {
                if (request.method == "POST") {
                    const auto form = request.form();
                    for (const auto &[name, value] : form.fields())
                        number[fieldOf(name)] = value;
                    return Server::json(200, voiceOf(number));
                }
                return Server::json(200, "{\"incoming_phone_numbers\":[" + voiceOf(number) + "]}");
            });
        }
    };

private Q_SLOTS:
    void ringsAPhoneAndNamesTheIntent()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        desk.server.setHandler(
            [](const Server::Request &) { return Server::json(201, "{\"sid\":\"CA9\"}"); });
        calls::RingPhone ring;
        ring.intent = u"i1"_s;
        ring.phone = u"+15005550006"_s;
        ring.line = line;
        ring.ringSeconds = 20;
        const auto outcome = desk.run(desk.carrier->ringPhone(ring));
        QTRY_VERIFY(outcome->result);
        QCOMPARE(**outcome->result, u"CA9"_s);
        QCOMPARE(desk.last().path(), base + "Calls.json");
        const auto form = desk.last().form();
        QCOMPARE(form.value("To"), "+15005550006"_ba);
        QCOMPARE(form.value("From"), "+14155550100"_ba);
        QCOMPARE(form.value("Timeout"), "20"_ba);
        QCOMPARE(form.value("Url"), "https://desk.example.com/twilio/leg?intent=i1"_ba);
        QCOMPARE(form.value("StatusCallback"), "https://desk.example.com/twilio/leg-status?intent=i1"_ba);
        QCOMPARE(form.values("StatusCallbackEvent").size(), 4);
        QVERIFY(!form.contains("Twiml"));
    }

    void ringsAPhoneWithoutAReceiver()
    {
        Desk desk;
        desk.server.setHandler(
            [](const Server::Request &) { return Server::json(201, "{\"sid\":\"CA9\"}"); });
        calls::RingPhone ring;
        ring.phone = u"+15005550006"_s;
        ring.line = line;
        ring.whenAnswered = {calls::AskKeys{u"Press 1"_s, 1, 10, 2, u"key"_s}, calls::HangUp{}};
        ring.whenConfirmed = {calls::JoinStudio{u"room"_s, true, u"studio"_s}};
        const auto outcome = desk.run(desk.carrier->ringPhone(ring));
        QTRY_VERIFY(outcome->result);
        const auto form = desk.last().form();
        QVERIFY(!form.contains("Url"));
        QVERIFY(!form.contains("StatusCallback"));
        const auto document = twiml::read(form.value("Twiml"));
        QVERIFY(document);
        QCOMPARE(document->first().name, u"Gather"_s);
        QVERIFY(isHosted(document->first().attribute(u"action")));
    }

    void instructsByInlineDocument()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        const auto outcome =
            desk.run(desk.carrier->instruct(u"CA1"_s, {calls::Say{u"Bye <now>"_s}, calls::HangUp{}}, u"i"_s));
        QTRY_VERIFY(outcome->result);
        QVERIFY(*outcome->result);
        QCOMPARE(desk.last().path(), base + "Calls/CA1.json");
        QVERIFY(desk.last().form().value("Twiml").contains("<Say>Bye &lt;now&gt;</Say><Hangup/>"));
        QCOMPARE(desk.last().form().fields().size(), 1); // a bare Method would reset stored addresses
    }

    void sendsNothingThatIsTooLong()
    {
        Desk desk;
        const auto outcome =
            desk.run(desk.carrier->instruct(u"CA1"_s, {calls::Say{QString(5000, u'a')}}, u"i"_s));
        QVERIFY(outcome->result);
        QCOMPARE(outcome->result->error().code, 32018);
        QVERIFY(desk.server.requests().isEmpty());
    }

    void hangsUpInAnyState()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(400,
                                "{\"code\":21220,\"message\":\"Call is not in-progress\",\"status\":400}");
        });
        const auto outcome = desk.run(desk.carrier->hangUp(u"CA1"_s));
        QTRY_VERIFY(outcome->result);
        QCOMPARE(outcome->result->error().trouble, CarrierTrouble::Gone);
        QCOMPARE(desk.last().form().value("Status"), "completed"_ba);
    }

    void readsTheQueueOverPages()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &request) {
            if (request.path() == base + "Queues.json")
                return Server::json(200, "{\"queues\":[{\"sid\":\"QU1\",\"friendly_name\":\"other\"},"
                                         "{\"sid\":\"QU2\",\"friendly_name\":\"show\",\"current_size\":3}],"
                                         "\"next_page_uri\":\"\"}");
            if (request.query().value("Page") == "1")
                return Server::json(
                    200, "{\"queue_members\":[{\"call_sid\":\"CA3\",\"position\":3,"
                         "\"date_enqueued\":\"Sat, 31 Jan 2026 09:59:50 +0000\"}],\"next_page_uri\":null}");
            return Server::json(
                200,
                "{\"queue_members\":[{\"call_sid\":\"CA1\",\"date_enqueued\":\"Sat, 31 Jan 2026 09:59:00 "
                "+0000\"},{\"call_sid\":\"CA2\",\"date_enqueued\":null}],\"next_page_uri\":"
                "\"/2010-04-01/Accounts/AC1/Queues/QU2/Members.json?PageSize=1000&Page=1\"}",
                "Date: Sat, 31 Jan 2026 10:00:00 GMT\r\n");
        });
        const auto outcome = desk.run(desk.carrier->waiting(u"show"_s));
        QTRY_VERIFY(outcome->result);
        QVERIFY(*outcome->result);
        const calls::WaitingList list = **outcome->result;
        QVERIFY(list.queueExists);
        QCOMPARE(list.members.size(), 3);
        QCOMPARE(list.members.at(0).enqueued, QDateTime(QDate(2026, 1, 31), QTime(9, 59), Qt::UTC));
        QVERIFY(!list.members.at(1).enqueued.isValid());
        QCOMPARE(list.members.at(2).sid, u"CA3"_s);
        QCOMPARE(desk.server.requests().at(1).query().value("PageSize"), "1000"_ba);

        const auto again = desk.run(desk.carrier->waiting(u"show"_s));
        QTRY_VERIFY(again->result);
        QCOMPARE(desk.server.requests().size(), 5); // the queue's SID is known now
    }

    /// This machine's clock may be off; a caller has not waited for hours because of that.
    void correctsForeignClocks()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &request) {
            if (request.path() == base + "Queues.json")
                return Server::json(200, "{\"queues\":[{\"sid\":\"QU2\",\"friendly_name\":\"show\"}]}");
            return Server::json(
                200,
                "{\"queue_members\":[{\"call_sid\":\"CA1\",\"date_enqueued\":\"Sat, 31 Jan 2026 06:59:00 "
                "+0000\"}]}",
                "Date: Sat, 31 Jan 2026 07:00:00 GMT\r\n");
        });
        const auto outcome = desk.run(desk.carrier->waiting(u"show"_s));
        QTRY_VERIFY(outcome->result);
        QCOMPARE((**outcome->result).members.first().enqueued,
                 QDateTime(QDate(2026, 1, 31), QTime(9, 59), Qt::UTC));
    }

    void findsARecreatedQueue()
    {
        Desk desk;
        QByteArray sid = "QU1"_ba;
        desk.server.setHandler([&sid](const Server::Request &request) {
            if (request.path() == base + "Queues.json")
                return Server::json(200,
                                    "{\"queues\":[{\"sid\":\"" + sid + "\",\"friendly_name\":\"show\"}]}");
            return request.path().contains(sid) ? Server::json(200, "{\"queue_members\":[]}")
                                                : Server::json(404, "{\"code\":20404}");
        });
        const auto first = desk.run(desk.carrier->waiting(u"show"_s));
        QTRY_VERIFY(first->result);
        sid = "QU2"_ba;
        const auto gone = desk.run(desk.carrier->waiting(u"show"_s));
        QTRY_VERIFY(gone->result);
        QVERIFY(!(**gone->result).queueExists);
        const auto found = desk.run(desk.carrier->waiting(u"show"_s));
        QTRY_VERIFY(found->result);
        QVERIFY((**found->result).queueExists);
    }

    void followsPagesOnlyAtHome_data()
    {
        QTest::addColumn<QString>("next");
        QTest::addColumn<bool>("followed");
        QTest::newRow("relative") << u"/2010-04-01/x.json?PageToken=a%2Bb"_s << true;
        QTest::newRow("absolute at home")
            << u"https://api.example/2010-04-01/x.json?PageToken=a%2Bb"_s << true;
        QTest::newRow("elsewhere") << u"https://evil.example/2010-04-01/x.json"_s << false;
        QTest::newRow("elsewhere without scheme") << u"//evil.example/x.json"_s << false;
        QTest::newRow("without encryption") << u"http://api.example/2010-04-01/x.json"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void followsPagesOnlyAtHome()
    {
        QFETCH(QString, next);
        QFETCH(bool, followed);
        const QUrl home(u"https://api.example"_s);
        const auto request =
            nextPage(RestRequest{.path = "/x.json"_ba}, QJsonObject{{u"next_page_uri"_s, next}}, home);
        QCOMPARE(request.has_value(), followed);
        if (followed) {
            QCOMPARE(request->path, "/2010-04-01/x.json"_ba);
            QCOMPARE(request->fields.value("PageToken"), "a+b"_ba);
        }
    }

    void findsTheLegsOfALostAnswer()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(
                200,
                "{\"calls\":["
                "{\"sid\":\"CA2\",\"status\":\"ringing\",\"direction\":\"outbound-api\",\"start_time\":null},"
                "{\"sid\":\"CA1\",\"status\":\"completed\",\"direction\":\"outbound-api\","
                "\"start_time\":\"Sat, 31 Jan 2026 08:00:00 +0000\"}]}");
        });
        const QDateTime since(QDate(2026, 1, 31), QTime(9, 0), Qt::UTC);
        const auto outcome = desk.run(desk.carrier->legsTo(u"+15005550006"_s, line, since));
        QTRY_VERIFY(outcome->result);
        const auto legs = **outcome->result;
        QCOMPARE(legs.size(), 1);
        QCOMPARE(legs.first().sid, u"CA2"_s);
        QCOMPARE(desk.last().query().value("To"), "+15005550006"_ba);
        QCOMPARE(desk.last().query().value("From"), "+14155550100"_ba);
        QVERIFY(desk.last().target.contains("StartTime%3E=2026-01-30"));
    }

    void listsWhoIsInAStudio()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &request) {
            if (request.path() == base + "Conferences.json")
                return Server::json(
                    200, "{\"conferences\":["
                         "{\"sid\":\"CF0\",\"friendly_name\":\"room\",\"status\":\"completed\"},"
                         "{\"sid\":\"CF1\",\"friendly_name\":\"room\",\"status\":\"in-progress\"}]}");
            return Server::json(200, "{\"participants\":[{\"call_sid\":\"CA1\"},{\"call_sid\":\"CA2\"}]}");
        });
        const auto outcome = desk.run(desk.carrier->studio(u"room"_s));
        QTRY_VERIFY(outcome->result);
        QCOMPARE((**outcome->result).size(), 2);
        QCOMPARE(desk.server.requests().size(), 2);
    }

    void fetchesARecordingWhole()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::json(200, "RIFFsound"); });
        const QString file = desk.folder.filePath(u"message.wav"_s);
        const auto outcome = desk.run(desk.carrier->fetchRecording(u"RE1"_s, file));
        QTRY_VERIFY(outcome->result);
        QVERIFY(*outcome->result);
        QCOMPARE(desk.last().path(), base + "Recordings/RE1.wav");
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), "RIFFsound"_ba);

        const auto lost = desk.run(desk.carrier->fetchRecording(u"RE1"_s, u"/nowhere/at/all.wav"_s));
        QTRY_VERIFY(lost->result);
        QVERIFY(!*lost->result);
    }

    void readsRecordings()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(
                200, "{\"recordings\":["
                     "{\"sid\":\"RE1\",\"call_sid\":\"CA1\",\"status\":\"completed\",\"duration\":\"12\"},"
                     "{\"sid\":\"RE2\",\"call_sid\":\"CA1\",\"status\":\"processing\",\"duration\":\"-1\"},"
                     "{\"sid\":\"RE3\",\"call_sid\":\"CA1\",\"status\":\"absent\"}]}");
        });
        const auto outcome = desk.run(desk.carrier->recordingsOf(u"CA1"_s));
        QTRY_VERIFY(outcome->result);
        const auto list = **outcome->result;
        QCOMPARE(list.at(0).seconds, 12);
        QVERIFY(list.at(0).ready && !list.at(0).absent);
        QCOMPARE(list.at(1).seconds, 0);
        QVERIFY(!list.at(1).ready && !list.at(1).absent);
        QVERIFY(list.at(2).absent);
    }

    void asksOncePerNumberWhatItIs()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(200, "{\"line_type_intelligence\":{\"type\":\"landline\"}}");
        });
        for (int i = 0; i < 2; ++i) {
            const auto outcome = desk.run(desk.carrier->kindOf(u"+12025550123"_s));
            QTRY_VERIFY(outcome->result);
            QCOMPARE(**outcome->result, calls::LineKind::Landline);
        }
        QCOMPARE(desk.server.requests().size(), 1);
        QCOMPARE(desk.last().target, "/v2/PhoneNumbers/%2B12025550123?Fields=line_type_intelligence"_ba);
    }

    void connectsAndPutsBack()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["voice_application_sid"] = "AP1";
        const auto before = desk.number;
        desk.playNumber();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        QVERIFY(*connected->result);
        QCOMPARE(desk.number.value("voice_url"), "https://desk.example.com/twilio/voice"_ba);
        QCOMPARE(desk.number.value("voice_method"), "POST"_ba);
        QCOMPARE(desk.number.value("status_callback"), "https://desk.example.com/twilio/call-status"_ba);
        QCOMPARE(desk.number.value("voice_application_sid"), ""_ba);
        QVERIFY(isHosted(QString::fromUtf8(desk.number.value("voice_fallback_url"))));

        const auto closed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Closed));
        QTRY_VERIFY(closed->result);
        QVERIFY(isHosted(QString::fromUtf8(desk.number.value("voice_url"))));
        QCOMPARE(desk.number.value("voice_method"), "GET"_ba);

        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QVERIFY(*released->result);
        QCOMPARE(desk.number, before);
        QVERIFY(!NumberBook(desk.file()).find(line)->has_value());
    }

    void putsBackOnlyItsOwnValues()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        desk.playNumber();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        desk.number["voice_url"] = "https://somebody.example/new";
        const auto pointed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Away));
        QTRY_VERIFY(pointed->result);
        QVERIFY(*pointed->result);
        QCOMPARE(desk.number.value("voice_url"), "https://somebody.example/new"_ba);
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QCOMPARE(desk.number.value("voice_url"), "https://somebody.example/new"_ba);
        QCOMPARE(desk.number.value("voice_method"), "POST"_ba); // belongs to the new address
        QCOMPARE(desk.number.value("voice_fallback_url"), ""_ba);
        QCOMPARE(desk.number.value("status_callback"), ""_ba);
    }

    void keepsWhatWasThereAcrossReconnects()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        const auto before = desk.number;
        desk.playNumber();
        for (const auto &url : {u"https://one.example.com"_s, u"https://two.example.com"_s}) {
            desk.carrier->setPublicUrl(QUrl(url));
            const auto connected = desk.run(desk.carrier->connectNumber(line));
            QTRY_VERIFY(connected->result);
            QVERIFY(*connected->result);
        }
        QCOMPARE(desk.number.value("voice_url"), "https://two.example.com/twilio/voice"_ba);
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QCOMPARE(desk.number, before);
    }

    void leavesForeignNumbersAlone()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        desk.playNumber();
        const auto pointed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Closed));
        QTRY_VERIFY(pointed->result);
        QVERIFY(*pointed->result);
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        for (const Server::Request &request : desk.server.requests())
            QCOMPARE(request.method, "GET"_ba);
    }

    void refusesANumberItCannotHave()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["trunk_sid"] = "TK1";
        desk.playNumber();
        const auto onTrunk = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(onTrunk->result);
        QCOMPARE(onTrunk->result->error().trouble, CarrierTrouble::Refused);
        const auto unknown = desk.run(desk.carrier->connectNumber(u"+14155550199"_s));
        QTRY_VERIFY(unknown->result);
        QCOMPARE(unknown->result->error().trouble, CarrierTrouble::Gone);
        QVERIFY(unknown->result->error().sentence.contains("+14155550199"_L1));
    }

    /// What cannot be written down is not changed.
    void changesNothingWithoutSaving()
    {
        Desk desk(QUrl(u"https://desk.example.com"_s));
        desk.playNumber();
        QFile damaged(desk.file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{broken");
        damaged.close();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        QVERIFY(!*connected->result);
        QCOMPARE(desk.number.value("voice_url"), "https://old.example/v"_ba);
    }

    void readsTheBalance()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(200, "{\"balance\":\"12.50\",\"currency\":\"USD\"}");
        });
        RestClient client(desk.account, Places{desk.server.origin(), {}}, desk.network, desk.clock);
        const auto outcome = desk.run(readBalance(&client));
        QTRY_VERIFY(outcome->result);
        QCOMPARE((**outcome->result).amount, u"12.50"_s);
        QCOMPARE((**outcome->result).currency, u"USD"_s);
    }

    void endsWaitingCoroutinesBeforeItDies()
    {
        Desk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::silence(); });
        const auto read = desk.run(desk.carrier->waiting(u"show"_s));
        const auto write = desk.run(desk.carrier->hangUp(u"CA1"_s));
        QTRY_COMPARE(desk.server.requests().size(), 2);
        desk.carrier.reset();
        QVERIFY(read->result && write->result);
        QCOMPARE(read->result->error().trouble, CarrierTrouble::Canceled);
        QCOMPARE(write->result->error().trouble, CarrierTrouble::Canceled);
    }
};

QTEST_GUILESS_MAIN(TestCarrier)
#include "test_carrier.moc"
