// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/listener_text.h"

#include <QString>

namespace anteroom::ui {

/// Who has sent a text: the name where it is known, else the number.
QString senderOf(const calls::ListenerText &text, const QString &homeNumber);
/// What it says, as one line.
QString gistOf(const calls::ListenerText &text, qsizetype longest = 200);
/// What it says, with its line breaks, but nothing that turns letters around.
QString wholeOf(const QString &body);
/// "4:41 PM" of today, else with the day.
QString whenOf(const QDateTime &at, const QDateTime &now);

} // namespace anteroom::ui
