// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/line_json.h"
#include "ui/settings/settings_page.h"

class QComboBox;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace anteroom::calls {
class DeskMirror;
}

namespace anteroom::ui {

/// Everything that is read out to callers: the words, who reads them, and how it will sound. A text that
/// could not be read out is not kept, and a sentence says why.
class LineTextsPage : public SettingsPage
{
    Q_OBJECT
public:
    LineTextsPage(settings::Settings &settings, calls::DeskMirror &mirror, QWidget *parent = nullptr);

private:
    void makeList();
    void makeEditor();
    void choose(int row);
    void keep();
    void preview();
    void play();
    void nameRow(int row);
    void sayWhetherItCanBePlayed();
    calls::SpokenText shown() const;
    const calls::LineText &chosen() const;

    calls::DeskMirror &m_mirror;
    QListWidget *m_list;
    QPlainTextEdit *m_text;
    QLabel *m_placeholders;
    QLabel *m_problem;
    QLabel *m_preview;
    QComboBox *m_voice;
    QComboBox *m_language;
    QPushButton *m_play;
    QPushButton *m_reset;
    bool m_filling = false;
};

} // namespace anteroom::ui
