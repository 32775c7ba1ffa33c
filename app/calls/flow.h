// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/flow_definition.h"
#include "calls/flow_lint.h"
#include "calls/step.h"

#include <QHash>

#include <expected>
#include <functional>
#include <utility>

namespace anteroom::calls {

/// What an event did.
struct FlowTransition
{
    QString event;
    QString from;
    QString to; ///< equal to `from` for a loopback and for a refused event
    bool done = true;
    bool changes() const { return from != to; }
};

/// The event is not defined in this state, or no guard let it through; the state is unchanged.
struct FlowRefusal
{
    QString event;
    QString state;
};

/// Side effects that wait until the change itself is safely written down: recorded by the actions of an
/// event, run after it by group, each group emptied once it has run.
class DeferredCalls
{
public:
    enum class Group : std::uint8_t { BeforeTransition, AfterTransition, AfterFailure };
    void defer(Group group, std::function<void()> act) { m_groups[group].append(std::move(act)); }
    void run(Group group)
    {
        // Taken first: an act may defer another one.
        for (const auto &act : m_groups.take(group))
            act();
    }

private:
    QHash<Group, QList<std::function<void()>>> m_groups;
};

/// The functions behind a definition's names. Subject is whatever is moved through the flow; it carries its
/// own state.
template <typename Subject> struct FlowBindings
{
    std::function<QString(const Subject &)> state; ///< each flow reads and writes an attribute of its own
    std::function<void(Subject &, const QString &)> setState;
    QHash<QString, std::function<bool(const Subject &)>> guards = {};
    QHash<QString, std::function<void(Subject &, const FlowTransition &)>> actions = {};
    QHash<QString, std::function<Steps(const Subject &)>> responses = {};
    /// Where a subject's actions defer what must wait for the end of the event; without it, nothing can wait.
    std::function<DeferredCalls &(Subject &)> deferred = {};
    /// Where an actor's event is to be reported: what the subject's documents name.
    std::function<QString(const Subject &, const QString &actor, const QString &event)> callback = {};

    FlowNames names() const
    {
        const auto keys = [](const auto &hash) { return QSet<QString>(hash.keyBegin(), hash.keyEnd()); };
        return {keys(guards), keys(actions), keys(responses)};
    }
};

/// A definition with its functions, checked when it is loaded. Immutable afterwards; one serves all subjects.
template <typename Subject> class Flow
{
public:
    using Result = std::expected<FlowTransition, FlowRefusal>;

    /// The error lists every finding that is an error.
    static std::expected<Flow, QList<FlowFinding>> load(FlowDefinition definition,
                                                        FlowBindings<Subject> bindings)
    {
        QList<FlowFinding> errors = lintFlow(definition, bindings.names());
        errors.removeIf([](const FlowFinding &finding) { return !finding.isError(); });
        if (!errors.isEmpty())
            return std::unexpected(errors);
        return Flow(std::move(definition), std::move(bindings));
    }

    const FlowDefinition &definition() const { return m_definition; }
    QString stateOf(const Subject &subject) const { return m_bindings.state(subject); }
    bool is(const Subject &subject, const QString &state) const { return stateOf(subject) == state; }
    void begin(Subject &subject) const { m_bindings.setState(subject, m_definition.initial); }

    /// Whether the event would be let through now.
    bool can(const Subject &subject, const QString &event) const { return wayFor(subject, event) != nullptr; }

    /// Moves the subject, then does what its actions have deferred.
    Result fire(Subject &subject, const QString &event) const
    {
        const Result result = change(subject, event);
        settle(subject, result);
        return result;
    }

    /// The first half of fire(), for who writes the change down before anything else follows from it. Hooks
    /// of the entered state run around the change; a refused event runs the failure hooks of the state that
    /// the subject is in.
    Result change(Subject &subject, const QString &event) const
    {
        const QString from = stateOf(subject);
        const FlowEvent *way = wayFor(subject, event);
        if (!way) {
            runHooks(subject, {event, from, from, false}, HookWhen::After, false);
            return std::unexpected(FlowRefusal{event, from});
        }
        FlowTransition transition{event, from, way->to, true};
        runHooks(subject, transition, HookWhen::Before, false);
        runHooks(subject, transition, HookWhen::Before, true);
        m_bindings.setState(subject, way->to);
        runHooks(subject, transition, HookWhen::After, false);
        return transition;
    }

    /// The second half: the deferred calls of a change, or of a refusal.
    void settle(Subject &subject, const Result &result) const
    {
        using Group = DeferredCalls::Group;
        if (!m_bindings.deferred)
            return;
        DeferredCalls &deferred = m_bindings.deferred(subject);
        if (!result)
            return deferred.run(Group::AfterFailure);
        deferred.run(Group::BeforeTransition);
        deferred.run(Group::AfterTransition);
    }

    /// What the subject experiences in the state it is in; nothing where the state has no response.
    Steps render(const Subject &subject) const
    {
        const auto response = m_responses.constFind(stateOf(subject));
        const QString name = response == m_responses.cend() ? m_responses.value(QString()) : *response;
        return name.isEmpty() ? Steps() : m_bindings.responses.value(name)(subject);
    }

    QString callback(const Subject &subject, const QString &actor, const QString &event) const
    {
        return m_bindings.callback ? m_bindings.callback(subject, actor, event) : QString();
    }

private:
    Flow(FlowDefinition definition, FlowBindings<Subject> bindings)
        : m_definition(std::move(definition)), m_bindings(std::move(bindings))
    {
        for (qsizetype i = 0; i < m_definition.events.size(); ++i)
            m_ways[m_definition.events.at(i).name].append(i);
        for (const FlowResponse &response : m_definition.responses)
            m_responses.insert(response.state, response.response);
    }

    const FlowEvent *wayFor(const Subject &subject, const QString &event) const
    {
        const QString state = stateOf(subject);
        for (const qsizetype index : m_ways.value(event)) {
            const FlowEvent &way = m_definition.events.at(index);
            if ((way.state.isEmpty() || way.state == state) && lets(subject, way.guards))
                return &way;
        }
        return nullptr;
    }

    bool lets(const Subject &subject, const FlowGuards &guards) const
    {
        for (const QString &guard : guards.ifs)
            if (!m_bindings.guards.value(guard)(subject))
                return false;
        for (const QString &guard : guards.unlesses)
            if (m_bindings.guards.value(guard)(subject))
                return false;
        return true;
    }

    /// Before hooks run in two rounds (all, then uniq); after hooks in one, in order of declaration.
    void runHooks(Subject &subject, const FlowTransition &transition, HookWhen when, bool uniqRound) const
    {
        for (const FlowHook &hook : m_definition.hooks) {
            if (hook.when != when || (!hook.state.isEmpty() && hook.state != transition.to))
                continue;
            if (when == HookWhen::Before && hook.uniq != uniqRound)
                continue;
            if (hook.uniq && !transition.changes())
                continue;
            if (hook.scope == (transition.done ? HookScope::Failure : HookScope::Success))
                continue;
            m_bindings.actions.value(hook.action)(subject, transition);
        }
    }

    FlowDefinition m_definition;
    FlowBindings<Subject> m_bindings;
    QHash<QString, QList<qsizetype>> m_ways;
    QHash<QString, QString> m_responses;
};

/// Several flows of one kind of subject; the first one is meant where none is named.
template <typename Subject> class FlowSet
{
public:
    void add(Flow<Subject> flow) { m_flows.append(std::move(flow)); }
    const Flow<Subject> *find(const QString &name = {}) const
    {
        for (const Flow<Subject> &flow : m_flows)
            if (name.isEmpty() || flow.definition().name == name)
                return &flow;
        return nullptr;
    }
    Steps render(const Subject &subject, const QString &name = {}) const
    {
        const Flow<Subject> *flow = find(name);
        return flow ? flow->render(subject) : Steps();
    }

private:
    QList<Flow<Subject>> m_flows;
};

} // namespace anteroom::calls
