// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/commands.h"

#include <QJsonDocument>
#include <QTest>

using namespace anteroom;
using namespace anteroom::seats;
using namespace Qt::StringLiterals;

class TestCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCallRequestNamesItsCall_data();
    void everyCallRequestNamesItsCall();
    void pullTakesWhatBecomesOfTheCurrentCall();
    void annotateTellsLeftOutFromEmpty();
    void callBackTakesANumber();
    void giveTakesAPerson();
    void recordTakesYesOrNo();
    void textsAreMarkedReadAndAnswered();
    void closeOutTakesSomeCalls();
    void wrongParametersAreNamed_data();
    void wrongParametersAreNamed();
    void unknownParametersDoNothing();
    void refusalsCarryTheirData();
};

namespace {
QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}
QString sidOf(const calls::Command &command)
{
    return std::visit(
        [](const auto &wish) {
            if constexpr (requires { wish.sid; })
                return wish.sid;
            else
                return QString();
        },
        command);
}
} // namespace

void TestCommands::everyCallRequestNamesItsCall_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("kind");
    const auto row = [](const QString &method, const calls::Command &command) {
        QTest::newRow(qPrintable(method)) << method << static_cast<int>(command.index());
    };
    row(u"call.pull"_s, calls::Pull());
    row(u"call.cancel"_s, calls::CancelRinging());
    row(u"call.voicemail"_s, calls::SendToVoicemail());
    row(u"call.release"_s, calls::ThankAndRelease());
    row(u"call.hold"_s, calls::PutOnHold());
    row(u"call.hangup"_s, calls::HangUpCall());
    row(u"call.annotate"_s, calls::Annotate());
    row(u"call.move"_s, calls::MoveInOrder());
}

void TestCommands::everyCallRequestNamesItsCall()
{
    QFETCH(QString, method);
    QFETCH(int, kind);
    const auto command = toCommand(method, object(R"({"call_sid": "CA1"})"));
    QVERIFY(command);
    QCOMPARE(static_cast<int>(command->index()), kind);
    QCOMPARE(sidOf(*command), u"CA1"_s);
    for (const auto &params : {QJsonObject(), object(R"({"call_sid": 7})"), object(R"({"call_sid": ""})"),
                               QJsonObject{{u"call_sid"_s, u"C"_s.repeated(65)}}}) {
        const auto wrong = toCommand(method, params);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, RpcError::invalidParams);
        QCOMPARE(wrong.error().data.value("parameter"_L1).toString(), u"call_sid"_s);
    }
}

void TestCommands::pullTakesWhatBecomesOfTheCurrentCall()
{
    const auto current = [](const QByteArray &json) {
        return std::get<calls::Pull>(toCommand(u"call.pull"_s, object(json)).value()).current;
    };
    QVERIFY(current(R"({"call_sid": "CA1"})") == calls::Current::Keep);
    QVERIFY(current(R"({"call_sid": "CA1", "current": null})") == calls::Current::Keep);
    QVERIFY(current(R"({"call_sid": "CA1", "current": "keep"})") == calls::Current::Keep);
    QVERIFY(current(R"({"call_sid": "CA1", "current": "hold"})") == calls::Current::Hold);
    QVERIFY(current(R"({"call_sid": "CA1", "current": "release"})") == calls::Current::Release);
}

void TestCommands::annotateTellsLeftOutFromEmpty()
{
    const auto wish = [](const QByteArray &json) {
        return std::get<calls::Annotate>(toCommand(u"call.annotate"_s, object(json)).value());
    };
    const auto some = wish(R"({"call_sid": "CA1", "topic": "Rents", "notes": null, "screening": "ready"})");
    QCOMPARE(some.topic, std::optional(u"Rents"_s));
    QVERIFY(some.notes && some.notes->isEmpty());
    QVERIFY(!some.sayItLike);
    QVERIFY(some.screening == calls::Screening::Ready);
    const auto none = wish(R"({"call_sid": "CA1"})");
    QVERIFY(!none.topic && !none.notes && !none.sayItLike && !none.screening);
}

void TestCommands::textsAreMarkedReadAndAnswered()
{
    const auto marked = toCommand(u"text.mark"_s, object(R"({"text_sid": "SM1"})"));
    QVERIFY(marked && std::get<calls::MarkText>(*marked).marked);
    QCOMPARE(sidOf(*marked), u"SM1"_s);
    const auto unmarked = toCommand(u"text.mark"_s, object(R"({"text_sid": "SM1", "marked": false})"));
    QVERIFY(unmarked && !std::get<calls::MarkText>(*unmarked).marked);
    const auto unread = toCommand(u"text.read"_s, object(R"({"text_sid": "SM1", "read": false})"));
    QVERIFY(unread && !std::get<calls::ReadText>(*unread).read);
    QVERIFY(!toCommand(u"text.read"_s, object(R"({"text_sid": "SM1", "read": "no"})")));
    QVERIFY(!toCommand(u"text.read"_s, object(R"({"read": true})")));
    const auto answer = toCommand(u"text.answer"_s, object(R"({"text_sid": "SM1", "body": "Hi"})"));
    QVERIFY(answer);
    QCOMPARE(std::get<calls::AnswerText>(*answer).body, u"Hi"_s);
    QVERIFY(!toCommand(u"text.answer"_s, object(R"({"text_sid": "SM1"})")));
}

void TestCommands::callBackTakesANumber()
{
    const auto wish = std::get<calls::CallBack>(
        toCommand(u"call.back"_s, object(R"({"number": "+14085550142", "name": "Priya"})")).value());
    QCOMPARE(wish.number, u"+14085550142"_s);
    QCOMPARE(wish.caller.name, u"Priya"_s);
    const auto wrong = toCommand(u"call.back"_s, object(R"({"name": "Priya"})"));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().data.value("parameter"_L1).toString(), u"number"_s);
}

void TestCommands::recordTakesYesOrNo()
{
    for (const bool on : {true, false}) {
        const auto wish = toCommand(u"call.record"_s, {{u"call_sid"_s, u"CA1"_s}, {u"on"_s, on}});
        QCOMPARE(std::get<calls::RecordTalk>(*wish).sid, u"CA1"_s);
        QCOMPARE(std::get<calls::RecordTalk>(*wish).on, on);
    }
    QVERIFY(!toCommand(u"call.record"_s, {{u"call_sid"_s, u"CA1"_s}}));
    QVERIFY(!toCommand(u"call.record"_s, {{u"call_sid"_s, u"CA1"_s}, {u"on"_s, u"yes"_s}}));
    QVERIFY(!toCommand(u"call.record"_s, {{u"on"_s, true}}));
}

void TestCommands::giveTakesAPerson()
{
    const auto wish = [](const QByteArray &json) {
        return std::get<calls::GiveTo>(toCommand(u"call.give"_s, object(json)).value());
    };
    QCOMPARE(wish(R"({"call_sid": "CA1", "to": "Bob Ortega"})").to, u"Bob Ortega"_s);
    QVERIFY(!wish(R"({"call_sid": "CA1", "to": "Bob Ortega"})").askFirst);
    QVERIFY(wish(R"({"call_sid": "CA1", "to": "Bob Ortega", "ask_first": true})").askFirst);
    for (const char *json : {R"({"call_sid": "CA1"})", R"({"call_sid": "CA1", "to": null})",
                             R"({"call_sid": "CA1", "to": 5})"}) {
        const auto wrong = toCommand(u"call.give"_s, object(json));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().data.value("parameter"_L1).toString(), u"to"_s);
    }
    QVERIFY(!toCommand(u"call.give"_s, object(R"({"call_sid": "CA1", "to": "Bob", "ask_first": 1})")));
}

void TestCommands::closeOutTakesSomeCalls()
{
    const auto wish = [](const QByteArray &json) {
        return std::get<calls::StartCloseOut>(toCommand(u"queue.closeOut"_s, object(json)).value());
    };
    const auto all = wish(R"({"treatment": "thank"})");
    QVERIFY(all.treatment == calls::Treatment::Thank && all.sids.isEmpty() && all.text.isEmpty());
    const auto some = wish(R"({"treatment": "text", "text": "Bye", "calls": ["CA1", "CA2"]})");
    QVERIFY(some.treatment == calls::Treatment::Text);
    QCOMPARE(some.text, u"Bye"_s);
    QCOMPARE(some.sids, (QStringList{u"CA1"_s, u"CA2"_s}));
    QVERIFY(wish(R"({"treatment": "message"})").treatment == calls::Treatment::Message);
}

void TestCommands::wrongParametersAreNamed_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("parameter");
    const auto row = [](const char *name, const QString &method, const QByteArray &params,
                        const QString &parameter) { QTest::newRow(name) << method << params << parameter; };
    row("current", u"call.pull"_s, R"({"call_sid": "CA1", "current": "drop"})", u"current"_s);
    row("current is a number", u"call.pull"_s, R"({"call_sid": "CA1", "current": 1})", u"current"_s);
    row("screening", u"call.annotate"_s, R"({"call_sid": "CA1", "screening": "maybe"})", u"screening"_s);
    row("topic", u"call.annotate"_s, R"({"call_sid": "CA1", "topic": 5})", u"topic"_s);
    row("treatment", u"queue.closeOut"_s, R"({})", u"treatment"_s);
    row("treatment word", u"queue.closeOut"_s, R"({"treatment": "shout"})", u"treatment"_s);
    row("nobody is not everybody", u"queue.closeOut"_s, R"({"treatment": "thank", "calls": []})", u"calls"_s);
    row("calls", u"queue.closeOut"_s, R"({"treatment": "thank", "calls": ["CA1", 2]})", u"calls"_s);
    row("before", u"call.move"_s, R"({"call_sid": "CA1", "before": 3})", u"before"_s);
    row("on", u"seat.keepPhoneOn"_s, R"({"on": "yes"})", u"on"_s);
    QTest::newRow("topic too long") << u"call.annotate"_s
                                    << QByteArray(R"({"call_sid": "CA1", "topic": ")" + QByteArray(501, 'x') +
                                                  "\"}")
                                    << u"topic"_s;
}

void TestCommands::wrongParametersAreNamed()
{
    QFETCH(QString, method);
    QFETCH(QByteArray, params);
    QFETCH(QString, parameter);
    const auto wrong = toCommand(method, object(params));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, RpcError::invalidParams);
    QCOMPARE(wrong.error().data.value("parameter"_L1).toString(), parameter);
    QVERIFY(wrong.error().message.contains(parameter));
}

void TestCommands::unknownParametersDoNothing()
{
    const auto plain = toCommand(u"call.pull"_s, object(R"({"call_sid": "CA1"})"));
    const auto more = toCommand(u"call.pull"_s, object(R"({"call_sid": "CA1", "phone": "+14155550142"})"));
    QVERIFY(plain && more);
    QCOMPARE(sidOf(*plain), sidOf(*more));
    for (const auto &method :
         {u"queue.closeOutStop"_s, u"queue.closeOutRetry"_s, u"line.open"_s, u"line.close"_s})
        QVERIFY(toCommand(method, object(R"({"x": 1})")));
    const auto unknown = toCommand(u"call.Pull"_s, {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, RpcError::unknownMethod);
}

void TestCommands::refusalsCarryTheirData()
{
    using Code = calls::RefusalCode;
    const auto taken = toRpcError({Code::Taken, u"Sam has it."_s, u"Sam"_s, 0});
    QCOMPARE(taken.code, -32003);
    QCOMPARE(taken.message, u"Sam has it."_s);
    QCOMPARE(taken.data, (QJsonObject{{u"seat"_s, u"Sam"_s}}));
    // Nobody's: the desk itself is doing something with the call.
    const auto busy = toRpcError({Code::Taken, u"A moment."_s, {}, 0});
    QVERIFY(busy.data.value("seat"_L1).isNull());
    const auto refused = toRpcError({Code::CarrierRefused, u"No."_s, {}, 21220});
    QCOMPARE(refused.code, -32006);
    QCOMPARE(refused.data, (QJsonObject{{u"code"_s, 21220}}));
    for (const auto &[code, number] :
         {std::pair{Code::UnknownCall, -32001}, std::pair{Code::WrongState, -32002},
          std::pair{Code::NotAllowed, -32004}, std::pair{Code::NoPhone, -32005}}) {
        const auto error = toRpcError({code, u"No."_s, {}, 0});
        QCOMPARE(error.code, number);
        QVERIFY(error.data.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestCommands)
#include "test_commands.moc"
