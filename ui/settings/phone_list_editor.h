// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask_plan.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace anteroom::settings {
class Settings;
}
namespace anteroom::calls {
class DeskMirror;
}

namespace anteroom::ui {

class Theme;

/// The phones to be asked, in order, with buttons to add, change, remove and move them.
class PhoneListEditor : public QWidget
{
    Q_OBJECT
public:
    PhoneListEditor(settings::Settings &settings, const calls::DeskMirror &mirror, const Theme &theme,
                    QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched,
                     QEvent *event) override; ///< Delete, Enter and Alt with arrows on a row

private:
    QPushButton *makeButton(const QString &name, const QString &text, void (PhoneListEditor::*act)());
    void add();
    void change();
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void open(int row); ///< -1: a new one
    void keep(const QList<calls::AskPhone> &phones, int row);
    void show();
    void follow(); ///< which buttons make sense
    QString homeNumber() const;
    int row() const;

    settings::Settings &m_settings;
    const calls::DeskMirror &m_mirror;
    const Theme &m_theme;
    QList<calls::AskPhone> m_phones;
    QTableWidget *m_table;
    QPushButton *m_change;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace anteroom::ui
