// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace anteroom::ui {

class CloseOutModel;

/// End of the show: who is left, how they are treated, and what became of it. Closing the dialog does not
/// stop a running close-out; opening it again shows how far it is.
class CloseOutDialog : public QDialog
{
    Q_OBJECT
public:
    CloseOutDialog(calls::DeskMirror &mirror, const Theme &theme, Now now, QWidget *parent = nullptr);

private:
    QWidget *makeTreatment();
    QWidget *makeProgress();
    QWidget *makeButtons();
    void refresh();
    void showChoosing();
    void showRunning(const calls::CloseOutStatus &status);
    void start();
    void takeTreatment();
    QString summary(const calls::CloseOutStatus &status) const;
    calls::Treatment treatment() const;

    calls::DeskMirror &m_mirror;
    const Theme &m_theme;
    CloseOutModel *m_model;
    bool m_again = false; ///< a finished one is put aside to begin another
    QLabel *m_heading;
    QLabel *m_explanation;
    QWidget *m_treatment = nullptr;
    QButtonGroup *m_choice = nullptr;
    QLabel *m_textLabel = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QTableView *m_table;
    QWidget *m_progress = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_progressText = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_another = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace anteroom::ui
