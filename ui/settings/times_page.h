// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

namespace anteroom::ui {

/// How long things take, and from when on a wait counts as long.
class TimesPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit TimesPage(settings::Settings &settings, QWidget *parent = nullptr);
};

} // namespace anteroom::ui
