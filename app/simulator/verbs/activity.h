// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/leg.h"
#include "simulator/run.h"
#include "simulator/world.h"

#include <QChar>

#include <chrono>
#include <optional>

namespace anteroom::simulator {

/// A request that goes out although its answer cannot control anything any more.
struct Farewell
{
    WebAddress address;
    http::Form parameters;
};

/// One verb while it lasts.
class Activity
{
public:
    Activity(Run &run, twiml::Element verb) : m_run(run), m_verb(std::move(verb)) {}
    virtual ~Activity() = default;
    Activity(const Activity &) = delete;
    Activity &operator=(const Activity &) = delete;

    virtual void start() = 0;
    virtual void key(QChar) {}
    /// Whether what the person says is recorded.
    virtual bool voice(std::chrono::milliseconds) { return false; }
    /// The call leaves this verb from outside: lets go of everybody else. The answer is the verb's action, if
    /// it is due.
    virtual std::optional<Farewell> leave(Leaving) { return std::nullopt; }

protected:
    Run &run() { return m_run; }
    Leg &leg() { return m_run.leg(); }
    World &world() { return m_run.world(); }
    Clock &clock() { return m_run.world().clock(); }
    QDateTime now() const { return m_run.world().clock().now(); }
    const twiml::Element &verb() const { return m_verb; }
    QString text() const { return m_verb.text.trimmed(); }
    QString attribute(QStringView name, const QString &fallback = {}) const
    {
        return m_verb.attribute(name, fallback);
    }
    int number(QStringView name, int fallback) const;
    bool flag(QStringView name, bool fallback) const;
    /// The address in an attribute, absolute; nothing if there is none.
    std::optional<WebAddress> address(QStringView name, QStringView method) const;
    /// Goes on: to the action if there is one, else to the next verb.
    void proceed(const http::Form &parameters);
    std::optional<Farewell> action(const http::Form &parameters) const;

private:
    Run &m_run;
    const twiml::Element m_verb;
};

/// Null when that verb may not stand there (facts 2.2, 2.3, 2.5).
std::unique_ptr<Activity> makeActivity(Run &run, const twiml::Element &verb);
/// Whether the first verb of a ringing call leaves it ringing (Reject, Pause, Dial with answerOnBridge ...).
bool leavesRinging(const twiml::Element &verb, bool first);
/// What the log of executed verbs says about it.
QString summary(const twiml::Element &verb);

} // namespace anteroom::simulator
