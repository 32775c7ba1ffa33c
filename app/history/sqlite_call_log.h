// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call_log.h"
#include "history/known_numbers.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

namespace anteroom::history {

class SqliteJournal;

/// Past calls, read from the journal's file over a connection that cannot write, in a thread of its own: a
/// search through years of calls holds up neither a caller nor the writer. Made in the engine thread. A file
/// that cannot be read answers with nothing.
class SqliteCallLog final : public calls::CallLog
{
public:
    explicit SqliteCallLog(QString file);
    /// Answers what has been asked, then ends.
    ~SqliteCallLog() override;

    /// Learns which numbers have called, from the file and from what this journal writes into it from now on;
    /// for all others there is nothing to look up. Once the journal has made the file.
    void follow(const SqliteJournal &journal);

    bool mayHaveCalled(const QString &number) override;
    QCoro::Task<calls::NumberHistory> historyOf(QString number) override;
    QCoro::Task<QList<calls::PastCall>> pastCalls(calls::PastCallQuery query, int limit) override;
    QCoro::Task<calls::PastCallTally> tally(QDateTime since) override;
    QCoro::Task<bool> knows(QString sid) override;
    QCoro::Task<int> callsSince(QDateTime since) override;

private:
    class Reader;
    template <typename Answer, typename Read> QFuture<Answer> ask(Read read);

    QThread m_thread;
    std::unique_ptr<Reader> m_reader;
    KnownNumbers m_known;
    std::optional<QFuture<std::optional<KnownNumbers::Keys>>> m_reading; ///< of the file's numbers
    QObject m_here;                                                      ///< for connections
};

} // namespace anteroom::history
