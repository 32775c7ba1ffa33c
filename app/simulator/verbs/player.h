// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run.h"

#include <functional>
#include <memory>

namespace anteroom::simulator {

/// Plays Say, Play and Pause one after another, each as long as it lasts.
class Player
{
public:
    Player(Run &run, QList<twiml::Element> pieces, std::function<void()> done);
    void start();
    void stop() { m_life.reset(); }
    bool isPlaying() const { return m_life != nullptr; }

private:
    void piece();
    void last(std::chrono::milliseconds once, int loops);

    Run &m_run;
    const QList<twiml::Element> m_pieces;
    qsizetype m_index = 0;
    std::function<void()> m_done;
    std::unique_ptr<QObject> m_life;
};

} // namespace anteroom::simulator
