// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

namespace anteroom::ui {

class CallActions;
class KeyButton;

/// The strip of buttons at the bottom: the one blue action first, the one that ends the show alone at the far
/// right.
class ActionBar : public QFrame
{
    Q_OBJECT
public:
    ActionBar(CallActions &actions, const Theme &theme, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;
    QWidget *primaryButton() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void giveWay();
    QList<KeyButton *> m_buttons;
};

} // namespace anteroom::ui
