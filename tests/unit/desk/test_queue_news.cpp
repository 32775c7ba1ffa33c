// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/queue_news.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;

namespace {

calls::Call callIn(const QString &sid, calls::CallState state)
{
    calls::Call call;
    call.sid = sid;
    call.state = state;
    return call;
}

} // namespace

class TestQueueNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyHasFetchedIsPutTogether()
    {
        desk::QueueNews news;
        news.add({7, {callIn(u"CA1"_s, calls::CallState::Ringing)}, {}});
        news.add({8, {callIn(u"CA2"_s, calls::CallState::Ringing)}, {}});
        news.add({9, {callIn(u"CA1"_s, calls::CallState::Waiting)}, {}});
        const auto taken = news.take();
        QVERIFY(taken);
        QCOMPARE(taken->revision, quint64(9));
        QCOMPARE(taken->calls.size(), 2);
        for (const calls::Call &call : taken->calls)
            QCOMPARE(call.state,
                     call.sid == "CA1"_L1 ? calls::CallState::Waiting : calls::CallState::Ringing);
        QVERIFY(!news.take());
    }

    void whoLeftIsNotToldAsBeingThere()
    {
        desk::QueueNews news;
        news.add({1, {callIn(u"CA1"_s, calls::CallState::Ended)}, {}});
        news.add({2, {}, {u"CA1"_s}});
        const auto gone = news.take();
        QVERIFY(gone);
        QVERIFY(gone->calls.isEmpty());
        QCOMPARE(gone->removed, QStringList{u"CA1"_s});
    }

    void whoComesBackIsNotToldAsGone()
    {
        desk::QueueNews news;
        news.add({1, {}, {u"CA1"_s}});
        news.add({2, {callIn(u"CA1"_s, calls::CallState::Waiting)}, {}});
        const auto back = news.take();
        QVERIFY(back);
        QCOMPARE(back->calls.size(), 1);
        QVERIFY(back->removed.isEmpty());
    }

    void thatNobodyIsThereIsNews()
    {
        desk::QueueNews news;
        QVERIFY(!news.take());
        news.add({5, {}, {}});
        const auto nobody = news.take();
        QVERIFY(nobody);
        QCOMPARE(nobody->revision, quint64(5));
        QVERIFY(!news.take());
    }
};

QTEST_APPLESS_MAIN(TestQueueNews)
#include "test_queue_news.moc"
