// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;

namespace {

struct DoorStory : SwitchboardStory
{
    void probes(bool reached)
    {
        desk->noteProbe(reached);
        turn();
    }
    /// As seen from here: it worked before, and now does not.
    void fails()
    {
        probes(true);
        probes(false);
        probes(false);
    }
    QStringList manyWait(int count)
    {
        QStringList sids;
        for (int i = 0; i < count; ++i) {
            sids << waits();
            pass(1s);
        }
        pass(20s);
        return sids;
    }
    QString joinsUnheard(const QString &sid)
    {
        FakeCarrier::Person person;
        person.where = Where::Queue;
        person.from = u"+14085551234"_s;
        person.enqueued = clock.now();
        person.started = clock.now();
        carrier.people.insert(sid, person);
        return sid;
    }
    bool allStand(const QStringList &sids, bool asked) const
    {
        return std::ranges::all_of(sids, [&](const QString &sid) {
            const FakeCarrier::Person person = carrier.people.value(sid);
            return person.where == Where::Queue && person.asksUs == asked;
        });
    }
    ConnectionStatus::Way way() const { return desk->connection().way; }
};

using Way = ConnectionStatus::Way;

} // namespace

class TestFrontDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsMovedAndComesBack()
    {
        DoorStory story;
        story.open();
        const QStringList sids = story.manyWait(12);
        story.ask(story.ann, MoveInOrder{sids.last(), sids.first()});
        const QStringList order = story.queue();
        QHash<QString, QDateTime> arrivals;
        for (const QString &sid : sids)
            arrivals.insert(sid, story.call(sid).arrival);
        QVERIFY(story.allStand(sids, true));
        QSignalSpy doubted(story.desk.get(), &Switchboard::frontDoorDoubted);
        story.probes(true);
        story.probes(false);
        QCOMPARE(story.way(), Way::PublicAddress);
        QCOMPARE(doubted.size(), 1); // the second follows at once
        story.carrier.latency = 100ms;
        story.carrier.mostInFlight = 0;
        const int pointed = story.carrier.countOf(u"pointLine"_s);
        story.probes(false);
        QCOMPARE(story.way(), Way::AddressFailed);
        QVERIFY(!story.carrier.askable);
        QVERIFY(story.desk->connection().failedSince.isValid());
        story.pass(10s);
        QCOMPARE(story.carrier.countOf(u"pointLine"_s), pointed + 1);
        QVERIFY(story.allStand(sids, false));
        QVERIFY(story.carrier.mostInFlight <= story.options.closeOutParallel + 4);
        QCOMPARE(story.queue(), order);
        const int moves = story.carrier.countOf(u"instruct"_s);
        QCOMPARE(moves, sids.size());
        story.pass(1min);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), moves); // once each

        story.probes(true);
        QCOMPARE(story.way(), Way::AddressFailed);
        story.probes(true);
        QCOMPARE(story.way(), Way::PublicAddress);
        QVERIFY(story.carrier.askable);
        story.pass(10s);
        QVERIFY(story.allStand(sids, true));
        QCOMPARE(story.carrier.countOf(u"pointLine"_s), pointed + 2);
        QCOMPARE(story.queue(), order);
        for (const QString &sid : sids)
            QCOMPARE(story.call(sid).arrival, arrivals.value(sid));
        story.pass(1min);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 2 * sids.size());
    }

    /// The phone company may keep the date of the first time for whoever is put back.
    void whereTheDateIsKept()
    {
        DoorStory story;
        story.carrier.keepsDate = true;
        story.open();
        const QStringList sids = story.manyWait(5);
        story.fails();
        story.pass(10s);
        QVERIFY(story.allStand(sids, false));
        story.pass(1min);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), sids.size());
        // No wait may end; nor does anybody's music begin again all the time.
        story.pass(10min);
        const int renewals = story.carrier.countOf(u"instruct"_s);
        QVERIFY(renewals >= 4 * sids.size());
        QVERIFY(renewals <= 6 * sids.size());
        story.probes(true);
        story.probes(true);
        story.pass(10s);
        QVERIFY(story.allStand(sids, true));
        story.pass(2min);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), renewals + int(sids.size()));
    }

    void lostAnswersAndLoad_data()
    {
        QTest::addColumn<CarrierTrouble>("trouble");
        QTest::addColumn<bool>("acts");
        QTest::newRow("done, answer lost") << CarrierTrouble::Unclear << true;
        QTest::newRow("not done, answer lost") << CarrierTrouble::Unclear << false;
        QTest::newRow("too many") << CarrierTrouble::Limited << false;
        QTest::newRow("not sent") << CarrierTrouble::NotSent << false;
    }
    void lostAnswersAndLoad()
    {
        QFETCH(CarrierTrouble, trouble);
        QFETCH(bool, acts);
        DoorStory story;
        story.open();
        const QStringList sids = story.manyWait(4);
        story.carrier.faults[u"instruct"_s] = {{trouble, acts}, {trouble, acts}};
        story.carrier.faults[u"pointLine"_s] = {{trouble, acts}};
        const int pointed = story.carrier.countOf(u"pointLine"_s);
        story.fails();
        story.pass(10s);
        QVERIFY(story.allStand(sids, false));
        QVERIFY(story.carrier.countOf(u"pointLine"_s) > pointed + 1);
        QCOMPARE(story.queue(), sids);
        QVERIFY(story.carrier.countOf(u"instruct"_s) <= sids.size() + 2);
    }

    void whoeverLeavesMeanwhileIsNotHeld()
    {
        DoorStory story;
        story.open();
        const QStringList sids = story.manyWait(3);
        story.carrier.held.insert(u"instruct"_s);
        story.fails();
        story.pass(3s);
        story.hangsUpUnheard(sids.first());
        QVERIFY(!story.ask(story.ann, Pull{sids.last()}));
        story.carrier.release(u"instruct"_s);
        story.pass(10s);
        QCOMPARE(story.call(sids.first()).state, CallState::Ended);
        QCOMPARE(story.call(sids.last()).state, CallState::Connecting);
        QCOMPARE(story.call(sids.at(1)).state, CallState::Waiting);
    }

    void callersWhomNobodyHasAnnounced()
    {
        DoorStory story;
        story.open();
        const QString known = story.waits();
        story.pass(20s);
        story.probes(true);
        QSignalSpy doubted(story.desk.get(), &Switchboard::frontDoorDoubted);
        const QString first = story.joinsUnheard(u"CA801"_s);
        story.pass(3s);
        QCOMPARE(doubted.size(), 1);
        const QString second = story.joinsUnheard(u"CA802"_s);
        story.pass(3s);
        QCOMPARE(story.way(), Way::AddressFailed);
        story.pass(10s);
        QVERIFY(story.allStand({known}, false));
        // It comes back to us: that is not where the phone company goes astray.
        story.probes(true);
        story.probes(true);
        story.probes(true);
        story.pass(20s);
        QCOMPARE(story.way(), Way::AddressFailed);
        story.desk->noteWebhook();
        story.pass(10s);
        QCOMPARE(story.way(), Way::PublicAddress);
        QVERIFY(story.allStand({known, first, second}, true));
        // Those who were on their way while the number led elsewhere are no news.
        story.joinsUnheard(u"CA803"_s);
        story.pass(3s);
        story.joinsUnheard(u"CA804"_s);
        story.pass(3s);
        QCOMPARE(story.way(), Way::PublicAddress);
    }

    /// Some routers lead nobody back in: then the address is judged by its webhooks.
    void anAddressThatOnlyWeCannotSee()
    {
        DoorStory story;
        story.open();
        const QStringList sids = story.manyWait(2);
        for (int i = 0; i < 20; ++i) {
            story.probes(false);
            story.pass(5s);
        }
        QCOMPARE(story.way(), Way::PublicAddress);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 0);
    }

    void anAddressThatNeverWorked()
    {
        DoorStory story;
        story.open();
        story.probes(false);
        story.probes(false);
        QCOMPARE(story.way(), Way::AddressFailed);
        QCOMPARE(story.carrier.countOf(u"pointLine"_s), 1);
    }

    /// Moving everybody to and fro does harm of its own.
    void whatFailsAgainRestsLonger()
    {
        DoorStory story;
        story.open();
        const auto restOf = [&story] {
            story.fails();
            const QDateTime begun = story.clock.now();
            story.probes(true);
            story.probes(true);
            while (story.way() == Way::AddressFailed)
                story.pass(1s);
            return begun.secsTo(story.clock.now());
        };
        const qint64 first = restOf();
        QVERIFY(first <= 6);
        story.pass(30s);
        const qint64 second = restOf();
        QVERIFY(second > first);
        story.pass(30s);
        QVERIFY(restOf() > second);
        story.pass(11min);
        QVERIFY(restOf() <= 6); // long forgotten
    }

    void aFailureOfTheSignsBringsNoneBack()
    {
        DoorStory story;
        story.open();
        story.fails();
        story.probes(true);
        story.probes(true); // still resting
        story.probes(false);
        story.pass(1min);
        QCOMPARE(story.way(), Way::AddressFailed);
    }

    void aClosedLineStaysClosed()
    {
        DoorStory story;
        story.open();
        story.ask(story.ann, CloseLine{});
        story.fails();
        story.pass(1s);
        QCOMPARE(story.carrier.lines.value(story.options.line.number), LineTarget::Closed);
    }

    void aPullWhileItIsShut()
    {
        DoorStory story;
        story.open();
        const QString sid = story.waits();
        story.pass(20s);
        story.fails();
        story.pass(10s);
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        QVERIFY(story.leg().request.inlineDocuments);
        QCOMPARE(story.desk->connection().pollEveryMs, 1000); // two people wait for the key
        story.carrier.leg(story.leg().sid)->status = u"in-progress"_s;
        story.carrier.leg(story.leg().sid)->room = story.phone(story.ann).room;
        story.pass(4s);
        QCOMPARE(story.call(sid).state, CallState::Connected);
        QVERIFY(!story.carrier.people.value(sid).asksUs);
        // It works again in the middle of the talk: nothing happens to it.
        const int moves = story.carrier.countOf(u"instruct"_s);
        story.probes(true);
        story.probes(true);
        story.pass(30s);
        QCOMPARE(story.way(), Way::PublicAddress);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), moves);
        QCOMPARE(story.call(sid).state, CallState::Connected);
    }

    void theWayIsSaid()
    {
        DoorStory story;
        story.options.publicUrl.clear();
        story.open();
        QCOMPARE(story.way(), Way::Polling);
        QCOMPARE(story.desk->connection().pollEveryMs, 7000);
        story.joinsUnheard(u"CA801"_s);
        story.pass(8s);
        QCOMPARE(story.desk->connection().pollEveryMs, 2500);
        story.probes(false);
        story.probes(false); // of what?
        QCOMPARE(story.way(), Way::Polling);
    }
};

QTEST_GUILESS_MAIN(TestFrontDoor)
#include "test_front_door.moc"
