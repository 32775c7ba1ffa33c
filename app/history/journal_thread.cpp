// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/journal_thread.h"

#include "history/saved_desk_reader.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <future>
#include <iterator>

namespace anteroom::history {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto shortestRetry = 100ms;
constexpr auto longestRetry = 2000ms;
} // namespace

JournalThread::JournalThread(QString file, Reports reports)
    : m_file(std::move(file)), m_reports(std::move(reports))
{
}

JournalThread::~JournalThread()
{
    if (!m_thread)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread->wait();
}

LoadResult JournalThread::start()
{
    std::promise<LoadResult> opened;
    auto result = opened.get_future();
    m_thread.reset(QThread::create([this, &opened] {
        auto loaded = open();
        const bool usable = loaded.has_value();
        if (!usable)
            close();
        opened.set_value(std::move(loaded)); // from here on the promise is gone
        if (usable) {
            work();
            close();
        }
    }));
    m_thread->setObjectName(u"writer"_s);
    m_thread->start();
    auto loaded = result.get();
    if (!loaded) {
        m_thread->wait();
        m_thread.reset(); // may be started again, once the file is in order
    }
    return loaded;
}

void JournalThread::queue(MarkedEntries entries)
{
    bool idle = false;
    {
        const std::lock_guard lock(m_mutex);
        idle = m_queue.empty();
        if (idle)
            m_queue.swap(entries);
        else
            std::ranges::move(entries, std::back_inserter(m_queue));
    }
    if (idle)
        m_wake.notify_one();
}

LoadResult JournalThread::open()
{
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return std::unexpected(DiskError{DiskTrouble::Other, u"the folder cannot be made"_s});
    auto connection = Connection::open(m_file, Connection::Mode::Writing);
    if (!connection)
        return std::unexpected(connection.error());
    m_connection = *std::move(connection);
    if (const auto upgraded = upgradeSchema(m_connection->database(), schemaSteps()); !upgraded)
        return std::unexpected(upgraded.error());
    m_times = {};
    auto desk = readSavedDesk(m_connection->database(), m_times);
    if (!desk)
        return std::unexpected(desk.error());
    m_writer = std::make_unique<BatchWriter>(m_connection->database());
    if (const auto prepared = m_writer->prepare(); !prepared)
        return std::unexpected(prepared.error());
    m_writer->resume(desk->closeOut);
    m_checkpoint = std::make_unique<Checkpoint>(m_file);
    return *std::move(desk);
}

void JournalThread::close()
{
    m_checkpoint.reset();
    m_writer.reset();
    m_connection.reset();
}

void JournalThread::work()
{
    std::chrono::milliseconds retry{0}; // zero: nothing is wrong
    bool stopping = false;
    while (!stopping) {
        MarkedEntries entries;
        {
            std::unique_lock lock(m_mutex);
            const auto mayGoOn = [this, retry] { return m_stop || (retry == 0ms && !m_queue.empty()); };
            if (retry == 0ms)
                m_wake.wait(lock, mayGoOn);
            else
                m_wake.wait_for(lock, retry, mayGoOn);
            entries.swap(m_queue);
            stopping = m_stop;
        }
        for (auto &[mark, entry] : entries)
            m_batch.add(std::move(entry), mark, m_times);
        if (m_batch.isEmpty())
            continue;
        if (writeBatch()) {
            if (retry != 0ms)
                m_reports.recovered();
            retry = 0ms;
        } else {
            retry = std::clamp(2 * retry, std::chrono::milliseconds(shortestRetry),
                               std::chrono::milliseconds(longestRetry));
        }
    }
}

bool JournalThread::writeBatch()
{
    if (const auto written = m_writer->write(m_batch); !written) {
        m_reports.trouble(written.error());
        return false;
    }
    const auto mark = m_batch.mark();
    m_batch = {};
    m_reports.durable(mark);
    m_checkpoint->note(m_writer->takeStatementCount());
    return true;
}

} // namespace anteroom::history
