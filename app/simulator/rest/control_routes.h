// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/rest/answer.h"
#include "simulator/rest/control_fields.h"
#include "simulator/rest/trouble.h"

#include "http/form.h"

#include <span>

namespace anteroom::simulator {
class World;
}

namespace anteroom::simulator::rest {

/// One control request, its path matched and its body parsed.
struct ControlRequest
{
    World &world;
    TroubleMaker &trouble;
    ControlFields fields;
    http::Form query;
    QString name; ///< what stood for {sid} or {number}
};

/// A handler reads its fields, asks for a complaint, and acts only without one.
using ControlHandler = Answer (*)(ControlRequest &);

struct ControlRoute
{
    const char *method;
    const char *pattern; ///< below /simulator/
    ControlHandler handler;
};

ApiError complaintError(const QString &sentence); ///< 400

std::span<const ControlRoute> peopleRoutes();   ///< calls, phones, messages
std::span<const ControlRoute> settingsRoutes(); ///< faults, clock, account, guesses, webhooks

} // namespace anteroom::simulator::rest
