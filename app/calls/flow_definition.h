// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>

namespace anteroom::calls {

// A call flow as data: which states there are, which event leads where, and the names of guards, hooks and
// responses. The functions behind those names are bound when the flow is loaded (flow.h).

/// Guards that must all hold (`ifs`) and that must all fail (`unlesses`).
struct FlowGuards
{
    QStringList ifs = {};
    QStringList unlesses = {};
    bool operator==(const FlowGuards &) const = default;
};

/// One way an event can go. Several for one event are tried in order of definition.
struct FlowEvent
{
    QString state; ///< where it may happen; empty: in any state
    QString name;
    QString to = {};
    FlowGuards guards = {};
    QString actor = {}; ///< whose event it is; then the first part of its name
};

enum class HookWhen : std::uint8_t { Before, After };
enum class HookScope : std::uint8_t { Always, Success, Failure };

/// Something that happens around an event; belongs to the state that is entered, or, for an event that is
/// refused, to the state the call is in. The scope of a before hook is always Always.
struct FlowHook
{
    QString state; ///< empty: every state
    HookWhen when = HookWhen::After;
    HookScope scope = HookScope::Always;
    bool uniq = false; ///< only when the state changes
    QString action;
};

/// What the subject experiences in a state.
struct FlowResponse
{
    QString state;
    QString response;
    QStringList cues = {}; ///< events that its steps name, so that the linter can see that they are answered
};

struct FlowDefinition
{
    QString name;
    QString initial;
    QStringList states;      ///< declared; the targets of events are states too
    QStringList actors = {}; ///< who may be the prefix of an event ("customer" gives "customer_hangs_up")
    QStringList finals = {}; ///< states that need no way out
    QList<FlowEvent> events = {};
    QList<FlowHook> hooks = {};
    QList<FlowResponse> responses = {};

    QStringList allStates() const; ///< declared ones first, then targets, each once
    QStringList allEvents() const;
};

/// Writes a definition so that it reads like the table it is.
class FlowBuilder
{
public:
    /// The part of the definition that belongs to one state.
    class State
    {
    public:
        State &event(const QString &name, const QString &to, const FlowGuards &guards = {});
        /// An event of an actor: `actor("customer", "hangs_up", ...)` is the event "customer_hangs_up".
        State &actor(const QString &actor, const QString &name, const QString &to,
                     const FlowGuards &guards = {});
        State &before(const QString &action);
        State &beforeUniq(const QString &action);
        State &after(HookScope scope, const QString &action);
        State &afterUniq(HookScope scope, const QString &action);
        State &response(const QString &response, const QStringList &cues = {});
        State & final();
        /// Guards that hold for everything declared inside; nest to any depth.
        State &flowIf(const QString &guard, const std::function<void(State &)> &inside);
        State &flowUnless(const QString &guard, const std::function<void(State &)> &inside);

    private:
        friend class FlowBuilder;
        State(FlowDefinition &definition, QString name) : m_definition(definition), m_name(std::move(name)) {}
        void nest(QStringList &guards, const QString &guard, const std::function<void(State &)> &inside);

        FlowDefinition &m_definition;
        QString m_name;
        FlowGuards m_around;
    };

    FlowBuilder(const QString &name, const QString &initial);
    State state(const QString &name);
    State any(); ///< what holds in every state
    FlowBuilder &actor(const QString &name);
    FlowDefinition definition() const { return m_definition; }

private:
    FlowDefinition m_definition;
};

} // namespace anteroom::calls
