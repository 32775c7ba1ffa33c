// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_journal.h"

#include "samples.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <functional>

using namespace anteroom;
using namespace anteroom::history;
using namespace Qt::StringLiterals;
using anteroom::tests::at;
using anteroom::tests::fullEntry;

class TestSqliteJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void emptyAtFirst();
    void everyFieldComesBack();
    void everyWordComesBack();
    void whatComesAfterTheQueueComesBack();
    void oldApologiesAreForgotten();
    void wrongPinsComeBack();
    void whatIsOverIsGone();
    void whoWasAskedComesBack();
    void whatListenersWroteComesBack();
    void closeOutChangesInPlace();
    void marksGrowAndBecomeDurableInThisThread();
    void deskThatIsNeverIdleIsWrittenToo();
    void muchAtOnceIsWrittenInOrder();
    void whatIsWrittenDoesNotStayInTheLog();
    void whoeverWaitsIsNotKeptWaiting();
    void whatIsQueuedAtTheEndIsWritten();
    void onlyTheOwnerMayRead();
    void missingFolderIsMadeOrSaid();

private:
    calls::SavedDesk reload(const QList<calls::JournalEntry> &entries);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSqliteJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"history.sqlite"_s);
}

/// Saves in one run and reads in the next.
calls::SavedDesk TestSqliteJournal::reload(const QList<calls::JournalEntry> &entries)
{
    {
        SqliteJournal journal(m_file);
        if (!journal.load())
            return {};
        quint64 mark = 0;
        for (const auto &entry : entries)
            mark = journal.save(entry);
        if (!QTest::qWaitFor([&] { return journal.durableMark() == mark; }))
            return {};
    }
    SqliteJournal journal(m_file);
    return journal.load().value_or(calls::SavedDesk());
}

void TestSqliteJournal::emptyAtFirst()
{
    SqliteJournal journal(m_file);
    const auto desk = journal.load();
    QVERIFY(desk);
    QCOMPARE(desk->revision, 0U);
    QVERIFY(desk->calls.isEmpty());
    QVERIFY(desk->intents.isEmpty());
    QVERIFY(desk->phones.isEmpty());
    QVERIFY(desk->messages.isEmpty());
    QVERIFY(desk->messagesSought.isNull());
    QVERIFY(!desk->line);
    QVERIFY(!desk->closeOut);
    QCOMPARE(journal.durableMark(), 0U);
}

void TestSqliteJournal::everyFieldComesBack()
{
    const auto entry = fullEntry();
    const auto desk = reload({entry});
    QCOMPARE(desk.revision, entry.revision);
    QCOMPARE(desk.calls.size(), 2);
    for (const auto &call : entry.calls)
        QVERIFY(desk.calls.contains(call));
    QVERIFY(desk.intents == entry.intents);
    QVERIFY(desk.phones == entry.phones);
    QVERIFY(desk.line == entry.line);
    QVERIFY(desk.closeOut && tests::same(*desk.closeOut, *entry.closeOut));
    QVERIFY(desk.messages == entry.messages);
    QCOMPARE(desk.messagesSought, *entry.messagesSought);
    QVERIFY(desk.missedCalls == entry.missedCalls);
    QVERIFY(desk.apologies == entry.apologies);
    for (const auto &call : desk.calls)
        QCOMPARE(call.begun.timeSpec(), Qt::UTC);
}

void TestSqliteJournal::everyWordComesBack()
{
    calls::JournalEntry entry;
    for (int i = 0; i <= static_cast<int>(calls::Outcome::Failed); ++i) {
        auto call = tests::bareCall(u"CA%1"_s.arg(i));
        call.state = static_cast<calls::CallState>(i % (static_cast<int>(calls::CallState::Calling) + 1));
        call.outcome = static_cast<calls::Outcome>(i);
        call.doing = static_cast<calls::Doing>(i % (static_cast<int>(calls::Doing::HangingUp) + 1));
        call.screening = static_cast<calls::Screening>(i % (static_cast<int>(calls::Screening::Ready) + 1));
        entry.calls.append(call);
    }
    for (int i = 0; i <= static_cast<int>(calls::IntentKind::CallHostBack); ++i) {
        calls::Intent intent;
        intent.id = QString::number(i).rightJustified(2, u'0'); // they come back by it
        intent.kind = static_cast<calls::IntentKind>(i);
        entry.intents.append(intent);
    }
    for (int i = 0; i <= static_cast<int>(calls::PhoneState::InStudio); ++i) {
        calls::SeatPhone phone;
        phone.seat = QString::number(i);
        phone.state = static_cast<calls::PhoneState>(i);
        entry.phones.append(phone);
    }
    calls::CloseOutStatus closeOut;
    for (int i = 0; i <= static_cast<int>(calls::Treated::LeftAlone); ++i) {
        calls::CloseOutCall call;
        call.treated = static_cast<calls::Treated>(i);
        closeOut.calls.append(call);
    }
    entry.closeOut = closeOut;
    for (int i = 0; i <= static_cast<int>(calls::CloseOutStatus::Phase::Finished); ++i) {
        entry.closeOut->phase = static_cast<calls::CloseOutStatus::Phase>(i);
        entry.closeOut->request.treatment = static_cast<calls::Treatment>(i % 3);
        const auto desk = reload({entry});
        QVERIFY(desk.calls == entry.calls);
        QVERIFY(desk.intents == entry.intents);
        QVERIFY(desk.phones == entry.phones);
        QVERIFY(desk.closeOut && tests::same(*desk.closeOut, *entry.closeOut));
    }
}

void TestSqliteJournal::whatComesAfterTheQueueComesBack()
{
    auto entry = fullEntry();
    entry.calls.first().queueResults = {u"leave"_s, u"teleported away"_s};
    entry.closeOut->queueDeleted = true;
    entry.closeOut->calls.first().treatment = calls::Treatment::Message;
    entry.closeOut->calls.first().text = u"Tell us."_s;
    entry.missedCalls.clear();
    for (int i = 0; i <= static_cast<int>(calls::MissedWhy::AfterHours); ++i) {
        calls::MissedCall missed;
        missed.sid = u"CA%1"_s.arg(i);
        missed.at = at(i);
        missed.why = static_cast<calls::MissedWhy>(i);
        missed.end = static_cast<calls::MissedEnd>(i % 4);
        entry.missedCalls.append(missed);
    }
    auto desk = reload({entry});
    QVERIFY(desk.calls.contains(entry.calls.first()));
    QVERIFY(desk.closeOut && tests::same(*desk.closeOut, *entry.closeOut));
    QVERIFY(desk.missedCalls == entry.missedCalls);
    calls::JournalEntry removed;
    removed.removedMissedCalls = {u"CA0"_s, u"CA2"_s};
    desk = reload({entry, removed});
    QCOMPARE(desk.missedCalls.size(), 2);
    QCOMPARE(reload({removed}).missedCalls.size(), 2); // in a transaction of its own
}

void TestSqliteJournal::oldApologiesAreForgotten()
{
    calls::JournalEntry entry;
    const QDate day(2026, 11, 20);
    for (int i = 0; i < 10; ++i)
        entry.apologies.append({u"+44"_s, day.addDays(i), at(i), u"CA1"_s});
    const auto desk = reload({entry});
    QCOMPARE(desk.apologies.size(), 8);
    QCOMPARE(desk.apologies.last().day, day.addDays(9));
}

void TestSqliteJournal::wrongPinsComeBack()
{
    calls::JournalEntry entry;
    entry.pinErrors = {{u"person +14155550111"_s, 0, at(3), at(903)}, {u"phone withheld"_s, 4, at(2), {}}};
    QVERIFY(reload({entry}).pinErrors == entry.pinErrors);
    calls::JournalEntry right;
    right.pinErrors = {{u"person +14155550111"_s, 0, {}, {}}};
    QCOMPARE(reload({entry, right}).pinErrors.size(), 1);
    QCOMPARE(reload({right}).pinErrors.size(), 1); // in a transaction of its own
}

void TestSqliteJournal::whatIsOverIsGone()
{
    calls::JournalEntry over;
    over.revision = 4712;
    over.forgottenCalls = {u"CA1"_s};
    over.settledIntents = {u"intent-1"_s};
    over.deletedMessages = {u"RE1"_s, u"RE2"_s};
    over.removedMissedCalls = {u"CA0"_s};
    const auto desk = reload({fullEntry(), over});
    QCOMPARE(desk.revision, 4712U);
    QCOMPARE(desk.calls.size(), 1);
    QCOMPARE(desk.calls.first().sid, u"CA2"_s);
    QVERIFY(desk.intents.isEmpty());
    QVERIFY(desk.messages.isEmpty());
    QVERIFY(desk.missedCalls.isEmpty());
    QVERIFY(desk.line);
    // And once more in a transaction of its own, with the rows already in the file.
    const auto later = reload({over});
    QCOMPARE(later.calls.size(), 1);
}

void TestSqliteJournal::whatListenersWroteComesBack()
{
    calls::JournalEntry entry = tests::fullEntry();
    calls::ListenerText bare;
    bare.sid = u"SM3"_s;
    bare.from = u"22333"_s;
    bare.at = at(20);
    bare.answers = {{u"On its way"_s, {}, at(21)}};
    entry.listenerTexts.append(bare);
    QVERIFY(reload({entry}).listenerTexts == entry.listenerTexts);

    calls::JournalEntry later;
    later.revision = 2;
    bare.body = QString(1600, u'x');
    bare.read = true;
    bare.answers.first().state = calls::AnswerState::Failed;
    later.listenerTexts = {bare};
    later.removedListenerTexts = {u"SM2"_s};
    QCOMPARE(reload({later}).listenerTexts, QList<calls::ListenerText>{bare});
}

void TestSqliteJournal::whoWasAskedComesBack()
{
    calls::JournalEntry entry;
    entry.revision = 1;
    calls::Ask ask{u"CA1"_s, 3, u"Zoë \"Z\" Söhne"_s, at(1), at(2), true, {}};
    for (int i = 0; i <= static_cast<int>(calls::AskedState::NotReached); ++i)
        ask.phones.append({u"Bob %1"_s.arg(i), u"+1415555016%1"_s.arg(i), i % 2 == 0, i % 2 == 1,
                           static_cast<calls::AskedState>(i), at(i), u"intent-%1"_s.arg(i),
                           u"Text, %1"_s.arg(i)});
    const calls::Ask bare{u"CA2"_s, 1, {}, {}, {}, false, {}};
    entry.asks = {ask, bare};
    entry.heardTexts = {{u"SM1"_s, at(3)}, {u"SM2"_s, at(4)}};
    entry.textRefusals = {{u"+14155550161"_s, at(5)}, {u"+14155550162"_s, at(6)}};
    entry.line = calls::LineStatus{u"+14155550100"_s, u"show"_s, {}, true, true};
    auto call = tests::bareCall(u"CA1"_s);
    call.asking = u"Asking Bob by text"_s;
    entry.calls = {call};
    auto desk = reload({entry});
    QVERIFY(desk.asks == entry.asks);
    QVERIFY(desk.heardTexts == entry.heardTexts);
    QVERIFY(desk.textRefusals == entry.textRefusals);
    QVERIFY(desk.line == entry.line);
    QVERIFY(desk.calls == entry.calls);

    calls::JournalEntry over;
    over.revision = 2;
    over.forgottenAsks = {u"CA1"_s};
    over.forgottenTexts = {u"SM1"_s};
    over.textRefusals = {{u"+14155550161"_s, {}}};
    desk = reload({over});
    QCOMPARE(desk.asks, QList<calls::Ask>{bare});
    QCOMPARE(desk.heardTexts.size(), 1);
    QCOMPARE(desk.textRefusals, QList<calls::TextRefusal>{entry.textRefusals.last()});
}

void TestSqliteJournal::closeOutChangesInPlace()
{
    auto entry = fullEntry();
    QVERIFY(reload({entry}).closeOut);
    entry.closeOut->phase = calls::CloseOutStatus::Phase::Finished;
    entry.closeOut->calls.first().treated = calls::Treated::Failed;
    entry.closeOut->calls.append(calls::CloseOutCall{u"CA3"_s, {}, calls::Treated::Pending, {}});
    auto desk = reload({entry});
    QVERIFY(desk.closeOut && tests::same(*desk.closeOut, *entry.closeOut));
    entry.closeOut->calls.removeFirst();
    desk = reload({entry});
    QVERIFY(desk.closeOut && tests::same(*desk.closeOut, *entry.closeOut));
    auto next = entry;
    next.closeOut->begun = at(1000);
    next.closeOut->calls.removeLast();
    desk = reload({entry, next});
    QVERIFY(desk.closeOut && tests::same(*desk.closeOut, *next.closeOut));
}

void TestSqliteJournal::marksGrowAndBecomeDurableInThisThread()
{
    SqliteJournal journal(m_file);
    QVERIFY(journal.load());
    QSignalSpy durable(&journal, &calls::Journal::durable);
    QThread *thread = nullptr;
    connect(
        &journal, &calls::Journal::durable, this, [&] { thread = QThread::currentThread(); },
        Qt::DirectConnection);
    for (quint64 i = 1; i <= 500; ++i)
        QCOMPARE(journal.save(fullEntry()), i);
    QTRY_COMPARE(journal.durableMark(), 500U);
    QCOMPARE(thread, QThread::currentThread());
    quint64 last = 0;
    for (const auto &arguments : durable) {
        QVERIFY(arguments.first().toULongLong() > last);
        last = arguments.first().toULongLong();
    }
    QCOMPARE(last, 500U);
}

/// Entries are handed to the writer when nothing else is to be done, but that moment may never come.
void TestSqliteJournal::deskThatIsNeverIdleIsWrittenToo()
{
    SqliteJournal journal(m_file);
    QVERIFY(journal.load());
    QObject busy;
    const std::function<void()> again = [&] {
        QMetaObject::invokeMethod(&busy, again, Qt::QueuedConnection);
    };
    again();
    const auto mark = journal.save(fullEntry());
    QTRY_COMPARE(journal.durableMark(), mark);
}

void TestSqliteJournal::muchAtOnceIsWrittenInOrder()
{
    constexpr int entries = 1000;
    {
        SqliteJournal journal(m_file);
        QVERIFY(journal.load());
        for (int i = 1; i <= entries; ++i) {
            calls::JournalEntry entry;
            entry.revision = static_cast<quint64>(i);
            calls::Call call;
            call.sid = u"CA1"_s;
            call.topic = QString::number(i);
            entry.calls = {call};
            journal.save(entry);
        }
        QTRY_COMPARE(journal.durableMark(), static_cast<quint64>(entries));
    }
    SqliteJournal journal(m_file);
    const auto desk = journal.load();
    QVERIFY(desk);
    QCOMPARE(desk->revision, static_cast<quint64>(entries));
    QCOMPARE(desk->calls.size(), 1);
    QCOMPARE(desk->calls.first().topic, QString::number(entries));
}

void TestSqliteJournal::whatIsWrittenDoesNotStayInTheLog()
{
    SqliteJournal journal(m_file);
    QVERIFY(journal.load());
    const qint64 atFirst = QFileInfo(m_file).size();
    quint64 mark = 0;
    for (int i = 0; i < 6000; ++i) {
        calls::JournalEntry entry;
        calls::Call call;
        call.sid = u"CA%1"_s.arg(i);
        entry.calls = {call};
        mark = journal.save(entry);
    }
    QTRY_COMPARE(journal.durableMark(), mark);
    QTRY_VERIFY(QFileInfo(m_file).size() > 2 * atFirst);
}

/// Without turning the event loop, by which everybody else's entries are handed over.
void TestSqliteJournal::whoeverWaitsIsNotKeptWaiting()
{
    SqliteJournal journal(m_file);
    QVERIFY(journal.load());
    const auto logSize = [this] { return QFileInfo(m_file + u"-wal"_s).size(); };
    const qint64 before = logSize();
    journal.save(fullEntry());
    journal.hurry();
    const auto written = [&] { return logSize() > before; };
    QDeadlineTimer patience(10'000);
    while (!written() && !patience.hasExpired())
        QThread::yieldCurrentThread();
    QVERIFY(written());
}

void TestSqliteJournal::whatIsQueuedAtTheEndIsWritten()
{
    {
        SqliteJournal journal(m_file);
        QVERIFY(journal.load());
        journal.save(fullEntry());
    }
    SqliteJournal journal(m_file);
    QCOMPARE(journal.load().value_or(calls::SavedDesk()).revision, 4711U);
}

void TestSqliteJournal::onlyTheOwnerMayRead()
{
    SqliteJournal journal(m_file);
    QVERIFY(journal.load());
    journal.save(fullEntry());
    QTRY_COMPARE(journal.durableMark(), 1U);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const auto &suffix : {u""_s, u"-wal"_s})
        QCOMPARE(QFileInfo(m_file + suffix).permissions() & others, QFile::Permissions());
}

void TestSqliteJournal::missingFolderIsMadeOrSaid()
{
    m_file = m_folder->filePath(u"new/folder/history.sqlite"_s);
    SqliteJournal journal(m_file);
    QVERIFY(journal.load());

    QFile inTheWay(m_folder->filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SqliteJournal impossible(m_folder->filePath(u"file/history.sqlite"_s));
    const auto loaded = impossible.load();
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().contains(u"cannot be opened"_s), qPrintable(loaded.error()));
    QVERIFY(!impossible.isDamaged());
}

QTEST_GUILESS_MAIN(TestSqliteJournal)
#include "test_sqlite_journal.moc"
