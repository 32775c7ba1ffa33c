// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/empty_text.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>

namespace anteroom::ui {

void drawEmptyText(QWidget *widget, const Theme &theme, const QString &heading, const QString &text)
{
    QPainter painter(widget);
    const QRect room = widget->rect().adjusted(32, 16, -32, -16);
    const QFont headingFont = theme.font(TextSize::Large, QFont::DemiBold);
    const QFont textFont = theme.font(TextSize::Normal);
    const int width = std::min(room.width(), QFontMetrics(textFont).averageCharWidth() * 64);
    const int flags = Qt::AlignHCenter | Qt::TextWordWrap;
    const QRect textRect = QFontMetrics(textFont).boundingRect(QRect(0, 0, width, 1000), flags, text);
    const int headingHeight = QFontMetrics(headingFont).height();
    constexpr int gap = 8;
    int y = room.top() + std::max(0, (room.height() - headingHeight - gap - textRect.height()) * 2 / 5);
    painter.setFont(headingFont);
    painter.setPen(theme.tokens().text);
    painter.drawText(QRect(room.left(), y, room.width(), headingHeight),
                     Qt::AlignHCenter | Qt::TextSingleLine, heading);
    y += headingHeight + gap;
    painter.setFont(textFont);
    painter.setPen(theme.tokens().dim);
    painter.drawText(QRect(room.center().x() - width / 2, y, width, textRect.height() + 4), flags, text);
}

} // namespace anteroom::ui
