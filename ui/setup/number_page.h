// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

class QPushButton;
class QTableWidget;

namespace anteroom::ui {

/// The account's numbers, and what each can do.
class NumberPage : public SetupPage
{
    Q_OBJECT
public:
    NumberPage(calls::AccountSetup &setup, SetupState &state, QWidget *parent = nullptr);
    bool isReady() const override;
    void begin() override;

private:
    void look();
    void showNumbers(const QList<calls::AccountNumber> &numbers, const QString &problem);
    void take();

    QTableWidget *m_table;
    QPushButton *m_again;
    QList<calls::AccountNumber> m_numbers;
};

} // namespace anteroom::ui
