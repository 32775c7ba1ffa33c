// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace anteroom::ui {

/// Chooses a variant of the style sheet (see theme/style_sheet.h).
inline void setKind(QWidget *widget, const char *kind, const char *property = "kind")
{
    const QVariant value = QString::fromLatin1(kind);
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    // A style sheet looks at properties once, when a widget is first shown; before that, asking it would cost
    // the widget the font it was given.
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return;
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace anteroom::ui
