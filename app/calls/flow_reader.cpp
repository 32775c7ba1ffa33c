// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/flow_lint.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

class FlowReader
{
public:
    std::expected<FlowDefinition, QStringList> read(const QJsonObject &json)
    {
        onlyKnows(json, {u"name"_s, u"initial"_s, u"actors"_s, u"states"_s}, u"the flow"_s);
        m_flow.name = json.value("name"_L1).toString();
        m_flow.initial = json.value("initial"_L1).toString();
        m_flow.actors = words(json.value("actors"_L1));
        if (m_flow.initial.isEmpty())
            m_errors << u"The flow says no initial state."_s;
        const QJsonObject states = json.value("states"_L1).toObject();
        for (auto state = states.begin(); state != states.end(); ++state)
            readState(state.key() == "any"_L1 ? QString() : state.key(), state.value().toObject());
        if (!m_errors.isEmpty())
            return std::unexpected(m_errors);
        return m_flow;
    }

private:
    void onlyKnows(const QJsonObject &json, const QStringList &options, const QString &where)
    {
        for (const QString &key : json.keys())
            if (!options.contains(key))
                m_errors << u"%1 has the unknown option \"%2\"."_s.arg(where, key);
    }

    /// One word or a list of words.
    static QStringList words(const QJsonValue &value)
    {
        QStringList list;
        if (value.isString())
            list << value.toString();
        for (const QJsonValue item : value.toArray())
            list << item.toString();
        return list;
    }

    void readState(const QString &name, const QJsonObject &json)
    {
        onlyKnows(json, {u"events"_s, u"hooks"_s, u"response"_s, u"cues"_s, u"final"_s}, u"state "_s + name);
        if (!name.isEmpty())
            m_flow.states << name;
        if (json.value("final"_L1).toBool())
            m_flow.finals << name;
        if (json.contains("response"_L1))
            m_flow.responses.append(
                {name, json.value("response"_L1).toString(), words(json.value("cues"_L1))});
        for (const QJsonValue event : json.value("events"_L1).toArray())
            readEvent(name, event.toObject());
        for (const QJsonValue hook : json.value("hooks"_L1).toArray())
            readHook(name, hook.toObject());
    }

    void readEvent(const QString &state, const QJsonObject &json)
    {
        FlowEvent event{state,
                        json.value("event"_L1).toString(),
                        json.value("to"_L1).toString(),
                        {},
                        json.value("actor"_L1).toString()};
        onlyKnows(json, {u"event"_s, u"actor"_s, u"to"_s, u"if"_s, u"unless"_s}, u"event "_s + event.name);
        if (event.name.isEmpty() || event.to.isEmpty())
            m_errors << u"An event of %1 lacks its name or target."_s.arg(state);
        if (!event.actor.isEmpty())
            event.name = event.actor + u'_' + event.name;
        event.guards = {words(json.value("if"_L1)), words(json.value("unless"_L1))};
        m_flow.events << event;
    }

    void readHook(const QString &state, const QJsonObject &json)
    {
        static const QHash<QString, HookScope> scopes{{u"always"_s, HookScope::Always},
                                                      {u"success"_s, HookScope::Success},
                                                      {u"failure"_s, HookScope::Failure}};
        onlyKnows(json, {u"before"_s, u"after"_s, u"uniq"_s, u"action"_s}, u"a hook of "_s + state);
        const bool before = json.contains("before"_L1);
        const QString scope = json.value(before ? "before"_L1 : "after"_L1).toString();
        if (!scopes.contains(scope))
            m_errors << u"A hook of %1 has the unknown scope \"%2\"."_s.arg(state, scope);
        m_flow.hooks.append({state, before ? HookWhen::Before : HookWhen::After,
                             before ? HookScope::Always : scopes.value(scope), json.value("uniq"_L1).toBool(),
                             json.value("action"_L1).toString()});
    }

    FlowDefinition m_flow;
    QStringList m_errors;
};

} // namespace

std::expected<FlowDefinition, QStringList> readFlow(const QJsonObject &json)
{
    return FlowReader().read(json);
}

} // namespace anteroom::calls
