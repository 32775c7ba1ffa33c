// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/activity.h"

#include "simulator/verbs/dial_conference.h"
#include "simulator/verbs/dial_number.h"
#include "simulator/verbs/dial_queue.h"
#include "simulator/verbs/enqueue.h"
#include "simulator/verbs/gather.h"
#include "simulator/verbs/record.h"
#include "simulator/verbs/simple.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

bool dials(const twiml::Element &dial, QLatin1StringView noun)
{
    return !dial.children.isEmpty() && dial.children.constFirst().name == noun;
}

} // namespace

int Activity::number(QStringView name, int fallback) const
{
    bool ok = false;
    const int value = attribute(name).toInt(&ok);
    return ok && value >= 0 ? value : fallback;
}

bool Activity::flag(QStringView name, bool fallback) const
{
    const QString value = attribute(name);
    return value.isEmpty() ? fallback : value == "true"_L1;
}

std::optional<WebAddress> Activity::address(QStringView name, QStringView method) const
{
    if (!m_verb.hasAttribute(name))
        return std::nullopt;
    return WebAddress{m_run.absolute(m_verb.attribute(name).trimmed()), m_verb.attribute(method, u"POST"_s)};
}

void Activity::proceed(const http::Form &parameters)
{
    if (const auto where = address(u"action", u"method"))
        m_run.goTo(*where, u"action"_s, parameters);
    else
        m_run.next();
}

std::optional<Farewell> Activity::action(const http::Form &parameters) const
{
    const auto where = address(u"action", u"method");
    if (!where)
        return std::nullopt;
    return Farewell{*where, parameters};
}

std::unique_ptr<Activity> makeActivity(Run &run, const twiml::Element &verb)
{
    const QString &name = verb.name;
    if (!twiml::mayStand(name, run.place()))
        return nullptr;
    if (name == "Gather"_L1)
        return std::make_unique<Gather>(run, verb);
    if (name == "Record"_L1)
        return std::make_unique<Record>(run, verb);
    if (name == "Enqueue"_L1)
        return std::make_unique<Enqueue>(run, verb);
    if (name == "Dial"_L1 && dials(verb, "Conference"_L1))
        return std::make_unique<DialConference>(run, verb);
    if (name == "Dial"_L1 && dials(verb, "Queue"_L1))
        return std::make_unique<DialQueue>(run, verb);
    if (name == "Dial"_L1)
        return std::make_unique<DialNumber>(run, verb);
    return makeSimple(run, verb);
}

bool leavesRinging(const twiml::Element &verb, bool first)
{
    const QString &name = verb.name;
    if (name == "Redirect"_L1 || name == "Sms"_L1)
        return true;
    return first && (name == "Reject"_L1 || name == "Pause"_L1 ||
                     (name == "Dial"_L1 && verb.attribute(u"answerOnBridge") == "true"_L1));
}

QString summary(const twiml::Element &verb)
{
    QStringList parts;
    if (const QString text = verb.text.trimmed(); !text.isEmpty())
        parts.append(text);
    for (const twiml::Element &child : verb.children) {
        if (const QString text = child.text.trimmed(); !text.isEmpty())
            parts.append(text);
    }
    return parts.join(u' ');
}

} // namespace anteroom::simulator
