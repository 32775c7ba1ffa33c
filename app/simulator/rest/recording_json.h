// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/recording.h"
#include "simulator/rest/routes.h"

#include <functional>

namespace anteroom::simulator::rest {

/// Under which resource a recording is shown; each differs a little from the others in the contract
/// (facts 3.7).
enum class RecordingPlace { Account, Call, Conference };

QJsonObject toJson(const World &world, const Recording &recording, RecordingPlace place);

/// A list of recordings, with its DateCreated filter; `wanted` chooses.
Answer listRecordings(Exchange &exchange, RecordingPlace place,
                      const std::function<bool(const Recording &recording)> &wanted);

} // namespace anteroom::simulator::rest
