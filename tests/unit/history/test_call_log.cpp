// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_call_log.h"

#include "history/sqlite_journal.h"
#include "samples.h"

#include <QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace anteroom::history;
using namespace Qt::StringLiterals;
using anteroom::tests::at;

class TestCallLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void knowsARegular();
    void withheldNumberHasNoHistory();
    void aFirstCallerIsKnownWithoutLooking();
    void findsByNameNumberTopicAndNotes_data();
    void findsByNameNumberTopicAndNotes();
    void newestFirstAndLimited();
    void countsCallsOfToday();
    void countsWaysOutOfTheQueue();
    void narrowsToATimeAndAWay();
    void keepsTimesAndOutcome();
    void withoutAFileNothingIsKnown();
    void unansweredQuestionIsAnsweredAtTheEnd();

private:
    QTemporaryDir m_folder;
    QString m_file;
};

void TestCallLog::initTestCase()
{
    m_file = m_folder.filePath(u"history.sqlite"_s);
    SqliteJournal journal(m_file);
    QVERIFY(journal.load());
    for (int i = 0; i < 8; ++i) {
        auto call = tests::bareCall(u"CA%1"_s.arg(i));
        call.caller.name = i == 3 ? u"100% Ann_a"_s : u"Caller %1"_s.arg(i);
        call.caller.number = i < 7 ? u"+14085550142"_s : QString();
        call.topic = u"Topic %1"_s.arg(i);
        call.queueResults = i < 3 ? QStringList{u"leave"_s, u"redirected"_s} : QStringList{u"redirected"_s};
        if (i == 7)
            call.queueResults = {u"sent-to-the-moon"_s};
        call.notes = i == 5 ? u"Wants a refund"_s : QString();
        call.begun = at(i * 1000);
        if (i == 5) {
            call.notice = u"We record."_s;
            call.noticeAt = at(i * 1000 + 5);
            call.consent = calls::Consent::Declined;
            call.wasRecorded = true;
        }
        for (const auto &[state, since] :
             {std::pair{calls::CallState::Waiting, 10}, std::pair{calls::CallState::Connected, 70},
              std::pair{calls::CallState::LeavingMessage, 100},
              std::pair{calls::CallState::Ended, 120 + i}}) {
            call.state = state;
            call.stateSince = at(i * 1000 + since);
            if (state == calls::CallState::Ended)
                call.outcome = i % 2 == 0 ? calls::Outcome::Talked : calls::Outcome::Voicemail;
            calls::JournalEntry entry;
            entry.calls = {call};
            journal.save(entry);
        }
        calls::JournalEntry gone;
        gone.forgottenCalls = {call.sid};
        journal.save(gone);
    }
    calls::JournalEntry waiting;
    waiting.calls = {tests::bareCall(u"CAlive"_s)};
    const auto mark = journal.save(waiting);
    QTRY_COMPARE(journal.durableMark(), mark);
}

void TestCallLog::knowsARegular()
{
    SqliteCallLog log(m_file);
    const auto history = QCoro::waitFor(log.historyOf(u"+14085550142"_s));
    QCOMPARE(history.timesCalled, 7);
    QCOMPARE(history.earlier.size(), 5);
    QCOMPARE(history.earlier.at(0).at, at(6000));
    QCOMPARE(history.earlier.at(0).outcome, calls::Outcome::Talked);
    QCOMPARE(history.earlier.at(0).seconds, 30);
    QCOMPARE(history.earlier.at(0).topic, u"Topic 6"_s);
    QCOMPARE(history.earlier.at(1).outcome, calls::Outcome::Voicemail);
    QCOMPARE(history.earlier.at(1).seconds, 25);
}

void TestCallLog::withheldNumberHasNoHistory()
{
    SqliteCallLog log(m_file);
    QCOMPARE(QCoro::waitFor(log.historyOf({})).timesCalled, 0);
    QVERIFY(QCoro::waitFor(log.historyOf({})).earlier.isEmpty());
}

void TestCallLog::aFirstCallerIsKnownWithoutLooking()
{
    const QString regular = u"+14085550142"_s;
    const QString stranger = u"+15055550199"_s;
    const QString file = m_folder.filePath(u"followed.sqlite"_s);
    QVERIFY(QFile::copy(m_file, file));
    SqliteJournal journal(file);
    QVERIFY(journal.load());
    SqliteCallLog log(file);
    log.follow(journal);
    QTRY_VERIFY(log.historyOf(stranger).isReady());
    QCOMPARE(QCoro::waitFor(log.historyOf(stranger)).timesCalled, 0);
    QCOMPARE(QCoro::waitFor(log.historyOf(regular)).timesCalled, 7);

    auto call = tests::bareCall(u"CAstranger"_s);
    call.caller.number = stranger;
    call.state = calls::CallState::Ended;
    calls::JournalEntry entry;
    entry.calls = {call};
    const auto mark = journal.save(entry);
    QTRY_COMPARE(journal.durableMark(), mark);
    QCOMPARE(QCoro::waitFor(log.historyOf(stranger)).timesCalled, 1);
}

void TestCallLog::findsByNameNumberTopicAndNotes_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("hits");
    QTest::newRow("everything") << u""_s << 8;
    QTest::newRow("name") << u"caller 4"_s << 1;
    QTest::newRow("number") << u"5550142"_s << 7;
    QTest::newRow("number as people write it") << u"(408) 555-0142"_s << 7;
    QTest::newRow("topic") << u"topic 6"_s << 1;
    QTest::newRow("notes") << u" refund "_s << 1;
    QTest::newRow("a per cent sign is no wildcard") << u"100%"_s << 1;
    QTest::newRow("nor is an underscore") << u"n_a"_s << 1;
    QTest::newRow("backslash") << u"\\"_s << 0;
    QTest::newRow("quotes") << u"' OR 1=1 --"_s << 0;
}

void TestCallLog::findsByNameNumberTopicAndNotes()
{
    QFETCH(QString, search);
    SqliteCallLog log(m_file);
    const auto found = QCoro::waitFor(log.pastCalls({.search = search}, 100));
    QTEST(static_cast<int>(found.size()), "hits");
}

void TestCallLog::newestFirstAndLimited()
{
    SqliteCallLog log(m_file);
    const auto found = QCoro::waitFor(log.pastCalls({}, 3));
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).sid, u"CA7"_s);
    QCOMPARE(found.at(2).sid, u"CA5"_s);
}

void TestCallLog::countsWaysOutOfTheQueue()
{
    SqliteCallLog log(m_file);
    using Ways = QList<std::pair<QString, int>>;
    const auto all = QCoro::waitFor(log.tally({}));
    QCOMPARE(all.calls, 8);
    QCOMPARE(all.queueResults, (Ways{{u"redirected"_s, 7}, {u"leave"_s, 3}, {u"sent-to-the-moon"_s, 1}}));
    QCOMPARE(all.outcomes.size(), 2);
    QCOMPARE(all.outcomes.first().second, 4);
    const auto late = QCoro::waitFor(log.tally(at(6000)));
    QCOMPARE(late.calls, 2);
    QCOMPARE(late.queueResults, (Ways{{u"redirected"_s, 1}, {u"sent-to-the-moon"_s, 1}}));
}

void TestCallLog::narrowsToATimeAndAWay()
{
    SqliteCallLog log(m_file);
    const auto count = [&log](const calls::PastCallQuery &query) {
        return QCoro::waitFor(log.pastCalls(query, 100)).size();
    };
    QCOMPARE(count({}), 8);
    QCOMPARE(count({.since = at(5000)}), 3);
    QCOMPARE(count({.outcome = calls::Outcome::Talked}), 4);
    QCOMPARE(count({.outcome = calls::Outcome::Refused}), 0);
    QCOMPARE(count({.queueResult = u"leave"_s}), 3);
    QCOMPARE(count({.queueResult = u"lea"_s}), 0); // whole words
    QCOMPARE(count({.queueResult = u"sent-to-the-moon"_s}), 1);
    QCOMPARE(count({.search = u"Topic"_s, .since = at(1000), .queueResult = u"leave"_s}), 2);
    QCOMPARE(QCoro::waitFor(log.pastCalls({.queueResult = u"leave"_s}, 1)).first().queueResults,
             (QStringList{u"leave"_s, u"redirected"_s}));
}

void TestCallLog::countsCallsOfToday()
{
    SqliteCallLog log(m_file);
    QCOMPARE(QCoro::waitFor(log.callsSince(at(0))), 9); // the one that waits is counted too
    QCOMPARE(QCoro::waitFor(log.callsSince(at(6500))), 1);
}

void TestCallLog::keepsTimesAndOutcome()
{
    SqliteCallLog log(m_file);
    const auto found = QCoro::waitFor(log.pastCalls({.search = u"refund"_s}, 10));
    QCOMPARE(found.size(), 1);
    const auto &call = found.first();
    QCOMPARE(call.at, at(5000));
    QCOMPARE(call.outcome, calls::Outcome::Voicemail);
    QCOMPARE(call.waitedSeconds, 60);
    QCOMPARE(call.talkedSeconds, 30);
    QCOMPARE(call.topic, u"Topic 5"_s);
    QCOMPARE(call.notes, u"Wants a refund"_s);
    QCOMPARE(call.notice, u"We record."_s);
    QCOMPARE(call.noticeAt, at(5005));
    QCOMPARE(call.consent, calls::Consent::Declined);
    QVERIFY(call.wasRecorded);
}

void TestCallLog::withoutAFileNothingIsKnown()
{
    SqliteCallLog log(m_folder.filePath(u"none.sqlite"_s));
    QVERIFY(QCoro::waitFor(log.pastCalls({}, 10)).isEmpty());
    QCOMPARE(QCoro::waitFor(log.callsSince(at(0))), 0);
    QVERIFY(!QFile::exists(m_folder.filePath(u"none.sqlite"_s)));
}

void TestCallLog::unansweredQuestionIsAnsweredAtTheEnd()
{
    auto log = std::make_unique<SqliteCallLog>(m_file);
    auto asked = log->callsSince(at(0));
    log.reset();
    QCOMPARE(QCoro::waitFor(asked), 9);
}

QTEST_GUILESS_MAIN(TestCallLog)
#include "test_call_log.moc"
