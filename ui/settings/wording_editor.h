// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace anteroom::settings {
class Settings;
}

namespace anteroom::ui {

class Theme;

/// One text of the user's, or the program's own, with what it becomes below it.
class WordingEditor : public QWidget
{
    Q_OBJECT
public:
    WordingEditor(settings::Settings &settings, const settings::OwnTextSetting &setting,
                  const QString &byDefault, const QString &label, const Theme &theme,
                  QWidget *parent = nullptr);

    void setPreview(std::function<QString(const QString &wording)> preview);
    void refresh();

private:
    void take();
    void show();

    settings::Settings &m_settings;
    settings::OwnTextSetting m_setting;
    QString m_default;
    std::function<QString(const QString &)> m_makePreview;
    QPlainTextEdit *m_text;
    QLabel *m_preview;
    QPushButton *m_reset;
};

} // namespace anteroom::ui
