// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "simulator/calls.h"
#include "simulator/notifications.h"
#include "simulator/numbers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

Stage::Stage()
    : world({.accountSid = u"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s,
             .authToken = u"0123456789abcdef0123456789abcdef"_s,
             .seed = 7})
{
    world.clock().setSpeed(0);
    m_server.setHandler([this](const http::Request &request, http::Responder responder) {
        const bool isGet = request.method == "GET";
        asked.append({request.path(), http::Form::decode(isGet ? request.query() : request.body), request});
        responder.respond(m_answers.value(request.path(), {.status = 404}));
    });
    if (const auto listening = m_server.listen(QHostAddress::LocalHost, 0); !listening)
        qFatal("%s", qUtf8Printable(listening.error()));
    pointNumber(url(u"/voice"_s));
}

QString Stage::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_server.port()).arg(path);
}

void Stage::answer(const QByteArray &path, const QByteArray &verbs)
{
    answerRaw(path, {.contentType = "text/xml"_ba,
                     .body = R"(<?xml version="1.0" encoding="UTF-8"?><Response>)" + verbs + "</Response>"});
}

void Stage::answerRaw(const QByteArray &path, const http::Response &response)
{
    m_answers.insert(path, response);
}

void Stage::settle()
{
    QTRY_VERIFY(world.webhooks().inFlight() == 0 && world.clock().untilNext() != 0ms);
}

void Stage::pass(std::chrono::milliseconds time)
{
    const QDateTime until = world.clock().now().addMSecs(time.count());
    settle();
    while (!QTest::currentTestFailed()) {
        const auto left = std::chrono::milliseconds{world.clock().now().msecsTo(until)};
        const auto next = world.clock().untilNext();
        const bool nothingMore = next < 0ms || next > left;
        world.clock().step(nothingMore ? left : next);
        if (nothingMore)
            break;
        settle();
    }
    settle();
}

QString Stage::dial(const QString &from)
{
    simulator::IncomingCall call;
    call.from = from;
    call.to = world.numbers().all().constFirst().number;
    call.callerName = u"Zoë O'Neil & Söhne"_s;
    const auto dialled = world.calls().dial(call);
    if (!dialled)
        return {};
    settle();
    return dialled->sid;
}

void Stage::pointNumber(const QString &voiceUrl, const QString &fallback, const QString &statusCallback)
{
    simulator::UpdateNumber update;
    update.voiceUrl = voiceUrl;
    update.voiceFallbackUrl = fallback;
    update.statusCallback = statusCallback;
    const auto done = world.numbers().update(world.numbers().all().constFirst().sid, update);
    QVERIFY(done.has_value());
}

QList<Stage::Asked> Stage::on(const QByteArray &path) const
{
    QList<Asked> result;
    for (const Asked &each : asked) {
        if (each.path == path)
            result.append(each);
    }
    return result;
}

QByteArray Stage::last(const QByteArray &path, const QByteArray &parameter) const
{
    const QList<Asked> there = on(path);
    return there.isEmpty() ? "(never asked)"_ba : there.constLast().form.value(parameter);
}

QStringList Stage::verbs(const QString &callSid) const
{
    QStringList result;
    for (const auto &each : const_cast<Stage *>(this)->world.calls().executed(callSid))
        result.append(each.verb);
    return result;
}

QString Stage::status(const QString &callSid) const
{
    const auto call = const_cast<Stage *>(this)->world.calls().get(callSid);
    return call ? simulator::text(call->status) : u"(gone)"_s;
}

QString Stage::place(const QString &callSid) const
{
    return const_cast<Stage *>(this)->world.calls().whereabouts(callSid).place;
}

QList<int> Stage::errors() const
{
    QList<int> result;
    for (const auto &each : const_cast<Stage *>(this)->world.notifications().all())
        result.append(each.errorCode);
    return result;
}

simulator::Call Stage::child(const QString &parentSid) const
{
    for (const auto &call : const_cast<Stage *>(this)->world.calls().list()) {
        if (call.parentSid == parentSid)
            return call;
    }
    return {};
}
