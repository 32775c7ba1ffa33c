// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace anteroom::ui {

class ChoiceBox;
class ListTable;
class PastCallModel;

/// Past calls, to be searched by name, number, topic or notes and narrowed to a time and to how they went;
/// above them, how often calls went in which way. Asks when it is shown, and again when somebody has hung up.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    HistoryPage(calls::DeskMirror &mirror, const Theme &theme, Now now, QWidget *parent = nullptr);
    void focusSearch();
    void find(const QString &search); ///< among all calls, whatever was chosen before

Q_SIGNALS:
    void trouble(const QString &sentence); ///< to be read once

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeFilter();
    calls::PastCallQuery wanted() const;
    void ask();
    void take(const calls::PastCallQuery &query, const QList<calls::PastCall> &calls,
              const calls::PastCallTally &tally);
    void showTally(const calls::PastCallTally &tally);
    void offerResults(const calls::PastCallTally &tally);

    calls::DeskMirror &m_mirror;
    Now m_now;
    PastCallModel *m_model;
    ListTable *m_table;
    QLineEdit *m_search;
    ChoiceBox *m_since;
    ChoiceBox *m_outcome;
    ChoiceBox *m_result;
    QPushButton *m_export;
    QLabel *m_tally;
    QTimer *m_pause;
};

} // namespace anteroom::ui
