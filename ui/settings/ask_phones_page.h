// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

namespace anteroom::calls {
class DeskMirror;
}

namespace anteroom::ui {

class Theme;

/// Whom to ask about callers: the phones, when they are asked and in which words, and what their answers
/// mean.
class AskPhonesPage : public SettingsPage
{
    Q_OBJECT
public:
    AskPhonesPage(settings::Settings &settings, const calls::DeskMirror &mirror, const Theme &theme,
                  QWidget *parent = nullptr);

private:
    void addPhones(const calls::DeskMirror &mirror, const Theme &theme);
    void addTimes();
    void addQuestion(const Theme &theme);
    void addAnswers();
};

} // namespace anteroom::ui
