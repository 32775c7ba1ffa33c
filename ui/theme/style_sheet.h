// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QString>

namespace anteroom::ui {

/// The one style sheet of the program. Widgets choose a variant with the dynamic property "kind":
/// primary, danger, quiet, open, closed (buttons); panel, bar, card, banner (frames); dim, heading (labels).
QString styleSheet(const Tokens &tokens);

} // namespace anteroom::ui
