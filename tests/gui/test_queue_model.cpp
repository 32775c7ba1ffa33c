// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/believable_desk.h"
#include "ui/closeout/close_out_model.h"
#include "ui/queue/call_queue_model.h"
#include "ui/voicemail/message_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;
using namespace anteroom::tests;
using namespace anteroom::ui;

namespace {

QStringList sids(const CallQueueModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row, 0).data(CallQueueModel::SidRole).toString();
    return result;
}

} // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT
    QDateTime m_moment;
    Now now()
    {
        return [this] { return m_moment; };
    }

private Q_SLOTS:
    void init() { m_moment = theMoment(); }

    void showsWhoWaitsInOurOrder()
    {
        CallQueueModel model(now());
        const QAbstractItemModelTester tester(&model);
        model.setHome(u"+14155550100"_s, u"Ana"_s);
        QList<Call> calls = sevenCallers();
        std::ranges::reverse(calls);
        calls << callerOnAir() << callerRinging(); // cards, not rows
        model.apply({1, calls, {}});
        QCOMPARE(sids(model),
                 QStringList({u"CA01"_s, u"CA02"_s, u"CA03"_s, u"CA04"_s, u"CA05"_s, u"CA06"_s, u"CA07"_s}));
        QCOMPARE(model.waitingCount(), 7);
        QCOMPARE(model.longestWait(), 401);
        QCOMPARE(model.averageWait(), 1034 / 7);
        QCOMPARE(model.index(0, CallQueueModel::Waiting).data().toString(), u"6:41"_s);
        QCOMPARE(model.index(6, CallQueueModel::Position).data().toString(), u"7"_s);
        QCOMPARE(model.index(3, CallQueueModel::Caller).data(Qt::AccessibleTextRole).toString(),
                 u"Priya Raman, San Jose, waiting one minute, new"_s);
    }

    void announcesOnlyTheCellsThatChanged()
    {
        CallQueueModel model(now());
        const QAbstractItemModelTester tester(&model);
        QList<Call> calls = sevenCallers();
        model.apply({1, calls, {}});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        calls[3].topic = u"Potholes"_s;
        model.apply({2, {calls[3]}, {}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), model.index(3, CallQueueModel::Topic));
        QCOMPARE(changed[0][1].toModelIndex(), model.index(3, CallQueueModel::Topic));
        model.apply({3, {calls[3]}, {}}); // the same news again
        QCOMPARE(changed.size(), 1);
        QCOMPARE(moved.size() + reset.size(), 0);
    }

    void aMoveByHandMovesOneRow()
    {
        CallQueueModel model(now());
        const QAbstractItemModelTester tester(&model);
        QList<Call> calls = sevenCallers();
        model.apply({1, calls, {}});
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        calls[6].order = calls[0].order - 1;
        model.apply({2, {calls[6]}, {}});
        QCOMPARE(moved.size(), 1);
        QCOMPARE(sids(model).first(), u"CA07"_s);
        QCOMPARE(model.index(1, CallQueueModel::Position).data().toString(), u"2"_s);
        calls[6].order = calls[5].order + 0.5;
        model.apply({3, {calls[6]}, {}});
        QCOMPARE(sids(model).last(), u"CA07"_s);
    }

    void whoHangsUpLeavesWithANote()
    {
        CallQueueModel model(now());
        const QAbstractItemModelTester tester(&model);
        QList<Call> calls = sevenCallers();
        model.apply({1, calls, {}});
        calls[1].state = CallState::Ended;
        calls[1].outcome = Outcome::Abandoned;
        calls[1].stateSince = m_moment;
        model.apply({2, {calls[1]}, {}});
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.waitingCount(), 6);
        QCOMPARE(model.index(1, CallQueueModel::Topic).data().toString(), u"Hung up after 4:12"_s);
        QCOMPARE(model.index(1, CallQueueModel::Position).data().toString(), QString());
        QCOMPARE(model.index(2, CallQueueModel::Position).data().toString(), u"2"_s);
        m_moment = m_moment.addSecs(60);
        QCOMPARE(model.index(1, CallQueueModel::Waiting).data().toString(), u"4:12"_s); // stands still
        model.forgetEnded();
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(!model.indexOf(u"CA02"_s).isValid());
        model.apply({3, {calls[1]}, {}}); // late news of somebody who has left do not bring a ghost back
        QCOMPARE(model.rowCount(), 6);
    }

    void waitCountsFromTheFirstArrival()
    {
        CallQueueModel model(now());
        Call call = sevenCallers()[0];
        call.stateSince = m_moment; // put back just now
        model.apply({1, {call}, {}});
        QCOMPARE(model.index(0, 0).data(CallQueueModel::WaitedRole).toLongLong(), 401);
    }

    void aDropAsksAndDoesNotMove()
    {
        CallQueueModel model(now());
        const QAbstractItemModelTester tester(&model);
        model.apply({1, sevenCallers(), {}});
        QSignalSpy asked(&model, &CallQueueModel::moveAsked);
        const std::unique_ptr<QMimeData> dragged(model.mimeData({model.index(4, CallQueueModel::Caller)}));
        QVERIFY(!model.dropMimeData(dragged.get(), Qt::MoveAction, 1, 0, {}));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0], QVariantList({u"CA05"_s, u"CA02"_s}));
        model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, {});
        QCOMPARE(asked[1], QVariantList({u"CA05"_s, QString()})); // below all rows: to the end
        model.dropMimeData(dragged.get(), Qt::MoveAction, 4, 0, {});
        QCOMPARE(asked.size(), 2); // onto itself
        QCOMPARE(sids(model).at(4), u"CA05"_s);
    }

    void survivesAStorm_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void survivesAStorm()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        CallQueueModel model(now());
        const QAbstractItemModelTester tester(&model);
        model.setHome({}, u"Ana"_s);
        QHash<QString, Call> truth;
        const QList<Call> people = manyCallers(60);
        for (int step = 0; step < 400; ++step) {
            m_moment = m_moment.addMSecs(300);
            QueueChange change;
            for (int i = random.bounded(4); i >= 0; --i) {
                const Call &person = people.at(random.bounded(60));
                Call call = truth.value(person.sid, person);
                call.state = static_cast<CallState>(random.bounded(6));
                call.seat = random.bounded(2) ? u"Ana"_s : u"Ben"_s;
                call.doing = static_cast<Doing>(random.bounded(7));
                call.stateSince = m_moment;
                if (random.bounded(3) == 0)
                    call.order += random.bounded(20000) - 10000;
                if (random.bounded(8) == 0)
                    call.arrival = random.bounded(2) ? QDateTime() : m_moment;
                truth.insert(call.sid, call);
                change.calls.append(call);
            }
            if (random.bounded(5) == 0) {
                const QString sid = people.at(random.bounded(60)).sid;
                change.removed << sid;
                truth.remove(sid);
            }
            model.apply(change);
            if (random.bounded(3) == 0)
                model.forgetEnded();
        }
        m_moment = m_moment.addDays(1);
        model.forgetEnded();
        QStringList expected;
        for (const Call &call : std::as_const(truth)) {
            const bool card = call.state == CallState::Connected ||
                              (call.state == CallState::Connecting && call.seat == u"Ana"_s);
            if (!card && !call.hasEnded())
                expected << call.sid;
        }
        QStringList shown = sids(model);
        for (const QString &sid : std::as_const(shown))
            QCOMPARE(model.indexOf(sid).data(CallQueueModel::SidRole).toString(), sid);
        shown.sort();
        expected.sort();
        QCOMPARE(shown, expected);
    }

    void closeOutListFollowsTheQueue()
    {
        FakeDeskMirror mirror;
        openDesk(mirror);
        mirror.tell(sevenCallers());
        CloseOutModel model(mirror, now());
        const QAbstractItemModelTester tester(&model);
        model.showQueue();
        QCOMPARE(model.rowCount(), 7);
        QVERIFY(model.isEverybodyChosen());
        QVERIFY(model.setData(model.index(2, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.chosenCount(), 6);
        QVERIFY(!model.chosenSids().contains(u"CA03"_s));
        Call gone = sevenCallers()[0];
        gone.state = CallState::Ended;
        mirror.tell(gone);
        model.showQueue();
        QCOMPARE(model.chosenCount(), 5); // and the one taken out stays out
    }

    void messagesComeAndGo()
    {
        MessageModel model;
        const QAbstractItemModelTester tester(&model);
        QList<Message> messages = threeMessages();
        model.setMessages(messages);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.messageAt(0)->recording, u"RE01"_s);
        const QPersistentModelIndex third = model.index(2, 0);
        messages.removeAt(0);
        messages.append({u"RE09"_s, u"CA99"_s, {}, theMoment(), 5, false, {}});
        model.setMessages(messages);
        QCOMPARE(model.messageAt(0)->recording, u"RE09"_s);
        QCOMPARE(third.data(MessageModel::RecordingRole).toString(), u"RE03"_s);
    }
};

QTEST_GUILESS_MAIN(TestQueueModel)
#include "test_queue_model.moc"
