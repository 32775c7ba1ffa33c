// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace anteroom::desk {

/// Sends the program's log to standard error, one line each, with the time in UTC. As a last safeguard,
/// telephone numbers are shortened and the given secrets are blotted out, whoever wrote the line. Call once,
/// before the first thread starts.
void startLogging();
/// Adds a secret to blot out from now on. Any thread.
void keepOutOfLogs(const QByteArray &secret);

/// What startLogging() does to each line.
QString fitForLog(QString line, const QList<QByteArray> &secrets);

} // namespace anteroom::desk
