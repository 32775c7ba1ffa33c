// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/journal.h"
#include "history/batch.h"
#include "history/batch_writer.h"
#include "history/checkpoint.h"
#include "history/schema.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace anteroom::history {

using LoadResult = std::expected<calls::SavedDesk, SchemaError>;
using MarkedEntries = std::vector<std::pair<quint64, calls::JournalEntry>>;

/// The writer: the one thread with the one connection that writes. It takes everything that has been queued
/// since the last commit into one transaction (group commit), so that the busier the desk, the cheaper each
/// entry. A batch that could not be written is tried again, with what has come in meanwhile merged into it,
/// so order is kept.
class JournalThread
{
public:
    struct Reports
    {
        std::function<void(quint64 mark)> durable;
        std::function<void(DiskError error)> trouble; ///< after each failed try
        std::function<void()> recovered;
    };

    /// The reports are called in the writer thread.
    JournalThread(QString file, Reports reports);
    /// Tries once more to write what is queued, then ends.
    ~JournalThread();

    /// Starts the thread and waits until it has opened, upgraded and read the file.
    LoadResult start();
    void queue(MarkedEntries entries); ///< in order of their marks

private:
    LoadResult open();
    void close();
    void work();
    bool writeBatch();

    const QString m_file;
    const Reports m_reports;
    std::unique_ptr<QThread> m_thread;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    MarkedEntries m_queue;
    bool m_stop = false;

    // Of the writer thread.
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<BatchWriter> m_writer;
    std::unique_ptr<Checkpoint> m_checkpoint;
    TimeBook m_times;
    Batch m_batch;
};

} // namespace anteroom::history
