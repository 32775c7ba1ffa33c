// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace anteroom::ui {

/// From nothing to a connected number, step by step; may be left at any step and gone on with later. Nothing
/// at the phone company changes before the last one.
class SetupWizard : public QDialog
{
    Q_OBJECT
public:
    /// `connected` is the number at work; empty at the first start.
    SetupWizard(calls::AccountSetup &setup, const QString &connected, QWidget *parent = nullptr);

    void showAccount(); ///< past the welcome

Q_SIGNALS:
    void rehearsalAsked();
    void numberConnected(); ///< the settings have it; whoever was at work before works for another number
    void numberGivenBack();
    void deskAsked(); ///< with a connected number

private:
    void add(SetupPage *page);
    SetupPage *page() const;
    void goTo(int index);
    void next();
    void refresh();
    void keep();

    calls::AccountSetup &m_setup;
    SetupState m_state;
    QLabel *m_step;
    QLabel *m_title;
    QStackedWidget *m_pages;
    QPushButton *m_later;
    QPushButton *m_back;
    QPushButton *m_next;
    bool m_connected = false;
};

} // namespace anteroom::ui
