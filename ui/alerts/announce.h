// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace anteroom::ui {

/// Lets a screen reader say something now, without moving the focus. `about` is the widget it concerns.
void announce(QWidget *about, const QString &sentence);

} // namespace anteroom::ui
