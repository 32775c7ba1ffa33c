// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QPainter>
#include <QRect>
#include <QString>

namespace anteroom::ui {

/// Draws a time or count with digits of one width, so that it does not tremble as it counts. Fonts differ in
/// whether they offer such digits, and Qt can ask for them only from 6.7 on.
void drawTabular(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);
int tabularWidth(const QFontMetrics &metrics, const QString &text);

} // namespace anteroom::ui
