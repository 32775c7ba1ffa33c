// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes entries without end and says which marks are durable, or holds a data folder; until somebody kills
// it. With "sample" it writes the file whose dump, for a new version of the schema, becomes
// tests/data/history/version_N.sql.
#include "history/data_folder_lock.h"
#include "history/sqlite_journal.h"
#include "samples.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

int hold(const QString &folder)
{
    const auto lock = history::DataFolderLock::take(folder);
    if (!lock)
        return 1;
    say(u"held"_s);
    return QCoreApplication::exec();
}

int write(const QString &file)
{
    history::SqliteJournal journal(file);
    if (!journal.load())
        return 1;
    QObject::connect(&journal, &calls::Journal::durable, &journal,
                     [](quint64 mark) { say(u"durable %1"_s.arg(mark)); });
    QTimer timer;
    quint64 revision = 0;
    QObject::connect(&timer, &QTimer::timeout, &journal, [&] {
        for (int i = 0; i < 20; ++i) {
            calls::JournalEntry entry;
            entry.revision = ++revision;
            entry.calls = {tests::fullCall(u"CA%1"_s.arg(revision))};
            journal.save(entry);
        }
    });
    timer.start(0);
    return QCoreApplication::exec();
}

int sample(const QString &file)
{
    history::SqliteJournal journal(file);
    if (!journal.load())
        return 1;
    journal.save(tests::fullEntry());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    if (arguments.at(1) == "sample"_L1)
        return sample(arguments.at(2));
    return arguments.at(1) == "hold"_L1 ? hold(arguments.at(2)) : write(arguments.at(2));
}
