// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace anteroom::ui {

class ChoiceBox;
class ListTable;
class MissedModel;

/// Calls that nobody has talked to: call back, and tick off.
class MissedPage : public QWidget
{
    Q_OBJECT
public:
    MissedPage(calls::DeskMirror &mirror, const Theme &theme, QWidget *parent = nullptr);
    void focusList();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeFilter();
    QWidget *makeBar(const Theme &theme);
    const calls::MissedCall *chosen() const;
    void refresh();
    void applyFilter();
    void keepChoice(const QString &sid, int row);
    void showChosen();
    void callBack();
    void toggleDone();

    calls::DeskMirror &m_mirror;
    MissedModel *m_model;
    ListTable *m_table;
    QLineEdit *m_search;
    ChoiceBox *m_show;
    QLabel *m_hint;
    QPushButton *m_done;
    QPushButton *m_callBack;
};

} // namespace anteroom::ui
