// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

#include <expected>
#include <memory>

namespace anteroom::history {

/// What SQLite says, as far as we act on it.
enum class DiskTrouble { Full, Locked, Damaged, Other };

struct DiskError
{
    DiskTrouble trouble = DiskTrouble::Other;
    QString detail; ///< SQLite's own words
};
DiskError toDiskError(const QSqlError &error);

/// One SQLite connection for the thread that opened it, closed when it goes. Every query on it must be gone
/// before.
class Connection
{
public:
    enum class Mode { Writing, Reading };
    /// Opens the file; for writing it is created if need be, readable by its owner only, and put into WAL
    /// mode.
    static std::expected<std::unique_ptr<Connection>, DiskError> open(const QString &file, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

private:
    explicit Connection(QString name) : m_name(std::move(name)) {}
    QString m_name;
};

} // namespace anteroom::history
