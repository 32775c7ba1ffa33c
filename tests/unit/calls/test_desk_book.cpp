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

    void aPlaceCountsThoseOfTheSameQueueOnly()
    {
        MemoryJournal journal;
        DeskBook book(journal);
        LineStatus line;
        line.queue = u"morning"_s;
        book.put(line);
        const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        const auto waiting = [&](const QString &sid, int minutes, const QString &queue = {}) {
            Call call;
            call.sid = sid;
            call.state = CallState::Waiting;
            call.queue = queue;
            call.arrival = noon.addSecs(-60 * minutes);
            call.order = double(call.arrival.toMSecsSinceEpoch());
            book.put(call);
        };
        const auto place = [&](const QString &sid) { return book.placeOf(*book.find(sid), noon); };
        waiting(u"CA1"_s, 9);
        waiting(u"CA2"_s, 6, u"sports"_s);
        waiting(u"CA3"_s, 3);
        QCOMPARE(place(u"CA3"_s).position, 2);
        QCOMPARE(place(u"CA3"_s).averageSeconds, 6 * 60);
        QCOMPARE(place(u"CA2"_s).position, 1);
        QCOMPARE(book.standingIn(u"morning"_s), 2);
        QCOMPARE(book.standingIn(u"nobody's"_s), 0);

        Call back = *book.find(u"CA1"_s); // waits at home for us: keeps the place, hears no music
        back.state = CallState::Ended;
        back.callBackWanted = true;
        book.put(back);
        QCOMPARE(place(u"CA3"_s).position, 2);
        QCOMPARE(place(u"CA3"_s).averageSeconds, 3 * 60);
        book.forget(u"CA1"_s);
        QCOMPARE(place(u"CA3"_s).position, 1);

        line.queue = u"sports"_s;
        book.put(line);
        QCOMPARE(place(u"CA3"_s).position, 2);
        QCOMPARE(book.standingIn(u"morning"_s), 0);
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
