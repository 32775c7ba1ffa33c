// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/balance.h"

#include "twilio/json_fields.h"

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

calls::CarrierTask<AccountBalance> readBalance(RestClient *client)
{
    RestRequest request{.path = client->accountPath("Balance.json")};
    const auto answer = co_await client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    const AccountBalance balance{textField(answer->json, "balance"_L1),
                                 textField(answer->json, "currency"_L1)};
    co_return balance;
}

} // namespace anteroom::twilio
