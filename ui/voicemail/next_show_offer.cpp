// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/next_show_offer.h"

#include "ui/alerts/announce.h"
#include "ui/widgets/kind.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace anteroom::calls;

namespace anteroom::ui {

NextShowOffer::NextShowOffer(DeskMirror &mirror, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_mirror(mirror), m_text(new QLabel)
{
    setObjectName("nextShowOffer");
    setKind(this, "notice");
    m_text->setObjectName("nextShowText");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setFont(theme.font(TextSize::Normal, QFont::Medium));
    auto *listenButton = new QPushButton(tr("Listen"));
    listenButton->setObjectName("nextShowListen");
    auto *later = new QPushButton(tr("Not now"));
    later->setObjectName("nextShowLater");
    setKind(later, "quiet");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {listenButton, later}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(theme.font(TextSize::Small, QFont::Medium));
        layout->addWidget(button);
    }
    connect(listenButton, &QPushButton::clicked, this, [this] {
        m_putOff = true;
        Q_EMIT listen(m_first);
        refresh();
    });
    connect(later, &QPushButton::clicked, this, [this] {
        m_putOff = true;
        refresh();
    });
    connect(&mirror, &DeskMirror::messagesChanged, this, &NextShowOffer::refresh);
    connect(&mirror, &DeskMirror::lineChanged, this, &NextShowOffer::refresh);
    refresh();
}

void NextShowOffer::refresh()
{
    const bool open = m_mirror.line().open;
    if (!open)
        m_putOff = false; // the next opening offers them again
    QList<Message> offered = m_mirror.messages();
    offered.removeIf([](const Message &message) {
        return !message.forNextShow || message.heard || message.hangUp || message.deleted.isValid();
    });
    const bool begins = isHidden();
    setVisible(open && !m_putOff && !offered.isEmpty());
    if (offered.isEmpty())
        return;
    m_first = std::ranges::min_element(offered, {}, &Message::at)->recording;
    m_text->setText(offered.size() == 1 ? tr("A message was left for this show.")
                                        : tr("%1 messages were left for this show.").arg(offered.size()));
    if (begins && !isHidden())
        announce(m_text, m_text->text());
}

} // namespace anteroom::ui
