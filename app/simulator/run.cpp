// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run.h"

#include "simulator/leg.h"
#include "simulator/notifications.h"
#include "simulator/verbs/activity.h"
#include "simulator/web/answer_document.h"
#include "simulator/world.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {
constexpr int schemaWarning = 12200;
}

Run::Run(Leg &leg, twiml::Place place, Ended ended)
    : m_leg(leg), m_place(place), m_ended(std::move(ended)), m_life(std::make_unique<QObject>())
{
}

Run::~Run() = default;

World &Run::world()
{
    return m_leg.world();
}

void Run::soon(std::function<void()> work)
{
    if (m_life)
        world().clock().after(std::chrono::milliseconds{0}, m_life.get(), std::move(work));
}

void Run::cancel()
{
    m_life.reset();
}

void Run::fetch(const WebAddress &address, const QString &kind, const http::Form &extra)
{
    if (!m_life)
        return;
    http::Form parameters = m_leg.parameters();
    if (m_parameters) {
        const http::Form own = m_parameters(); // named: a range-for does not keep it alive
        for (const auto &[name, value] : own.fields())
            parameters.add(name, value);
    }
    for (const auto &[name, value] : extra.fields())
        parameters.add(name, value);
    world().webhooks().fetch(
        {.kind = kind, .callSid = m_leg.sid(), .address = address, .parameters = parameters}, m_life.get(),
        [this, address](const WebhookAnswer &answer) { arrived(address, answer); });
}

void Run::arrived(const WebAddress &asked, const WebhookAnswer &answer)
{
    if (answer.errorCode != 0) {
        fail(answer.errorCode, answer.problem, asked);
        return;
    }
    const auto document = documentOf(answer, m_place);
    if (!document) {
        fail(document.error().code, document.error().sentence, asked);
        return;
    }
    for (const twiml::Finding &finding : twiml::check(*document, m_place))
        world().notifications().add(finding.code, finding.sentence, m_leg.sid(), asked, true);
    perform(*document, answer.url);
}

void Run::perform(const twiml::Document &document, const QString &url)
{
    m_document = document;
    m_index = 0;
    m_url = url;
    m_inline = url.isEmpty();
    soon([this] { step(); });
}

void Run::step()
{
    m_activity.reset();
    if (m_place == twiml::Place::Voice)
        m_leg.setWhere({.place = u"document"_s}); // the verb just left may have been a queue or a room
    if (m_index >= m_document.size()) {
        end(End::OutOfVerbs);
        return;
    }
    const twiml::Element verb = m_document.at(m_index++);
    m_activity = makeActivity(*this, verb);
    if (!m_activity) {
        const bool dialInWhisper = m_place == twiml::Place::NumberWhisper && verb.name == "Dial"_L1;
        fail(dialInWhisper ? 13201 : schemaWarning, u"%1 is not allowed here"_s.arg(verb.name), {m_url});
        return;
    }
    m_leg.note(verb.name, summary(verb), m_url);
    if (m_place == twiml::Place::Voice && !leavesRinging(verb, m_index == 1))
        m_leg.answer();
    if (m_life) // answering can end the call
        m_activity->start();
}

void Run::next()
{
    soon([this] { step(); });
}

void Run::goTo(const WebAddress &address, const QString &kind, const http::Form &extra)
{
    if (address.url.isEmpty()) {
        fail(11100, u"Invalid URL format: a relative address in a document without one"_s, address);
        return;
    }
    soon([this, address, kind, extra] {
        m_activity.reset();
        if (m_place == twiml::Place::Voice)
            m_leg.setWhere({.place = u"document"_s});
        fetch(address, kind, extra);
    });
}

void Run::end(End end)
{
    soon([this, end] {
        const Ended ended = m_ended; // the owner may drop this run meanwhile
        ended(end);
    });
}

void Run::fail(int code, const QString &problem, const WebAddress &address)
{
    m_failureCode = code;
    m_failureUrl = address.url.isEmpty() ? m_url : address.url;
    world().notifications().add(code, problem, m_leg.sid(), {m_failureUrl, address.method});
    end(End::Failed);
}

QString Run::absolute(const QString &reference) const
{
    const QUrl url = QUrl::fromEncoded(reference.toUtf8());
    if (!url.isRelative())
        return reference;
    if (m_inline || m_url.isEmpty())
        return {};
    if (reference.isEmpty())
        return m_url;
    return QString::fromUtf8(QUrl::fromEncoded(m_url.toUtf8()).resolved(url).toEncoded());
}

} // namespace anteroom::simulator
