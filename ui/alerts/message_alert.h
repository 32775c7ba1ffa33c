// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/window_options.h"

#include <QObject>
#include <QSet>

class QLabel;
class QWidget;

namespace anteroom::ui {

class Tray;

/// Tells of a new voicemail: a desktop notification while the window is not in front, and an announcement for
/// screen readers. Somebody who only hung up is no news.
class MessageAlert : public QObject
{
    Q_OBJECT
public:
    MessageAlert(calls::DeskMirror &mirror, const WindowChoices &choices, const Now &now, Tray *tray,
                 QWidget *window);

Q_SIGNALS:
    void newMessages(int count);
    void notified(const QString &title, const QString &body);

private:
    void onMessagesChanged();

    calls::DeskMirror &m_mirror;
    const WindowChoices &m_choices;
    Tray *m_tray;
    QWidget *m_window;
    QLabel *m_voice; ///< what screen readers read of it; takes no room
    QSet<QString> m_known;
    QDateTime m_since; ///< what was left before this window was there is no news
};

} // namespace anteroom::ui
