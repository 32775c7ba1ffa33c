// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "carrier_desk.h"
#include "twilio/hosted_documents.h"
#include "twilio/paging.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::twilio;
using namespace carriers;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

} // namespace

class TestCarrier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ringsAPhoneAndNamesTheIntent()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
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

    void listsTexts()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(200, R"({"messages":[
                {"sid":"SM3","from":"+14155550161","to":"+14155550100","body":"take","status":"received",
                 "date_sent":"Sat, 14 Mar 2026 20:00:09 +0000","error_code":null},
                {"sid":"SM2","from":"+14155550100","to":"+14155550161","body":"Hello","status":"undelivered",
                 "date_sent":"Sat, 14 Mar 2026 20:00:05 +0000","error_code":30034},
                {"sid":"SM1","from":"+14155550161","to":"+14155550100","body":"old","status":"received",
                 "date_sent":"Sat, 14 Mar 2026 19:00:00 +0000"}],"next_page_uri":null})");
        });
        const QDateTime since(QDate(2026, 3, 14), QTime(20, 0), Qt::UTC);
        const auto came = desk.run(desk.carrier->listTexts({}, line, since));
        QTRY_VERIFY(came->result);
        QVERIFY(*came->result);
        QCOMPARE((*came->result)->size(), 2);
        const calls::TextRecord answer = (*came->result)->at(0);
        QCOMPARE(answer.sid, u"SM3"_s);
        QCOMPARE(answer.body, u"take"_s);
        QCOMPARE(answer.at, since.addSecs(9));
        QVERIFY(!answer.failed);
        const calls::TextRecord refused = (*came->result)->at(1);
        QVERIFY(refused.failed && refused.lasting);
        const auto query = desk.last().query();
        QCOMPARE(query.value("To"), "+14155550100"_ba);
        QVERIFY(!query.contains("From"));
        QCOMPARE(query.value("DateSent>"), "2026-03-14T00:00:00Z"_ba);
    }

    void tellsARefusalThatLasts_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("lasting");
        QTest::newRow("cannot send") << 21606 << true;
        QTest::newRow("asked for none") << 21610 << true;
        QTest::newRow("no mobile") << 21614 << true;
        QTest::newRow("unregistered") << 30034 << true;
        QTest::newRow("queue full") << 21611 << false;
        QTest::newRow("too long") << 21617 << false;
    }
    void tellsARefusalThatLasts()
    {
        QFETCH(int, code);
        QFETCH(bool, lasting);
        CarrierDesk desk;
        desk.server.setHandler([code](const Server::Request &) {
            return Server::json(400, "{\"code\":" + QByteArray::number(code) +
                                         ",\"message\":\"no\",\"status\":400}");
        });
        const auto sent = desk.run(desk.carrier->sendText(u"+14155550161"_s, line, u"Hello"_s));
        QTRY_VERIFY(sent->result);
        QCOMPARE(sent->result->error().lasting, lasting);
    }

    void ringsAPhoneWithoutAReceiver_data()
    {
        QTest::addColumn<QUrl>("publicUrl");
        QTest::newRow("none") << QUrl();
        QTest::newRow("one that nobody hears") << QUrl(u"https://gone.example.com"_s);
    }
    void ringsAPhoneWithoutAReceiver()
    {
        QFETCH(QUrl, publicUrl);
        CarrierDesk desk(publicUrl);
        desk.server.setHandler(
            [](const Server::Request &) { return Server::json(201, "{\"sid\":\"CA9\"}"); });
        calls::RingPhone ring;
        ring.phone = u"+15005550006"_s;
        ring.line = line;
        ring.whenAnswered = {calls::AskKeys{u"Press 1"_s, 1, 10, 2, u"key"_s}, calls::HangUp{}};
        ring.whenConfirmed = {calls::JoinStudio{u"room"_s, true, u"studio"_s}};
        ring.inlineDocuments = true;
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
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
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
        CarrierDesk desk;
        const auto outcome =
            desk.run(desk.carrier->instruct(u"CA1"_s, {calls::Say{QString(5000, u'a')}}, u"i"_s));
        QVERIFY(outcome->result);
        QCOMPARE(outcome->result->error().code, 32018);
        QVERIFY(desk.server.requests().isEmpty());
    }

    void hangsUpInAnyState()
    {
        CarrierDesk desk;
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
        CarrierDesk desk;
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
        CarrierDesk desk;
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
        CarrierDesk desk;
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
        CarrierDesk desk;
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
        CarrierDesk desk;
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

    void recordsATalk()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(201, "{\"sid\":\"RE1\",\"call_sid\":\"CA1\",\"status\":\"in-progress\"}");
        });
        const auto started = desk.run(desk.carrier->startRecording(u"CA1"_s));
        QTRY_VERIFY(started->result);
        QCOMPARE(**started->result, u"RE1"_s);
        QCOMPARE(desk.last().path(), base + "Calls/CA1/Recordings.json");
        QCOMPARE(desk.last().form().value("RecordingStatusCallback"),
                 "https://desk.example.com/twilio/recording?talk=CA1"_ba);
        QCOMPARE(desk.last().form().values("RecordingStatusCallbackEvent"),
                 (QList<QByteArray>{"completed"_ba, "absent"_ba}));

        const auto paused =
            desk.run(desk.carrier->changeRecording(u"CA1"_s, u"RE1"_s, calls::RecordingChange::Pause));
        QTRY_VERIFY(paused->result);
        QVERIFY(*paused->result);
        QCOMPARE(desk.last().path(), base + "Calls/CA1/Recordings/RE1.json");
        QCOMPARE(desk.last().form().value("Status"), "paused"_ba);
        QCOMPARE(desk.last().form().value("PauseBehavior"), "skip"_ba);
        const auto stopped =
            desk.run(desk.carrier->changeRecording(u"CA1"_s, u"RE1"_s, calls::RecordingChange::Stop));
        QTRY_VERIFY(stopped->result);
        QCOMPARE(desk.last().form().value("Status"), "stopped"_ba);
    }

    void neverStartsARecordingTwiceByItself()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::json(503, "{}"); });
        const auto started = desk.run(desk.carrier->startRecording(u"CA1"_s));
        QTRY_VERIFY(started->result);
        QCOMPARE((*started->result).error().trouble, calls::CarrierTrouble::Unclear);
        QCOMPARE(desk.server.requests().size(), 1);
        QVERIFY(!desk.last().form().contains("RecordingStatusCallback")); // nobody could be told
    }

    void tellsTalksFromMessages()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) {
            return Server::json(200, "{\"recordings\":["
                                     "{\"sid\":\"RE3\",\"status\":\"paused\",\"duration\":\"-1\","
                                     "\"source\":\"StartCallRecordingAPI\"},"
                                     "{\"sid\":\"RE2\",\"status\":\"stopped\",\"duration\":\"4\","
                                     "\"source\":\"StartCallRecordingAPI\"},"
                                     "{\"sid\":\"RE1\",\"status\":\"completed\",\"duration\":\"9\","
                                     "\"source\":\"RecordVerb\"}]}");
        });
        const auto outcome = desk.run(desk.carrier->recordingsOf(u"CA1"_s));
        QTRY_VERIFY(outcome->result);
        const auto list = **outcome->result;
        QCOMPARE(list.size(), 3);
        QVERIFY(list.at(0).talk && list.at(0).running && list.at(0).paused && list.at(0).seconds == 0);
        QVERIFY(list.at(1).talk && !list.at(1).running && !list.at(1).ready);
        QVERIFY(!list.at(2).talk && !list.at(2).running && list.at(2).ready);
    }

    void fetchesARecordingWhole()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::json(200, "RIFFsound"); });
        const QString file = desk.folder.filePath(u"not yet there/message.wav"_s);
        const auto outcome = desk.run(desk.carrier->fetchRecording(u"RE1"_s, file));
        QTRY_VERIFY(outcome->result);
        QVERIFY(*outcome->result);
        QCOMPARE(desk.last().path(), base + "Recordings/RE1.wav");
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), "RIFFsound"_ba);

        const auto lost = desk.run(desk.carrier->fetchRecording(u"RE1"_s, file + u"/below a file.wav"_s));
        QTRY_VERIFY(lost->result);
        QVERIFY(!*lost->result);
    }

    void goesOnWithAnInterruptedRecording_data()
    {
        QTest::addColumn<bool>("honoursRanges");
        QTest::newRow("where it stopped") << true;
        QTest::newRow("from the start, where parts can't be asked for") << false;
    }
    void goesOnWithAnInterruptedRecording()
    {
        QFETCH(bool, honoursRanges);
        CarrierDesk desk;
        desk.server.setHandler([&](const Server::Request &request) -> Server::Reply {
            if (desk.server.requests().size() == 1)
                return {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nRIFFs", Server::Then::Close};
            if (honoursRanges && request.headers.toLower().contains("range: bytes=5-"))
                return {"HTTP/1.1 206 Part\r\nContent-Length: 5\r\nContent-Range: bytes 5-9/10\r\n\r\nound!"};
            return Server::json(200, "RIFFsound!");
        });
        const QString file = desk.folder.filePath(u"message.wav"_s);
        const auto outcome = desk.run(desk.carrier->fetchRecording(u"RE1"_s, file));
        QTRY_VERIFY(desk.clock.asked().size() > 1); // to ask again a moment later
        QVERIFY(!QFile::exists(file));              // never a part under the name of the whole
        desk.clock.advance(std::chrono::seconds(1));
        QTRY_VERIFY(outcome->result);
        QVERIFY(*outcome->result);
        QCOMPARE(contentOf(file), "RIFFsound!"_ba);
        QVERIFY(!QFile::exists(file + u".part"_s));
        QVERIFY(desk.last().headers.toLower().contains("range: bytes=5-"));
        QVERIFY(desk.last().headers.toLower().contains("authorization: basic"));
    }

    void goesOnWithWhatAnEarlierRunHasLeft()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) -> Server::Reply {
            return {"HTTP/1.1 206 Part\r\nContent-Length: 5\r\nContent-Range: bytes 5-9/10\r\n\r\nound!"};
        });
        const QString file = desk.folder.filePath(u"message.wav"_s);
        write(file + u".part"_s, "RIFFs");
        const auto outcome = desk.run(desk.carrier->fetchRecording(u"RE1"_s, file));
        QTRY_VERIFY(outcome->result);
        QVERIFY(*outcome->result);
        QCOMPARE(contentOf(file), "RIFFsound!"_ba);
    }

    void startsAgainWhereThePartIsNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("longer than the whole")
            << "HTTP/1.1 416 No\r\nContent-Length: 0\r\nContent-Range: bytes */10\r\n\r\n"_ba;
        QTest::newRow("answered with another part")
            << "HTTP/1.1 206 Part\r\nContent-Length: 3\r\nContent-Range: bytes 7-9/10\r\n\r\nnd!"_ba;
    }
    void startsAgainWhereThePartIsNone()
    {
        QFETCH(QByteArray, answer);
        CarrierDesk desk;
        desk.server.setHandler([&](const Server::Request &request) -> Server::Reply {
            if (request.headers.toLower().contains("range:"))
                return {answer};
            return Server::json(200, "RIFFsound!");
        });
        const QString file = desk.folder.filePath(u"message.wav"_s);
        write(file + u".part"_s, "Something else");
        const auto outcome = desk.run(desk.carrier->fetchRecording(u"RE1"_s, file));
        QTRY_VERIFY(desk.clock.asked().size() > 1);
        desk.clock.advance(std::chrono::seconds(1));
        QTRY_VERIFY(outcome->result);
        QVERIFY(*outcome->result);
        QCOMPARE(contentOf(file), "RIFFsound!"_ba);
    }

    void anErrorLeavesThePartAlone()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::json(404, "{\"code\":20404}"); });
        const QString file = desk.folder.filePath(u"message.wav"_s);
        write(file + u".part"_s, "RIFFs");
        const auto outcome = desk.run(desk.carrier->fetchRecording(u"RE1"_s, file));
        QTRY_VERIFY(outcome->result);
        QCOMPARE(outcome->result->error().trouble, CarrierTrouble::Gone);
        QCOMPARE(contentOf(file + u".part"_s), "RIFFs"_ba);
        QVERIFY(!QFile::exists(file));
    }

    void callsSomebodyWithTheDocumentAlong()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.server.setHandler(
            [](const Server::Request &) { return Server::json(201, "{\"sid\":\"CA9\"}"); });
        calls::CallOut call;
        call.intent = u"i1"_s;
        call.number = u"+15005550006"_s;
        call.line = line;
        call.whenAnswered = {calls::JoinStudio{u"room"_s, false, u"left_studio"_s}};
        const auto outcome = desk.run(desk.carrier->callOut(call));
        QTRY_VERIFY(outcome->result);
        QCOMPARE(**outcome->result, u"CA9"_s);
        const auto form = desk.last().form();
        QCOMPARE(form.value("To"), "+15005550006"_ba);
        QCOMPARE(form.value("From"), "+14155550100"_ba);
        QVERIFY(!form.contains("Url"));
        QCOMPARE(form.value("StatusCallback"), "https://desk.example.com/twilio/leg-status?intent=i1"_ba);
        const auto document = twiml::read(form.value("Twiml"));
        QVERIFY(document);
        QCOMPARE(document->first().attribute(u"action"),
                 u"https://desk.example.com/twilio/call?cue=left_studio"_s);
        QCOMPARE(document->first().children.first().attribute(u"endConferenceOnExit"), u"false"_s);
    }

    void findsMessagesOfTheWholeAccount()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) {
            const QByteArray rest = "\"status\":\"completed\",\"duration\":\"12\",\"source\":";
            return Server::json(200, "{\"recordings\":["
                                     "{\"sid\":\"RE1\",\"call_sid\":\"CA1\",\"date_created\":\"Sat, 31 Jan "
                                     "2026 09:00:00 +0000\"," +
                                         rest + "\"RecordVerb\"}," +
                                         "{\"sid\":\"RE2\",\"call_sid\":\"CA2\",\"date_created\":\"Sat, 31 "
                                         "Jan 2026 09:00:00 +0000\"," +
                                         rest + "\"Conference\"}," +
                                         "{\"sid\":\"RE3\",\"call_sid\":\"CA3\",\"date_created\":\"Sat, 31 "
                                         "Jan 2026 07:00:00 +0000\"," +
                                         rest + "\"RecordVerb\"}]}");
        });
        const QDateTime since(QDate(2026, 1, 31), QTime(8, 0), Qt::UTC);
        const auto outcome = desk.run(desk.carrier->messagesSince(since));
        QTRY_VERIFY(outcome->result);
        QCOMPARE((**outcome->result).size(), 1);
        QCOMPARE((**outcome->result).first().recording, u"RE1"_s);
        QCOMPARE((**outcome->result).first().begun, since.addSecs(3600));
        QCOMPARE(desk.last().query().value("DateCreated>"), "2026-01-31T00:00:00Z"_ba);
    }

    void readsRecordings()
    {
        CarrierDesk desk;
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
        CarrierDesk desk;
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

    void deletesAnEmptyQueueOnly_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("refusal"); // of the DELETE; 0: none
        QTest::addColumn<bool>("gone");
        QTest::newRow("empty") << 0 << 0 << true;
        QTest::newRow("somebody waits") << 1 << 0 << false;
        // Somebody joins between the look and the request; which code says so is not established.
        QTest::newRow("somebody was faster, 409") << 0 << 409 << false;
        QTest::newRow("somebody was faster, 400") << 0 << 400 << false;
        QTest::newRow("the answer is lost") << 0 << 500 << true;
    }
    void deletesAnEmptyQueueOnly()
    {
        QFETCH(int, size);
        QFETCH(int, refusal);
        QFETCH(bool, gone);
        CarrierDesk desk;
        bool there = true;
        int now = size;
        int deletes = 0;
        desk.server.setHandler([&](const Server::Request &request) {
            if (request.path() == base + "Queues.json")
                return Server::json(200, there ? "{\"queues\":[{\"sid\":\"QU1\",\"friendly_name\":\"show\"}]}"
                                               : "{\"queues\":[]}");
            if (request.method != "DELETE")
                return there ? Server::json(200,
                                            "{\"sid\":\"QU1\",\"friendly_name\":\"show\",\"current_size\":" +
                                                QByteArray::number(now) + '}')
                             : Server::json(404, "{\"code\":20404}");
            ++deletes;
            if (refusal == 0 || refusal == 500)
                there = false;
            else
                now = 1;
            return refusal == 0
                       ? Server::json(204, {})
                       : Server::json(refusal, refusal == 409 ? "{\"code\":20409}" : "{\"code\":20001}");
        });
        const auto outcome = desk.run(desk.carrier->deleteQueue(u"show"_s));
        QTRY_VERIFY(outcome->result);
        QVERIFY(outcome->result->has_value());
        QCOMPARE(**outcome->result, gone);
        QCOMPARE(deletes, size > 0 ? 0 : 1);
        QCOMPARE(there, !gone);
    }

    void aQueueThatIsNotThereIsDeleted()
    {
        CarrierDesk desk;
        desk.server.setHandler([](const Server::Request &) { return Server::json(200, "{\"queues\":[]}"); });
        const auto outcome = desk.run(desk.carrier->deleteQueue(u"show"_s));
        QTRY_VERIFY(outcome->result);
        QVERIFY(**outcome->result);
        QCOMPARE(desk.server.requests().size(), 1);
    }

    void endsWaitingCoroutinesBeforeItDies()
    {
        CarrierDesk desk;
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
