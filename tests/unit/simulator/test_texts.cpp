// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/messages.h"
#include "simulator/numbers.h"
#include "stage.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

class TestTexts : public QObject
{
    Q_OBJECT
private slots:
    void aTextGoesOut();
    void checksWhatItIsGiven();
    void aTextMayComeBackUndelivered();
    void anInboundTextIsAnswered();
    void stopBlocksAndStartUnblocks();
    void wordsMayNotBeTrimmed();
    void aDocumentCanSendATextDuringACall();
    void countsSegments();

private:
    qsizetype m_answers = 0; ///< that the phone company itself gave to the last text

    static simulator::CreateMessage text()
    {
        return {.from = u"+14155550100"_s, .to = u"+12025550123"_s, .body = u"Hello"_s};
    }
};

void TestTexts::aTextGoesOut()
{
    Stage stage;
    stage.answerRaw("/sent"_ba, {.status = 204});
    QSignalSpy sent(&stage.world.messages(), &simulator::Messages::sent);
    auto request = text();
    request.statusCallback = {stage.url(u"/sent"_s)};
    const auto made = stage.world.messages().create(request);
    QCOMPARE(made->status, u"queued"_s);
    stage.pass(5s);
    QCOMPARE(stage.world.messages().get(made->sid)->status, u"delivered"_s);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(stage.on("/sent"_ba).size(), 3);
    QVERIFY(stage.world.messages().redact(made->sid)->body.isEmpty());
    QVERIFY(stage.world.messages().remove(made->sid));
    QCOMPARE(stage.world.messages().get(made->sid).error().code, 20404);
}

void TestTexts::checksWhatItIsGiven()
{
    Stage stage;
    const auto code = [&](const simulator::CreateMessage &request) {
        const auto made = stage.world.messages().create(request);
        return made ? 0 : made.error().code;
    };
    auto bad = text();
    bad.to.clear();
    QCOMPARE(code(bad), 21604);
    bad = text();
    bad.from.clear();
    QCOMPARE(code(bad), 21603);
    bad = text();
    bad.body = QString(1601, u'x');
    QCOMPARE(code(bad), 21617);
    bad = text();
    bad.to = u"anonymous"_s;
    QCOMPARE(code(bad), 21211);
    bad = text();
    bad.from = u"+12125550110"_s; // voice only
    QCOMPARE(code(bad), 21606);
    stage.world.account().texts = false;
    QCOMPARE(code(text()), 21606);
}

void TestTexts::aTextMayComeBackUndelivered()
{
    Stage stage;
    stage.world.account().textError = 30034;
    const auto made = stage.world.messages().create(text());
    QVERIFY(made); // accepted first
    stage.pass(5s);
    const auto after = stage.world.messages().get(made->sid);
    QCOMPARE(after->status, u"undelivered"_s);
    QCOMPARE(after->errorCode, 30034);
}

void TestTexts::anInboundTextIsAnswered()
{
    Stage stage;
    simulator::UpdateNumber update;
    update.smsUrl = stage.url(u"/sms"_s);
    QVERIFY(stage.world.numbers().update(stage.world.numbers().all().constFirst().sid, update));
    stage.answer("/sms"_ba,
                 "<Message><Body>one</Body></Message><Message to=\"+12025550155\">two</Message>"_ba);
    const QString body = u" take 2 + hold 50% & more\n👍 "_s;
    QVERIFY(stage.world.messages().receive(u"+12025550123"_s, u"+14155550100"_s, body));
    stage.settle();
    QCOMPARE(stage.asked.constLast().form.text("Body"), body);
    QCOMPARE(stage.last("/sms"_ba, "SmsMessageSid"_ba), stage.last("/sms"_ba, "MessageSid"_ba));
    const auto all = stage.world.messages().list();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.constFirst().to, u"+12025550155"_s);
    QCOMPARE(all.constFirst().direction, u"outbound-reply"_s);
    QVERIFY(!stage.world.messages().receive(u"+12025550123"_s, u"+12125550110"_s, body)); // no texts there
}

void TestTexts::stopBlocksAndStartUnblocks()
{
    Stage stage;
    auto &messages = stage.world.messages();
    const auto receive = [&](const QString &word) {
        const auto before = messages.list().size();
        QVERIFY(messages.receive(u"+12025550123"_s, u"+14155550100"_s, word).has_value());
        m_answers = messages.list().size() - before - 1;
    };
    receive(u"STOP please"_s);
    QVERIFY(messages.create(text()));
    receive(u" stop\n"_s);
    QCOMPARE(m_answers, 1);
    QCOMPARE(messages.create(text()).error().code, 21610);
    receive(u"yes"_s);
    QCOMPARE(m_answers, 1);
    QVERIFY(messages.create(text()));
    receive(u"START"_s);
    QCOMPARE(m_answers, 0);
    stage.world.guesses().startAlwaysReplies = true;
    receive(u"START"_s);
    QCOMPARE(m_answers, 1);
    receive(u"INFO"_s);
    QCOMPARE(m_answers, 1);
}

void TestTexts::wordsMayNotBeTrimmed()
{
    Stage stage;
    stage.world.guesses().keywordUntrimmed = true;
    QVERIFY(stage.world.messages().receive(u"+12025550123"_s, u"+14155550100"_s, u" STOP "_s));
    QVERIFY(stage.world.messages().create(text()));
}

void TestTexts::aDocumentCanSendATextDuringACall()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Sms>Thank you for calling</Sms><Hangup/>"_ba);
    const QString sid = stage.dial();
    QCOMPARE(stage.world.messages().list().constFirst().body, u"Thank you for calling"_s);
    QCOMPARE(stage.world.messages().list().constFirst().to, u"+12025550123"_s);
    QCOMPARE(stage.status(sid), u"completed"_s);
}

void TestTexts::countsSegments()
{
    simulator::Message message;
    message.body = QString(160, u'x');
    QCOMPARE(message.segments(), 1);
    message.body = QString(161, u'x');
    QCOMPARE(message.segments(), 2);
    message.body = QString(71, u'ő'); // one letter outside of GSM-7 makes all of it UCS-2
    QCOMPARE(message.segments(), 2);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "test_texts.moc"
