// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

namespace anteroom::twilio {

/// Lookups v2 (facts 3.11). Billed per question, so the caller of this remembers the answer.
class Lookups
{
public:
    explicit Lookups(RestClient &client) : m_client(&client) {}

    calls::CarrierTask<calls::LineKind> lineKind(QString number);

private:
    RestClient *m_client;
};

calls::LineKind lineKindFromWord(const QString &type);

} // namespace anteroom::twilio
