// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

class QLineEdit;
class QPushButton;

namespace anteroom::ui {

/// The phone that callers are pulled to; it is rung once.
class PhonePage : public SetupPage
{
    Q_OBJECT
public:
    PhonePage(calls::AccountSetup &setup, SetupState &state, QWidget *parent = nullptr);
    bool isReady() const override;
    void begin() override;
    void leave() override;

private:
    void ring();
    void onTried(const calls::PhoneTrial &trial);
    void take();

    QLineEdit *m_phone;
    QPushButton *m_ring;
    bool m_ringing = false;
};

} // namespace anteroom::ui
