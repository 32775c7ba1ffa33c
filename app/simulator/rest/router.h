// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "simulator/rest/answer.h"

namespace anteroom::simulator {
class World;
}

namespace anteroom::simulator::rest {

/// Carries out one REST request: credentials, account, route, resource. Every request gets an answer; what is
/// not a resource we know is 404/20404.
http::Response answer(World &world, const http::Request &request);

} // namespace anteroom::simulator::rest
