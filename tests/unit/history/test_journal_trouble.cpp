// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_journal.h"

#include "history/connection.h"
#include "samples.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace anteroom;
using namespace anteroom::history;
using namespace Qt::StringLiterals;

namespace {

/// Every file of this process may grow to so many bytes: writes beyond fail, as they do on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

calls::JournalEntry numbered(int i)
{
    calls::JournalEntry entry;
    entry.revision = i;
    auto call = tests::fullCall(u"CA%1"_s.arg(i % 50, 4));
    call.notes = u"%1 "_s.arg(i).repeated(200);
    entry.calls = {call};
    return entry;
}

} // namespace

class TestJournalTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fullDiskIsSaidAndRetriedInOrder();
    void lockedFileIsSaidAndRetried();
    void troubleAtTheEndDoesNotHang();
    void sqliteSayingFullIsUnderstood();
};

void TestJournalTrouble::fullDiskIsSaidAndRetriedInOrder()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"history.sqlite"_s);
    {
        SqliteJournal journal(file);
        QVERIFY(journal.load());
        QSignalSpy trouble(&journal, &calls::Journal::trouble);
        QSignalSpy recovered(&journal, &calls::Journal::recovered);
        QSignalSpy durable(&journal, &calls::Journal::durable);
        journal.save(numbered(1));
        QTRY_COMPARE(journal.durableMark(), 1U);

        int i = 1;
        {
            const FileSizeLimit limit(64 * 1024);
            QVERIFY(QTest::qWaitFor([&] {
                journal.save(numbered(++i));
                return !trouble.isEmpty();
            }));
            const auto before = journal.durableMark();
            for (int more = 0; more < 100; ++more)
                journal.save(numbered(++i));
            // Repeated while it lasts.
            const auto said = trouble.size();
            QTRY_VERIFY(trouble.size() > said + 1);
            QCOMPARE(journal.durableMark(), before);
            QVERIFY(recovered.isEmpty());
            QVERIFY(trouble.first().first().toString().startsWith(u"Not being saved"_s));
        }
        QTRY_COMPARE(recovered.size(), 1);
        QTRY_COMPARE(journal.durableMark(), static_cast<quint64>(i));
        QCOMPARE(durable.last().first().toULongLong(), static_cast<quint64>(i));
        QVERIFY(i > 100);
    }
    SqliteJournal journal(file);
    const auto desk = journal.load();
    QVERIFY(desk);
    QCOMPARE(desk->calls.size(), 50);
    // Of every call the newest value is there: nothing older was written after something newer.
    for (const auto &call : desk->calls) {
        const int last = call.notes.section(u' ', 0, 0).toInt();
        QVERIFY(last > static_cast<int>(desk->revision) - 50);
        QCOMPARE(call.sid, u"CA%1"_s.arg(last % 50, 4));
    }
}

void TestJournalTrouble::lockedFileIsSaidAndRetried()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"history.sqlite"_s);
    SqliteJournal journal(file);
    QVERIFY(journal.load());
    QSignalSpy trouble(&journal, &calls::Journal::trouble);
    QSignalSpy recovered(&journal, &calls::Journal::recovered);
    const auto other = Connection::open(file, Connection::Mode::Writing);
    QVERIFY(other);
    QSqlQuery query((*other)->database());
    QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
    journal.save(numbered(1));
    QTRY_VERIFY(!trouble.isEmpty());
    QVERIFY(trouble.first().first().toString().contains(u"another program"_s));
    QCOMPARE(journal.durableMark(), 0U);
    QVERIFY(query.exec(u"COMMIT"_s));
    QTRY_COMPARE(recovered.size(), 1);
    QTRY_COMPARE(journal.durableMark(), 1U);
}

void TestJournalTrouble::troubleAtTheEndDoesNotHang()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"history.sqlite"_s);
    auto journal = std::make_unique<SqliteJournal>(file);
    QVERIFY(journal->load());
    QSignalSpy trouble(journal.get(), &calls::Journal::trouble);
    const auto other = Connection::open(file, Connection::Mode::Writing);
    QVERIFY(other);
    QSqlQuery query((*other)->database());
    QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
    journal->save(numbered(1));
    QTRY_VERIFY(!trouble.isEmpty());
    journal.reset();
    QVERIFY(query.exec(u"COMMIT"_s));
    SqliteJournal next(file);
    QVERIFY(next.load());
}

void TestJournalTrouble::sqliteSayingFullIsUnderstood()
{
    const QTemporaryDir folder;
    const auto connection = Connection::open(folder.filePath(u"full.sqlite"_s), Connection::Mode::Writing);
    QVERIFY(connection);
    QSqlQuery query((*connection)->database());
    QVERIFY(query.exec(u"CREATE TABLE a (x)"_s));
    QVERIFY(query.exec(u"PRAGMA max_page_count = 3"_s));
    query.finish();
    bool fits = true;
    for (int i = 0; i < 10 && fits; ++i)
        fits = query.exec(u"INSERT INTO a VALUES (randomblob(4000))"_s);
    QVERIFY(!fits);
    QCOMPARE(toDiskError(query.lastError()).trouble, DiskTrouble::Full);
}

QTEST_GUILESS_MAIN(TestJournalTrouble)
#include "test_journal_trouble.moc"
