// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QPushButton;

namespace anteroom::ui {

class Theme;

/// Whether talks are recorded and aired, and what callers are told and asked before.
class RecordingPage : public SettingsPage
{
    Q_OBJECT
public:
    RecordingPage(settings::Settings &settings, const Theme &theme, QWidget *parent = nullptr);

private:
    void makeNotice(const Theme &theme);
    void makeConsent(const Theme &theme);
    void addWords(QFormLayout *form, const settings::OwnTextSetting &setting, const QString &usual,
                  const QString &label, const Theme &theme);
    void refresh();

    QLabel *m_problem;
    QPushButton *m_suggest;
    QList<QWidget *> m_consent; ///< of use only where callers are asked
};

} // namespace anteroom::ui
