// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/theme/theme.h"

#include <QPushButton>

class QAction;
class QMenu;

namespace anteroom::ui {

/// "My phone": which one callers are pulled to, and whether it stays on between them.
class PhoneButton : public QPushButton
{
    Q_OBJECT
public:
    PhoneButton(calls::DeskMirror &mirror, QAction *keepPhoneOn, const Theme &theme,
                QWidget *parent = nullptr);

    void setKnownPhones(const QStringList &phones);
    void refresh();
    void askForNumber();

Q_SIGNALS:
    void phonesChanged(const QStringList &phones); ///< one was added

private:
    void fillMenu();

    calls::DeskMirror &m_mirror;
    QAction *m_keepPhoneOn;
    const Theme &m_theme;
    QMenu *m_menu;
    QStringList m_phones;
};

} // namespace anteroom::ui
