// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/now.h"
#include "ui/window_options.h"

#include <QObject>
#include <QSet>
#include <QTimer>

class QLabel;
class QWidget;

namespace anteroom::ui {

class Tray;

/// Tells of a new text from a listener, as MessageAlert does of a voicemail. A show may get hundreds: those
/// that come within a few seconds are told of together.
class TextAlert : public QObject
{
    Q_OBJECT
public:
    TextAlert(calls::DeskMirror &mirror, const WindowChoices &choices, const Now &now, Tray *tray,
              QWidget *window);

Q_SIGNALS:
    void told(const QString &sentence);

private:
    void onTextsChanged(const calls::TextsChange &change);
    void tell();

    calls::DeskMirror &m_mirror;
    const WindowChoices &m_choices;
    Tray *m_tray;
    QWidget *m_window;
    QLabel *m_voice; ///< what screen readers read of it; takes no room
    QSet<QString> m_known;
    QDateTime m_since; ///< what came before this window was there is no news
    QList<calls::ListenerText> m_fresh;
    QTimer m_pause; ///< between two tellings
};

} // namespace anteroom::ui
