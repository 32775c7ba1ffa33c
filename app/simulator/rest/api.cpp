// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/api.h"

#include "simulator/rest/control.h"
#include "simulator/rest/router.h"
#include "simulator/world.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

/// What the real company's edge answers when it is in trouble.
http::Response troubledAnswer(int status)
{
    switch (status) {
    case 429:
        return rest::errorAnswer(rest::tooManyRequests());
    case 503:
        return rest::errorAnswer({503, 20503, u"Service unavailable"_s});
    case 500:
        return rest::errorAnswer({500, 20500, u"Internal Server Error"_s});
    default:
        return rest::errorAnswer(
            {status, 20000 + status, u"The simulator was told to answer %1"_s.arg(status)});
    }
}

} // namespace

/// A REST request from its arrival to its answer.
struct Api::Waiting
{
    http::Request request;
    http::Responder responder;
    rest::Trouble trouble;
    http::Response response;
    int concurrent = 0;
    QElapsedTimer since;
};

Api::Api(World &world, QObject *parent)
    : QObject(parent), m_world(world), m_control(std::make_unique<rest::Control>(world, m_trouble))
{
}

Api::~Api() = default;

void Api::handle(http::Request request, http::Responder responder)
{
    if (request.path().startsWith("/simulator/")) {
        responder.respond(m_control->answer(request));
        return;
    }
    const rest::Trouble trouble = m_trouble.next(m_world.faults(), request.path()).value_or(rest::Trouble());
    ++m_inFlight;
    auto waiting = std::make_shared<Waiting>(
        Waiting{std::move(request), std::move(responder), trouble, {}, m_inFlight, {}});
    waiting->since.start();
    // Latency lies on the way that is troubled: before, the request is under way; after, it is its answer.
    const bool late = trouble.latencyMilliseconds > 0;
    if (late && !trouble.afterActing)
        QTimer::singleShot(trouble.latencyMilliseconds, this, [this, waiting] { act(waiting); });
    else
        act(waiting);
}

void Api::act(const std::shared_ptr<Waiting> &waiting)
{
    const rest::Trouble &trouble = waiting->trouble;
    const bool neverProcessed = trouble.losesAnswer() && !trouble.afterActing;
    if (!neverProcessed)
        waiting->response = rest::answer(m_world, waiting->request);
    if (trouble.status != 0)
        waiting->response = troubledAnswer(trouble.status);
    if (trouble.latencyMilliseconds > 0 && trouble.afterActing)
        QTimer::singleShot(trouble.latencyMilliseconds, this, [this, waiting] { finish(waiting); });
    else
        finish(waiting);
}

void Api::finish(const std::shared_ptr<Waiting> &waiting)
{
    --m_inFlight;
    if (waiting->trouble.drop) {
        waiting->responder.drop();
        return;
    }
    waiting->response.headers.append(
        {"Twilio-Concurrent-Requests"_ba, QByteArray::number(waiting->concurrent)});
    waiting->response.headers.append(
        {"Twilio-Request-Duration"_ba,
         QByteArray::number(double(waiting->since.nsecsElapsed()) / 1e9, 'f', 3)});
    waiting->responder.respond(waiting->response);
}

} // namespace anteroom::simulator
