// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/practice_line.h"

#include "ui/alerts/announce.h"
#include "ui/widgets/kind.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace anteroom::ui {

PracticeLine::PracticeLine(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_name(new QLabel), m_text(new QLabel)
{
    setObjectName("practiceLine");
    setKind(this, "notice");
    m_name->setObjectName("practiceName");
    m_name->setFont(m_theme.font(TextSize::Normal, QFont::DemiBold));
    m_text->setObjectName("practiceText");
    m_text->setFont(m_theme.font(TextSize::Normal));
    m_text->setWordWrap(true);
    for (QLabel *label : {m_name, m_text})
        label->setTextFormat(Qt::PlainText);
    auto *end = new QPushButton(tr("Back to normal"));
    end->setObjectName("practiceLineEnd");
    auto *hideButton = new QPushButton(tr("Hide"));
    hideButton->setObjectName("practiceLineHide");
    hideButton->setAccessibleName(tr("Hide what is being practised"));
    setKind(hideButton, "quiet");
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->setSpacing(8);
    layout->addLayout(words, 1);
    auto *buttons = new QHBoxLayout; // of two heights, on one line
    buttons->setSpacing(4);
    for (QPushButton *button : {end, hideButton}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(m_theme.font(TextSize::Small, QFont::Medium));
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
    layout->setAlignment(buttons, Qt::AlignTop);
    connect(end, &QPushButton::clicked, this, &PracticeLine::endAsked);
    connect(hideButton, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void PracticeLine::tell(const PracticeEntry &entry)
{
    m_name->setText(tr("Practice: %1").arg(entry.plainName()));
    m_text->setText(entry.happening);
    show();
    announce(m_text, tr("%1. %2").arg(m_name->text(), entry.happening));
}

} // namespace anteroom::ui
