// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/connection.h"

#include <QDir>
#include <QSqlDatabase>

#include <expected>
#include <variant>

namespace anteroom::history {

/// Written by a newer version of this program; opened by us it could lose what it knows more.
struct NewerSchema
{
    int version = 0;
};
/// A SQLite file, but not one of ours.
struct ForeignFile
{
};
/// A file among the steps is not named "0001_what_it_does.sql", or numbers are missing.
struct BadSteps
{
    QString file;
};
using SchemaError = std::variant<DiskError, NewerSchema, ForeignFile, BadSteps>;

/// Where the steps of this build are.
QDir schemaSteps();

/// Brings the file up to the newest of the numbered `steps`, each in a transaction of its own that also
/// writes its number, so that a step is there whole or not at all. Answers the version.
std::expected<int, SchemaError> upgradeSchema(QSqlDatabase database, const QDir &steps);

/// The statements of a step. Comments (two dashes) and quoted texts are understood; triggers are not.
QStringList splitStatements(const QString &sql);

} // namespace anteroom::history
