// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/call.h"

#include <QJsonObject>

namespace anteroom::simulator {
class World;
}

namespace anteroom::simulator::rest {

/// A call as GET Calls/{CA} shows it; duration, queue_time and price are strings (facts 3.6).
QJsonObject toJson(const World &world, const Call &call);

} // namespace anteroom::simulator::rest
