// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QTimer;

namespace anteroom::ui {

class ListTable;
class PastCallModel;

/// Past calls, to be searched by name, number, topic or notes. Asks when it is shown, and again when somebody
/// has hung up.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    HistoryPage(calls::DeskMirror &mirror, const Theme &theme, QWidget *parent = nullptr);
    void focusSearch();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void take(const QString &search, const QList<calls::PastCall> &calls);

    calls::DeskMirror &m_mirror;
    PastCallModel *m_model;
    ListTable *m_table;
    QLineEdit *m_search;
    QTimer *m_pause;
};

} // namespace anteroom::ui
