// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

class QCheckBox;
class QLineEdit;
class QWidget;

namespace anteroom::ui {

/// Account SID and auth token, or an API key.
class AccountPage : public SetupPage
{
    Q_OBJECT
public:
    AccountPage(calls::AccountSetup &setup, SetupState &state, QWidget *parent = nullptr);
    QString nextText() const override;
    bool isReady() const override;
    void begin() override;
    void goOn() override;

private:
    void onEntered(const calls::EnteredAccount &account);
    void showKnown();
    calls::AccountKeys typed() const;

    QLineEdit *m_account;
    QLineEdit *m_token;
    QCheckBox *m_withKey;
    QWidget *m_keys;
    QLineEdit *m_key;
    QLineEdit *m_secret;
    bool m_asking = false;
    bool m_recalling = false;
    bool m_recalled = false;
    bool m_told = false; ///< these keys open the account; the next click goes on
};

} // namespace anteroom::ui
