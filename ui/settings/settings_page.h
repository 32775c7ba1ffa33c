// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace anteroom::ui {

/// One topic of the settings window. What a user changes is a setting at once: there is no "Apply", and
/// nothing needs a restart. A page shows every setting with its default beside it, so that a way back is
/// always seen.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(const QString &title, settings::Settings &settings, QWidget *parent = nullptr);

    QString title() const { return m_title; }
    /// Whether one of its words matches what is looked for; the search of the window.
    bool mentions(const QString &words) const;

protected:
    settings::Settings &settings() const { return m_settings; }

    /// A heading, and the form below it; pages are made of these from top to bottom.
    QFormLayout *addSection(const QString &heading, const QString &explanation = {});
    /// A field with its label, in the column where the fields of all sections stand.
    void addField(QFormLayout *form, const QString &label, QWidget *field);
    QLabel *addExplanation(QFormLayout *form, const QString &text);
    // Controls bound both ways to one setting; the label is the accessible name.
    QSpinBox *addNumber(QFormLayout *form, const QString &label, const settings::NumberSetting &setting,
                        const QString &unit);
    /// Between words that stand in the settings: each with its title.
    QComboBox *addChoice(QFormLayout *form, const QString &label, const settings::TextSetting &setting,
                         const QList<std::pair<QString, QString>> &choices);
    QCheckBox *addSwitch(QFormLayout *form, const QString &label, const settings::SwitchSetting &setting);

private:
    QString m_title;
    settings::Settings &m_settings;
};

} // namespace anteroom::ui
