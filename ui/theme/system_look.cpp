// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/system_look.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#ifdef ANTEROOM_DESKTOP_PORTAL
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#else
class QDBusVariant
{
};
#endif

using namespace Qt::StringLiterals;

namespace anteroom::ui {

SystemLook::SystemLook(QObject *parent) : QObject(parent)
{
    const QPalette palette = QGuiApplication::palette();
    m_look = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness()
                 ? Look::Dark
                 : Look::Light;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QStyleHints *hints = QGuiApplication::styleHints();
    const auto take = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setLook(scheme == Qt::ColorScheme::Dark ? Look::Dark : Look::Light);
    };
    take(hints->colorScheme());
    connect(hints, &QStyleHints::colorSchemeChanged, this, take);
#else
    askPortal();
#endif
}

void SystemLook::askPortal()
{
#ifdef ANTEROOM_DESKTOP_PORTAL
    // Without a session bus a first connection would try to start one, which takes long and leaves a process
    // behind.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return;
    const QString service = u"org.freedesktop.portal.Desktop"_s;
    const QString path = u"/org/freedesktop/portal/desktop"_s;
    const QString interface = u"org.freedesktop.portal.Settings"_s;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    read.setArguments({u"org.freedesktop.appearance"_s, u"color-scheme"_s});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) // the portal wraps the value twice
            onPortalSetting(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                            qvariant_cast<QDBusVariant>(reply.value().variant()));
        watcher->deleteLater();
    });
#endif
}

void SystemLook::onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
#ifdef ANTEROOM_DESKTOP_PORTAL
    if (group != "org.freedesktop.appearance"_L1 || key != "color-scheme"_L1)
        return;
    constexpr uint prefersDark = 1; // 0: no preference, 2: light
    setLook(value.variant().toUInt() == prefersDark ? Look::Dark : Look::Light);
#else
    Q_UNUSED(group)
    Q_UNUSED(key)
    Q_UNUSED(value)
#endif
}

void SystemLook::setLook(Look look)
{
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT changed();
}

} // namespace anteroom::ui
