// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/caller_alert.h"

#include "ui/alerts/announce.h"
#include "ui/alerts/tray.h"
#include "ui/words/call_words.h"
#include "ui/words/places.h"
#include "ui/words/plain_text.h"

#include <QLabel>
#include <QSoundEffect>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

CallerAlert::CallerAlert(DeskMirror &mirror, const WindowChoices &choices, Tray *tray, QWidget *window)
    : QObject(window),
      m_mirror(mirror),
      m_choices(choices),
      m_tray(tray),
      m_window(window),
      m_voice(new QLabel(window))
{
    m_voice->setGeometry(0, 0, 1, 1);
    m_voice->setAttribute(Qt::WA_TransparentForMouseEvents);
    for (const Call &call : mirror.calls()) // who is there already is no news
        m_known.insert(call.sid);
    m_seenQueue = mirror.revision() > 0;
    connect(&mirror, &DeskMirror::queueChanged, this, &CallerAlert::onQueueChanged);
}

void CallerAlert::onQueueChanged(const QueueChange &change)
{
    QList<const Call *> fresh;
    for (const Call &call : change.calls) {
        if (call.state != CallState::Waiting || m_known.contains(call.sid))
            continue;
        m_known.insert(call.sid);
        fresh << &call;
    }
    for (const QString &sid : change.removed)
        m_known.remove(sid);
    const bool firstPicture = !std::exchange(m_seenQueue, true);
    if (fresh.isEmpty() || firstPicture || m_mirror.line().deskLeft) // then the phones on the list are told
        return;
    for (const Call *call : std::as_const(fresh))
        Q_EMIT newCaller(call->sid);

    const Call &first = *fresh.first();
    const QString title = fresh.size() == 1 ? tr("%1 is waiting").arg(nameOf(first.caller))
                                            : tr("%1 new callers are waiting").arg(fresh.size());
    const QString body =
        fresh.size() == 1 ? placeOf(first.caller) : tr("The first is %1.").arg(nameOf(first.caller));
    announce(m_voice, body.isEmpty() ? title : title + ", "_L1 + body);
    if (m_choices.sound)
        playSound();
    if (m_choices.notifications && !m_window->isActiveWindow()) {
        if (m_tray != nullptr)
            m_tray->notify(notificationText(title), notificationText(body));
        Q_EMIT notified(notificationText(title), notificationText(body));
    }
}

void CallerAlert::playSound()
{
    if (m_sound == nullptr) {
        m_sound = new QSoundEffect(this);
        m_sound->setSource(QUrl(u"qrc:/anteroom/sounds/new_caller.wav"_s));
        m_sound->setVolume(0.6F);
    }
    if (!m_sound->isPlaying())
        m_sound->play();
}

} // namespace anteroom::ui
