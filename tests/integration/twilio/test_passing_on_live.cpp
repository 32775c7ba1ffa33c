// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_desk.h"
#include "simulator/messages.h"

using namespace Qt::StringLiterals;
using namespace anteroom;
using calls::AskBy;
using calls::AskPhone;
using calls::CallState;
using calls::GiveTo;
using simulator::PhoneBehaviour;
using test::LiveDesk;

namespace {

constexpr int patience = 30'000;
const AskPhone bobOrtega{u"Bob Ortega"_s, u"+14155550161"_s, AskBy::Text};
const AskPhone danWolf{u"Dan Wolf"_s, u"+14155550163"_s, AskBy::Call};

calls::AskPlan list()
{
    calls::AskPlan plan = calls::AskPlan::defaults();
    plan.phones = {bobOrtega, danWolf};
    plan.alsoWithDesk = false;
    plan.secondsForEach = 120;
    return plan;
}

PhoneBehaviour reacts(PhoneBehaviour::Kind kind, const QString &press = {})
{
    PhoneBehaviour behaviour;
    behaviour.kind = kind;
    behaviour.afterSeconds = 2;
    behaviour.press = press;
    return behaviour;
}

int ringsOf(LiveDesk &live, const QString &phone)
{
    int count = 0;
    for (const simulator::Call &call : live.company.world().calls().list())
        count += call.to == phone ? 1 : 0;
    return count;
}

} // namespace

/// Callers are given away, and pulled to phones that are no telephones, over REST and webhooks as they are.
class TestPassingOnLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givenBlind_data()
    {
        QTest::addColumn<bool>("withReceiver");
        QTest::newRow("told by webhooks") << true;
        QTest::newRow("by polling alone") << false;
    }
    void givenBlind()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver, list());
        QVERIFY(live.connectLine());
        auto &phones = live.company.world().phones();
        phones.set(bobOrtega.number, reacts(PhoneBehaviour::Kind::Voicemail));
        phones.set(danWolf.number, reacts(PhoneBehaviour::Kind::Answer, u"1"_s));
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QVERIFY(live.desk->execute(live.ann, GiveTo{caller, bobOrtega.number}));
        QCOMPARE(live.find(caller).seat, u"Bob Ortega"_s);
        // A mailbox presses no key: the caller stays in line, and the row says so.
        QTRY_VERIFY_WITH_TIMEOUT(live.find(caller).remark.contains("Bob Ortega"_L1), patience);
        QCOMPARE(live.state(caller), CallState::Waiting);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QVERIFY(live.desk->execute(live.ann, GiveTo{caller, danWolf.number}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QCOMPARE(live.find(caller).seat, u"Dan Wolf"_s);
        QCOMPARE(ringsOf(live, bobOrtega.number), 1);
        QCOMPARE(ringsOf(live, danWolf.number), 1);
    }

    void whoTalksIsGivenAfterAsking()
    {
        LiveDesk live(true, list());
        QVERIFY(live.connectLine());
        live.phoneIs(reacts(PhoneBehaviour::Kind::Answer, u"1"_s));
        auto &phones = live.company.world().phones();
        phones.set(bobOrtega.number, reacts(PhoneBehaviour::Kind::Answer, u"1"_s));
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QVERIFY(live.desk->execute(live.ann, GiveTo{caller, bobOrtega.number, true}));
        auto &messages = live.company.world().messages();
        const auto asked = [&] {
            const QList<simulator::Message> all = messages.list();
            return std::ranges::any_of(
                all, [](const simulator::Message &message) { return message.to == bobOrtega.number; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(asked(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QVERIFY(messages.receive(bobOrtega.number, live.line, u"yes"_s).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).seat, u"Bob Ortega"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QCOMPARE(ringsOf(live, bobOrtega.number), 1);
    }

    void aSeatsPhoneIsNoTelephone_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<bool>("withReceiver");
        QTest::newRow("SIP") << u"sip:ana@pbx.example.com;transport=tls"_s << true;
        QTest::newRow("SIP, by polling alone") << u"sip:ana@pbx.example.com"_s << false;
        QTest::newRow("app") << u"client:ana"_s << true;
        QTest::newRow("app, by polling alone") << u"client:ana"_s << false;
    }
    void aSeatsPhoneIsNoTelephone()
    {
        QFETCH(QString, phone);
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver);
        live.ann.phone = phone;
        live.desk->setSeats({live.ann});
        QVERIFY(live.connectLine());
        live.phoneIs(reacts(PhoneBehaviour::Kind::Busy));
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_VERIFY_WITH_TIMEOUT(live.find(caller).remark.contains("busy"_L1), patience);
        live.phoneIs(reacts(PhoneBehaviour::Kind::Answer, u"1"_s));
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QCOMPARE(live.rings(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPassingOnLive)
#include "test_passing_on_live.moc"
