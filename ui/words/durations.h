// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom::ui {

/// "0:09", "6:41", "1:02:03"; below zero counts as zero (clocks of two machines differ a little).
QString clockText(qint64 seconds);

/// "less than a minute", "one minute", "2 minutes", "1 hour 5 minutes": as a screen reader should say it.
QString spokenDuration(qint64 seconds);

} // namespace anteroom::ui
