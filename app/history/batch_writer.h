// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/batch.h"
#include "history/connection.h"

#include <QSqlQuery>

#include <expected>
#include <optional>
#include <utility>
#include <vector>

namespace anteroom::history {

/// Writes batches with statements that are prepared once. Writer thread only; must go before its connection.
class BatchWriter
{
public:
    explicit BatchWriter(const QSqlDatabase &database) : m_database(database) {}

    std::expected<void, DiskError> prepare();
    /// One transaction: everything or nothing.
    std::expected<void, DiskError> write(const Batch &batch);
    int takeStatementCount() { return std::exchange(m_statements, 0); } ///< executed since the last time
    /// What is in the file already, so that only the changed rows of a long closing-out are written.
    void resume(std::optional<calls::CloseOutStatus> closeOut) { m_written = std::move(closeOut); }

private:
    enum Statement : std::size_t {
        Begin,
        Commit,
        Rollback,
        SaveRevision,
        SaveLine,
        PointToCloseOut,
        SaveCall,
        ForgetCall,
        SavePastCall,
        SaveIntent,
        SettleIntent,
        SavePhone,
        SaveCloseOut,
        SaveCloseOutCall,
        TrimCloseOutCalls,
        SaveMessage,
        DeleteMessage,
        SaveAsk,
        ForgetAsk,
        SaveHeardText,
        ForgetHeardText,
        SaveTextRefusal,
        ForgetTextRefusal,
        SaveListenerText,
        RemoveListenerText,
        SaveMessagesSought,
        SaveMissedCall,
        RemoveMissedCall,
        SaveApology,
        TrimApologies,
        SavePinErrors,
        ForgetPinErrors,
        StatementCount
    };

    bool run(Statement statement, const QVariantList &values = {});
    bool writeAll(const Batch &batch);
    bool writeAsking(const Batch &batch);
    bool writeListenerTexts(const Batch &batch);
    bool writeCall(const SavedCall &saved);
    bool writePastCall(const SavedCall &saved);
    bool writeCloseOut(const calls::CloseOutStatus &status);
    bool writeMissedCall(const calls::MissedCall &call);
    bool writeApology(const calls::Apology &apology);
    bool writePinErrors(const calls::PinErrors &errors);
    QString placeholder(qsizetype place);
    static const char *sql(std::size_t statement);

    std::vector<QSqlQuery> m_queries; ///< by statement
    /// What stands for the first, second, ... value of a statement. Qt would make up such names for values
    /// that are bound by position, but anew for each of them, which is most of what binding then costs.
    QStringList m_placeholders;
    QSqlDatabase m_database;
    std::optional<calls::CloseOutStatus> m_written;
    QSqlError m_error;
    int m_statements = 0;
};

} // namespace anteroom::history
