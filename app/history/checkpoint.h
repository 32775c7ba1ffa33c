// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <memory>

namespace anteroom::history {

/// Copies what has been committed from SQLite's log into the file itself, so that the log can begin anew.
/// That waits for the disk itself, while every answer to the phone company waits for the writer; so a thread
/// of its own does it, which is there only as long as that takes. Owned by the writer thread.
class Checkpoint
{
public:
    explicit Checkpoint(QString file) : m_file(std::move(file)) {}
    ~Checkpoint(); ///< waits for one under way
    Checkpoint(const Checkpoint &) = delete;
    Checkpoint &operator=(const Checkpoint &) = delete;

    /// So much has been written; begins when it has become enough, unless one is still under way.
    void note(int statements);

private:
    const QString m_file;
    std::unique_ptr<QThread> m_thread;
    int m_statements = 0; ///< since the last one began
};

} // namespace anteroom::history
