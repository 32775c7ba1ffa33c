// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_journal.h"

#include "history/journal_thread.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <utility>

namespace anteroom::history {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t usuallyGathered = 32;
constexpr std::size_t enoughGathered = 64;
constexpr std::chrono::milliseconds longestGathering = 1ms;

template <typename... Case> struct Cases : Case...
{
    using Case::operator()...;
};

QString saidOfLoading(const SchemaError &error, const QString &file)
{
    return std::visit(
        Cases{[&](const DiskError &disk) {
                  switch (disk.trouble) {
                  case DiskTrouble::Damaged:
                      return SqliteJournal::tr(
                                 "The history file %1 is damaged (%2). No caller is affected. Put a copy of "
                                 "it back, or let Anteroom put it aside and begin a new one.")
                          .arg(file, disk.detail);
                  case DiskTrouble::Locked:
                      return SqliteJournal::tr(
                                 "Another program holds the history file %1. No caller is affected. End "
                                 "that program and start Anteroom again.")
                          .arg(file);
                  case DiskTrouble::Full:
                      return SqliteJournal::tr(
                                 "The disk with the history file %1 is full. No caller is affected. Make "
                                 "room and start Anteroom again.")
                          .arg(file);
                  case DiskTrouble::Other:
                      break;
                  }
                  return SqliteJournal::tr(
                             "The history file %1 cannot be opened (%2). No caller is affected. See that "
                             "its folder can be written to and start Anteroom again.")
                      .arg(file, disk.detail);
              },
              [&](const NewerSchema &) {
                  return SqliteJournal::tr(
                             "The history file %1 was written by a newer version of Anteroom. It has been "
                             "left as it is. Install that version again, or choose another data folder.")
                      .arg(file);
              },
              [&](const ForeignFile &) {
                  return SqliteJournal::tr(
                             "The file %1 belongs to another program. It has been left as it is. Choose "
                             "another data folder.")
                      .arg(file);
              },
              [&](const BadSteps &steps) {
                  return SqliteJournal::tr(
                             "This copy of Anteroom is incomplete (%1). The history has been left as it "
                             "is. Install Anteroom again.")
                      .arg(steps.file);
              }},
        error);
}

QString saidOfWriting(const DiskError &error)
{
    switch (error.trouble) {
    case DiskTrouble::Full:
        return SqliteJournal::tr(
            "Not being saved: the disk is full. Callers are served as before, but would be looked "
            "for anew after a crash. Make room; saving goes on by itself.");
    case DiskTrouble::Locked:
        return SqliteJournal::tr(
            "Not being saved: another program holds the history file. Callers are served as before, "
            "but would be looked for anew after a crash. End that program; saving goes on by itself.");
    case DiskTrouble::Damaged:
    case DiskTrouble::Other:
        break;
    }
    return SqliteJournal::tr(
               "Not being saved: %1. Callers are served as before, but would be looked for anew after a "
               "crash. Look after the disk; saving goes on by itself.")
        .arg(error.detail);
}

} // namespace

/// What the two threads share. The writer thread only leaves numbers here and posts at most one event at a
/// time. The engine thread hands over what was saved as soon as nobody else asks it for anything: waking the
/// writer for each entry would have every webhook pay for two changes of thread and a commit of its own. A
/// desk that is never idle hands over after a millisecond, or when enough has come together.
class SqliteJournal::Private
{
public:
    Private(SqliteJournal *owner, const QString &file)
        : journal(owner),
          thread(file,
                 JournalThread::Reports{.durable = [this](quint64 mark) { noteDurable(mark); },
                                        .trouble = [this](const DiskError &error) { noteTrouble(error); },
                                        .recovered = [this] { noteRecovered(); }})
    {
        idle.setInterval(0ms); // comes after sockets and posted events, and only when there are none
        latest.setInterval(longestGathering);
        latest.setTimerType(Qt::PreciseTimer);
        for (QTimer *timer : {&idle, &latest}) {
            timer->setSingleShot(true);
            QObject::connect(timer, &QTimer::timeout, journal, [this] { handOver(); });
        }
    }

    void add(calls::JournalEntry &&entry, quint64 mark) // large, so moved as seldom as can be
    {
        if (gathered.empty())
            gathered.reserve(usuallyGathered);
        gathered.emplace_back(mark, std::move(entry));
        if (gathered.size() >= enoughGathered) {
            handOver();
        } else if (gathered.size() == 1) {
            idle.start();
            latest.start();
        }
    }
    void handOver()
    {
        idle.stop();
        latest.stop();
        if (!gathered.empty())
            thread.queue(std::exchange(gathered, {}));
    }
    void noteDurable(quint64 mark)
    {
        written.store(mark);
        if (posted.exchange(true))
            return;
        QMetaObject::invokeMethod(
            journal,
            [this] {
                posted.store(false);
                durable = written.load();
                Q_EMIT journal->durable(durable);
            },
            Qt::QueuedConnection);
    }
    void noteTrouble(const DiskError &error)
    {
        QMetaObject::invokeMethod(
            journal, [this, error] { Q_EMIT journal->trouble(saidOfWriting(error)); }, Qt::QueuedConnection);
    }
    void noteRecovered()
    {
        QMetaObject::invokeMethod(
            journal, [this] { Q_EMIT journal->recovered(); }, Qt::QueuedConnection);
    }

    SqliteJournal *journal;
    quint64 durable = 0;    ///< as the engine thread knows it
    MarkedEntries gathered; ///< saved and not handed over yet
    QTimer idle;
    QTimer latest;
    std::atomic<quint64> written = 0;
    std::atomic<bool> posted = false;
    JournalThread thread; ///< last: ends before the rest goes
};

SqliteJournal::SqliteJournal(QString file, QObject *parent)
    : Journal(parent), m_file(std::move(file)), d(std::make_unique<Private>(this, m_file))
{
}

SqliteJournal::~SqliteJournal()
{
    d->handOver();
}

std::expected<calls::SavedDesk, QString> SqliteJournal::load()
{
    auto loaded = d->thread.start();
    if (loaded) {
        m_damaged = false;
        return *std::move(loaded);
    }
    const auto *disk = std::get_if<DiskError>(&loaded.error());
    m_damaged = disk && disk->trouble == DiskTrouble::Damaged;
    return std::unexpected(saidOfLoading(loaded.error(), QDir::toNativeSeparators(m_file)));
}

quint64 SqliteJournal::save(calls::JournalEntry entry)
{
    ++m_mark;
    for (const auto &call : std::as_const(entry.calls)) {
        if (call.hasEnded() && !call.isWithheld())
            Q_EMIT callEnded(call.caller.number);
    }
    d->add(std::move(entry), m_mark);
    return m_mark;
}

void SqliteJournal::hurry()
{
    d->handOver();
}

quint64 SqliteJournal::durableMark() const
{
    return d->durable;
}

std::expected<QString, QString> SqliteJournal::putAside()
{
    const QString now = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QFileInfo info(m_file);
    QString aside =
        info.dir().filePath(u"%1.damaged-%2.%3"_s.arg(info.completeBaseName(), now, info.suffix()));
    // The newest commits may still be in the files beside it; whoever repairs it needs all three.
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile file(m_file + suffix); file.exists() && !file.rename(aside + suffix)) {
            return std::unexpected(
                tr("The damaged history file %1 could not be renamed (%2). It has been left as it is. "
                   "Choose another data folder.")
                    .arg(QDir::toNativeSeparators(m_file), file.errorString()));
        }
    }
    return aside;
}

} // namespace anteroom::history
