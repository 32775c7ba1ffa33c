// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QLabel;
class QLineEdit;

namespace anteroom::calls {
class DeskMirror;
}

namespace anteroom::ui {

class Theme;

/// The hosts' own number: which one it is, who is let in, and what the keys do.
class HostNumberPage : public SettingsPage
{
    Q_OBJECT
public:
    HostNumberPage(settings::Settings &settings, const calls::DeskMirror &mirror, const Theme &theme,
                   QWidget *parent = nullptr);

private:
    void addNumberField();
    void addPeople(const Theme &theme);
    void addKeys();
    void keepNumber();
    QString homeNumber() const;

    const calls::DeskMirror &m_mirror;
    QLineEdit *m_number = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace anteroom::ui
