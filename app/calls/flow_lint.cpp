// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/flow_lint.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

using Kind = FlowFinding::Kind;

class Linter
{
public:
    Linter(const FlowDefinition &flow, const FlowNames &names) : m_flow(flow), m_names(names) {}

    QList<FlowFinding> findings()
    {
        names();
        ways();
        reach();
        for (const QString &state : m_flow.allStates())
            exitsAndResponses(state);
        return m_findings;
    }

private:
    void add(Kind kind, const QString &state, const QString &sentence)
    {
        m_findings.append({kind, state, sentence});
    }

    void names()
    {
        const QStringList states = m_flow.allStates();
        if (!m_flow.states.contains(m_flow.initial))
            add(Kind::UnknownState, m_flow.initial,
                u"The initial state %1 is never declared."_s.arg(m_flow.initial));
        QSet<QString> answered;
        const auto knownState = [&](const QString &state) {
            if (!state.isEmpty() && !states.contains(state))
                add(Kind::UnknownState, state, u"The state %1 is used but never declared."_s.arg(state));
        };
        for (const FlowEvent &event : m_flow.events) {
            knownState(event.state);
            if (!event.actor.isEmpty() && !m_flow.actors.contains(event.actor))
                add(Kind::UnknownActor, event.state,
                    u"%1 is an event of the unknown actor %2."_s.arg(event.name, event.actor));
            for (const QString &guard : event.guards.ifs + event.guards.unlesses)
                if (!m_names.guards.contains(guard))
                    add(Kind::UnknownGuard, event.state,
                        u"%1 asks the unknown guard %2."_s.arg(event.name, guard));
        }
        for (const FlowHook &hook : m_flow.hooks) {
            knownState(hook.state);
            if (!m_names.actions.contains(hook.action))
                add(Kind::UnknownAction, hook.state, u"The hook %1 is not known."_s.arg(hook.action));
        }
        for (const FlowResponse &response : m_flow.responses) {
            knownState(response.state);
            if (answered.contains(response.state))
                add(Kind::DuplicateResponse, response.state,
                    u"%1 has more than one response."_s.arg(response.state.isEmpty() ? u"any state"_s
                                                                                     : response.state));
            answered.insert(response.state);
            if (!m_names.responses.contains(response.response))
                add(Kind::UnknownResponse, response.state,
                    u"The response %1 is not known."_s.arg(response.response));
            for (const QString &cue : response.cues)
                if (!isAnswered(response.state, cue))
                    add(Kind::UnansweredCue, response.state,
                        u"The response of %1 names the event %2, which is not defined there."_s.arg(
                            response.state, cue));
        }
    }

    bool isAnswered(const QString &state, const QString &cue) const
    {
        return std::ranges::any_of(m_flow.events, [&](const FlowEvent &event) {
            return event.name == cue && (event.state.isEmpty() || event.state == state);
        });
    }

    /// Whether `later` can only be reached when `earlier` has already won.
    static bool covers(const FlowEvent &earlier, const FlowEvent &later)
    {
        const auto within = [](const QStringList &some, const QStringList &all) {
            return std::ranges::all_of(some, [&](const QString &guard) { return all.contains(guard); });
        };
        return earlier.name == later.name && (earlier.state.isEmpty() || earlier.state == later.state) &&
               within(earlier.guards.ifs, later.guards.ifs) &&
               within(earlier.guards.unlesses, later.guards.unlesses);
    }

    void ways()
    {
        for (qsizetype later = 0; later < m_flow.events.size(); ++later) {
            const FlowEvent &event = m_flow.events.at(later);
            const auto before = m_flow.events.first(later);
            if (std::ranges::any_of(before, [&](const FlowEvent &earlier) { return covers(earlier, event); }))
                add(Kind::NeverWins, event.state, u"%1 to %2 can never win."_s.arg(event.name, event.to));
            const bool contradicts = std::ranges::any_of(event.guards.ifs, [&](const QString &guard) {
                return event.guards.unlesses.contains(guard);
            });
            if (contradicts)
                add(Kind::NeverWins, event.state,
                    u"%1 to %2 contradicts itself."_s.arg(event.name, event.to));
        }
        for (const QString &state : m_flow.allStates())
            for (const QString &name : m_flow.allEvents())
                refusals(state, name);
    }

    void refusals(const QString &state, const QString &name)
    {
        QList<FlowGuards> guards;
        for (const FlowEvent &event : m_flow.events)
            if (event.name == name && (event.state.isEmpty() || event.state == state))
                guards << event.guards;
        if (guards.isEmpty() ||
            std::ranges::any_of(guards, [](const FlowGuards &g) { return g == FlowGuards(); }))
            return;
        // "if x" beside "unless x" leaves no gap.
        const bool complete = std::ranges::any_of(guards, [&](const FlowGuards &some) {
            return guards.contains(FlowGuards{some.unlesses, some.ifs}) &&
                   some.ifs.size() + some.unlesses.size() == 1;
        });
        if (!complete)
            add(Kind::MayBeRefused, state,
                u"In %1 every way of %2 is guarded, so that all can be false."_s.arg(state, name));
    }

    void reach()
    {
        QSet<QString> reached{m_flow.initial};
        for (bool grew = true; grew;) {
            grew = false;
            for (const FlowEvent &event : m_flow.events)
                if ((event.state.isEmpty() || reached.contains(event.state)) && !reached.contains(event.to)) {
                    reached.insert(event.to);
                    grew = true;
                }
        }
        for (const QString &state : m_flow.allStates())
            if (!reached.contains(state))
                add(Kind::Unreachable, state, u"No event leads to %1."_s.arg(state));
    }

    void exitsAndResponses(const QString &state)
    {
        const bool leaves = std::ranges::any_of(m_flow.events, [&](const FlowEvent &event) {
            return (event.state.isEmpty() || event.state == state) && event.to != state;
        });
        if (!leaves && !m_flow.finals.contains(state))
            add(Kind::NoExit, state, u"Nothing leads out of %1."_s.arg(state));
        const bool answers = std::ranges::any_of(
            m_flow.responses, [&](const FlowResponse &r) { return r.state == state || r.state.isEmpty(); });
        if (!answers)
            add(Kind::NoResponse, state, u"%1 has no response."_s.arg(state));
    }

    const FlowDefinition &m_flow;
    const FlowNames &m_names;
    QList<FlowFinding> m_findings;
};

} // namespace

bool FlowFinding::isError() const
{
    return kind == Kind::UnknownGuard || kind == Kind::UnknownAction || kind == Kind::UnknownResponse ||
           kind == Kind::UnknownActor || kind == Kind::UnknownState || kind == Kind::UnansweredCue ||
           kind == Kind::NeverWins || kind == Kind::DuplicateResponse;
}

QList<FlowFinding> lintFlow(const FlowDefinition &flow, const FlowNames &names)
{
    return Linter(flow, names).findings();
}

QString drawFlow(const FlowDefinition &flow)
{
    const auto quoted = [](const QString &text) {
        return u'"' + QString(text).replace(u'"', u"\\\""_s) + u'"';
    };
    QString drawing = u"digraph %1 {\n"_s.arg(quoted(flow.name));
    for (const QString &state : flow.allStates())
        drawing += u"  %1 [shape=%2];\n"_s.arg(quoted(state),
                                               flow.finals.contains(state) ? u"doublecircle"_s : u"box"_s);
    for (const FlowEvent &event : flow.events) {
        QString label = event.name;
        for (const QString &guard : event.guards.ifs)
            label += u" if "_s + guard;
        for (const QString &guard : event.guards.unlesses)
            label += u" unless "_s + guard;
        for (const QString &from : event.state.isEmpty() ? flow.allStates() : QStringList{event.state})
            drawing += u"  %1 -> %2 [label=%3];\n"_s.arg(quoted(from), quoted(event.to), quoted(label));
    }
    return drawing + u"}\n"_s;
}

} // namespace anteroom::calls
