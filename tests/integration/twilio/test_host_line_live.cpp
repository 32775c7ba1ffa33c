// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/pin.h"
#include "live_desk.h"

using namespace Qt::StringLiterals;
using namespace anteroom;
using calls::CallState;
using calls::Outcome;
using test::LiveDesk;

namespace {

constexpr int patience = 30'000;
const QString annsPhone = u"+14155550171"_s;
const QString annsPin = u"482913"_s;

/// A desk whose account has a second number, for hosts.
class HostDesk : public LiveDesk
{
public:
    HostDesk() : LiveDesk(true)
    {
        hostNumber = company.world().numbers().all().at(1).number;
        m_plan.number = hostNumber;
        m_plan.people = {{u"Ann"_s, annsPhone, calls::hashedPin(annsPin)}};
        m_plan.trustsProvenPhones = true;
        desk->setHostPlan(m_plan);
        carrier->setHostNumber(hostNumber);
    }
    void callAnnBack()
    {
        m_plan.people.first().callsBack = true;
        desk->setHostPlan(m_plan);
    }
    /// The call that rings, or has rung, this phone.
    QString legTo(const QString &phone)
    {
        for (const simulator::Call &call : company.world().calls().list())
            if (call.to == phone)
                return call.sid;
        return {};
    }
    bool connectNumbers()
    {
        m_tasks.push_back(connectHosts());
        return connectLine() && QTest::qWaitFor([this] { return m_connected; }, 10'000);
    }
    QString hostDials(const QString &verstat = {})
    {
        simulator::IncomingCall call;
        call.from = annsPhone;
        call.to = hostNumber;
        call.stirVerstat = verstat;
        const auto dialled = company.world().calls().dial(call);
        return dialled ? dialled->sid : QString();
    }
    /// What this telephone has been told so far.
    QString heard(const QString &call)
    {
        QStringList words;
        for (const simulator::ExecutedVerb &verb : company.world().calls().executed(call))
            words << verb.text;
        return words.join(u'\n');
    }
    bool hears(const QString &call, const QString &part)
    {
        return QTest::qWaitFor([&] { return heard(call).contains(part); }, patience);
    }
    bool presses(const QString &call, const QString &keys)
    {
        return company.world().calls().press(call, keys).has_value();
    }
    QString hostNumber;

private:
    QCoro::Task<void> connectHosts()
    {
        const auto result = co_await carrier->connectNumber(hostNumber);
        m_connected = result.has_value();
    }
    calls::HostPlan m_plan;
    bool m_connected = false;
    std::vector<QCoro::Task<void>> m_tasks;
};

} // namespace

/// The hosts' number, over REST and webhooks as they are.
class TestHostLineLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShowIsRunFromATelephone()
    {
        HostDesk live;
        QVERIFY(live.connectNumbers());
        const QString first = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(first), CallState::Waiting, patience);
        const QString second = live.dial(u"+12025550102"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(second), CallState::Waiting, patience);
        const QString host = live.hostDials();
        QVERIFY2(live.hears(host, u"Enter your PIN"_s), qPrintable(live.heard(host)));
        QVERIFY(!live.heard(host).contains("wait"_L1));
        QVERIFY(live.presses(host, annsPin));
        QVERIFY2(live.hears(host, u"2 callers wait"_s), qPrintable(live.heard(host)));
        QVERIFY(live.presses(host, u"1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(first), u"conference"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(host), u"conference"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(first), CallState::Connected, patience);
        QVERIFY(live.presses(host, u"*"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(second), u"conference"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(host), u"conference"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(live.find(first).hasEnded(), patience);
        QCOMPARE(live.find(first).outcome, Outcome::Thanked);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(second), CallState::Connected, patience);
        // The telephone is hung up in the middle of a talk: nobody is sent off.
        QVERIFY(live.company.world().calls().hangUp(host).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(live.place(second), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(second), CallState::Waiting, patience);
        QCOMPARE(live.desk->snapshot().calls.size(), 2);
    }

    void theCallerHangsUp()
    {
        HostDesk live;
        QVERIFY(live.connectNumbers());
        const QString caller = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        const QString host = live.hostDials(u"TN-Validation-Passed-A"_s);
        QVERIFY2(live.hears(host, u"One caller waits"_s), qPrintable(live.heard(host)));
        QVERIFY(live.presses(host, u"1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(host), u"conference"_s, patience);
        QVERIFY(live.company.world().calls().hangUp(caller).has_value());
        QVERIFY2(live.hears(host, u"has hung up. Nobody waits."_s), qPrintable(live.heard(host)));
    }

    void aListedPhoneIsCalledBack()
    {
        HostDesk live;
        live.callAnnBack();
        QVERIFY(live.connectNumbers());
        const QString caller = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        live.company.world().phones().set(annsPhone, {.afterSeconds = 1, .press = u"1"_s});
        const QString asked = live.hostDials();
        QVERIFY2(live.hears(asked, u"called back"_s), qPrintable(live.heard(asked)));
        QTRY_VERIFY_WITH_TIMEOUT(!live.legTo(annsPhone).isEmpty(), patience);
        const QString leg = live.legTo(annsPhone);
        QVERIFY2(live.hears(leg, u"One caller waits"_s), qPrintable(live.heard(leg)));
        QVERIFY(live.presses(leg, u"1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(leg), u"conference"_s, patience);
        QVERIFY(live.company.world().calls().hangUp(caller).has_value());
        QVERIFY2(live.hears(leg, u"has hung up. Nobody waits."_s), qPrintable(live.heard(leg)));
        QVERIFY(live.presses(leg, u"9"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!live.desk->line().open, patience);
    }

    void aForgedCallerOnlyMakesTheRealPhoneRing()
    {
        HostDesk live;
        live.callAnnBack();
        QVERIFY(live.connectNumbers());
        live.company.world().phones().set(annsPhone, {.afterSeconds = 1}); // answers, presses nothing
        const QString forged = live.hostDials(u"TN-Validation-Failed-C"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!live.legTo(annsPhone).isEmpty(), patience);
        const QString leg = live.legTo(annsPhone);
        QVERIFY2(live.hears(leg, u"press 1"_s), qPrintable(live.heard(leg)));
        QVERIFY(!live.heard(forged).contains("PIN"_L1) && !live.heard(forged).contains("wait"_L1));
        QTRY_VERIFY_WITH_TIMEOUT(live.journal.saved().intents.isEmpty(), patience);
        QVERIFY(!live.heard(leg).contains("wait"_L1));
    }

    void attestationByWayOfOthersIsNone()
    {
        HostDesk live;
        QVERIFY(live.connectNumbers());
        const QString host = live.hostDials(u"TN-Validation-Passed-A-Diverted"_s);
        QVERIFY2(live.hears(host, u"Enter your PIN"_s), qPrintable(live.heard(host)));
    }

    void withNoDeskTheNumberSaysSo()
    {
        HostDesk live;
        QVERIFY(live.connectNumbers());
        live.end(); // as kill -9: the number still points here
        const QString host = live.hostDials();
        QVERIFY2(live.hears(host, u"No desk is running"_s), qPrintable(live.heard(host)));
        live.begin();
    }
};

QTEST_MAIN(TestHostLineLive)
#include "test_host_line_live.moc"
