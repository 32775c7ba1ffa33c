// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/messages.h"
#include "simulator/numbers.h"
#include "simulator/recordings.h"
#include "stage.h"
#include "twiml/signature.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

class TestVoice : public QObject
{
    Q_OBJECT
private slots:
    void asksForTheDocumentWithTheFullSetSigned();
    void executesVerbsInOrderAndEnds();
    void rejectsBeforeAnswering();
    void gatherTakesKeysAndSilenceGoesOn();
    void gatherEndsOnTheFinishKey();
    void redirectsAreFollowed();
    void troubleGoesToTheFallback_data();
    void troubleGoesToTheFallback();
    void withoutFallbackTheApplicationErrorIsHeard();
    void createdCallsAreStartedOnePerSecond();
    void createChecksWhatItIsGiven();
    void inlineDocumentsNeedAbsoluteActions();
    void machinesAreToldFromPeople();
    void statusCallbacksCount();
    void aCanceledCallWasNeverAnswered();
    void concurrencyIsLimited();
    void aTrialAccountReachesVerifiedNumbers();
    void aRecordedCallTellsItsRecording();
    void trustComesWithItsToken();
    void onlyTheFirstNumberLooksNamesUp();
    void aTextVerbOfTextsIsRefusedInACall();
};

void TestVoice::asksForTheDocumentWithTheFullSetSigned()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>Hello</Say>"_ba);
    const QString sid = stage.dial(u"+14085550123"_s);
    QCOMPARE(stage.asked.size(), 1);
    const http::Form &form = stage.asked.constFirst().form;
    QCOMPARE(form.text("CallSid"), sid);
    QCOMPARE(form.value("AccountSid"), "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_ba);
    QCOMPARE(form.value("CallStatus"), "ringing"_ba);
    QCOMPARE(form.value("Direction"), "inbound"_ba);
    QCOMPARE(form.value("Caller"), form.value("From"));
    QCOMPARE(form.value("Called"), "+14155550100"_ba);
    QCOMPARE(form.value("FromCity"), "SAN JOSE"_ba);
    QCOMPARE(form.value("CallerZip"), "95110"_ba);
    QCOMPARE(form.text("CallerName"), u"Zoë O'Neil & Söhne"_s);
    QVERIFY(form.contains("CallToken"));
    const http::Request &request = stage.asked.constFirst().request;
    twiml::SignedRequest signedRequest{.url = stage.url(u"/voice"_s).toUtf8(),
                                       .isPost = true,
                                       .body = request.body,
                                       .fields = form.views(),
                                       .signature = request.header("X-Twilio-Signature")};
    QVERIFY(twiml::isSignedBy({"0123456789abcdef0123456789abcdef"_ba}, signedRequest));
    QVERIFY(!twiml::isSignedBy({"another"_ba}, signedRequest));
    QVERIFY(request.header("I-Twilio-Idempotency-Token").isNull()); // only on repetitions
}

void TestVoice::executesVerbsInOrderAndEnds()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>one two</Say><Pause length=\"3\"/><Say>three</Say>"_ba);
    const QString sid = stage.dial();
    QCOMPARE(stage.status(sid), u"in-progress"_s);
    QCOMPARE(stage.verbs(sid), QStringList{u"Say"_s});
    stage.pass(2s);
    QCOMPARE(stage.verbs(sid).size(), 2);
    stage.pass(10s);
    QCOMPARE(stage.verbs(sid), (QStringList{u"Say"_s, u"Pause"_s, u"Say"_s}));
    QCOMPARE(stage.world.calls().executed(sid).constFirst().text, u"one two"_s);
    QCOMPARE(stage.status(sid), u"completed"_s);
    QCOMPARE(stage.world.calls().living(), 0);
}

void TestVoice::rejectsBeforeAnswering()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Reject reason=\"busy\"/>"_ba);
    const QString sid = stage.dial();
    QCOMPARE(stage.status(sid), u"busy"_s);
    QVERIFY(!stage.world.calls().get(sid)->answered.isValid());
}

void TestVoice::gatherTakesKeysAndSilenceGoesOn()
{
    Stage stage;
    stage.answer(
        "/voice"_ba,
        "<Gather numDigits=\"2\" action=\"/keys\" timeout=\"4\"><Say>press</Say></Gather><Say>no</Say>"_ba);
    stage.answer("/keys"_ba, "<Pause length=\"60\"/>"_ba);
    const QString keen = stage.dial();
    QVERIFY(stage.world.calls().press(keen, u"42"_s));
    stage.pass(1s);
    QCOMPARE(stage.last("/keys"_ba, "Digits"_ba), "42"_ba);
    const QString silent = stage.dial(u"+12025550124"_s);
    stage.pass(4s);
    QCOMPARE(stage.verbs(silent), QStringList{u"Gather"_s});
    stage.pass(2s);
    QVERIFY(stage.verbs(silent).contains(u"Say"_s));
    QCOMPARE(stage.on("/keys"_ba).size(), 1);
}

void TestVoice::gatherEndsOnTheFinishKey()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Gather action=\"/keys\"/>"_ba);
    stage.answer("/keys"_ba, "<Hangup/>"_ba);
    const QString sid = stage.dial();
    QVERIFY(stage.world.calls().press(sid, u"123#"_s));
    stage.pass(1s);
    QCOMPARE(stage.last("/keys"_ba, "Digits"_ba), "123"_ba);
    QCOMPARE(stage.status(sid), u"completed"_s);
}

void TestVoice::redirectsAreFollowed()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Redirect method=\"GET\">next?a=1</Redirect><Say>never</Say>"_ba);
    stage.answer("/next"_ba, "<Say>here</Say>"_ba);
    const QString sid = stage.dial();
    QCOMPARE(stage.verbs(sid), (QStringList{u"Redirect"_s, u"Say"_s}));
    QCOMPARE(stage.last("/next"_ba, "a"_ba), "1"_ba);
    QCOMPARE(stage.last("/next"_ba, "CallStatus"_ba), "ringing"_ba); // a Redirect answers nothing
}

void TestVoice::troubleGoesToTheFallback_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const QByteArray xml = "text/xml"_ba;
    QTest::newRow("500") << 500 << xml << "<Response/>"_ba << 11200;
    QTest::newRow("bad xml") << 200 << xml << "<Response><Say>"_ba << 12100;
    QTest::newRow("type") << 200 << "application/json"_ba
                          << "{}"_ba << 12300;
    QTest::newRow("no type") << 200 << QByteArray() << "<Response/>"_ba << 12300;
    QTest::newRow("too large") << 200 << xml
                               << "<Response><Say>" + QByteArray(70'000, 'x') + "</Say></Response>" << 11750;
    QTest::newRow("not allowed") << 200 << xml << "<Response><Leave/></Response>"_ba << 12200;
}

void TestVoice::troubleGoesToTheFallback()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    Stage stage;
    stage.answerRaw("/voice"_ba, {.status = status, .contentType = type, .body = body});
    stage.answer("/fallback"_ba, "<Say>sorry</Say>"_ba);
    stage.pointNumber(stage.url(u"/voice"_s), stage.url(u"/fallback"_s));
    const QString sid = stage.dial();
    QTRY_VERIFY(stage.verbs(sid).endsWith(u"Say"_s));
    QCOMPARE(stage.last("/fallback"_ba, "ErrorCode"_ba), QByteArray::number(code));
    QCOMPARE(stage.last("/fallback"_ba, "ErrorUrl"_ba), stage.url(u"/voice"_s).toUtf8());
    QVERIFY(stage.errors().contains(code));
}

void TestVoice::withoutFallbackTheApplicationErrorIsHeard()
{
    Stage stage;
    stage.close();
    const QString sid = stage.dial();
    QTRY_COMPARE(stage.verbs(sid), QStringList{u"ApplicationError"_s});
    QVERIFY(stage.errors().contains(11202));
    stage.pass(6s);
    QCOMPARE(stage.status(sid), u"completed"_s);
}

void TestVoice::createdCallsAreStartedOnePerSecond()
{
    Stage stage;
    stage.answer("/out"_ba, "<Pause length=\"60\"/>"_ba);
    simulator::CreateCall request;
    request.from = u"+14155550100"_s;
    request.url = {stage.url(u"/out"_s)};
    QStringList sids;
    for (const auto &to : {u"+12025550131"_s, u"+12025550132"_s, u"+12025550133"_s}) {
        request.to = to;
        const auto made = stage.world.calls().create(request);
        QVERIFY(made);
        QCOMPARE(made->status, simulator::CallStatus::Queued);
        sids.append(made->sid);
    }
    stage.pass(100ms);
    QCOMPARE(stage.status(sids.at(0)), u"ringing"_s);
    QCOMPARE(stage.status(sids.at(1)), u"queued"_s);
    stage.pass(1s);
    QCOMPARE(stage.status(sids.at(1)), u"ringing"_s);
    QCOMPARE(stage.status(sids.at(2)), u"queued"_s);
    QCOMPARE(stage.world.calls().get(sids.at(2))->queueMilliseconds, 2000);
    stage.pass(10s);
    QCOMPARE(stage.on("/out"_ba).size(), 3);
    QCOMPARE(stage.last("/out"_ba, "Direction"_ba), "outbound-api"_ba);
}

void TestVoice::createChecksWhatItIsGiven()
{
    Stage stage;
    const auto code = [&](simulator::CreateCall request) {
        const auto made = stage.world.calls().create(request);
        return made ? 0 : made.error().code;
    };
    simulator::CreateCall good;
    good.to = u"+12025550131"_s;
    good.from = u"+14155550100"_s;
    good.twiml = u"<Response/>"_s;
    auto bad = good;
    bad.to.clear();
    QCOMPARE(code(bad), 21201);
    bad = good;
    bad.to = bad.from;
    QCOMPARE(code(bad), 21211);
    bad = good;
    bad.from = u"+12025559999"_s;
    QCOMPARE(code(bad), 21210);
    bad = good;
    bad.twiml = u"<Response><Say>"_s + QString(4000, u'x') + u"</Say></Response>"_s;
    QCOMPARE(code(bad), 32018);
    bad.url = {u"http://127.0.0.1:1/x"_s}; // the document counts only without an address
    QCOMPARE(code(bad), 0);
    bad = good;
    bad.url = {u"ftp://example.com"_s};
    QCOMPARE(code(bad), 21205);
    bad = good;
    bad.statusCallback = {stage.url(u"/status"_s)};
    bad.statusCallbackEvents = {u"initiated ringing"_s};
    QCOMPARE(code(bad), 0); // made, but nobody is told
    QVERIFY(stage.errors().contains(21626));
    stage.pass(20s);
    QVERIFY(stage.on("/status"_ba).isEmpty());
}

void TestVoice::inlineDocumentsNeedAbsoluteActions()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Pause length=\"600\"/><Pause length=\"600\"/>"_ba);
    const QString sid = stage.dial();
    stage.pass(601s); // past the first Pause, which only rings
    QCOMPARE(stage.status(sid), u"in-progress"_s);
    simulator::UpdateCall update;
    update.twiml = u"<Response><Record/></Response>"_s;
    QVERIFY(stage.world.calls().update(sid, update));
    stage.pass(2s);
    QVERIFY(stage.errors().contains(11100));
}

void TestVoice::machinesAreToldFromPeople()
{
    Stage stage;
    stage.answer("/out"_ba, "<Pause length=\"60\"/>"_ba);
    stage.answerRaw("/amd"_ba, {.status = 204});
    simulator::CreateCall request;
    request.from = u"+14155550100"_s;
    request.to = u"+12025550131"_s;
    request.url = {stage.url(u"/out"_s)};
    request.machineDetection.mode = u"DetectMessageEnd"_s;
    QVERIFY(stage.world.calls().create(request));
    stage.pass(6s);
    QCOMPARE(stage.last("/out"_ba, "AnsweredBy"_ba), "human"_ba);
    request.to = u"+12025550132"_s;
    request.machineDetection.mode = u"Enable"_s;
    request.machineDetection.async = true;
    request.machineDetection.callback = {stage.url(u"/amd"_s)};
    simulator::CreateCall mailbox = request;
    QVERIFY(stage.world.calls().create(mailbox));
    stage.pass(3s);
    QCOMPARE(stage.on("/out"_ba).size(), 2); // at once, without waiting for the result
    QCOMPARE(stage.last("/out"_ba, "AnsweredBy"_ba), QByteArray());
    stage.pass(6s);
    QCOMPARE(stage.last("/amd"_ba, "AnsweredBy"_ba), "human"_ba);
}

void TestVoice::statusCallbacksCount()
{
    Stage stage;
    stage.answerRaw("/status"_ba, {.status = 204});
    simulator::CreateCall request;
    request.from = u"+14155550100"_s;
    request.to = u"+12025550131"_s;
    request.twiml = u"<Response><Pause length=\"5\"/></Response>"_s;
    request.statusCallback = {stage.url(u"/status"_s)};
    request.statusCallbackEvents = {u"initiated"_s, u"ringing"_s, u"answered"_s, u"completed"_s};
    QVERIFY(stage.world.calls().create(request));
    stage.pass(30s);
    QByteArrayList seen;
    for (const auto &each : stage.on("/status"_ba))
        seen.append(each.form.value("SequenceNumber") + each.form.value("CallStatus"));
    QCOMPARE(seen, (QByteArrayList{"0initiated"_ba, "1ringing"_ba, "2in-progress"_ba, "3completed"_ba}));
    QCOMPARE(stage.last("/status"_ba, "CallDuration"_ba), "5"_ba);
    QCOMPARE(stage.last("/status"_ba, "CallbackSource"_ba), "call-progress-events"_ba);
}

void TestVoice::aCanceledCallWasNeverAnswered()
{
    Stage stage;
    simulator::CreateCall request;
    request.from = u"+14155550100"_s;
    request.to = u"+12025550131"_s;
    request.twiml = u"<Response><Pause length=\"5\"/></Response>"_s;
    const QString sid = stage.world.calls().create(request)->sid;
    simulator::UpdateCall cancel;
    cancel.status = u"canceled"_s;
    QVERIFY(stage.world.calls().update(sid, cancel));
    QCOMPARE(stage.status(sid), u"canceled"_s);
    stage.answer("/voice"_ba, "<Say>one</Say><Pause length=\"60\"/>"_ba);
    const QString answered = stage.dial();
    QVERIFY(stage.world.calls().update(answered, cancel)); // accepted, and leaves it alone
    QCOMPARE(stage.status(answered), u"in-progress"_s);
    cancel.status = u"completed"_s;
    QVERIFY(stage.world.calls().update(answered, cancel));
    QCOMPARE(stage.status(answered), u"completed"_s);
    QCOMPARE(stage.world.calls().update(answered, cancel).error().code, 21220);
}

void TestVoice::concurrencyIsLimited()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>one</Say><Pause length=\"60\"/>"_ba);
    stage.world.account().concurrency = 2;
    QVERIFY(!stage.dial(u"+12025550121"_s).isEmpty());
    QVERIFY(!stage.dial(u"+12025550122"_s).isEmpty());
    QVERIFY(stage.dial(u"+12025550123"_s).isEmpty());
    simulator::CreateCall request;
    request.from = u"+14155550100"_s;
    request.to = u"+12025550131"_s;
    request.twiml = u"<Response/>"_s;
    QCOMPARE(stage.world.calls().create(request).error().code, 10004);
}

void TestVoice::aTrialAccountReachesVerifiedNumbers()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Pause length=\"60\"/>"_ba);
    stage.world.account().type = u"Trial"_s;
    stage.world.account().verified = {u"+12025550131"_s};
    simulator::CreateCall request;
    request.from = u"+14155550100"_s;
    request.to = u"+12025550132"_s;
    request.twiml = u"<Response><Pause length=\"60\"/></Response>"_s;
    QCOMPARE(stage.world.calls().create(request).error().code, 21219);
    request.to = u"+12025550131"_s;
    QVERIFY(stage.world.calls().create(request));
    simulator::CreateMessage text;
    text.from = request.from;
    text.to = u"+12025550132"_s;
    text.body = u"hello"_s;
    QCOMPARE(stage.world.messages().create(text).error().code, 21608);
    text.to = u"+12025550131"_s;
    QVERIFY(stage.world.messages().create(text));
    for (int i = 0; i < 4; ++i)
        QVERIFY(!stage.dial(u"+1202555012%1"_s.arg(i)).isEmpty());
    QVERIFY(stage.dial(u"+12025550129"_s).isEmpty()); // five at once, in and out together
    stage.world.account().concurrency = 6;            // unless told otherwise
    QVERIFY(!stage.dial(u"+12025550129"_s).isEmpty());
}

void TestVoice::aRecordedCallTellsItsRecording()
{
    Stage stage;
    stage.answerRaw("/status"_ba, {.status = 204});
    simulator::CreateCall request;
    request.from = u"+14155550100"_s;
    request.to = u"+12025550131"_s;
    request.twiml = u"<Response><Pause length=\"5\"/></Response>"_s;
    request.statusCallback = {stage.url(u"/status"_s)};
    request.statusCallbackEvents = {u"answered"_s, u"completed"_s};
    request.record = true;
    QVERIFY(stage.world.calls().create(request));
    stage.pass(30s);
    const auto news = stage.on("/status"_ba);
    QCOMPARE(news.size(), 2);
    QVERIFY(!news.first().form.contains("RecordingSid"));
    const auto recording = stage.world.recordings().list().constFirst();
    QCOMPARE(news.last().form.text("RecordingSid"), recording.sid);
    QCOMPARE(news.last().form.text("RecordingUrl"), stage.world.recordings().url(recording.sid));
    QCOMPARE(news.last().form.text("RecordingDuration"), QString::number(recording.seconds));
}

void TestVoice::trustComesWithItsToken()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>Hello</Say>"_ba);
    simulator::IncomingCall call;
    call.from = u"+12025550123"_s;
    call.to = u"+14155550100"_s;
    QVERIFY(stage.world.calls().dial(call));
    stage.settle();
    QVERIFY(!stage.asked.constLast().form.contains("StirPassportToken")); // no PASSporT came with it
    call.stirVerstat = u"TN-Validation-Passed-A"_s;
    QVERIFY(stage.world.calls().dial(call));
    stage.settle();
    QCOMPARE(stage.last("/voice"_ba, "StirVerstat"_ba), "TN-Validation-Passed-A"_ba);
    QCOMPARE(stage.last("/voice"_ba, "StirPassportToken"_ba).count('.'), 2);
}

void TestVoice::onlyTheFirstNumberLooksNamesUp()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Say>Hello</Say>"_ba);
    const auto numbers = stage.world.numbers().all();
    simulator::UpdateNumber update;
    update.voiceUrl = stage.url(u"/voice"_s);
    QVERIFY(stage.world.numbers().update(numbers.at(1).sid, update));
    simulator::IncomingCall call;
    call.from = u"+12025550123"_s;
    call.callerName = u"Ann"_s;
    for (const int line : {0, 1}) {
        call.to = numbers.at(line).number;
        QVERIFY(stage.world.calls().dial(call));
        stage.settle();
        QCOMPARE(stage.asked.constLast().form.contains("CallerName"), line == 0);
    }
}

void TestVoice::aTextVerbOfTextsIsRefusedInACall()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Message>hello</Message>"_ba);
    const QString sid = stage.dial();
    stage.pass(1s);
    QVERIFY(stage.errors().contains(12200));
    QVERIFY(!stage.verbs(sid).contains(u"Message"_s));
    QVERIFY(stage.world.messages().list().isEmpty());
}

QTEST_GUILESS_MAIN(TestVoice)
#include "test_voice.moc"
