// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTableView>

namespace anteroom::ui {

/// The calmer lists: rows of one height, one chosen at a time, a text where there is nothing.
class ListTable : public QTableView
{
    Q_OBJECT
public:
    explicit ListTable(const Theme &theme, QWidget *parent = nullptr);

    void setEmptyText(const QString &heading, const QString &text);
    /// Shares of the width per column, in percent.
    void setShares(const QList<int> &shares);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layoutColumns();
    const Theme &m_theme;
    QString m_heading;
    QString m_text;
    QList<int> m_shares;
};

} // namespace anteroom::ui
