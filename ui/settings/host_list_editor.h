// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/host_plan.h"

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

/// The people who may run the show from a telephone, and how each is let in; never the PIN.
class HostListEditor : public QWidget
{
    Q_OBJECT
public:
    HostListEditor(settings::Settings &settings, const calls::DeskMirror &mirror, const Theme &theme,
                   QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Delete and Enter on a row

private:
    QPushButton *makeButton(const QString &name, const QString &text, void (HostListEditor::*act)());
    void add() { open(-1); }
    void change();
    void clearPin();
    void remove();
    void open(int row); ///< -1: a new one
    void keep(const QList<calls::Host> &people, int row);
    void show();
    void follow(); ///< which buttons make sense
    QString homeNumber() const;
    int row() const;

    settings::Settings &m_settings;
    const calls::DeskMirror &m_mirror;
    const Theme &m_theme;
    QList<calls::Host> m_people;
    QTableWidget *m_table;
    QPushButton *m_change;
    QPushButton *m_clear;
    QPushButton *m_remove;
};

} // namespace anteroom::ui
