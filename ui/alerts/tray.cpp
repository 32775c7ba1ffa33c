// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/tray.h"

#include "ui/words/plain_text.h"

#include <QAction>
#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

Tray::Tray(QAction *openLine, QAction *quit, QWidget *window)
    : QObject(window),
      m_window(window),
      m_icon(new QSystemTrayIcon(window->windowIcon(), this)),
      m_menu(new QMenu(window))
{
    m_menu->addAction(tr("&Show Anteroom"), this, &Tray::showWindow);
    m_menu->addAction(openLine);
    m_menu->addSeparator();
    m_menu->addAction(quit);
    m_icon->setContextMenu(m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            showWindow();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::showWindow);
    m_icon->show();
}

void Tray::setWaiting(int count, const QString &showName)
{
    const QString name = showName.isEmpty() ? u"Anteroom"_s : oneLine(showName, 60);
    m_icon->setToolTip(notificationText(tr("%1: %2 waiting").arg(name).arg(count)));
}

void Tray::notify(const QString &title, const QString &body)
{
    m_icon->showMessage(title, body, m_window->windowIcon(), 6000);
}

void Tray::showWindow()
{
    m_window->show();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

} // namespace anteroom::ui
