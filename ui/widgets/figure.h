// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace anteroom::ui {

/// A number that matters with a small word behind it ("7 waiting"); the digits do not tremble while they
/// count. Without a word it is a plain running time.
class Figure : public QWidget
{
    Q_OBJECT
public:
    Figure(const Theme &theme, TextSize size, const QString &word = {}, QWidget *parent = nullptr);

    void setValue(const QString &value);
    QString value() const { return m_value; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TextSize m_size;
    QString m_word;
    QString m_value;
};

} // namespace anteroom::ui
