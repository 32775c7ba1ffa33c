// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QLineEdit;
class QPushButton;

namespace anteroom::ui {

/// Where the sound of messages is kept, and for how long.
class VoicemailSettingsPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit VoicemailSettingsPage(settings::Settings &settings, QWidget *parent = nullptr);

private:
    void showFolder();
    void askFolder();

    QLineEdit *m_folder;
    QPushButton *m_usual;
};

} // namespace anteroom::ui
