// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "simulator/rest/answer.h"

namespace anteroom::simulator::rest {

enum class Identity {
    Account, ///< account SID and auth token: everything
    ApiKey,  ///< a standard key: everything but /Accounts (facts 3.1)
};

/// Checks the Authorization header (Basic). Every refusal is 401/20003.
Result<Identity> identify(const http::Request &request, const Account &account);

/// What a key gets for a resource it may not reach.
ApiError notForApiKeys();

} // namespace anteroom::simulator::rest
