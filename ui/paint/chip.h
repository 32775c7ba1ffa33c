// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/words/call_words.h"

#include <QPainter>
#include <QRect>

namespace anteroom::ui {

/// A status as a small label with a mark; elided where `room` is too narrow. Vertically centred in `room`.
void drawChip(QPainter &painter, const QRect &room, const Theme &theme, const StatusWords &status);
int chipWidth(const Theme &theme, const StatusWords &status);

} // namespace anteroom::ui
