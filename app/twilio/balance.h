// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

namespace anteroom::twilio {

struct AccountBalance
{
    QString amount; ///< as it is written, "12.50"; never a floating-point number
    QString currency;
};

/// Balance.json; readable with the token and with most keys.
calls::CarrierTask<AccountBalance> readBalance(RestClient *client);

} // namespace anteroom::twilio
