// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace anteroom::ui {

/// How it is to wait on the line: the music, what is said in between, and how many wait for how long.
class WaitingPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit WaitingPage(settings::Settings &settings, QWidget *parent = nullptr);

private:
    void makeMusic();
    void makeTimes();
    void chooseFile();
    void showMusic();

    QComboBox *m_kind = nullptr;
    QComboBox *m_style = nullptr;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QLabel *m_problem;
};

} // namespace anteroom::ui
