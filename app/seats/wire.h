// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"
#include "calls/listener_text.h"

#include <QJsonObject>

#include <optional>

namespace anteroom::seats {

// How the domain's values look to other consoles and scripts (PROTOCOL.md). What is unknown is null.

QJsonObject toWire(const calls::Call &call, std::optional<int> position);
QJsonObject toWire(const calls::LineStatus &line);
QJsonObject toWire(const calls::CloseOutStatus &status);
QJsonObject toWire(const calls::ListenerText &text);
QJsonObject toWire(const calls::TextsChange &change);

} // namespace anteroom::seats
