// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/desk_book.h"

#include "helpers/switchboard_story.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::MemoryJournal;
using anteroom::test::SwitchboardStory;

class TestDeskBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBurstIsToldOnceAndCarriesOnlyWhatChanged()
    {
        SwitchboardStory story;
        story.options.manners.greeting.clear();
        story.open();
        for (int i = 0; i < 5000; ++i)
            (void)story.desk->handle(CallArrived{u"CA%1"_s.arg(i), u"+14155550100"_s, {}});
        QSignalSpy changes(story.desk.get(), &Switchboard::queueChanged);
        story.turn();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().value<QueueChange>().calls.size(), 5000);
        changes.clear();
        const auto entries = story.journal.entries.size();
        (void)story.desk->handle(CallArrived{u"CA5000"_s, u"+14155550100"_s, {}});
        (void)story.desk->handle(CallEnded{u"CA17"_s, u"completed"_s});
        story.turn();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().value<QueueChange>().calls.size(), 2);
        QCOMPARE(story.journal.entries.size(), entries + 2);
        QCOMPARE(story.journal.entries.last().calls.size(), 1);
    }

    void theSameMillisecondStillGivesOneOrder()
    {
        SwitchboardStory story;
        story.open();
        QStringList sids;
        for (int i = 0; i < 50; ++i)
            sids << story.waits();
        QCOMPARE(story.queue(), sids);
    }

    void whoeverAppliesAllChangesHoldsTheTruth()
    {
        SwitchboardStory story;
        story.open();
        QHash<QString, Call> seen;
        quint64 revision = 0;
        connect(story.desk.get(), &Switchboard::queueChanged, this, [&](const QueueChange &change) {
            QVERIFY(change.revision >= revision);
            revision = change.revision;
            for (const Call &call : change.calls)
                seen.insert(call.sid, call);
            for (const QString &sid : change.removed)
                seen.remove(sid);
        });
        const QString first = story.waits();
        const QString second = story.waits();
        story.connects(first, story.ann);
        story.hangsUp(second);
        story.pass(2min);
        const QueueChange now = story.desk->snapshot();
        QCOMPARE(seen.size(), now.calls.size());
        for (const Call &call : now.calls)
            QCOMPARE(seen.value(call.sid), call);
        QCOMPARE(revision, now.revision);
    }

    void nothingChangedIsNothingWritten()
    {
        MemoryJournal journal;
        DeskBook book(journal);
        Call call;
        call.sid = u"CA1"_s;
        book.put(call);
        const quint64 mark = book.commit();
        book.put(call);
        QCOMPARE(book.commit(), mark);
        QCOMPARE(journal.entries.size(), 1);
    }

    void eachSeatHasARoomOfItsOwnThatLasts()
    {
        SwitchboardStory story;
        story.open();
        story.ask(story.ann, KeepPhoneOn{true});
        story.ask(story.ben, KeepPhoneOn{true});
        const QString room = story.phone(story.ann).room;
        QVERIFY(!room.isEmpty() && !room.contains(u"Ann"_s) && !room.contains(u"555"_s));
        QVERIFY(room != story.phone(story.ben).room);
        story.killAndRestart();
        QCOMPARE(story.phone(story.ann).room, room);
    }
};

QTEST_GUILESS_MAIN(TestDeskBook)
#include "test_desk_book.moc"
