// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/simple.h"

#include "simulator/messages.h"
#include "simulator/notifications.h"
#include "simulator/verbs/player.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

class Hear : public Activity
{
public:
    Hear(Run &where, const twiml::Element &what)
        : Activity(where, what), m_player(where, {what}, [&where] { where.next(); })
    {
    }
    void start() override { m_player.start(); }
    std::optional<Farewell> leave(Leaving) override
    {
        m_player.stop();
        return std::nullopt;
    }

private:
    Player m_player;
};

class Redirect : public Activity
{
public:
    using Activity::Activity;
    void start() override
    {
        run().goTo({run().absolute(text()), attribute(u"method", u"POST"_s)}, u"redirect"_s);
    }
};

class Hangup : public Activity
{
public:
    using Activity::Activity;
    void start() override { run().end(Run::End::HungUp); }
};

class Leave : public Activity
{
public:
    using Activity::Activity;
    void start() override { run().end(Run::End::Left); }
};

class Reject : public Activity
{
public:
    using Activity::Activity;
    void start() override
    {
        const bool busy = attribute(u"reason") == "busy"_L1;
        const bool ringing = leg().call().status == CallStatus::Ringing;
        const auto status = !ringing ? CallStatus::Completed : busy ? CallStatus::Busy : CallStatus::NoAnswer;
        clock().after(std::chrono::milliseconds{0}, run().life(),
                      [&leg = leg(), status] { leg.hangUp(status, Leaving::Program); });
    }
};

class Text : public Activity
{
public:
    using Activity::Activity;
    void start() override
    {
        const Call &call = leg().call();
        const bool inbound = call.direction == Direction::Inbound;
        CreateMessage message;
        message.from = attribute(u"from", inbound ? call.to : call.from);
        message.to = attribute(u"to", inbound ? call.from : call.to);
        message.body = summary(verb());
        if (const auto callback = address(u"statusCallback", u""))
            message.statusCallback = *callback;
        http::Form result;
        if (const auto sent = world().messages().create(message, u"outbound-call"_s)) {
            result.add("SmsSid"_ba, sent->sid.toUtf8());
            result.add("MessageSid"_ba, sent->sid.toUtf8());
            result.add("SmsStatus"_ba, sent->status.toUtf8());
        } else {
            world().notifications().add(sent.error().code, sent.error().message, leg().sid(), {run().url()},
                                        true);
            result.add("SmsStatus"_ba, "failed"_ba);
        }
        proceed(result);
    }
};

} // namespace

std::unique_ptr<Activity> makeSimple(Run &run, const twiml::Element &verb)
{
    const QString &name = verb.name;
    if (name == "Redirect"_L1)
        return std::make_unique<Redirect>(run, verb);
    if (name == "Hangup"_L1)
        return std::make_unique<Hangup>(run, verb);
    if (name == "Leave"_L1)
        return std::make_unique<Leave>(run, verb);
    if (name == "Reject"_L1)
        return std::make_unique<Reject>(run, verb);
    if (name == "Sms"_L1)
        return std::make_unique<Text>(run, verb);
    return std::make_unique<Hear>(run, verb);
}

} // namespace anteroom::simulator
