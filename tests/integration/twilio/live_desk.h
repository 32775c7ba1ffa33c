// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/switchboard.h"
#include "helpers/fast_clock.h"
#include "helpers/memory_journal.h"
#include "http/server.h"
#include "simulator/calls.h"
#include "simulator/numbers.h"
#include "simulator/phone_company.h"
#include "simulator/phones.h"
#include "twilio/served_music.h"
#include "twilio/twilio_carrier.h"
#include "twilio/webhook_routes.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

namespace anteroom::test {

/// A desk at work on a simulated phone company: switchboard, carrier and receiver as they are, in one thread.
class LiveDesk
{
public:
    static constexpr auto pollTime = std::chrono::milliseconds(150);

    static constexpr int companySpeed = 20;

    LiveDesk(bool withReceiver, const calls::AskPlan &asking)
        : LiveDesk(withReceiver, calls::LineManners::defaults(), 1, asking)
    {
    }
    /// `deskSpeed`: how fast the switchboard's own time runs; the requests' runs as it does.
    explicit LiveDesk(bool withReceiver, calls::LineManners manners = calls::LineManners::defaults(),
                      int deskSpeed = 1, const calls::AskPlan &asking = calls::AskPlan::defaults(),
                      const QUrl &publicUrl = {})
        : deskClock(deskSpeed), company({sid, QString::fromLatin1(token), 1})
    {
        if (!company.listen() || !server.listen(QHostAddress::LocalHost, 0))
            qFatal("No port is free");
        company.world().clock().setSpeed(companySpeed);
        line = company.world().numbers().all().constFirst().number;
        const twilio::Account account{sid, token, {}, {}};
        twilio::Places places{QUrl(company.origin()), {}};
        if (withReceiver)
            places.publicUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
        if (publicUrl.isValid())
            places.publicUrl = publicUrl; // leads here by way of somebody else
        carrier = std::make_unique<twilio::TwilioCarrier>(account, places, QStringLiteral("show"), manners,
                                                          folder.filePath(QStringLiteral("numbers.json")),
                                                          network, clock);
        calls::SwitchboardOptions options;
        options.line = {line, QStringLiteral("show"), {}, true};
        options.manners = std::move(manners);
        options.pollBusy = pollTime * deskSpeed;
        options.pollIdle = pollTime * deskSpeed;
        options.asking = asking;
        options.publicUrl = places.publicUrl.toString();
        options.recordingsFolder = folder.filePath(QStringLiteral("voicemail"));
        options.seekMessages = std::chrono::seconds(1);
        options.beforeApologies = std::chrono::seconds(1);
        options.pollTexts = std::chrono::seconds(1);
        options.pollMoving = pollTime * deskSpeed;
        options.doorRests = std::chrono::seconds(1);
        m_options = options;
        m_account = account;
        m_places = places;
        server.setHandler([this](http::Request request, http::Responder responder) {
            ++webhooks;
            if (routes)
                routes->handle(request, std::move(responder));
            else
                responder.drop(); // the desk is gone
        });
        begin();
    }
    ~LiveDesk()
    {
        carrier->cancel();
        end();
    }
    /// The switchboard comes to life with what its journal holds.
    void begin()
    {
        desk = std::make_unique<calls::Switchboard>(m_options, *carrier, journal, log, deskClock);
        routes = std::make_unique<twilio::WebhookRoutes>(m_account, m_places, *desk, journal, clock);
        desk->setSeats({ann});
        desk->start(journal.saved());
    }
    /// It stops, while callers and the phone company go on.
    void end()
    {
        auto stopped = desk->stop();
        if (!QTest::qWaitFor([&] { return stopped.isReady(); }, 10'000))
            qFatal("The switchboard did not stop");
        routes.reset();
        desk.reset();
    }

    /// What the user chose as hold music is served from now on.
    void serve(const calls::SoundFile &music)
    {
        const twilio::Account account{sid, token, {}, {}};
        routes->setHoldMusic(music);
        carrier->setMusicPath(twilio::musicPath(account, music));
    }
    bool connectLine()
    {
        m_connected = false;
        m_connecting.push_back(connectNow());
        return QTest::qWaitFor([this] { return m_connected; }, 10'000);
    }
    /// Whether the next caller's first document comes from here.
    bool numberAsksTheDesk()
    {
        const QString asked = company.world().numbers().all().constFirst().voiceUrl.url;
        return asked.startsWith(QStringLiteral("http://127.0.0.1:%1/").arg(server.port()));
    }
    /// As the desk does when it is closed.
    bool pointAway()
    {
        m_pointed = false;
        m_connecting.push_back(pointAwayNow());
        return QTest::qWaitFor([this] { return m_pointed; }, 10'000);
    }
    /// Whoever dials speaks for so long wherever they are recorded.
    QString dial(const QString &from = QStringLiteral("+12025550123"), int speaks = 0,
                 const QString &presses = {})
    {
        simulator::IncomingCall call;
        call.presses = presses;
        call.speaksSeconds = speaks;
        call.from = from;
        call.to = line;
        call.callerName = QStringLiteral("Priya Raman");
        const auto dialled = company.world().calls().dial(call);
        return dialled ? dialled->sid : QString();
    }
    void phoneIs(const simulator::PhoneBehaviour &behaviour)
    {
        company.world().phones().set(ann.phone, behaviour);
    }

    calls::CallState state(const QString &call) const { return find(call).state; }
    calls::Call find(const QString &call) const
    {
        for (const calls::Call &known : desk->snapshot().calls) {
            if (known.sid == call)
                return known;
        }
        return {};
    }
    /// What a call has heard so far, by the verb.
    QStringList heard(const QString &call, const QString &verb)
    {
        QStringList texts;
        for (const simulator::ExecutedVerb &executed : company.world().calls().executed(call)) {
            if (executed.verb == verb)
                texts << executed.text;
        }
        return texts;
    }
    /// The call that we make.
    calls::Call outbound() const
    {
        for (const calls::Call &known : desk->snapshot().calls) {
            if (known.outbound)
                return known;
        }
        return {};
    }
    QString place(const QString &call) { return company.world().calls().whereabouts(call).place; }
    /// How often the seat's phone has been called.
    int rings()
    {
        int count = 0;
        for (const simulator::Call &call : company.world().calls().list())
            count += call.to == ann.phone ? 1 : 0;
        return count;
    }

    const QString sid = QStringLiteral("AC00000000000000000000000000000001");
    const QByteArray token = QByteArrayLiteral("0123456789abcdef0123456789abcdef");
    calls::Seat ann{QStringLiteral("Ann"), calls::Role::Host, QStringLiteral("+14155550111")};
    FastClock deskClock;
    simulator::PhoneCompany company;
    http::Server server;
    QNetworkAccessManager network;
    QTemporaryDir folder;
    calls::SystemClock clock;
    MemoryJournal journal;
    MemoryLog log;
    QString line;
    int webhooks = 0;
    std::unique_ptr<twilio::TwilioCarrier> carrier;
    std::unique_ptr<calls::Switchboard> desk;
    std::unique_ptr<twilio::WebhookRoutes> routes;

private:
    QCoro::Task<void> connectNow()
    {
        const auto result = co_await carrier->connectNumber(line);
        m_connected = result.has_value();
    }

    QCoro::Task<void> pointAwayNow()
    {
        const auto result = co_await carrier->pointLine(line, calls::LineTarget::Away);
        m_pointed = result.has_value();
    }

    bool m_pointed = false;
    calls::SwitchboardOptions m_options;
    twilio::Account m_account;
    twilio::Places m_places;
    bool m_connected = false;
    std::vector<QCoro::Task<void>> m_connecting;
};

} // namespace anteroom::test
