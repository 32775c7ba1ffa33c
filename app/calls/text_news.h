// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/listener_texts.h"
#include "calls/replies.h"

namespace anteroom::calls {

/// Texts to the line, as webhooks tell of them and as looking finds them; each counts once. From a phone on
/// the list they are commands, from anybody else they are for the show.
class TextNews : public QObject
{
    Q_OBJECT
public:
    TextNews(DeskCore &core, People &people, Asking &asking, Replies &replies, ListenerTexts &listeners,
             ConnectionWatch &watch);

    void start(); ///< looks for what came while the desk was not there
    void came(const TextCame &news);

private:
    bool hear(const TextRecord &text);
    void lookSoon();
    void lookIn(std::chrono::milliseconds pause);
    std::chrono::milliseconds pause() const;
    QDateTime firstAsked() const;
    QCoro::Task<void> look();

    DeskCore &m_core;
    People &m_people;
    Replies &m_replies;
    ListenerTexts &m_listeners;
    ConnectionWatch &m_watch;
    QDateTime m_begun;
    QDateTime m_since; ///< everything before has been seen
    QDateTime m_due;   ///< of the next look; null while there is none
    bool m_looking = false;
    bool m_areTold = false; ///< by webhook
};

} // namespace anteroom::calls
