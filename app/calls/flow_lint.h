// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/flow_definition.h"

#include <QSet>

#include <expected>

class QJsonObject;

namespace anteroom::calls {

struct FlowFinding
{
    enum class Kind : std::uint8_t {
        UnknownGuard,
        UnknownAction,
        UnknownResponse,
        UnknownActor,
        UnknownState,
        DuplicateResponse, ///< a second one for the same state
        UnansweredCue,     ///< a response names an event that its state doesn't know
        NeverWins,         ///< an earlier way of the same event always comes first
        Unreachable,
        NoExit,
        NoResponse,
        MayBeRefused ///< every way of an event is guarded, so that all can be false
    };
    Kind kind;
    QString state;
    QString sentence;
    /// An error keeps the flow from being loaded; the others are advice.
    bool isError() const;
};

/// The names that functions are bound to.
struct FlowNames
{
    QSet<QString> guards;
    QSet<QString> actions;
    QSet<QString> responses;
};

/// Everything that is wrong or suspicious about a flow; for developers, not translated.
QList<FlowFinding> lintFlow(const FlowDefinition &flow, const FlowNames &names);

/// Reads a definition from JSON; options that it doesn't know are errors, so that a misspelt one cannot be
/// ignored.
std::expected<FlowDefinition, QStringList> readFlow(const QJsonObject &json);

/// The flow as a Graphviz picture: states, events and guards.
QString drawFlow(const FlowDefinition &flow);

} // namespace anteroom::calls
