// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/undo_bar.h"

#include "ui/alerts/announce.h"
#include "ui/widgets/kind.h"
#include "ui/words/call_words.h"
#include "ui/words/plain_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace anteroom::calls;

namespace anteroom::ui {

UndoBar::UndoBar(DeskMirror &mirror, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_mirror(mirror), m_text(new QLabel)
{
    setObjectName("undoBar");
    setKind(this, "notice");
    m_text->setObjectName("undoText");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setFont(theme.font(TextSize::Normal));
    auto *undoButton = new QPushButton(tr("Undo"));
    undoButton->setObjectName("undoDelete");
    undoButton->setToolTip(tr("Ctrl+Z"));
    auto *close = new QPushButton(tr("Dismiss"));
    close->setObjectName("finishDelete");
    close->setToolTip(tr("Deletes it for good at once."));
    setKind(close, "quiet");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {undoButton, close}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(theme.font(TextSize::Small, QFont::Medium));
        layout->addWidget(button);
    }
    connect(undoButton, &QPushButton::clicked, this, &UndoBar::undo);
    connect(close, &QPushButton::clicked, this, &UndoBar::dismiss);
    connect(&mirror, &DeskMirror::messagesChanged, this, &UndoBar::refresh);
    hide(); // said once, or it would be shown with its parent
    refresh();
}

void UndoBar::refresh()
{
    QList<Message> deleted = m_mirror.messages();
    deleted.removeIf([](const Message &message) { return message.deleted.isNull(); });
    std::ranges::sort(deleted, {}, &Message::deleted);
    QStringList recordings;
    for (const Message &message : std::as_const(deleted))
        recordings << message.recording;
    if (recordings == m_deleted && isHidden() == deleted.isEmpty())
        return;
    const bool more = recordings.size() > m_deleted.size();
    m_deleted = recordings;
    setVisible(!deleted.isEmpty() && m_mirror.seat().role != Role::Viewer);
    if (deleted.isEmpty())
        return;
    if (deleted.size() > 1)
        m_text->setText(tr("%1 messages were deleted.").arg(deleted.size()));
    else if (deleted.first().caller.name.isEmpty())
        m_text->setText(tr("The message was deleted."));
    else
        m_text->setText(tr("The message of %1 was deleted.").arg(isolated(nameOf(deleted.first().caller))));
    if (more)
        announce(m_text, m_text->text());
}

void UndoBar::undo()
{
    if (!m_deleted.isEmpty())
        m_mirror.submit(UndoDeleteMessage{m_deleted.last()});
}

void UndoBar::dismiss()
{
    for (const QString &recording : std::as_const(m_deleted))
        m_mirror.submit(FinishDeleteMessage{recording});
}

} // namespace anteroom::ui
