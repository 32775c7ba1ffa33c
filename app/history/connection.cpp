// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/connection.h"

#include <QFile>
#include <QSqlQuery>
#include <QUuid>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

// Primary result codes, from the list at sqlite.org/rescode.html; extended codes carry them in the low byte.
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

std::expected<void, DiskError> prepareForWriting(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    // NORMAL in WAL mode survives the death of the program (the pages are with the system by then); only a
    // power cut may take the newest commits, and reading from the phone company brings those back. A thread
    // of its own keeps the log short (checkpoint.h); by itself the writer only does so before it would fill
    // the disk.
    for (const auto pragma : {"PRAGMA journal_mode=WAL"_L1, "PRAGMA synchronous=NORMAL"_L1,
                              "PRAGMA wal_autocheckpoint=40000"_L1}) {
        if (!query.exec(pragma))
            return std::unexpected(toDiskError(query.lastError()));
    }
    return {};
}

} // namespace

DiskError toDiskError(const QSqlError &error)
{
    DiskError result;
    result.detail = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case sqliteBusy:
    case sqliteLocked:
        result.trouble = DiskTrouble::Locked;
        break;
    case sqliteFull:
        result.trouble = DiskTrouble::Full;
        break;
    case sqliteCorrupt:
    case sqliteNotADatabase:
        result.trouble = DiskTrouble::Damaged;
        break;
    default:
        break;
    }
    return result;
}

std::expected<std::unique_ptr<Connection>, DiskError> Connection::open(const QString &file, Mode mode)
{
    if (mode == Mode::Writing && !QFile::exists(file)) {
        // Created here because SQLite would let everybody on the machine read it; its WAL takes over these
        // permissions.
        QFile fresh(file);
        if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return std::unexpected(DiskError{DiskTrouble::Other, fresh.errorString()});
        fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    std::unique_ptr<Connection> connection(
        new Connection(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    database.setDatabaseName(file);
    database.setConnectOptions(mode == Mode::Reading ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000"_s
                                                     : u"QSQLITE_BUSY_TIMEOUT=250"_s);
    if (!database.open())
        return std::unexpected(toDiskError(database.lastError()));
    if (mode == Mode::Writing) {
        if (const auto prepared = prepareForWriting(database); !prepared)
            return std::unexpected(prepared.error());
    }
    return connection;
}

Connection::~Connection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace anteroom::history
