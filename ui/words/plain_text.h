// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom::ui {

/// One line as it came, but with control characters (also those that reorder text on screen) replaced by
/// spaces or dropped, so that a name can neither break a row nor disguise itself as something else. Never
/// longer than `longest` characters.
QString oneLine(const QString &text, qsizetype longest = 200);

/// oneLine() for use inside a sentence of ours: a right-to-left name does not turn the rest of the sentence
/// around.
QString isolated(const QString &text);

/// For tool tips, which guess whether a text is markup: shown letter by letter, whatever it contains.
QString toolTipText(const QString &text);

/// For desktop notifications, where some servers read markup and others do not: look-alikes instead of < > &.
QString notificationText(const QString &text);

} // namespace anteroom::ui
