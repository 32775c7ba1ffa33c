// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setup_page.h"

#include "ui/widgets/kind.h"

#include <QLabel>
#include <QVBoxLayout>

namespace anteroom::ui {

SetupPage::SetupPage(const QString &title, const QString &explanation, calls::AccountSetup &setup,
                     SetupState &state, QWidget *parent)
    : QWidget(parent),
      m_title(title),
      m_setup(setup),
      m_state(state),
      m_content(new QVBoxLayout),
      m_news(new QLabel)
{
    auto *words = new QLabel(explanation);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_news->setObjectName("setupNews");
    m_news->setTextFormat(Qt::PlainText);
    m_news->setWordWrap(true);
    m_news->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_news->hide();
    m_content->setSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(words);
    layout->addLayout(m_content, 1);
    layout->addWidget(m_news);
}

QString SetupPage::nextText() const
{
    return tr("&Next");
}

void SetupPage::tellProblem(const QString &sentence)
{
    tell(sentence, "error");
}

void SetupPage::tellNews(const QString &sentence)
{
    tell(sentence, "news");
}

void SetupPage::tell(const QString &sentence, const char *kind)
{
    setKind(m_news, kind);
    m_news->setText(sentence);
    m_news->setVisible(!sentence.isEmpty());
}

} // namespace anteroom::ui
