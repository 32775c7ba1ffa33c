// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/now.h"
#include "ui/practice_entry.h"
#include "ui/queue/call_row_delegate.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QStringList>

namespace anteroom::ui {

/// What a user may change about the window and what is remembered between two starts. Plain values: whoever
/// makes the window brings them from the settings, and takes them back by MainWindow::choicesChanged().
struct WindowChoices
{
    Theme::Choice look = Theme::Choice::System;
    bool sound = true;         ///< when somebody joins the queue
    bool notifications = true; ///< likewise, on the desktop
    QStringList phones;        ///< E.164, offered under "My phone"
    QByteArray geometry;
    QByteArray splitter;
};

/// What does not change while the window lives.
struct WindowOptions
{
    WindowChoices choices;
    WaitLimits waits;
    Now now = [] { return QDateTime::currentDateTimeUtc(); };
    bool rehearsal = false;        ///< says so, so that nobody takes it for the real thing
    QList<PracticeEntry> practice; ///< what a rehearsal can play; else empty, and there is no such menu
    bool tray = true;
};

} // namespace anteroom::ui
