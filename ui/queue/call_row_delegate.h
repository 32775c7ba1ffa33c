// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace anteroom::ui {

/// From how many seconds on a wait is shown as long, and as too long.
struct WaitLimits
{
    int longSeconds = 180;
    int tooLongSeconds = 300;
};

/// Paints the cells of the queue table: two-line callers, status chips, waiting times with their bar. All
/// rows are equally high, so that thousands of them cost nothing.
class CallRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CallRowDelegate(const Theme &theme, WaitLimits limits, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

    void setLimits(WaitLimits limits) { m_limits = limits; }
    int rowHeight() const;
    int hoverRow = -1;

private:
    void paintCaller(QPainter &painter, const QRect &rect, const QModelIndex &index, const QColor &text,
                     const QColor &dim) const;
    void paintWait(QPainter &painter, const QRect &rect, const QModelIndex &index, const QColor &back) const;

    const Theme &m_theme;
    WaitLimits m_limits;
};

} // namespace anteroom::ui
