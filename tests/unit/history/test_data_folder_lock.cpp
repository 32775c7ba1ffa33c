// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/data_folder_lock.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using anteroom::history::DataFolderLock;
using namespace Qt::StringLiterals;

class TestDataFolderLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secondIsTold();
    void freeAgainAfterKill();
    void leftBehindByANumberThatNowIsOurs();
    void impossibleFolderIsSaid();
};

void TestDataFolderLock::secondIsTold()
{
    const QTemporaryDir folder;
    {
        const auto first = DataFolderLock::take(folder.filePath(u"new"_s));
        QVERIFY(first);
        const auto second = DataFolderLock::take(folder.filePath(u"new"_s));
        QVERIFY(!second);
        QVERIFY2(second.error().contains(u"already runs"_s), qPrintable(second.error()));
        // Asking did not take it away from the first.
        QVERIFY(!DataFolderLock::take(folder.filePath(u"new"_s)));
    }
    QVERIFY(DataFolderLock::take(folder.filePath(u"new"_s)));
}

void TestDataFolderLock::freeAgainAfterKill()
{
    const QTemporaryDir folder;
    QProcess victim;
    victim.start(QStringLiteral(HISTORY_VICTIM), {u"hold"_s, folder.path()});
    QVERIFY(victim.waitForReadyRead(30'000));
    QVERIFY(!DataFolderLock::take(folder.path()));
    victim.kill();
    QVERIFY(victim.waitForFinished());
    QVERIFY(DataFolderLock::take(folder.path()));
}

void TestDataFolderLock::leftBehindByANumberThatNowIsOurs()
{
    const QTemporaryDir folder;
    {
        QFile file(folder.filePath(u"desk.lock"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(QCoreApplication::applicationPid()) + "\n" +
                   QCoreApplication::applicationName().toUtf8() + "\n" +
                   QSysInfo::machineHostName().toUtf8() + "\n");
    }
    QVERIFY(DataFolderLock::take(folder.path()));
}

void TestDataFolderLock::impossibleFolderIsSaid()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto taken = DataFolderLock::take(folder.filePath(u"file/below"_s));
    QVERIFY(!taken);
    QVERIFY2(taken.error().contains(u"cannot be made"_s), qPrintable(taken.error()));
}

QTEST_GUILESS_MAIN(TestDataFolderLock)
#include "test_data_folder_lock.moc"
