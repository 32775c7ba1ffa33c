// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/line_manners.h"
#include "ui/settings/settings_page.h"

class QPushButton;
class QTableWidget;

namespace anteroom::ui {

/// Which key leads into which queue.
class MenuPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit MenuPage(settings::Settings &settings, QWidget *parent = nullptr);

private:
    void add(const calls::MenuChoice &choice);
    void addNext();
    void remove();
    void keep();
    calls::Menu shown() const;
    QString problemOf(const calls::Menu &menu) const;

    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_problem;
    bool m_filling = false;
};

} // namespace anteroom::ui
