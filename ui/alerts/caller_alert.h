// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/window_options.h"

#include <QObject>
#include <QSet>

class QLabel;
class QSoundEffect;
class QWidget;

namespace anteroom::ui {

class Tray;

/// Tells of somebody who has joined the queue: a short sound, a desktop notification while the window is not
/// in front, and an announcement for screen readers. Many at once make one sound; none while nobody is at the
/// desk.
class CallerAlert : public QObject
{
    Q_OBJECT
public:
    CallerAlert(calls::DeskMirror &mirror, const WindowChoices &choices, Tray *tray, QWidget *window);

Q_SIGNALS:
    void newCaller(const QString &sid);
    void notified(const QString &title, const QString &body);

private:
    void onQueueChanged(const calls::QueueChange &change);
    void playSound();

    calls::DeskMirror &m_mirror;
    const WindowChoices &m_choices;
    Tray *m_tray;
    QWidget *m_window;
    QLabel *m_voice; ///< what screen readers read of it; takes no room
    QSet<QString> m_known;
    QSoundEffect *m_sound = nullptr; ///< made when first needed: opening the sound device takes long
    bool m_seenQueue = false;
};

} // namespace anteroom::ui
