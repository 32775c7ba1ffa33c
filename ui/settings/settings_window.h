// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace anteroom::settings {
class Settings;
}
namespace anteroom::calls {
class DeskMirror;
}

namespace anteroom::ui {

class SettingsPage;

/// All settings, a page for each topic, with a search over every word in them. Changes count at once.
class SettingsWindow : public QDialog
{
    Q_OBJECT
public:
    SettingsWindow(settings::Settings &settings, calls::DeskMirror &mirror, const Theme &theme,
                   QWidget *parent = nullptr);

    void showAskPhones(); ///< its page

private:
    void add(SettingsPage *page);
    void search(const QString &words);

    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    QLabel *m_nothing;
    QList<SettingsPage *> m_topics;
    SettingsPage *m_askPhones;
};

} // namespace anteroom::ui
