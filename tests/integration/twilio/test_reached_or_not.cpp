// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate.h"
#include "live_desk.h"
#include "simulator/recordings.h"
#include "twilio/front_door_probe.h"
#include "twilio/hosted_documents.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;
using calls::CallState;
using calls::Outcome;
using simulator::Guesses;
using simulator::PhoneBehaviour;
using test::Gate;
using test::LiveDesk;
using Way = calls::ConnectionStatus::Way;

namespace {

constexpr int patience = 20'000;
constexpr int tenSeconds = 10'000; // what is promised

PhoneBehaviour takesIt()
{
    PhoneBehaviour behaviour;
    behaviour.afterSeconds = 2;
    behaviour.press = u"1"_s;
    return behaviour;
}

calls::LineManners shortOfWords()
{
    calls::LineManners manners = calls::LineManners::defaults();
    manners.greeting = u"Hi."_s;
    return manners;
}

/// A desk behind a gate that it watches.
struct GatedDesk
{
    GatedDesk()
        : live(true, shortOfWords(), 1, calls::AskPlan::defaults(), gate.url()),
          probe(live.network, live.clock, {200ms, 50ms, 1'000ms})
    {
        live.company.world().clock().setSpeed(1); // since when somebody waits has to be true
        gate.leadTo(live.server.port());
        QObject::connect(&probe, &twilio::FrontDoorProbe::probed, live.desk.get(),
                         &calls::Switchboard::noteProbe);
        QObject::connect(live.desk.get(), &calls::Switchboard::frontDoorDoubted, &probe,
                         &twilio::FrontDoorProbe::probeNow);
        probe.setPublicUrl(gate.url());
        probe.setOn(true);
    }
    ~GatedDesk() { probe.setOn(false); }

    Way way() const { return live.desk->connection().way; }
    QString pointsTo() { return live.company.world().numbers().all().constFirst().voiceUrl.url; }
    /// How often this caller has been put into the queue.
    qsizetype passes(const QString &sid) { return live.heard(sid, u"Enqueue"_s).size(); }

    Gate gate;
    LiveDesk live;
    twilio::FrontDoorProbe probe;
};

void guessRows()
{
    QTest::addColumn<QString>("guess");
    QTest::newRow("as the facts hold likelier") << QString();
    // Whatever a waiting caller's move may do.
    for (const char *guess : {"wait_fetch_failure", "enqueue_redirect_action", "interrupted_action",
                              "member_lag", "put_back", "enqueue_hangup_action", "refused_retry"})
        QTest::newRow(guess) << QString::fromLatin1(guess);
}

void take(Guesses &guesses, const QString &guess)
{
    if (guess.isEmpty())
        return;
    const auto found = std::ranges::find_if(simulator::guessNames(), [&](const simulator::GuessName &name) {
        return guess == QLatin1StringView(name.name);
    });
    QVERIFY2(found != simulator::guessNames().end(), qPrintable(guess));
    guesses.*(found->field) = true;
}

} // namespace

class TestReachedOrNot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShowWithoutAnyAddress_data() { guessRows(); }
    void aShowWithoutAnyAddress()
    {
        QFETCH(QString, guess);
        calls::LineManners manners = calls::LineManners::defaults();
        manners.announceSeconds = 20; // which nobody can be told
        LiveDesk live(false, manners);
        take(live.company.world().guesses(), guess);
        QVERIFY(live.connectLine());
        live.phoneIs(takesIt());
        QStringList callers;
        for (int i = 1; i <= 5; ++i) {
            callers << live.dial(u"+1202555010%1"_s.arg(i), i == 3 ? 12 : 0);
            QTRY_COMPARE_WITH_TIMEOUT(live.state(callers.last()), CallState::Waiting, patience);
        }
        QCOMPARE(live.find(callers.first()).caller.number, u"+12025550101"_s); // joined from its call
        QVERIFY(live.heard(callers.first(), u"Say"_s).contains(manners.greeting.text));

        QVERIFY(live.desk->execute(live.ann, calls::Pull{callers.at(1)}));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(callers.at(1)), u"conference"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(callers.at(1)), CallState::Connected, patience);
        QCOMPARE(live.rings(), 1);
        const QDateTime arrival = live.find(callers.at(1)).arrival;
        QVERIFY(live.desk->execute(live.ann, calls::PutOnHold{callers.at(1)}));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(callers.at(1)), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(callers.at(1)), CallState::Waiting, patience);
        QCOMPARE(live.find(callers.at(1)).arrival, arrival);

        QVERIFY(live.desk->execute(live.ann, calls::SendToVoicemail{callers.at(2)}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(callers.at(2)).outcome, Outcome::Voicemail, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->messages().size(), 1, patience);

        QVERIFY(live.desk->execute(live.ann, calls::ThankAndRelease{callers.at(3)}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(callers.at(3)).outcome, Outcome::Thanked, patience);
        QVERIFY(live.company.world().calls().hangUp(callers.at(4)));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(callers.at(4)).outcome, Outcome::Abandoned, patience);

        QVERIFY(live.desk->execute(live.ann, calls::StartCloseOut{}));
        for (const QString &sid : {callers.at(0), callers.at(1)})
            QTRY_COMPARE_WITH_TIMEOUT(live.find(sid).outcome, Outcome::Thanked, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->closeOut().phase, calls::CloseOutStatus::Phase::Finished,
                                  patience);
        for (const QString &sid : std::as_const(callers)) {
            QTRY_COMPARE_WITH_TIMEOUT(live.place(sid), u"over"_s, patience);
            QVERIFY(live.heard(sid, u"Say"_s).filter(u"number 1 in line"_s).isEmpty());
        }
        QCOMPARE(live.webhooks, 0);
        QCOMPARE(live.desk->connection().way, Way::Polling);
    }

    /// Nobody at the desk's phone presses a key: a mailbox is no seat.
    void aMailboxIsNoSeat()
    {
        LiveDesk live(false);
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        PhoneBehaviour mailbox;
        mailbox.kind = PhoneBehaviour::Kind::Voicemail;
        live.phoneIs(mailbox);
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connecting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QCOMPARE(live.place(caller), u"queue"_s);
    }

    void theAddressFailsInMidShow_data() { guessRows(); }
    void theAddressFailsInMidShow()
    {
        QFETCH(QString, guess);
        GatedDesk gated;
        LiveDesk &live = gated.live;
        take(live.company.world().guesses(), guess);
        QVERIFY(live.connectLine());
        live.phoneIs(takesIt());
        QStringList callers;
        for (int i = 1; i <= 6; ++i)
            callers << live.dial(u"+1202555010%1"_s.arg(i));
        QHash<QString, calls::Call> before;
        for (const QString &sid : std::as_const(callers)) {
            QTRY_COMPARE_WITH_TIMEOUT(live.state(sid), CallState::Waiting, patience);
            QTRY_VERIFY_WITH_TIMEOUT(live.find(sid).ownWait.isValid(), patience);
            before.insert(sid, live.find(sid));
        }
        QTRY_VERIFY_WITH_TIMEOUT(live.desk->connection().lastProbe.isValid(), patience);
        QVERIFY(gated.pointsTo().startsWith(gated.gate.url().toString()));

        gated.gate.close();
        QTRY_COMPARE_WITH_TIMEOUT(gated.way(), Way::AddressFailed, tenSeconds);
        const auto allPassed = [&](qsizetype times) {
            return std::ranges::all_of(callers, [&](const QString &sid) {
                return gated.passes(sid) >= times && live.place(sid) == u"queue";
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(twilio::isHosted(gated.pointsTo()), tenSeconds);
        QTRY_VERIFY_WITH_TIMEOUT(allPassed(2), tenSeconds);

        const QString late = live.dial(u"+12025550107"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(late), CallState::Waiting, patience);
        QVERIFY(live.desk->execute(live.ann, calls::Pull{callers.at(2)}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(callers.at(2)), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(callers.at(2)), u"conference"_s, patience);

        gated.gate.open();
        QTRY_COMPARE_WITH_TIMEOUT(gated.way(), Way::PublicAddress, patience);
        callers.removeAt(2);
        callers << late;
        QTRY_VERIFY_WITH_TIMEOUT(gated.pointsTo().startsWith(gated.gate.url().toString()), tenSeconds);
        QTRY_VERIFY_WITH_TIMEOUT(allPassed(2), tenSeconds);
        callers.removeLast();
        QTRY_VERIFY_WITH_TIMEOUT(allPassed(3), tenSeconds);
        for (const QString &sid : std::as_const(callers)) {
            QCOMPARE(live.state(sid), CallState::Waiting);
            QCOMPARE(live.find(sid).arrival, before.value(sid).arrival);
            QCOMPARE(live.find(sid).order, before.value(sid).order);
        }
        const int heard = live.webhooks;
        QVERIFY(live.company.world().calls().hangUp(callers.first()));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(callers.first()).outcome, Outcome::Abandoned, patience);
        QVERIFY(live.webhooks > heard);
    }

    /// Something answers at the address, but it is not this desk.
    void whatAnswersMustBeUs()
    {
        http::Server stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost, 0));
        stranger.setHandler([](const http::Request &, http::Responder responder) {
            responder.respond({.status = 200,
                               .contentType = "application/json",
                               .body = R"({"status":"ok","name":"anteroom","nonce":""})"});
        });
        GatedDesk gated;
        QTRY_VERIFY_WITH_TIMEOUT(gated.live.desk->connection().lastProbe.isValid(), patience);
        gated.gate.leadTo(stranger.port());
        QTRY_COMPARE_WITH_TIMEOUT(gated.way(), Way::AddressFailed, patience);
        gated.gate.leadTo(gated.live.server.port());
        QTRY_COMPARE_WITH_TIMEOUT(gated.way(), Way::PublicAddress, patience);
    }
};

QTEST_GUILESS_MAIN(TestReachedOrNot)
#include "test_reached_or_not.moc"
