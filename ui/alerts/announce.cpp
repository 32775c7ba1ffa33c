// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/announce.h"

#include <QAccessible>
#include <QWidget>

namespace anteroom::ui {

void announce(QWidget *about, const QString &sentence)
{
    if (!QAccessible::isActive())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(about, sentence);
    QAccessible::updateAccessibility(&event);
#else
    // Older Qt has no announcement; readers speak the name of whoever sends an alert.
    about->setAccessibleName(sentence);
    QAccessibleEvent event(about, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace anteroom::ui
