// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/clock.h"
#include "simulator/values.h"
#include "simulator/webhooks.h"
#include "twiml/document.h"

#include <functional>
#include <memory>

namespace anteroom::simulator {

class Activity;
class Leg;
class World;

/// Documents that run one after another on one leg at one place: a call's own, a wait document, a whisper.
/// Steps are always taken from the clock, so that nothing here is destroyed while it is being executed;
/// whoever drops a run cancels it and leaves it to World::bury().
class Run
{
public:
    enum class End { OutOfVerbs, HungUp, Left, Failed };
    using Ended = std::function<void(End)>;

    Run(Leg &leg, twiml::Place place, Ended ended);
    ~Run();
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    /// Parameters that go with every request of this run, asked for anew each time.
    void setParameters(std::function<http::Form()> parameters) { m_parameters = std::move(parameters); }
    void fetch(const WebAddress &address, const QString &kind, const http::Form &extra = {});
    void perform(const twiml::Document &document, const QString &url);
    void cancel(); ///< nothing of it happens any more; does not tell the activity

    // For activities.
    void next(); ///< this verb is done
    void goTo(const WebAddress &address, const QString &kind, const http::Form &extra = {});
    void end(End end);
    void fail(int code, const QString &problem, const WebAddress &address = {});
    Leg &leg() { return m_leg; }
    World &world();
    QObject *life() { return m_life.get(); }
    twiml::Place place() const { return m_place; }
    const QString &url() const { return m_url; } ///< of the document; empty for an inline one
    /// An address of the document made absolute; empty (and 11100 is due) when that cannot be done.
    QString absolute(const QString &reference) const;
    bool isFirstVerb() const { return m_index <= 1; }

    Activity *activity() const { return m_activity.get(); }
    int failureCode() const { return m_failureCode; }
    const QString &failureUrl() const { return m_failureUrl; }

private:
    void arrived(const WebAddress &asked, const WebhookAnswer &answer);
    void step();
    void soon(std::function<void()> work);

    Leg &m_leg;
    const twiml::Place m_place;
    Ended m_ended;
    std::function<http::Form()> m_parameters;
    twiml::Document m_document;
    qsizetype m_index = 0;
    QString m_url;
    bool m_inline = false;
    std::unique_ptr<Activity> m_activity;
    int m_failureCode = 0;
    QString m_failureUrl;
    std::unique_ptr<QObject> m_life; ///< context of everything that is still to come
};

} // namespace anteroom::simulator
