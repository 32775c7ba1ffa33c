// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/text_alert.h"

#include "ui/alerts/announce.h"
#include "ui/alerts/tray.h"
#include "ui/words/plain_text.h"
#include "ui/words/text_words.h"

#include <QLabel>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {
constexpr auto betweenTexts = 5s;
constexpr qsizetype longestTold = 120; ///< letters
} // namespace

TextAlert::TextAlert(DeskMirror &mirror, const WindowChoices &choices, const Now &now, Tray *tray,
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
    m_pause.setSingleShot(true);
    m_pause.setInterval(betweenTexts);
    connect(&m_pause, &QTimer::timeout, this, &TextAlert::tell);
    connect(&mirror, &DeskMirror::textsChanged, this, &TextAlert::onTextsChanged);
}

void TextAlert::onTextsChanged(const TextsChange &change)
{
    for (const QString &sid : change.removed)
        m_known.remove(sid);
    for (const ListenerText &text : change.texts) {
        if (text.read || text.at < m_since || m_known.contains(text.sid))
            continue;
        m_known.insert(text.sid);
        m_fresh << text;
    }
    if (!m_pause.isActive())
        tell();
}

void TextAlert::tell()
{
    const QList<ListenerText> fresh = std::exchange(m_fresh, {});
    if (fresh.isEmpty())
        return;
    m_pause.start();
    const ListenerText &first = fresh.first();
    const QString title = fresh.size() == 1
                              ? tr("Text from %1").arg(isolated(senderOf(first, m_mirror.line().number)))
                              : tr("%1 new texts from listeners").arg(fresh.size());
    const QString body = gistOf(first, longestTold);
    announce(m_voice, title + ", "_L1 + body);
    Q_EMIT told(title + ", "_L1 + body);
    if (m_choices.notifications && !m_window->isActiveWindow() && m_tray != nullptr)
        m_tray->notify(notificationText(title), notificationText(body));
}

} // namespace anteroom::ui
