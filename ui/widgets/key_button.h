// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

class QAction;

namespace anteroom::ui {

/// A button for an action, with the action's key written small behind the words: "Mark ready R".
class KeyButton : public QPushButton
{
    Q_OBJECT
public:
    KeyButton(const Theme &theme, QAction *action, const char *kind, QWidget *parent = nullptr);

    void setShowsKey(bool shows);
    int widthWithKey() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void takeFromAction();
    const Theme &m_theme;
    QAction *m_action;
    QString m_key;
    bool m_showsKey = true;
};

} // namespace anteroom::ui
