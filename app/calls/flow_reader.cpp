// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/flow_lint.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

/// Everything that is wrong is said, so that whoever wrote the flow need not try again for each mistake.
class FlowReader
{
public:
    std::expected<FlowDefinition, QStringList> read(const QJsonObject &json)
    {
        const QString where = u"The flow"_s;
        onlyKnows(json, {u"name"_s, u"initial"_s, u"actors"_s, u"states"_s}, where);
        m_flow.name = text(json, u"name"_s, where);
        m_flow.initial = text(json, u"initial"_s, where);
        m_flow.actors = words(json, u"actors"_s, where);
        if (m_flow.initial.isEmpty())
            m_errors << u"The flow says no initial state."_s;
        for (const QJsonObject &state : objects(json, u"states"_s, where))
            readState(state);
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

    void expected(const QString &what, const QString &key, const QString &where)
    {
        m_errors << u"%1 wants %2 as \"%3\"."_s.arg(where, what, key);
    }

    QString text(const QJsonObject &json, const QString &key, const QString &where)
    {
        const QJsonValue value = json.value(key);
        if (!value.isUndefined() && !value.isString())
            expected(u"a text"_s, key, where);
        return value.toString();
    }

    bool flag(const QJsonObject &json, const QString &key, const QString &where)
    {
        const QJsonValue value = json.value(key);
        if (!value.isUndefined() && !value.isBool())
            expected(u"true or false"_s, key, where);
        return value.toBool();
    }

    /// One word or a list of words.
    QStringList words(const QJsonObject &json, const QString &key, const QString &where)
    {
        const QJsonValue value = json.value(key);
        if (value.isUndefined())
            return {};
        if (value.isString())
            return {value.toString()};
        const QJsonArray items = value.toArray();
        QStringList list;
        for (const QJsonValue item : items) {
            if (item.isString())
                list << item.toString();
        }
        if (!value.isArray() || list.size() != items.size())
            expected(u"a word or a list of words"_s, key, where);
        return list;
    }

    QList<QJsonObject> objects(const QJsonObject &json, const QString &key, const QString &where)
    {
        const QJsonValue value = json.value(key);
        if (value.isUndefined())
            return {};
        const QJsonArray items = value.toArray();
        QList<QJsonObject> list;
        for (const QJsonValue item : items) {
            if (item.isObject())
                list << item.toObject();
        }
        if (!value.isArray() || list.size() != items.size())
            expected(u"a list of objects"_s, key, where);
        return list;
    }

    void readState(const QJsonObject &json)
    {
        const QString given = text(json, u"name"_s, u"A state"_s);
        if (given.isEmpty())
            m_errors << u"A state lacks its name."_s;
        const QString where = u"State "_s + given;
        onlyKnows(json, {u"name"_s, u"events"_s, u"hooks"_s, u"response"_s, u"cues"_s, u"final"_s}, where);
        const QString name = given == "any"_L1 ? QString() : given;
        if (!name.isEmpty() && m_flow.states.contains(name))
            m_errors << where + u" is defined twice."_s;
        if (!name.isEmpty())
            m_flow.states << name;
        if (flag(json, u"final"_s, where))
            m_flow.finals << name;
        const QStringList cues = words(json, u"cues"_s, where);
        if (json.contains("response"_L1))
            m_flow.responses.append({name, text(json, u"response"_s, where), cues});
        for (const QJsonObject &event : objects(json, u"events"_s, where))
            readEvent(name, event, where);
        for (const QJsonObject &hook : objects(json, u"hooks"_s, where))
            readHook(name, hook, where);
    }

    void readEvent(const QString &state, const QJsonObject &json, const QString &around)
    {
        FlowEvent event{state, text(json, u"event"_s, around)};
        const QString where = u"%1, event %2,"_s.arg(around, event.name);
        onlyKnows(json, {u"event"_s, u"actor"_s, u"to"_s, u"if"_s, u"unless"_s}, where);
        event.to = text(json, u"to"_s, where);
        event.actor = text(json, u"actor"_s, where);
        if (event.name.isEmpty() || event.to.isEmpty())
            m_errors << u"An event of %1 lacks its name or target."_s.arg(around);
        if (!event.actor.isEmpty())
            event.name = event.actor + u'_' + event.name;
        event.guards = {words(json, u"if"_s, where), words(json, u"unless"_s, where)};
        m_flow.events << event;
    }

    void readHook(const QString &state, const QJsonObject &json, const QString &around)
    {
        static const QHash<QString, HookScope> scopes{{u"always"_s, HookScope::Always},
                                                      {u"success"_s, HookScope::Success},
                                                      {u"failure"_s, HookScope::Failure}};
        const QString where = around + u", a hook,"_s;
        onlyKnows(json, {u"before"_s, u"after"_s, u"uniq"_s, u"action"_s}, where);
        const bool before = json.contains("before"_L1);
        if (before && json.contains("after"_L1))
            m_errors << where + u" is both before and after."_s;
        const QString scope = text(json, before ? u"before"_s : u"after"_s, where);
        if (!scopes.contains(scope))
            m_errors << u"%1 has the unknown scope \"%2\"."_s.arg(where, scope);
        const QString action = text(json, u"action"_s, where);
        if (action.isEmpty())
            m_errors << where + u" lacks its action."_s;
        m_flow.hooks.append({state, before ? HookWhen::Before : HookWhen::After,
                             before ? HookScope::Always : scopes.value(scope), flag(json, u"uniq"_s, where),
                             action});
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
