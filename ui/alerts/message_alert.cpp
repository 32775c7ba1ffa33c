// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/message_alert.h"

#include "ui/alerts/announce.h"
#include "ui/alerts/tray.h"
#include "ui/words/call_words.h"
#include "ui/words/durations.h"
#include "ui/words/plain_text.h"

#include <QLabel>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

MessageAlert::MessageAlert(DeskMirror &mirror, const WindowChoices &choices, const Now &now, Tray *tray,
                           QWidget *window)
    : QObject(window),
      m_mirror(mirror),
      m_choices(choices),
      m_tray(tray),
      m_window(window),
      m_voice(new QLabel(window)),
      m_since(now())
{
    m_voice->setGeometry(0, 0, 1, 1);
    m_voice->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&mirror, &DeskMirror::messagesChanged, this, &MessageAlert::onMessagesChanged);
}

void MessageAlert::onMessagesChanged()
{
    QList<Message> fresh;
    for (const Message &message : m_mirror.messages()) {
        if (message.hangUp || message.heard || message.deleted.isValid() || message.at < m_since ||
            m_known.contains(message.recording))
            continue;
        m_known.insert(message.recording);
        fresh << message;
    }
    if (fresh.isEmpty())
        return;
    Q_EMIT newMessages(static_cast<int>(fresh.size()));
    const Message &first = fresh.first();
    const QString title =
        fresh.size() == 1 ? tr("New voicemail") : tr("%1 new voicemail messages").arg(fresh.size());
    const QString body = tr("From %1, %2").arg(nameOf(first.caller), clockText(first.seconds));
    announce(m_voice, title + ", "_L1 + body);
    if (m_choices.notifications && !m_window->isActiveWindow()) {
        if (m_tray != nullptr)
            m_tray->notify(notificationText(title), notificationText(body));
        Q_EMIT notified(notificationText(title), notificationText(body));
    }
}

} // namespace anteroom::ui
