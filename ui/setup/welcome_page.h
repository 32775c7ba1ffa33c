// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setup_page.h"

namespace anteroom::ui {

/// A rehearsal, or the real thing; and the way back from it.
class WelcomePage : public SetupPage
{
    Q_OBJECT
public:
    /// `connected` is the number at work; empty at the first start.
    WelcomePage(const QString &connected, calls::AccountSetup &setup, SetupState &state,
                QWidget *parent = nullptr);
    QString nextText() const override { return {}; } ///< its own buttons go on

Q_SIGNALS:
    void rehearsalAsked();
    void numberGivenBack();

private:
    void askToGiveBack();
    QString m_connected;
};

} // namespace anteroom::ui
