// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom::settings {

// Where this program keeps its things on this platform. Nothing is made by asking.

QString dataFolder(); ///< journal, history, voicemail, seats; --data-dir replaces it
QString settingsFile();
QString logFolder();

} // namespace anteroom::settings
