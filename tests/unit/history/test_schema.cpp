// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/schema.h"

#include "history/sqlite_journal.h"
#include "samples.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace anteroom::history;
using namespace Qt::StringLiterals;

class TestSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void statementsAreSplit();
    void everyStepOnce();
    void failingStepLeavesTheFormerVersion();
    void misnamedStepIsRefused();
    void newerIsRefusedAndUntouched();
    void foreignFileIsRefused();
    void damagedFileIsPutAside();
    void upgradesEveryReleasedVersion_data();
    void upgradesEveryReleasedVersion();

private:
    void step(const QString &name, const QByteArray &sql);
    std::unique_ptr<Connection> open();
    QVariant ask(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QDir m_steps;
};

void TestSchema::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"history.sqlite"_s);
    QDir(m_folder->path()).mkdir(u"steps"_s);
    m_steps.setPath(m_folder->filePath(u"steps"_s));
}

void TestSchema::step(const QString &name, const QByteArray &sql)
{
    QFile file(m_steps.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sql);
}

std::unique_ptr<Connection> TestSchema::open()
{
    auto connection = Connection::open(m_file, Connection::Mode::Writing);
    return connection ? *std::move(connection) : nullptr;
}

QVariant TestSchema::ask(const QString &sql)
{
    const auto connection = open();
    QSqlQuery query(connection->database());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

void TestSchema::statementsAreSplit()
{
    QCOMPARE(
        splitStatements(u"-- what; for\nCREATE TABLE a (b TEXT DEFAULT 'x;''y--z');\n\n;  SELECT \";\"\n"_s),
        (QStringList{u"CREATE TABLE a (b TEXT DEFAULT 'x;''y--z')"_s, u"SELECT \";\""_s}));
    QCOMPARE(splitStatements(u"-- only words"_s), QStringList());
}

void TestSchema::everyStepOnce()
{
    step(u"0001_first.sql"_s, "CREATE TABLE a (x); INSERT INTO a VALUES (1);");
    {
        const auto connection = open();
        QCOMPARE(upgradeSchema(connection->database(), m_steps).value_or(-1), 1);
        QCOMPARE(upgradeSchema(connection->database(), m_steps).value_or(-1), 1);
    }
    step(u"0002_second.sql"_s, "ALTER TABLE a ADD COLUMN y; UPDATE a SET y = x + 1;");
    {
        const auto connection = open();
        QCOMPARE(upgradeSchema(connection->database(), m_steps).value_or(-1), 2);
    }
    QCOMPARE(ask(u"SELECT count(*) FROM a"_s).toInt(), 1);
    QCOMPARE(ask(u"SELECT y FROM a"_s).toInt(), 2);
}

void TestSchema::failingStepLeavesTheFormerVersion()
{
    step(u"0001_first.sql"_s, "CREATE TABLE a (x);");
    step(u"0002_second.sql"_s,
         "CREATE TABLE b (x); INSERT INTO a VALUES (1); INSERT INTO nowhere VALUES (1);");
    {
        const auto connection = open();
        const auto result = upgradeSchema(connection->database(), m_steps);
        QVERIFY(!result);
        QVERIFY(std::holds_alternative<DiskError>(result.error()));
    }
    QCOMPARE(ask(u"PRAGMA user_version"_s).toInt(), 1);
    QCOMPARE(ask(u"SELECT count(*) FROM a"_s).toInt(), 0);
    QCOMPARE(ask(u"SELECT count(*) FROM sqlite_master WHERE name = 'b'"_s).toInt(), 0);
}

void TestSchema::misnamedStepIsRefused()
{
    step(u"0001_first.sql"_s, "CREATE TABLE a (x);");
    step(u"0003_third.sql"_s, "CREATE TABLE b (x);");
    const auto connection = open();
    const auto result = upgradeSchema(connection->database(), m_steps);
    QVERIFY(!result);
    QVERIFY(std::holds_alternative<BadSteps>(result.error()));
}

void TestSchema::newerIsRefusedAndUntouched()
{
    {
        SqliteJournal journal(m_file);
        QVERIFY(journal.load());
    }
    ask(u"PRAGMA user_version = 1000"_s);
    SqliteJournal journal(m_file);
    const auto loaded = journal.load();
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().contains(u"newer version"_s), qPrintable(loaded.error()));
    QVERIFY(!journal.isDamaged());
    QCOMPARE(ask(u"PRAGMA user_version"_s).toInt(), 1000);
}

void TestSchema::foreignFileIsRefused()
{
    ask(u"CREATE TABLE recipes (name TEXT)"_s);
    SqliteJournal journal(m_file);
    const auto loaded = journal.load();
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().contains(u"another program"_s), qPrintable(loaded.error()));
    QCOMPARE(ask(u"SELECT count(*) FROM sqlite_master"_s).toInt(), 1);
}

void TestSchema::damagedFileIsPutAside()
{
    const QByteArray rubbish("This was a database once. ", 26);
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 1000; ++i)
            file.write(rubbish);
    }
    SqliteJournal journal(m_file);
    const auto loaded = journal.load();
    QVERIFY(!loaded);
    QVERIFY(journal.isDamaged());
    QVERIFY2(loaded.error().contains(u"damaged"_s), qPrintable(loaded.error()));
    const auto aside = journal.putAside();
    QVERIFY(aside);
    QFile kept(*aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll().startsWith(rubbish));
    QVERIFY(!QFile::exists(m_file));
    QVERIFY(journal.load());
    QVERIFY(!journal.isDamaged());
}

void TestSchema::upgradesEveryReleasedVersion_data()
{
    QTest::addColumn<int>("version");
    const auto steps = schemaSteps().entryList({u"*.sql"_s});
    QVERIFY(!steps.isEmpty());
    for (int version = 1; version <= steps.size(); ++version)
        QTest::addRow("version %d", version) << version;
}

void TestSchema::upgradesEveryReleasedVersion()
{
    QFETCH(int, version);
    // A dump per version, made when the version was new: a version without one fails here.
    QFile dump(QStringLiteral(ANTEROOM_SOURCE_DIR "/tests/data/history/version_%1.sql").arg(version));
    QVERIFY2(dump.open(QIODevice::ReadOnly), qPrintable(dump.fileName()));
    {
        const auto connection = open();
        QSqlQuery query(connection->database());
        for (const auto &statement : splitStatements(QString::fromUtf8(dump.readAll())))
            QVERIFY2(query.exec(statement), qPrintable(statement));
    }
    SqliteJournal journal(m_file);
    const auto loaded = journal.load();
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error()));
    const auto expected = tests::entryOfVersion(version);
    QCOMPARE(loaded->revision, expected.revision);
    QVERIFY(loaded->calls.contains(expected.calls.first()));
    QVERIFY(loaded->intents == expected.intents);
    QVERIFY(loaded->phones == expected.phones);
    QVERIFY(loaded->line == expected.line);
    QVERIFY(loaded->closeOut && tests::same(*loaded->closeOut, *expected.closeOut));
    QVERIFY(loaded->messages == expected.messages);
    QVERIFY(loaded->asks == expected.asks);
    QVERIFY(loaded->heardTexts == expected.heardTexts);
    QVERIFY(loaded->textRefusals == expected.textRefusals);
    QVERIFY(loaded->listenerTexts == expected.listenerTexts);
    QVERIFY(loaded->pinErrors == expected.pinErrors);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "test_schema.moc"
