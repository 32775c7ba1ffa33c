// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QRadioButton;
class QTableWidget;

namespace anteroom::ui {

/// How calls reach the desk, and what that changes in the number: shown before anything is written.
class ConnectPage : public SetupPage
{
    Q_OBJECT
public:
    ConnectPage(calls::AccountSetup &setup, SetupState &state, QWidget *parent = nullptr);
    QString nextText() const override;
    bool isReady() const override;
    void begin() override;
    void goOn() override;

private:
    void take();
    void showChanges(const QList<calls::NumberChange> &changes, const QString &problem);

    QRadioButton *m_without;
    QRadioButton *m_with;
    QLineEdit *m_url;
    QLabel *m_keyAlone;
    QTableWidget *m_changes;
    QTimer m_planSoon; ///< an address is typed letter by letter
    bool m_planned = false;
    bool m_connecting = false;
};

} // namespace anteroom::ui
