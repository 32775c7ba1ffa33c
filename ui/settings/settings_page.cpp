// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/widgets/kind.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace anteroom::ui {

namespace {
constexpr int labelWidth = 220;
}

SettingsPage::SettingsPage(const QString &title, settings::Settings &settings, QWidget *parent)
    : QWidget(parent), m_title(title), m_settings(settings)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->setAlignment(Qt::AlignTop);
}

bool SettingsPage::mentions(const QString &words) const
{
    const auto holds = [&](const QString &text) { return text.contains(words, Qt::CaseInsensitive); };
    if (words.isEmpty() || holds(m_title))
        return true;
    const auto labels = findChildren<QLabel *>();
    const auto buttons = findChildren<QAbstractButton *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return holds(label->text()); }) ||
           std::ranges::any_of(buttons, [&](const QAbstractButton *button) { return holds(button->text()); });
}

QFormLayout *SettingsPage::addSection(const QString &heading, const QString &explanation)
{
    auto *outer = static_cast<QVBoxLayout *>(layout());
    if (outer->count() > 0)
        outer->addSpacing(12);
    auto *title = new QLabel(heading);
    title->setTextFormat(Qt::PlainText);
    setKind(title, "heading");
    outer->addWidget(title);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (!explanation.isEmpty())
        addExplanation(form, explanation);
    outer->addLayout(form);
    return form;
}

void SettingsPage::addField(QFormLayout *form, const QString &label, QWidget *field)
{
    form->addRow(label, field);
    form->labelForField(field)->setMinimumWidth(labelWidth);
}

QLabel *SettingsPage::addExplanation(QFormLayout *form, const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setKind(label, "dim");
    form->addRow(label);
    return label;
}

QSpinBox *SettingsPage::addNumber(QFormLayout *form, const QString &label,
                                  const settings::NumberSetting &setting, const QString &unit)
{
    auto *box = new QSpinBox;
    box->setObjectName(setting.key);
    box->setAccessibleName(QString(label).remove(u'&'));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setMinimumWidth(96);
    box->setRange(setting.least, setting.most);
    box->setSuffix(unit.isEmpty() ? QString() : QChar(u' ') + unit);
    box->setKeyboardTracking(false);
    box->setValue(m_settings.value(setting));
    auto *byDefault = new QLabel(tr("default: %1").arg(setting.fallback));
    setKind(byDefault, "dim");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(box);
    row->addWidget(byDefault);
    row->addStretch(1);
    form->addRow(label, row);
    auto *name = static_cast<QLabel *>(form->labelForField(row));
    name->setBuddy(box);
    name->setMinimumWidth(labelWidth); // the fields of all sections stand in one column
    connect(box, &QSpinBox::valueChanged, &m_settings,
            [this, setting](int value) { m_settings.set(setting, value); });
    connect(&m_settings, &settings::Settings::changed, box, [this, box, setting](const QString &key) {
        if (key != setting.key)
            return;
        const QSignalBlocker quiet(box);
        box->setValue(m_settings.value(setting));
    });
    return box;
}

QCheckBox *SettingsPage::addSwitch(QFormLayout *form, const QString &label,
                                   const settings::SwitchSetting &setting)
{
    auto *box = new QCheckBox(label);
    box->setObjectName(setting.key);
    box->setChecked(m_settings.value(setting));
    box->setToolTip(setting.fallback ? tr("On unless you switch it off") : tr("Off unless you switch it on"));
    form->addRow(box);
    connect(box, &QCheckBox::toggled, &m_settings, [this, setting](bool on) { m_settings.set(setting, on); });
    connect(&m_settings, &settings::Settings::changed, box, [this, box, setting](const QString &key) {
        if (key != setting.key)
            return;
        const QSignalBlocker quiet(box);
        box->setChecked(m_settings.value(setting));
    });
    return box;
}

QComboBox *SettingsPage::addChoice(QFormLayout *form, const QString &label,
                                   const settings::TextSetting &setting,
                                   const QList<std::pair<QString, QString>> &choices)
{
    auto *box = new QComboBox;
    box->setObjectName(setting.key);
    box->setAccessibleName(QString(label).remove(u'&'));
    box->setMinimumWidth(240);
    for (const auto &[word, title] : choices)
        box->addItem(title, word);
    const auto show = [this, box, setting] {
        box->setCurrentIndex(std::max(0, box->findData(this->settings().value(setting))));
    };
    show();
    addField(form, label, box);
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, setting] { this->settings().set(setting, box->currentData().toString()); });
    connect(&settings(), &settings::Settings::changed, box, [box, setting, show](const QString &key) {
        if (key != setting.key)
            return;
        const QSignalBlocker quiet(box);
        show();
    });
    return box;
}

} // namespace anteroom::ui
