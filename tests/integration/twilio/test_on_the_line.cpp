// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_desk.h"
#include "simulator/recordings.h"

#include "simulator/messages.h"
#include "simulator/queues.h"
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;
using calls::CallState;
using calls::Outcome;
using simulator::PhoneBehaviour;
using test::LiveDesk;

namespace {

constexpr int patience = 20'000;

PhoneBehaviour pressesOne()
{
    PhoneBehaviour behaviour;
    behaviour.afterSeconds = 2;
    behaviour.press = u"1"_s;
    return behaviour;
}

} // namespace

class TestOnTheLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pullsAChosenCaller_data()
    {
        QTest::addColumn<bool>("withReceiver");
        QTest::newRow("told by webhooks") << true;
        QTest::newRow("by polling alone") << false;
    }
    void pullsAChosenCaller()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver);
        QVERIFY(live.connectLine());
        const QString first = live.dial(u"+12025550101"_s);
        const QString second = live.dial(u"+12025550102"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(first), CallState::Waiting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(second), CallState::Waiting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(second), u"queue"_s, patience);
        QCOMPARE(live.webhooks > 0, withReceiver);

        live.phoneIs(pressesOne());
        QVERIFY(live.desk->execute(live.ann, calls::Pull{second}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(second), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(second), u"conference"_s, patience);
        QCOMPARE(live.place(first), u"queue"_s);
        QCOMPARE(live.rings(), 1);

        QVERIFY(live.desk->execute(live.ann, calls::PutOnHold{second}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(second), CallState::Waiting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(second), u"queue"_s, patience);

        QVERIFY(live.desk->execute(live.ann, calls::ThankAndRelease{first}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(first).outcome, Outcome::Thanked, patience);
    }

    void aMailboxChangesNothing()
    {
        LiveDesk live(true);
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        PhoneBehaviour mailbox;
        mailbox.kind = PhoneBehaviour::Kind::Voicemail;
        live.phoneIs(mailbox);
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connecting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QCOMPARE(live.place(caller), u"queue"_s);
        QVERIFY(!live.find(caller).remark.isEmpty() || !live.desk->phones().constFirst().remark.isEmpty());
    }

    /// The request was carried out and its answer lost: nobody is rung twice.
    void ringsOnceWhenTheAnswerIsLost()
    {
        LiveDesk live(true);
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        live.phoneIs(pressesOne());
        simulator::Faults &faults = live.company.world().faults();
        faults.pathPrefix = u"/2010-04-01/Accounts/"_s + live.sid + u"/Calls.json"_s;
        faults.dropConnections = true;
        faults.afterActing = true;
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.rings(), 1, patience);
        faults = {};
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QCOMPARE(live.rings(), 1);
    }

    void survivesRepeatedAndReorderedNews()
    {
        LiveDesk live(true);
        QVERIFY(live.connectLine());
        live.company.world().faults().duplicateWebhooks = true;
        live.company.world().faults().reorderWebhooks = true;
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        live.phoneIs(pressesOne());
        QVERIFY(live.desk->execute(live.ann, calls::Pull{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Connected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"conference"_s, patience);
        QVERIFY(live.company.world().calls().hangUp(caller));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Ended, patience);
        QCOMPARE(live.find(caller).outcome, Outcome::Talked);
        QCOMPARE(live.rings(), 1);
    }

    void leavesAVoicemail()
    {
        LiveDesk live(true);
        QVERIFY(live.connectLine());
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        QVERIFY(live.desk->execute(live.ann, calls::SendToVoicemail{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"recording"_s, patience);
        QVERIFY(live.company.world().calls().speak(caller, 12s));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(caller).outcome, Outcome::Voicemail, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->messages().size(), 1, patience);
    }

    /// A part of the sound is there from a run that was cut off.
    void goesOnFetchingAMessage_data()
    {
        QTest::addColumn<bool>("honoursRanges");
        QTest::newRow("parts may be asked for") << true;
        QTest::newRow("only the whole") << false;
    }
    void goesOnFetchingAMessage()
    {
        QFETCH(bool, honoursRanges);
        LiveDesk live(true);
        live.company.world().guesses().mediaWithoutRanges = !honoursRanges;
        QVERIFY(live.connectLine());
        const QString caller = live.dial(u"+12025550123"_s, 12);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
        simulator::Faults &faults = live.company.world().faults();
        faults.dropConnections = true; // nothing can be fetched for now
        faults.pathPrefix = u"/2010-04-01/Accounts/"_s + live.sid + u"/Recordings/RE"_s;
        QVERIFY(live.desk->execute(live.ann, calls::SendToVoicemail{caller}));
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"recording"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->messages().size(), 1, patience);
        const QString recording = live.desk->messages().first().recording;
        QTRY_VERIFY_WITH_TIMEOUT(live.company.world().recordings().wav(recording).has_value(), patience);
        const QByteArray whole = *live.company.world().recordings().wav(recording);
        live.end();
        const QString part = live.folder.filePath(u"voicemail/%1.wav.part"_s.arg(recording));
        QVERIFY(QDir().mkpath(live.folder.filePath(u"voicemail"_s)));
        QFile file(part);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(whole.first(whole.size() / 2));
        file.close();
        faults = {};
        live.begin();
        QTRY_VERIFY_WITH_TIMEOUT(!live.desk->messages().first().audioFile.isEmpty(), patience);
        QFile fetched(live.desk->messages().first().audioFile);
        QVERIFY(fetched.open(QIODevice::ReadOnly));
        QCOMPARE(fetched.readAll(), whole);
        QVERIFY(!QFile::exists(part));
    }

    /// While the desk is gone somebody whom it has never heard of hears the hosted documents and leaves a
    /// message.
    void findsTheMessageOfAStranger()
    {
        LiveDesk live(true);
        QVERIFY(live.connectLine());
        QTRY_VERIFY_WITH_TIMEOUT(live.desk && live.journal.saved().messagesSought.isValid(), patience);
        QVERIFY(live.pointAway());
        live.end();
        live.company.world().clock().setSpeed(400); // hosted music lasts for minutes
        const QString stranger = live.dial(u"+12025550177"_s, 12);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(stranger), u"over"_s, patience);
        QVERIFY(!live.journal.past.contains(stranger));
        live.begin();
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->messages().size(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->messages().first().caller.number, u"+12025550177"_s, patience);
        QVERIFY(!live.desk->messages().first().hangUp);
        QTRY_COMPARE_WITH_TIMEOUT(live.journal.past.value(stranger).outcome, Outcome::Voicemail, patience);
    }

    void callsBack_data()
    {
        QTest::addColumn<bool>("withReceiver");
        QTest::newRow("told by webhooks") << true;
        QTest::newRow("by polling alone") << false;
    }
    void callsBack()
    {
        QFETCH(bool, withReceiver);
        LiveDesk live(withReceiver);
        QVERIFY(live.connectLine());
        live.phoneIs(pressesOne());
        const QString number = u"+12025550123"_s;
        QVERIFY(live.desk->execute(live.ann, calls::CallBack{number}));
        QTRY_COMPARE_WITH_TIMEOUT(live.outbound().state, CallState::Connected, patience);
        const QString sid = live.outbound().sid;
        QTRY_COMPARE_WITH_TIMEOUT(live.place(sid), u"conference"_s, patience);
        QCOMPARE(live.rings(), 1);
        QVERIFY(live.desk->execute(live.ann, calls::HangUpCall{sid}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(sid).outcome, Outcome::Talked, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->phones().constFirst().state, calls::PhoneState::Down, patience);
    }

    void whoeverIsCalledBackIsBusy()
    {
        LiveDesk live(true);
        QVERIFY(live.connectLine());
        live.phoneIs(pressesOne());
        PhoneBehaviour busy;
        busy.kind = PhoneBehaviour::Kind::Busy;
        live.company.world().phones().set(u"+12025550123"_s, busy);
        QVERIFY(live.desk->execute(live.ann, calls::CallBack{u"+12025550123"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(live.outbound().state, CallState::Ended, patience);
        QVERIFY(live.outbound().remark.contains(u"busy"_s));
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->phones().constFirst().state, calls::PhoneState::Down, patience);
    }

    void theQueueIsDeletedAndComesBack_data()
    {
        QTest::addColumn<bool>("asBadRequest");
        QTest::addColumn<bool>("lags");
        QTest::newRow("409 where somebody is in it") << false << false;
        QTest::newRow("400 where somebody is in it") << true << false;
        QTest::newRow("who has left is listed for a moment") << false << true;
    }
    void theQueueIsDeletedAndComesBack()
    {
        QFETCH(bool, asBadRequest);
        QFETCH(bool, lags);
        calls::LineManners manners = calls::LineManners::defaults();
        manners.deleteQueue = true;
        manners.greeting = u"Hi."_s;
        LiveDesk live(true, manners);
        QVERIFY(live.connectLine());
        live.company.world().guesses().deleteNonEmpty400 = asBadRequest;
        live.company.world().guesses().memberLags = lags;
        const auto queues = [&live] { return live.company.world().queues().list(); };
        const auto pointsTo = [&live] { return live.company.world().numbers().all().first().voiceUrl.url; };
        const auto desk = pointsTo();
        const QString stays = live.dial(u"+12025550101"_s);
        const QString chosen = live.dial(u"+12025550102"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(stays), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(stays), CallState::Waiting, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(chosen), CallState::Waiting, patience);
        // One of two: the queue is not empty, and stays.
        QVERIFY(live.desk->execute(live.ann, calls::StartCloseOut{calls::Treatment::Thank, {}, {chosen}}));
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->closeOut().phase, calls::CloseOutStatus::Phase::Finished,
                                  patience);
        QCOMPARE(queues().size(), 1);
        QCOMPARE(live.place(stays), u"queue"_s);
        QVERIFY(!live.company.world().queues().remove(queues().first().sid)); // the phone company agrees
        QVERIFY(live.desk->execute(live.ann, calls::ThankAndRelease{stays}));
        QTRY_VERIFY_WITH_TIMEOUT(live.desk->closeOut().queueDeleted, patience);
        QVERIFY(queues().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!live.desk->queueStatus().exists.value_or(true), patience);
        QVERIFY(live.desk->connection().carrierProblem.isEmpty());

        QVERIFY(live.desk->execute(live.ann, calls::OpenLine{}));
        QTRY_COMPARE_WITH_TIMEOUT(pointsTo(), desk, patience);
        const QString next = live.dial(u"+12025550103"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(next), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(next), CallState::Waiting, patience);
        QCOMPARE(queues().size(), 1);
        QVERIFY(live.desk->execute(live.ann, calls::ThankAndRelease{next}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(next).outcome, Outcome::Thanked, patience);
    }

    void everyWayOutOfTheQueueIsKept()
    {
        calls::LineManners manners = calls::LineManners::defaults();
        manners.greeting = u"Hi."_s;
        LiveDesk live(true, manners);
        QVERIFY(live.connectLine());
        QVERIFY(live.company.world().queues().create(u"show"_s, 1));
        const QString moved = live.dial(u"+12025550101"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(moved), u"queue"_s, patience);
        const QString full = live.dial(u"+12025550102"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.find(full).queueResults, QStringList{u"queue-full"_s}, patience);
        QVERIFY(live.desk->execute(live.ann, calls::ThankAndRelease{moved}));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(moved).queueResults, QStringList{u"redirected"_s}, patience);
        const QString gone = live.dial(u"+12025550103"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.place(gone), u"queue"_s, patience);
        QVERIFY(live.company.world().calls().hangUp(gone));
        QTRY_COMPARE_WITH_TIMEOUT(live.find(gone).queueResults, QStringList{u"hangup"_s}, patience);
        QVERIFY(live.company.world().calls().hangUp(full));
        QTRY_COMPARE_WITH_TIMEOUT(live.desk->missedCalls().size(), 2, patience);
    }

    /// Only a telephone that can read is sent one: the phone company takes an even last digit for a mobile.
    void anApologyGoesOutByText()
    {
        calls::LineManners manners = calls::LineManners::defaults();
        manners.apologise = true;
        manners.apologyAfterSeconds = 1;
        manners.greeting = u"Hi."_s;
        LiveDesk live(true, manners);
        QVERIFY(live.connectLine());
        const QStringList callers{live.dial(u"+12025550101"_s), live.dial(u"+12025550102"_s)};
        for (const QString &caller : callers) {
            QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
            QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
            QTRY_VERIFY_WITH_TIMEOUT(live.find(caller).arrival.secsTo(live.clock.now()) > 1, patience);
            QVERIFY(live.company.world().calls().hangUp(caller));
        }
        QTRY_VERIFY_WITH_TIMEOUT(!live.company.world().messages().list().isEmpty(), 2 * patience);
        const auto text = live.company.world().messages().list().constFirst();
        QCOMPARE(text.to, u"+12025550102"_s);
        QCOMPARE(text.from, live.line);
        const auto apologised = [&](const QString &sid) {
            const auto missed = live.desk->missedCalls();
            return std::ranges::any_of(
                missed, [&](const calls::MissedCall &call) { return call.sid == sid && call.apologised; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(apologised(callers.last()), patience);
        QVERIFY(!apologised(callers.first()));
        QCOMPARE(live.company.world().messages().list().size(), 1);
    }

    /// With nobody at the other end of the address the number's fallback takes over, and the same queue
    /// fills.
    void outlivesItsReceiver()
    {
        LiveDesk live(true);
        QVERIFY(live.connectLine());
        live.server.close();
        const QString caller = live.dial();
        QTRY_COMPARE_WITH_TIMEOUT(live.place(caller), u"queue"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(live.state(caller), CallState::Waiting, patience);
    }
};

QTEST_GUILESS_MAIN(TestOnTheLine)
#include "test_on_the_line.moc"
