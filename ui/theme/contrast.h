// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace anteroom::ui {

/// What WCAG 2 asks of text in normal size.
constexpr double legibleContrast = 4.5;

/// The WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// `text` itself where it can be read on `back`, else the nearest darker or lighter shade of it that can.
QColor legible(const QColor &text, const QColor &back);

} // namespace anteroom::ui
