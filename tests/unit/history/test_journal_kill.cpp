// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_journal.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestJournalKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingDurableIsLost_data();
    void nothingDurableIsLost();
};

void TestJournalKill::nothingDurableIsLost_data()
{
    QTest::addColumn<quint64>("atLeast");
    for (const quint64 atLeast : {1, 50, 400, 1500, 3000})
        QTest::addRow("after %llu", atLeast) << atLeast;
}

void TestJournalKill::nothingDurableIsLost()
{
    QFETCH(quint64, atLeast);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"history.sqlite"_s);
    QProcess victim;
    victim.start(QStringLiteral(HISTORY_VICTIM), {u"write"_s, file});
    quint64 durable = 0;
    const auto listen = [&] {
        while (victim.canReadLine())
            durable = victim.readLine().trimmed().split(' ').last().toULongLong();
        return durable >= atLeast;
    };
    while (!listen())
        QVERIFY(victim.waitForReadyRead(30'000));
    victim.kill(); // SIGKILL
    QVERIFY(victim.waitForFinished());
    QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
    listen(); // what it said before it died counts

    history::SqliteJournal journal(file);
    const auto desk = journal.load();
    QVERIFY2(desk, qPrintable(desk ? QString() : desk.error()));
    QVERIFY(desk->revision >= durable);
    // Whole entries in order: the calls up to the revision, and not one more.
    QCOMPARE(desk->calls.size(), static_cast<qsizetype>(desk->revision));
    QSet<QString> sids;
    for (const auto &call : desk->calls)
        sids.insert(call.sid);
    for (quint64 i = 1; i <= desk->revision; ++i)
        QVERIFY(sids.contains(u"CA%1"_s.arg(i)));
}

QTEST_GUILESS_MAIN(TestJournalKill)
#include "test_journal_kill.moc"
