// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/schema.h"

#include <QFile>
#include <QSqlQuery>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

// "Ante": tells the files of this program from other SQLite files (PRAGMA application_id).
constexpr int applicationId = 0x416e7465;

std::expected<int, DiskError> number(QSqlDatabase &database, QLatin1StringView query)
{
    QSqlQuery read(database);
    if (!read.exec(query) || !read.next())
        return std::unexpected(toDiskError(read.lastError()));
    return read.value(0).toInt();
}

std::expected<void, DiskError> run(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return std::unexpected(toDiskError(query.lastError()));
    return {};
}

std::expected<void, DiskError> applyStep(QSqlDatabase &database, const QString &sql, int version)
{
    if (auto begun = run(database, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    QStringList statements = splitStatements(sql);
    statements.append(u"PRAGMA application_id = %1"_s.arg(applicationId));
    statements.append(u"PRAGMA user_version = %1"_s.arg(version));
    statements.append(u"COMMIT"_s);
    for (const auto &statement : std::as_const(statements)) {
        if (auto done = run(database, statement); !done) {
            // Whatever this answers: without the commit nothing of the step is in the file.
            std::ignore = run(database, u"ROLLBACK"_s);
            return done;
        }
    }
    return {};
}

} // namespace

QDir schemaSteps()
{
    return QDir(u":/schema"_s);
}

QStringList splitStatements(const QString &sql)
{
    QStringList statements;
    QString statement;
    QChar quote;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar c = sql.at(i);
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == u'-' && sql.mid(i, 2) == "--"_L1) {
            const auto end = sql.indexOf(u'\n', i);
            i = end < 0 ? sql.size() : end;
            statement += u'\n';
            continue;
        } else if (c == u';') {
            if (const auto trimmed = statement.trimmed(); !trimmed.isEmpty())
                statements.append(trimmed);
            statement.clear();
            continue;
        }
        statement += c;
    }
    if (const auto trimmed = statement.trimmed(); !trimmed.isEmpty())
        statements.append(trimmed);
    return statements;
}

std::expected<int, SchemaError> upgradeSchema(QSqlDatabase database, const QDir &steps)
{
    const QStringList files = steps.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    const auto version = number(database, "PRAGMA user_version"_L1);
    const auto application = number(database, "PRAGMA application_id"_L1);
    const auto tables = number(database, "SELECT count(*) FROM sqlite_master"_L1);
    for (const auto &read : {version, application, tables}) {
        if (!read)
            return std::unexpected(read.error());
    }
    const bool fresh = *tables == 0 && *version == 0;
    if (!fresh && *application != applicationId)
        return std::unexpected(ForeignFile{});
    if (*version > files.size())
        return std::unexpected(NewerSchema{*version});

    for (int step = 1; step <= files.size(); ++step) {
        const auto &name = files.at(step - 1);
        if (name.section(u'_', 0, 0) != u"%1"_s.arg(step, 4, 10, QLatin1Char('0')))
            return std::unexpected(BadSteps{name});
        if (step <= *version)
            continue;
        QFile file(steps.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(BadSteps{name});
        if (const auto done = applyStep(database, QString::fromUtf8(file.readAll()), step); !done)
            return std::unexpected(done.error());
    }
    return static_cast<int>(files.size());
}

} // namespace anteroom::history
