// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/player.h"

#include "simulator/leg.h"
#include "simulator/media.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr int mostLoops = 1000; ///< what loop="0" of Say is capped at (facts 2.1)
constexpr auto toneLength = 500ms;
} // namespace

Player::Player(Run &run, QList<twiml::Element> pieces, std::function<void()> done)
    : m_run(run), m_pieces(std::move(pieces)), m_done(std::move(done))
{
}

void Player::start()
{
    m_life = std::make_unique<QObject>();
    piece();
}

void Player::piece()
{
    if (m_index >= m_pieces.size()) {
        m_life.reset();
        m_done();
        return;
    }
    const twiml::Element &piece = m_pieces.at(m_index++);
    bool ok = false;
    const int given = piece.attribute(u"loop").toInt(&ok);
    const int loops = ok && given >= 0 ? given : 1;
    if (piece.name == "Pause"_L1) {
        const int seconds = piece.attribute(u"length", u"1"_s).toInt(&ok);
        last(std::chrono::seconds{ok && seconds > 0 ? seconds : 1}, 1);
    } else if (piece.name == "Say"_L1) {
        last(Media::spoken(piece.text), loops == 0 ? mostLoops : std::min(loops, mostLoops));
    } else if (piece.text.trimmed().isEmpty()) {
        last(toneLength * piece.attribute(u"digits").size(), 1);
    } else {
        const QString url = m_run.absolute(piece.text.trimmed());
        m_run.world().media().length(url, m_run.leg().sid(), m_life.get(),
                                     [this, loops](std::chrono::milliseconds once) { last(once, loops); });
    }
}

void Player::last(std::chrono::milliseconds once, int loops)
{
    if (once >= 0ms && loops == 0)
        return; // until somebody ends it; costs nothing meanwhile
    const auto all = std::max(once, 0ms) * std::max(loops, 1);
    m_run.world().clock().after(all, m_life.get(), [this] { piece(); });
}

} // namespace anteroom::simulator
