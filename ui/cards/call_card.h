// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace anteroom::ui {

class ElidedLabel;
class Figure;

/// One call that rings at, or talks with, a seat.
class CallCard : public QFrame
{
    Q_OBJECT
public:
    CallCard(const Theme &theme, QWidget *parent = nullptr);

    void setCall(const calls::Call &call, bool mine, bool mayAct);
    void setChosen(bool chosen);
    void tick(const QDateTime &now);
    QString sid() const { return m_call.sid; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &sid);
    void holdAsked(const QString &sid);
    void hangUpAsked(const QString &sid);
    void cancelAsked(const QString &sid);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPushButton *makeButton(const QString &text, const char *name, const char *kind,
                            void (CallCard::*signal)(const QString &));
    void applyTheme();

    const Theme &m_theme;
    calls::Call m_call;
    QLabel *m_tag;
    ElidedLabel *m_name;
    ElidedLabel *m_place;
    Figure *m_time;
    QPushButton *m_hold;
    QPushButton *m_hangUp;
    QPushButton *m_cancel;
};

} // namespace anteroom::ui
