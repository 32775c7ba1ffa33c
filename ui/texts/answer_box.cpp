// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/answer_box.h"

#include "calls/listener_text.h"
#include "ui/widgets/kind.h"
#include "ui/words/plain_text.h"
#include "ui/words/text_length.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace anteroom::ui {

using namespace Qt::StringLiterals;

AnswerBox::AnswerBox(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_edit(new QPlainTextEdit),
      m_counter(new QLabel),
      m_send(new QPushButton(tr("&Send")))
{
    m_edit->setObjectName("answerText");
    m_edit->setAccessibleName(tr("Answer by text"));
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    m_counter->setObjectName("answerCounter");
    m_counter->setTextFormat(Qt::PlainText);
    m_counter->setWordWrap(true);
    m_send->setObjectName("sendAnswer");
    m_send->setFocusPolicy(Qt::TabFocus);
    m_send->setToolTip(tr("Enter; Shift+Enter begins a new line"));
    setKind(m_send, "primary");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_edit);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_counter, 1);
    row->addWidget(m_send);
    layout->addLayout(row);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &AnswerBox::count);
    connect(m_send, &QPushButton::clicked, this, &AnswerBox::send);
    applyTheme();
    connect(&theme, &Theme::changed, this, &AnswerBox::applyTheme);
    count();
}

void AnswerBox::applyTheme()
{
    m_edit->setFont(m_theme.font(TextSize::Normal));
    m_edit->setFixedHeight(QFontMetrics(m_edit->font()).lineSpacing() * 3 + 20);
    m_counter->setFont(m_theme.font(TextSize::Small));
    m_send->setFont(m_theme.font(TextSize::Normal, QFont::Medium));
}

void AnswerBox::show(const QString &sid, const QString &who, const QString &whyNot)
{
    m_whyNot = whyNot;
    if (sid != m_sid) {
        if (!m_edit->toPlainText().trimmed().isEmpty())
            m_drafts.insert(m_sid, m_edit->toPlainText());
        else
            m_drafts.remove(m_sid);
        m_sid = sid;
        m_edit->setPlainText(m_drafts.take(sid));
        m_edit->moveCursor(QTextCursor::End);
    }
    m_edit->setPlaceholderText(sid.isEmpty() ? QString() : tr("Answer %1 by text").arg(isolated(who)));
    m_edit->setEnabled(!sid.isEmpty() && whyNot.isEmpty());
    count();
}

void AnswerBox::giveBack(const QString &sid, const QString &body)
{
    if (sid != m_sid)
        m_drafts.insert(sid, body);
    else if (m_edit->toPlainText().trimmed().isEmpty())
        m_edit->setPlainText(body);
}

void AnswerBox::focusText()
{
    if (m_edit->isEnabled())
        m_edit->setFocus(Qt::ShortcutFocusReason);
}

void AnswerBox::count()
{
    const QString body = m_edit->toPlainText().trimmed();
    const bool tooLong = body.size() > calls::longestTextSent;
    const TextLength length = textLength(body);
    setKind(m_counter, tooLong ? "error" : "dim");
    if (!m_whyNot.isEmpty())
        m_counter->setText(m_whyNot);
    else if (m_sid.isEmpty())
        m_counter->clear();
    else if (tooLong)
        m_counter->setText(tr("%1 characters too long").arg(body.size() - calls::longestTextSent));
    else if (length.parts > 1)
        m_counter->setText(
            tr("%1 of %2 · sent as %3 texts").arg(length.used).arg(length.room).arg(length.parts));
    else
        m_counter->setText(tr("%1 of %2").arg(length.used).arg(length.room));
    m_send->setEnabled(m_edit->isEnabled() && !body.isEmpty() && !tooLong);
}

void AnswerBox::send()
{
    if (!m_send->isEnabled())
        return;
    const QString body = m_edit->toPlainText().trimmed();
    const QString sid = m_sid;
    m_edit->clear();
    Q_EMIT sent(sid, body);
}

bool AnswerBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            send();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT escaped();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace anteroom::ui
