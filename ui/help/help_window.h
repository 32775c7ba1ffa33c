// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace anteroom::ui {

class HelpBrowser;

/// The help, offline: its pages on the left with a search over them, the chosen one beside them.
class HelpWindow : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(const Theme &theme, QWidget *parent = nullptr);

    void showPage(const QString &id);
    /// What can be done about a sentence that stands in the window.
    void explain(const QString &sentence);

private:
    void search(const QString &words);
    void showChosen();

    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_nothing;
    HelpBrowser *m_text;
};

} // namespace anteroom::ui
