// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/local_mirror.h"

#include "desk/engine.h"

namespace anteroom::desk {

using namespace std::chrono_literals;

namespace {
// What follows within half a picture is told together, so that each is on screen with the next picture and
// the hundreds of a busy moment do not cost hundreds of paintings.
constexpr auto betweenTellings = 8ms;
// The first news is told as soon as the engine has had time to finish what it is about: after a click that is
// a request, whose threads would have to wait for their core while the window paints that the phone rings.
constexpr auto beforeTelling = 2ms;
} // namespace

LocalMirror::LocalMirror(Engine &engine, QObject *parent)
    : DeskMirror(parent), m_news(std::make_shared<QueueNews>())
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &LocalMirror::tellNews);
    follow(engine);
}

void LocalMirror::follow(Engine &engine)
{
    m_engine = &engine;
    const QStringList known = calls().keys();
    m_unheard = {known.begin(), known.end()};
    // The first of these two runs in the engine's thread, and in this order.
    m_filling = connect(&engine, &Engine::queueChanged, &engine,
                        [news = m_news](const calls::QueueChange &change) { news->add(change); });
    connect(&engine, &Engine::queueChanged, this, &LocalMirror::tellSoon);
    connect(&engine, &Engine::lineChanged, this, &LocalMirror::applyLine);
    connect(&engine, &Engine::connectionChanged, this, &LocalMirror::applyConnection);
    connect(&engine, &Engine::closeOutChanged, this, &LocalMirror::applyCloseOut);
    connect(&engine, &Engine::messagesChanged, this, &LocalMirror::applyMessages);
    connect(&engine, &Engine::missedCallsChanged, this, &LocalMirror::applyMissedCalls);
    connect(&engine, &Engine::peopleChanged, this, &LocalMirror::applyPeople);
    connect(&engine, &Engine::textsChanged, this, &LocalMirror::applyTexts);
    connect(&engine, &Engine::seatChanged, this, &LocalMirror::applySeat);
    connect(&engine, &Engine::phoneChanged, this, [this](const calls::SeatPhone &phone) {
        if (phone.seat == seat().name) {
            m_phoneNews = phone;
            tellSoon();
        }
    });
    connect(&engine, &Engine::callsTodayCounted, this, &LocalMirror::applyCallsToday);
    connect(&engine, &Engine::pastCallsReady, this, &LocalMirror::pastCallsReady);
    connect(&engine, &Engine::refused, this, &LocalMirror::refused);
    connect(&engine, &Engine::notice, this, &LocalMirror::notice);
    connect(&engine, &Engine::everythingRepeated, this, &LocalMirror::onEverythingRepeated);
    connect(&engine, &QObject::destroyed, this, &LocalMirror::onEngineGone);
    QMetaObject::invokeMethod(m_engine, &Engine::repeatEverything, Qt::QueuedConnection);
}

LocalMirror::~LocalMirror()
{
    disconnect(m_filling);
}

void LocalMirror::tellSoon()
{
    if (!m_pause.isActive())
        m_pause.start(beforeTelling);
}

void LocalMirror::tellNews()
{
    const auto phone = std::exchange(m_phoneNews, {});
    if (const auto news = m_news->take()) {
        m_pause.start(betweenTellings);
        for (const calls::Call &call : news->calls)
            m_unheard.remove(call.sid);
        applyQueue(*news);
    }
    if (phone)
        applyPhone(*phone);
}

void LocalMirror::onEverythingRepeated()
{
    tellNews();
    if (!m_unheard.isEmpty())
        applyQueue({revision(), {}, std::exchange(m_unheard, {}).values()});
}

void LocalMirror::onEngineGone()
{
    calls::ConnectionStatus status = connection();
    status.hearing = calls::ConnectionStatus::Hearing::Stale;
    applyConnection(status);
}

quint64 LocalMirror::submit(calls::Command command)
{
    const quint64 request = ++m_lastRequest;
    if (!m_engine) {
        const calls::Refusal refusal{
            calls::RefusalCode::WrongState,
            tr("The desk has stopped, so nothing was done. Callers still wait and hear music. Try again when "
               "the list is up to date.")};
        // Never before the number of the request is known.
        QMetaObject::invokeMethod(
            this, [this, request, refusal] { Q_EMIT refused(request, refusal); }, Qt::QueuedConnection);
    } else {
        QMetaObject::invokeMethod(
            m_engine,
            [engine = m_engine, request, command = std::move(command)] { engine->submit(request, command); },
            Qt::QueuedConnection);
    }
    return request;
}

void LocalMirror::setPhone(const QString &number)
{
    if (m_engine)
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, number] { engine->setPhone(number); }, Qt::QueuedConnection);
}

void LocalMirror::requestPastCalls(const calls::PastCallQuery &query)
{
    if (m_engine)
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, query] { engine->searchPastCalls(query); }, Qt::QueuedConnection);
}

} // namespace anteroom::desk
