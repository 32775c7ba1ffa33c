// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/seat_server.h"
#include "seats/switchboard_desk.h"

#include "console.h"
#include "helpers/switchboard_story.h"

#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace anteroom::seats;
using namespace Qt::StringLiterals;
using anteroom::test::SwitchboardStory;
using anteroom::tests::Console;

/// A whole show screened over real sockets, with the real switchboard behind them.
class TestSeatRoles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hostScreensAShow();
    void secondSeatComesTooLate();
    void viewerMayOnlyLook();
    void screenerMayNotDoWhatHostsDo();
    void withoutAPhoneNothingRings();
    void revisionGrowsAcrossARestart();

private:
    void connectTo(Console &console, const calls::Seat &seat);
    QJsonObject call(Console &console, const QString &sid);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SwitchboardStory> m_story;
    std::unique_ptr<SwitchboardDesk> m_desk;
    std::unique_ptr<SeatRegistry> m_registry;
    std::unique_ptr<SeatServer> m_server;
    QHash<QString, QString> m_tokens;
};

void TestSeatRoles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_story = std::make_unique<SwitchboardStory>();
    m_story->open();
    m_desk = std::make_unique<SwitchboardDesk>(*m_story->desk);
    m_registry = std::make_unique<SeatRegistry>(m_folder->filePath(u"seats.json"_s));
    const calls::Seat mute{u"Mute"_s, calls::Role::Host, {}};
    for (const auto &seat : {m_story->ann, m_story->ben, m_story->vic, mute})
        m_tokens.insert(seat.name, m_registry->add(seat).value_or(QString()));
    m_story->desk->setSeats(m_registry->seats());
    m_server = std::make_unique<SeatServer>(*m_desk, *m_registry);
    QVERIFY(m_server->listen(QHostAddress(QHostAddress::LocalHost), 0));
}

void TestSeatRoles::cleanup()
{
    m_server.reset();
    m_registry.reset();
    m_desk.reset();
    m_story.reset();
    m_tokens.clear();
}

void TestSeatRoles::connectTo(Console &console, const calls::Seat &seat)
{
    console.open(m_server->port(), m_tokens.value(seat.name));
    QTRY_VERIFY(console.isConnected());
}

QJsonObject TestSeatRoles::call(Console &console, const QString &sid)
{
    const auto calls = console.ask(u"queue.get"_s).value("result"_L1).toObject().value("calls"_L1).toArray();
    for (const auto &value : calls) {
        if (value.toObject().value("call_sid"_L1).toString() == sid)
            return value.toObject();
    }
    return {};
}

void TestSeatRoles::hostScreensAShow()
{
    const QString first = m_story->waits();
    const QString chosen = m_story->waits(u"Tom"_s);
    Console console;
    connectTo(console, m_story->ann);
    QCOMPARE(call(console, chosen).value("position"_L1).toInt(), 2);
    QVERIFY(console
                .ask(u"call.annotate"_s,
                     {{u"call_sid"_s, chosen}, {u"topic"_s, u"Rents"_s}, {u"screening"_s, u"ready"_s}})
                .contains("result"_L1));
    QVERIFY(console.ask(u"call.pull"_s, {{u"call_sid"_s, chosen}, {u"phone"_s, u"+14155559999"_s}})
                .contains("result"_L1));
    m_story->turn();
    QCOMPARE(m_story->carrier.count(u"ringPhone "_s + m_story->ann.phone), 1);
    QCOMPARE(call(console, chosen).value("state"_L1).toString(), u"connecting"_s);
    const QString leg = m_story->leg().sid;
    m_story->answers(leg);
    m_story->presses(leg, u"1"_s);
    auto talked = call(console, chosen);
    QCOMPARE(talked.value("state"_L1).toString(), u"connected"_s);
    QCOMPARE(talked.value("seat"_L1).toString(), u"Ann"_s);
    QCOMPARE(talked.value("topic"_L1).toString(), u"Rents"_s);
    QVERIFY(talked.value("position"_L1).isNull());
    QCOMPARE(call(console, first).value("position"_L1).toInt(), 1);
    QVERIFY(console.ask(u"call.hold"_s, {{u"call_sid"_s, chosen}}).contains("result"_L1));
    m_story->turn();
    QCOMPARE(call(console, chosen).value("state"_L1).toString(), u"waiting"_s);
    QCOMPARE(call(console, chosen).value("arrival"_L1), talked.value("arrival"_L1));
    QCOMPARE(console.errorOf(u"call.hold"_s, {{u"call_sid"_s, u"CAnone"_s}}), -32001);
    QCOMPARE(console.errorOf(u"call.hangup"_s, {{u"call_sid"_s, u"CAnone"_s}}), -32001);
    QVERIFY(console.ask(u"line.close"_s).contains("result"_L1));
    m_story->turn();
    QCOMPARE(console.ask(u"queue.get"_s)
                 .value("result"_L1)
                 .toObject()
                 .value("line"_L1)
                 .toObject()
                 .value("open"_L1),
             QJsonValue(false));
}

void TestSeatRoles::secondSeatComesTooLate()
{
    const QString sid = m_story->waits();
    Console ann;
    Console ben;
    connectTo(ann, m_story->ann);
    connectTo(ben, m_story->ben);
    QVERIFY(ann.ask(u"call.pull"_s, {{u"call_sid"_s, sid}}).contains("result"_L1));
    const auto error = ben.ask(u"call.pull"_s, {{u"call_sid"_s, sid}}).value("error"_L1).toObject();
    QCOMPARE(error.value("code"_L1).toInt(), -32003);
    QCOMPARE(error.value("data"_L1).toObject().value("seat"_L1).toString(), u"Ann"_s);
    QVERIFY(!error.value("message"_L1).toString().isEmpty());
    QCOMPARE(m_story->carrier.countOf(u"ringPhone"_s), 1);
    const auto news = ben.heard(u"queue.changed"_s);
    QCOMPARE(news.value("calls"_L1).toArray().first().toObject().value("seat"_L1).toString(), u"Ann"_s);
}

void TestSeatRoles::viewerMayOnlyLook()
{
    const QString sid = m_story->waits();
    Console console;
    connectTo(console, m_story->vic);
    QCOMPARE(call(console, sid).value("state"_L1).toString(), u"waiting"_s);
    const auto before = m_story->carrier.requests.size();
    for (const auto &method :
         {u"call.pull"_s, u"call.voicemail"_s, u"call.release"_s, u"call.hangup"_s, u"call.annotate"_s})
        QCOMPARE(console.errorOf(method, {{u"call_sid"_s, sid}, {u"topic"_s, u"x"_s}}), -32004);
    QCOMPARE(console.errorOf(u"queue.closeOut"_s, {{u"treatment"_s, u"thank"_s}}), -32004);
    QCOMPARE(console.errorOf(u"line.close"_s), -32004);
    m_story->turn();
    QCOMPARE(m_story->carrier.requests.size(), before);
}

void TestSeatRoles::screenerMayNotDoWhatHostsDo()
{
    const QString sid = m_story->waits();
    m_story->connects(sid, m_story->ann);
    const QString other = m_story->waits();
    Console console;
    connectTo(console, m_story->ben);
    QCOMPARE(console.errorOf(u"queue.closeOut"_s, {{u"treatment"_s, u"thank"_s}}), -32004);
    QCOMPARE(console.errorOf(u"line.close"_s), -32004);
    QCOMPARE(console.errorOf(u"line.open"_s), -32004);
    QCOMPARE(console.errorOf(u"call.hangup"_s, {{u"call_sid"_s, sid}}), -32004);
    QCOMPARE(call(console, sid).value("state"_L1).toString(), u"connected"_s);
    QVERIFY(console.ask(u"call.annotate"_s, {{u"call_sid"_s, other}, {u"topic"_s, u"x"_s}})
                .contains("result"_L1));
    QVERIFY(console.ask(u"call.pull"_s, {{u"call_sid"_s, other}}).contains("result"_L1));
}

void TestSeatRoles::withoutAPhoneNothingRings()
{
    const QString sid = m_story->waits();
    Console console;
    connectTo(console, {u"Mute"_s, calls::Role::Host, {}});
    QCOMPARE(console.errorOf(u"call.pull"_s, {{u"call_sid"_s, sid}}), -32005);
    QCOMPARE(m_story->carrier.countOf(u"ringPhone"_s), 0);
}

void TestSeatRoles::revisionGrowsAcrossARestart()
{
    m_story->waits();
    const auto before = [this] {
        Console console;
        connectTo(console, m_story->ann);
        return console.ask(u"queue.get"_s).value("result"_L1).toObject().value("revision"_L1).toInteger();
    };
    const auto revision = before();
    QVERIFY(revision > 0);
    m_server.reset();
    m_desk.reset();
    m_story->killAndRestart();
    m_desk = std::make_unique<SwitchboardDesk>(*m_story->desk);
    m_server = std::make_unique<SeatServer>(*m_desk, *m_registry);
    QVERIFY(m_server->listen(QHostAddress(QHostAddress::LocalHost), 0));
    m_story->waits();
    QVERIFY(before() > revision);
}

QTEST_GUILESS_MAIN(TestSeatRoles)
#include "test_seat_roles.moc"
