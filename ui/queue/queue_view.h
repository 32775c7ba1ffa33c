// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queue/call_row_delegate.h"

#include <QTableView>

namespace anteroom::ui {

class CallQueueModel;

/// The queue table. Keeps the columns sensible at any width, shows a text when there is nobody, and once a
/// second repaints the waiting times that are on screen, nothing else.
class QueueView : public QTableView
{
    Q_OBJECT
public:
    QueueView(const Theme &theme, WaitLimits limits, QWidget *parent = nullptr);
    void setWaitLimits(WaitLimits limits);

    void setQueueModel(CallQueueModel *model);
    void setEmptyText(const QString &heading, const QString &text);
    void tick();
    QString selectedSid() const;
    void select(const QString &sid); ///< empty: nobody

Q_SIGNALS:
    void selectedChanged(const QString &sid);
    void enterPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    int positionDigits() const;
    void layoutColumns();
    void setHoverRow(int row);
    void updateRow(int row);
    void applyTheme();

    const Theme &m_theme;
    CallRowDelegate *m_delegate;
    QString m_emptyHeading;
    QString m_emptyText;
    int m_positionDigits = 0; ///< for which the columns were laid out
};

} // namespace anteroom::ui
