// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/queue_board.h"

#include "fake_seat_desk.h"

#include <QTest>

using namespace anteroom;
using namespace anteroom::seats;
using namespace Qt::StringLiterals;
using anteroom::tests::waitingCall;

class TestQueueBoard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingNewAtFirst();
    void everybodyBehindMovesUp();
    void onlyTheWaitingHaveAPlace();
    void orderDecidesNotArrivalHere();
    void changesAreCollected();
    void removedAndBack();
    void whoeverAppliesAllChangesHoldsTheTruth();
};

namespace {
QHash<QString, QJsonValue> places(const QJsonArray &calls)
{
    QHash<QString, QJsonValue> places;
    for (const auto &value : calls)
        places.insert(value.toObject().value("call_sid"_L1).toString(),
                      value.toObject().value("position"_L1));
    return places;
}
} // namespace

void TestQueueBoard::nothingNewAtFirst()
{
    QueueBoard board({7, {waitingCall(u"CA1"_s, 1)}, {}});
    QVERIFY(!board.takeNews());
    QCOMPARE(board.revision(), 7U);
    QCOMPARE(board.calls().size(), 1);
}

void TestQueueBoard::everybodyBehindMovesUp()
{
    QueueBoard board({1, {waitingCall(u"CA1"_s, 1), waitingCall(u"CA2"_s, 2), waitingCall(u"CA3"_s, 3)}, {}});
    auto pulled = waitingCall(u"CA2"_s, 2);
    pulled.state = calls::CallState::Connected;
    board.apply({2, {pulled}, {}});
    const auto news = board.takeNews();
    QVERIFY(news);
    const auto moved = places(news->value("calls"_L1).toArray());
    QCOMPARE(moved.size(), 2); // CA1 has not moved
    QVERIFY(moved.value(u"CA2"_s).isNull());
    QCOMPARE(moved.value(u"CA3"_s), QJsonValue(2));
    QCOMPARE(news->value("revision"_L1).toInteger(), 2);
    QVERIFY(!board.takeNews());
}

void TestQueueBoard::onlyTheWaitingHaveAPlace()
{
    calls::QueueChange everything{1, {}, {}};
    for (const auto state :
         {calls::CallState::Ringing, calls::CallState::Connecting, calls::CallState::Connected,
          calls::CallState::LeavingMessage, calls::CallState::Ended}) {
        auto call = waitingCall(u"CA%1"_s.arg(static_cast<int>(state)), 0);
        call.state = state;
        everything.calls.append(call);
    }
    everything.calls.append(waitingCall(u"CAw"_s, 9));
    const auto all = places(QueueBoard(everything).calls());
    QCOMPARE(all.size(), 6);
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        QCOMPARE(it.value(), it.key() == "CAw"_L1 ? QJsonValue(1) : QJsonValue());
}

void TestQueueBoard::orderDecidesNotArrivalHere()
{
    QueueBoard board({1, {waitingCall(u"CA1"_s, 1), waitingCall(u"CA2"_s, 2)}, {}});
    board.apply({2, {waitingCall(u"CA3"_s, 1.5)}, {}});
    const auto moved = places(board.takeNews()->value("calls"_L1).toArray());
    QCOMPARE(moved.value(u"CA3"_s), QJsonValue(2));
    QCOMPARE(moved.value(u"CA2"_s), QJsonValue(3));
    QVERIFY(!moved.contains(u"CA1"_s));
}

void TestQueueBoard::changesAreCollected()
{
    QueueBoard board({1, {}, {}});
    for (int i = 0; i < 10; ++i) {
        auto call = waitingCall(u"CA1"_s, 1);
        call.topic = QString::number(i);
        board.apply({static_cast<quint64>(2 + i), {call}, {}});
    }
    const auto news = board.takeNews();
    QCOMPARE(news->value("calls"_L1).toArray().size(), 1);
    QCOMPARE(news->value("calls"_L1).toArray().first().toObject().value("topic"_L1).toString(), u"9"_s);
    QCOMPARE(news->value("revision"_L1).toInteger(), 11);
}

void TestQueueBoard::removedAndBack()
{
    QueueBoard board({1, {waitingCall(u"CA1"_s, 1)}, {}});
    board.apply({2, {}, {u"CA1"_s}});
    board.apply({3, {waitingCall(u"CA1"_s, 1)}, {}});
    auto news = board.takeNews();
    QVERIFY(news->value("removed"_L1).toArray().isEmpty());
    QCOMPARE(news->value("calls"_L1).toArray().size(), 1);
    board.apply({4, {waitingCall(u"CA2"_s, 2)}, {}});
    board.apply({5, {}, {u"CA2"_s}});
    news = board.takeNews();
    QVERIFY(news->value("calls"_L1).toArray().isEmpty());
    QCOMPARE(news->value("removed"_L1).toArray(), QJsonArray{u"CA2"_s});
}

void TestQueueBoard::whoeverAppliesAllChangesHoldsTheTruth()
{
    QueueBoard board({0, {}, {}});
    QHash<QString, QJsonObject> mirror;
    quint32 random = 1;
    for (quint64 revision = 1; revision < 2000; ++revision) {
        random = random * 1664525 + 1013904223;
        const auto sid = u"CA%1"_s.arg((random >> 8) % 40);
        if (random % 5 == 0) {
            board.apply({revision, {}, {sid}});
        } else {
            auto call = waitingCall(sid, (random >> 16) % 100);
            call.state = static_cast<calls::CallState>((random >> 12) % 6);
            board.apply({revision, {call}, {}});
        }
        if (random % 3 != 0)
            continue;
        if (const auto news = board.takeNews()) {
            for (const auto calls = news->value("calls"_L1).toArray(); const auto &value : calls)
                mirror.insert(value.toObject().value("call_sid"_L1).toString(), value.toObject());
            for (const auto removed = news->value("removed"_L1).toArray(); const auto &value : removed)
                mirror.remove(value.toString());
        }
        const auto truth = board.calls();
        QCOMPARE(mirror.size(), truth.size());
        for (const auto &value : truth)
            QCOMPARE(mirror.value(value.toObject().value("call_sid"_L1).toString()), value.toObject());
    }
}

QTEST_GUILESS_MAIN(TestQueueBoard)
#include "test_queue_board.moc"
