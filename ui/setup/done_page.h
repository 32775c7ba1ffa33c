// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

class QLabel;

namespace anteroom::ui {

/// The number is connected: what to try now.
class DonePage : public SetupPage
{
    Q_OBJECT
public:
    DonePage(calls::AccountSetup &setup, SetupState &state, QWidget *parent = nullptr);
    QString nextText() const override;
    void begin() override;

private:
    QLabel *m_words;
};

} // namespace anteroom::ui
