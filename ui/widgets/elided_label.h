// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace anteroom::ui {

/// A line of plain text that gives way: it is cut with an ellipsis where there is no room, and then tells all
/// in its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setWholeText(const QString &text);
    /// So many characters are not given away.
    void setLeastLength(int characters);
    QString wholeText() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();
    QString m_text;
    int m_least = 6;
};

} // namespace anteroom::ui
