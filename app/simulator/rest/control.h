// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "simulator/rest/trouble.h"

namespace anteroom::simulator {
class World;
}

namespace anteroom::simulator::rest {

/// The requests under /simulator/ by which a test or a demonstration plays the people and the weather around
/// the phone company (design, section 5). JSON in, JSON out; what is wrong with a request is answered 400
/// with {error: sentence}.
class Control
{
public:
    Control(World &world, TroubleMaker &trouble) : m_world(world), m_trouble(trouble) {}

    http::Response answer(const http::Request &request);

private:
    World &m_world;
    TroubleMaker &m_trouble;
};

} // namespace anteroom::simulator::rest
