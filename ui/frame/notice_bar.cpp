// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/notice_bar.h"

#include "ui/alerts/announce.h"
#include "ui/help/help_pages.h"
#include "ui/widgets/kind.h"
#include "ui/words/plain_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

constexpr int shownMs = 15000;
constexpr qsizetype mostSentences = 3;

} // namespace

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_text(new QLabel), m_help(new QPushButton(tr("What to do"))), m_timer(new QTimer(this))
{
    setObjectName("notices");
    setKind(this, "notice");
    m_text->setObjectName("noticeText");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setFont(theme.font(TextSize::Normal));
    m_help->setObjectName("noticeHelp");
    m_help->setAccessibleDescription(tr("Opens the help where it speaks of this."));
    connect(m_help, &QPushButton::clicked, this,
            [this] { Q_EMIT helpAsked(m_sentences.value(m_sentences.size() - 1)); });
    auto *close = new QPushButton(tr("Dismiss"));
    connect(close, &QPushButton::clicked, this, &NoticeBar::dismiss);
    for (QPushButton *button : {m_help, close}) {
        setKind(button, "quiet");
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(theme.font(TextSize::Small));
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_help, 0, Qt::AlignTop);
    layout->addWidget(close, 0, Qt::AlignTop);
    m_timer->setSingleShot(true);
    m_timer->setInterval(shownMs);
    connect(m_timer, &QTimer::timeout, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::tell(const QString &sentence)
{
    const QString line = oneLine(sentence, 400);
    if (line.isEmpty())
        return;
    m_sentences.removeAll(line);
    m_sentences.append(line);
    if (m_sentences.size() > mostSentences)
        m_sentences.removeFirst();
    m_text->setText(m_sentences.join(u'\n'));
    m_help->setHidden(troubleSection(line).isEmpty()); // not everything that is told is trouble
    show();
    m_timer->start();
    announce(m_text, line);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::dismiss()
{
    m_sentences.clear();
    m_text->clear();
    hide();
}

} // namespace anteroom::ui
