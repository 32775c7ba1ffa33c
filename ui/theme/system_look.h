// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QDBusVariant;

namespace anteroom::ui {

/// Whether the desktop asks for light or dark windows, and when that changes. Newer Qt knows it; older Qt on
/// a free desktop asks the settings portal (org.freedesktop.appearance), and falls back to the palette it
/// started with.
class SystemLook : public QObject
{
    Q_OBJECT
public:
    explicit SystemLook(QObject *parent = nullptr);
    Look look() const { return m_look; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void setLook(Look look);
    Look m_look = Look::Light;
};

} // namespace anteroom::ui
