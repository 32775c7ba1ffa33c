// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QWidget;

namespace anteroom::ui {

/// What stands in the middle of a list without rows: a heading, and what one may do or expect. Paints on
/// `widget`, so call it in its paint event.
void drawEmptyText(QWidget *widget, const Theme &theme, const QString &heading, const QString &text);

} // namespace anteroom::ui
