// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/flow_definition.h"

#include <QScopeGuard>

namespace anteroom::calls {

namespace {

void addOnce(QStringList &list, const QString &item)
{
    if (!item.isEmpty() && !list.contains(item))
        list << item;
}

} // namespace

QStringList FlowDefinition::allStates() const
{
    QStringList all;
    addOnce(all, initial);
    for (const QString &state : states)
        addOnce(all, state);
    for (const FlowEvent &event : events)
        addOnce(all, event.to);
    return all;
}

QStringList FlowDefinition::allEvents() const
{
    QStringList all;
    for (const FlowEvent &event : events)
        addOnce(all, event.name);
    return all;
}

FlowBuilder::FlowBuilder(const QString &name, const QString &initial)
{
    m_definition.name = name;
    m_definition.initial = initial;
}

FlowBuilder::State FlowBuilder::state(const QString &name)
{
    addOnce(m_definition.states, name);
    return {m_definition, name};
}

FlowBuilder::State FlowBuilder::any()
{
    return {m_definition, QString()};
}

FlowBuilder &FlowBuilder::actor(const QString &name)
{
    addOnce(m_definition.actors, name);
    return *this;
}

FlowBuilder::State &FlowBuilder::State::event(const QString &name, const QString &to,
                                              const FlowGuards &guards)
{
    FlowGuards all = m_around;
    all.ifs += guards.ifs;
    all.unlesses += guards.unlesses;
    m_definition.events.append({m_name, name, to, all, {}});
    return *this;
}

FlowBuilder::State &FlowBuilder::State::actor(const QString &actor, const QString &name, const QString &to,
                                              const FlowGuards &guards)
{
    event(actor + u'_' + name, to, guards);
    m_definition.events.last().actor = actor;
    return *this;
}

FlowBuilder::State &FlowBuilder::State::before(const QString &action)
{
    m_definition.hooks.append({m_name, HookWhen::Before, HookScope::Always, false, action});
    return *this;
}

FlowBuilder::State &FlowBuilder::State::beforeUniq(const QString &action)
{
    m_definition.hooks.append({m_name, HookWhen::Before, HookScope::Always, true, action});
    return *this;
}

FlowBuilder::State &FlowBuilder::State::after(HookScope scope, const QString &action)
{
    m_definition.hooks.append({m_name, HookWhen::After, scope, false, action});
    return *this;
}

FlowBuilder::State &FlowBuilder::State::afterUniq(HookScope scope, const QString &action)
{
    m_definition.hooks.append({m_name, HookWhen::After, scope, true, action});
    return *this;
}

FlowBuilder::State &FlowBuilder::State::response(const QString &response, const QStringList &cues)
{
    m_definition.responses.append({m_name, response, cues});
    return *this;
}

FlowBuilder::State &FlowBuilder::State::final()
{
    addOnce(m_definition.finals, m_name);
    return *this;
}

FlowBuilder::State &FlowBuilder::State::flowIf(const QString &guard,
                                               const std::function<void(State &)> &inside)
{
    nest(m_around.ifs, guard, inside);
    return *this;
}

FlowBuilder::State &FlowBuilder::State::flowUnless(const QString &guard,
                                                   const std::function<void(State &)> &inside)
{
    nest(m_around.unlesses, guard, inside);
    return *this;
}

void FlowBuilder::State::nest(QStringList &guards, const QString &guard,
                              const std::function<void(State &)> &inside)
{
    guards.append(guard);
    // Also when `inside` throws: what is declared next must not inherit the guard.
    const auto unwind = qScopeGuard([&guards] { guards.removeLast(); });
    inside(*this);
}

} // namespace anteroom::calls
