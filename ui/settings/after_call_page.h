// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

class QPlainTextEdit;

namespace anteroom::calls {
class DeskMirror;
}

namespace anteroom::ui {

/// What happens after the queue: an apology by text, and the end of a close-out.
class AfterCallPage : public SettingsPage
{
    Q_OBJECT
public:
    AfterCallPage(settings::Settings &settings, calls::DeskMirror &mirror, QWidget *parent = nullptr);

private:
    QPlainTextEdit *addWords(QFormLayout *form, const QString &label, const settings::OwnTextSetting &setting,
                             const QString &usual);
    void showPreview();

    calls::DeskMirror &m_mirror;
    QString m_usualApology;
    QPlainTextEdit *m_apology = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_length = nullptr;
};

} // namespace anteroom::ui
