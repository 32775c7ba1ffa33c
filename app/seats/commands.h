// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/command.h"
#include "seats/json_rpc.h"

namespace anteroom::seats {

/// The wish behind a request; unknownMethod or invalidParams with a sentence that names what is wrong.
/// Parameters that are not known are ignored: a seat cannot, for instance, choose the number that rings.
std::expected<calls::Command, RpcError> toCommand(const QString &method, const QJsonObject &params);

RpcError toRpcError(const calls::Refusal &refusal);

} // namespace anteroom::seats
