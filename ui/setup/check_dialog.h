// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_setup.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace anteroom::ui {

/// The account before a show: a line for each thing that it depends on, in words as well as in colour, and
/// what mends it.
class CheckDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CheckDialog(calls::AccountSetup &setup, QWidget *parent = nullptr);

Q_SIGNALS:
    void accountAsked(); ///< the set-up, where account and number are chosen
    void phoneAsked();   ///< "My phone"

private:
    void checkAgain();
    void showReport(const calls::AccountReport &report);
    QWidget *rowOf(const calls::CheckLine &line);
    void mend(calls::Mend mend);
    void tell(const QString &sentence);

    calls::AccountSetup &m_setup;
    QLabel *m_summary;
    QLabel *m_news;
    QScrollArea *m_area;
    QPushButton *m_again;
    bool m_pointing = false;
};

} // namespace anteroom::ui
