// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace anteroom::settings {

using namespace Qt::StringLiterals;

namespace {
// Capitalised where folders of programs are looked at by people.
#if defined(Q_OS_MACOS) || defined(Q_OS_WIN)
constexpr auto ourName = "Anteroom"_L1;
#else
constexpr auto ourName = "anteroom"_L1;
#endif

QString below(QStandardPaths::StandardLocation location)
{
    return QDir(QStandardPaths::writableLocation(location)).filePath(ourName);
}
} // namespace

QString dataFolder()
{
    return below(QStandardPaths::GenericDataLocation);
}

QString settingsFile()
{
    return below(QStandardPaths::GenericConfigLocation) + "/settings.json"_L1;
}

QString logFolder()
{
    return dataFolder() + "/logs"_L1;
}

} // namespace anteroom::settings
