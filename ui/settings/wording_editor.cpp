// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/wording_editor.h"

#include "settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/kind.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace anteroom::ui {

namespace {
constexpr int lines = 3;
}

WordingEditor::WordingEditor(settings::Settings &settings, const settings::OwnTextSetting &setting,
                             const QString &byDefault, const QString &label, const Theme &theme,
                             QWidget *parent)
    : QWidget(parent),
      m_settings(settings),
      m_setting(setting),
      m_default(byDefault),
      m_text(new QPlainTextEdit),
      m_preview(new QLabel),
      m_reset(new QPushButton(tr("Default")))
{
    auto *name = new QLabel(label);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(m_text);
    m_text->setObjectName(setting.key);
    m_text->setAccessibleName(label);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 18);
    m_reset->setObjectName(QString(setting.key) + QStringLiteral(".default"));
    m_reset->setAccessibleName(tr("%1: back to the default").arg(label));
    m_reset->setAutoDefault(false);
    setKind(m_reset, "quiet");
    m_preview->setObjectName(QString(setting.key) + QStringLiteral(".preview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setFont(theme.font(TextSize::Small));
    setKind(m_preview, "dim");
    auto *top = new QHBoxLayout;
    top->addWidget(name);
    top->addStretch(1);
    top->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_text);
    layout->addWidget(m_preview);
    connect(m_text, &QPlainTextEdit::textChanged, this, &WordingEditor::take);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_settings.set(m_setting, std::nullopt); });
    connect(&m_settings, &settings::Settings::changed, this, [this](const QString &key) {
        if (key == m_setting.key)
            show();
    });
    show();
}

void WordingEditor::setPreview(std::function<QString(const QString &)> preview)
{
    m_makePreview = std::move(preview);
    refresh();
}

void WordingEditor::take()
{
    const QString text = m_text->toPlainText();
    m_settings.set(m_setting, text == m_default ? std::nullopt : std::optional(text));
}

void WordingEditor::show()
{
    const QString text = m_settings.value(m_setting).value_or(m_default);
    if (m_text->toPlainText() != text) { // the cursor stays where it is while somebody types
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(text);
    }
    m_reset->setEnabled(text != m_default);
    refresh();
}

void WordingEditor::refresh()
{
    if (m_makePreview)
        m_preview->setText(m_makePreview(m_text->toPlainText()));
}

} // namespace anteroom::ui
