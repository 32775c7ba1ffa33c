// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_box.h"

#include <QAbstractItemView>
#include <QPainter>

namespace anteroom::ui {

void ChoiceBox::setAccessibleName(const QString &name)
{
    QComboBox::setAccessibleName(name);
    view()->setAccessibleName(name);
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    constexpr int arrowWidth = 22;
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    const QRect place(layoutDirection() == Qt::LeftToRight ? width() - arrowWidth : 0, 0, arrowWidth,
                      height());
    painter.drawText(place, Qt::AlignCenter, QStringLiteral("▾"));
}

} // namespace anteroom::ui
