// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"

#include <QObject>

class QAction;
class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace anteroom::ui {

/// The icon in the desktop's tray: how many wait, and the way back to the window. Only where the desktop has
/// a tray.
class Tray : public QObject
{
    Q_OBJECT
public:
    Tray(QAction *openLine, QAction *quit, QWidget *window);
    void setWaiting(int count, const QString &showName);
    void notify(const QString &title,
                const QString &body); ///< both fit for a notification (see plain_text.h)

private:
    void showWindow();
    QWidget *m_window;
    QSystemTrayIcon *m_icon;
    QMenu *m_menu;
};

} // namespace anteroom::ui
