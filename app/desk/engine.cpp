// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/engine.h"

#include "calls/clock.h"
#include "calls/sound_file.h"
#include "history/data_folder_lock.h"
#include "history/sqlite_call_log.h"
#include "history/sqlite_journal.h"
#include "http/server.h"
#ifdef ANTEROOM_HAS_SEATS
#include "seats/seat_registry.h"
#include "seats/seat_server.h"
#include "seats/switchboard_desk.h"
#endif
#include "twilio/front_door_probe.h"
#include "twilio/served_music.h"
#include "twilio/twilio_carrier.h"
#include "twilio/webhook_routes.h"

#include <QDir>
#include <QLoggingCategory>
#include <QNetworkAccessManager>

#include <algorithm>

namespace anteroom::desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int pastCallsShown = 500;
// The phone company may be slow or away; callers must not wait for a desk that is there already, nor whoever
// stops it for longer than 5 s.
constexpr auto longestPointing = 1500ms;
constexpr auto pointHostsAgain = 2min;
constexpr auto longestGoodbye = 2500ms;
constexpr std::chrono::seconds firstPause = 5s;

Q_LOGGING_CATEGORY(lcEngine, "anteroom.desk")

/// Nothing is wrong with the request or the account; later it may well succeed.
bool isPassing(calls::CarrierTrouble trouble)
{
    using calls::CarrierTrouble;
    return trouble == CarrierTrouble::NotSent || trouble == CarrierTrouble::Unclear ||
           trouble == CarrierTrouble::Limited;
}

/// Midnight where the desk stands: "today" is the show's day, not Greenwich's.
QDateTime beginningOfToday()
{
    return QDate::currentDate().startOfDay().toUTC();
}
} // namespace

/// Built from top to bottom, destroyed from bottom to top.
struct Engine::Parts
{
    Parts(history::DataFolderLock taken, const EngineOptions &options)
        : lock(std::move(taken)),
          journal(QDir(options.dataDir).filePath(u"anteroom.db"_s)),
          log(QDir(options.dataDir).filePath(u"anteroom.db"_s)),
          carrier(options.account, options.places, options.line.queue, options.manners,
                  QDir(options.dataDir).filePath(u"numbers.json"_s), network, clock)
    {
    }

    history::DataFolderLock lock;
    calls::SystemClock clock;
    QNetworkAccessManager network;
    history::SqliteJournal journal;
    history::SqliteCallLog log;
    twilio::TwilioCarrier carrier;
    http::Server receiver;
    std::unique_ptr<calls::Switchboard> switchboard;
    std::unique_ptr<twilio::WebhookRoutes> routes;
    std::unique_ptr<twilio::FrontDoorProbe> probe;
#ifdef ANTEROOM_HAS_SEATS
    std::unique_ptr<seats::SeatRegistry> registry;
    std::unique_ptr<seats::SwitchboardDesk> seatDesk;
    std::unique_ptr<seats::SeatServer> seatServer;
#endif
};

Engine::Engine(EngineOptions options) : m_options(std::move(options))
{
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(
        std::chrono::seconds(1)); // the number for today need not follow every change at once
    connect(&m_countSoon, &QTimer::timeout, this, &Engine::countCallsToday);
}

Engine::~Engine()
{
    // Requests on their way end here, while everything that waits for them is still there.
    m_stopping = true;
    if (m_parts)
        m_parts->carrier.cancel();
    m_parts.reset();
}

void Engine::start()
{
    m_tasks.keep(open());
}

QCoro::Task<void> Engine::open()
{
    auto lock = history::DataFolderLock::take(m_options.dataDir);
    if (!lock) {
        Q_EMIT failed(lock.error());
        co_return;
    }
    m_parts = std::make_unique<Parts>(*std::move(lock), m_options);
    const auto saved = m_parts->journal.load();
    if (!saved) {
        Q_EMIT failed(saved.error());
        co_return;
    }
    m_parts->log.follow(m_parts->journal);
    const auto listens = m_parts->receiver.listen(m_options.listen.address, m_options.listen.port);
    if (!listens) {
        Q_EMIT failed(listens.error());
        co_return;
    }
    const QString here =
        u"http://"_s + http::hostAndPort(m_parts->receiver.address(), m_parts->receiver.port());
    if (m_options.publicIsListen) {
        m_options.places.publicUrl = QUrl(here);
        m_parts->carrier.setPublicUrl(m_options.places.publicUrl);
    }
    calls::SwitchboardOptions options;
    options.line = m_options.line;
    options.manners = m_options.manners;
    options.asking = m_options.asking;
    options.host = m_options.hosts;
    options.closeOutParallel = m_options.closeOutParallel;
    options.publicUrl = m_options.places.publicUrl.toString();
    options.recordingsFolder = m_options.messages.folder;
    options.keepMessagesDays = m_options.messages.days;
    m_parts->switchboard = std::make_unique<calls::Switchboard>(
        std::move(options), m_parts->carrier, m_parts->journal, m_parts->log, m_parts->clock);
    m_parts->routes = std::make_unique<twilio::WebhookRoutes>(
        m_options.account, m_options.places, *m_parts->switchboard, m_parts->journal, m_parts->clock);
    takeManners(m_options.manners);
    relay();
    if (const auto seated = openSeats(); !seated) {
        Q_EMIT failed(seated.error());
        co_return;
    }
    m_parts->switchboard->start(*saved);
    m_parts->receiver.setHandler([this](http::Request request, http::Responder responder) {
        if (isForPrograms(request))
            return answerPrograms(std::move(request), std::move(responder));
        m_parts->routes->handle(request, std::move(responder));
    });
    watchFrontDoor();
    repeatEverything();
    for (const QString &problem : std::as_const(m_options.problems))
        Q_EMIT notice(problem);
    if (!m_options.connectNumber)
        QTimer::singleShot(longestPointing, this, [this, here] { sayListening(here); });
    if (const auto pointed = co_await pointNumber(); !pointed) {
        if (!m_stopping)
            Q_EMIT failed(pointed.error());
        co_return;
    }
    sayListening(here);
    m_tasks.keep(pointHostNumber());
}

void Engine::watchFrontDoor()
{
    auto *switchboard = m_parts->switchboard.get();
    m_parts->probe = std::make_unique<twilio::FrontDoorProbe>(m_parts->network, m_parts->clock);
    auto *probe = m_parts->probe.get();
    connect(probe, &twilio::FrontDoorProbe::probed, switchboard, &calls::Switchboard::noteProbe);
    connect(switchboard, &calls::Switchboard::frontDoorDoubted, probe, &twilio::FrontDoorProbe::probeNow);
    connect(switchboard, &calls::Switchboard::lineChanged, probe,
            [probe](const calls::LineStatus &line) { probe->setOn(line.open); });
    probe->setPublicUrl(m_options.places.publicUrl);
    probe->setOn(switchboard->line().open);
}

void Engine::sayListening(const QString &url)
{
    if (!m_stopping && !std::exchange(m_saidListening, true))
        Q_EMIT listening(url);
}

QCoro::Task<std::expected<void, QString>> Engine::pointNumber()
{
    const calls::LineStatus line = m_parts->switchboard->line();
    if (m_options.connectNumber) {
        const auto connected = co_await connectNumber(m_parts->switchboard->line().number);
        if (!connected && isPassing(connected.error().trouble) &&
            m_parts->carrier.hasConnected(line.number)) {
            // It was pointed here before: callers are no worse off than without us, and most likely better.
            Q_EMIT notice(connected.error().sentence);
            connectLater(firstPause);
            co_return {};
        }
        if (!connected)
            co_return std::unexpected(connected.error().sentence);
        if (line.open)
            co_return {};
    }
    // A number that was connected once still points at the documents of our absence. One that never was is
    // left alone.
    const auto pointed = co_await m_parts->carrier.pointLine(
        line.number, line.open ? calls::LineTarget::Desk : calls::LineTarget::Closed);
    if (!pointed && !m_stopping)
        Q_EMIT notice(pointed.error().sentence);
    co_return {};
}

QCoro::Task<calls::CarrierResult<void>> Engine::connectNumber(QString number)
{
    constexpr int attempts = 3; // pointing a number twice does no harm
    calls::CarrierResult<void> connected;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        connected = co_await m_parts->carrier.connectNumber(number);
        if (connected || connected.error().trouble != calls::CarrierTrouble::Unclear || m_stopping)
            break;
    }
    co_return connected;
}

void Engine::connectLater(std::chrono::seconds pause)
{
    QTimer::singleShot(pause, this, [this, pause] {
        if (!m_stopping)
            m_tasks.keep(connectAgain(pause));
    });
}

QCoro::Task<void> Engine::connectAgain(std::chrono::seconds pause)
{
    constexpr std::chrono::seconds longestPause = 5min;
    const auto connected = co_await connectNumber(m_parts->switchboard->line().number);
    if (m_stopping)
        co_return;
    if (connected) {
        if (!m_parts->switchboard->line().open)
            co_await pointAgain();
    } else if (isPassing(connected.error().trouble)) {
        connectLater(std::min(pause * 2, longestPause));
    } else {
        Q_EMIT notice(connected.error().sentence);
    }
}

#ifdef ANTEROOM_HAS_SEATS
std::expected<void, QString> Engine::openSeats()
{
    m_parts->registry =
        std::make_unique<seats::SeatRegistry>(seatsFile(m_options.dataDir), m_options.seat.name);
    connect(m_parts->registry.get(), &seats::SeatRegistry::ownNameFound, this, &Engine::notice);
    // Callers come first: without a list of seats nobody else is admitted, and the show goes on.
    connect(m_parts->registry.get(), &seats::SeatRegistry::unreadable, this, &Engine::notice);
    connect(m_parts->registry.get(), &seats::SeatRegistry::changed, this, &Engine::tellWhoMayAsk);
    m_parts->registry->watch();
    tellWhoMayAsk();
    m_parts->seatDesk = std::make_unique<seats::SwitchboardDesk>(*m_parts->switchboard);
    seats::SeatServerOptions options;
    options.publicUrl = m_options.places.publicUrl;
    m_parts->seatServer =
        std::make_unique<seats::SeatServer>(*m_parts->seatDesk, *m_parts->registry, options);
    if (m_options.seatListen) {
        const auto listens =
            m_parts->seatServer->listen(m_options.seatListen->address, m_options.seatListen->port);
        if (listens)
            qCInfo(lcEngine).noquote() << u"seats connect to ws://%1/seat"_s.arg(
                http::hostAndPort(m_parts->seatServer->address(), m_parts->seatServer->port()));
        return listens;
    }
    m_parts->seatServer->share(m_parts->receiver);
    return {};
}

void Engine::closeSeats()
{
    m_parts->seatServer->close();
}

bool Engine::isForPrograms(const http::Request &request) const
{
    return m_parts->seatServer->isShared() && seats::SeatServer::isForPrograms(request);
}

void Engine::answerPrograms(http::Request request, http::Responder responder)
{
    m_parts->seatServer->answer(request, std::move(responder));
}

void Engine::tellWhoMayAsk()
{
    m_parts->switchboard->setSeats(QList<calls::Seat>{m_options.seat} + m_parts->registry->seats());
}
#else
std::expected<void, QString> Engine::openSeats()
{
    tellWhoMayAsk();
    return {};
}

void Engine::closeSeats()
{
}

bool Engine::isForPrograms(const http::Request &) const
{
    return false;
}

void Engine::answerPrograms(http::Request, http::Responder)
{
}

void Engine::tellWhoMayAsk()
{
    m_parts->switchboard->setSeats({m_options.seat});
}
#endif

void Engine::relay()
{
    auto *switchboard = m_parts->switchboard.get();
    connect(switchboard, &calls::Switchboard::queueChanged, this, &Engine::queueChanged);
    connect(switchboard, &calls::Switchboard::queueChanged, &m_countSoon, [this] {
        if (!m_countSoon.isActive())
            m_countSoon.start();
    });
    connect(&m_parts->carrier, &twilio::TwilioCarrier::limited, switchboard,
            &calls::Switchboard::noteLimited);
    connect(&m_parts->carrier, &twilio::TwilioCarrier::full, this, &Engine::learnLimit);
    connect(switchboard, &calls::Switchboard::lineChanged, this, &Engine::lineChanged);
    connect(switchboard, &calls::Switchboard::phoneChanged, this, &Engine::phoneChanged);
    connect(switchboard, &calls::Switchboard::connectionChanged, this, &Engine::connectionChanged);
    connect(switchboard, &calls::Switchboard::closeOutChanged, this, &Engine::closeOutChanged);
    connect(switchboard, &calls::Switchboard::messagesChanged, this, &Engine::messagesChanged);
    connect(&m_parts->carrier, &twilio::TwilioCarrier::remarked, this, &Engine::notice);
    connect(switchboard, &calls::Switchboard::missedCallsChanged, this, &Engine::missedCallsChanged);
    connect(switchboard, &calls::Switchboard::peopleChanged, this, &Engine::peopleChanged);
    connect(switchboard, &calls::Switchboard::textsChanged, this, &Engine::textsChanged);
    connect(switchboard, &calls::Switchboard::notice, this,
            [this](const QString &seat, const QString &sentence) {
                if (seat.isEmpty() || seat == m_options.seat.name)
                    Q_EMIT notice(sentence);
            });
}

/// Callers and phones count together, whoever called whom.
void Engine::learnLimit()
{
    const auto callers = m_parts->switchboard->snapshot().calls;
    const auto phones = m_parts->switchboard->phones();
    const auto most =
        std::ranges::count_if(callers, [](const calls::Call &call) { return !call.hasEnded(); }) +
        std::ranges::count_if(phones, [](const calls::SeatPhone &phone) { return !phone.leg.isEmpty(); });
    if (most > 0)
        Q_EMIT callsAtOnceLearnt(int(most));
}

void Engine::repeatEverything()
{
    if (!m_parts || !m_parts->switchboard)
        return;
    const auto &switchboard = *m_parts->switchboard;
    Q_EMIT seatChanged(m_options.seat);
    Q_EMIT lineChanged(switchboard.line());
    Q_EMIT queueChanged(switchboard.snapshot());
    for (const auto &phone : switchboard.phones())
        Q_EMIT phoneChanged(phone);
    Q_EMIT connectionChanged(switchboard.connection());
    Q_EMIT closeOutChanged(switchboard.closeOut());
    Q_EMIT messagesChanged(switchboard.messages());
    Q_EMIT missedCallsChanged(switchboard.missedCalls());
    Q_EMIT peopleChanged(switchboard.people());
    Q_EMIT textsChanged(switchboard.texts());
    countCallsToday();
    Q_EMIT everythingRepeated();
}

void Engine::submit(quint64 request, const calls::Command &command)
{
    if (!m_parts || !m_parts->switchboard)
        return;
    if (const auto accepted = m_parts->switchboard->execute(m_options.seat, command); !accepted)
        Q_EMIT refused(request, accepted.error());
}

void Engine::setPhone(const QString &number)
{
    m_options.seat.phone = number;
    if (m_parts && m_parts->switchboard)
        tellWhoMayAsk();
    Q_EMIT seatChanged(m_options.seat);
}

void Engine::setManners(const calls::LineManners &manners)
{
    if (m_options.manners == manners)
        return;
    m_options.manners = manners;
    if (!m_parts || !m_parts->switchboard || m_stopping)
        return;
    takeManners(manners);
    m_tasks.keep(pointAgain());
}

void Engine::setHostPlan(const calls::HostPlan &plan)
{
    if (m_options.hosts == plan)
        return;
    m_options.hosts = plan;
    if (!m_parts || !m_parts->switchboard || m_stopping)
        return;
    m_parts->switchboard->setHostPlan(plan);
    m_tasks.keep(pointHostNumber());
}

/// One number after the other, however often it is changed meanwhile. Nobody's caller depends on it, so
/// whatever stands in the way is only said.
QCoro::Task<void> Engine::pointHostNumber()
{
    if (std::exchange(m_pointsHosts, true))
        co_return;
    while (m_hostNumber != m_options.hosts.number && !m_stopping) {
        const QString before = std::exchange(m_hostNumber, m_options.hosts.number);
        if (!before.isEmpty()) {
            // It gets back what it had, and is a number like any other while that is done.
            const auto released = co_await m_parts->carrier.releaseNumber(before);
            if (!released && !m_stopping)
                Q_EMIT notice(released.error().sentence);
        }
        const QString number = m_hostNumber;
        m_parts->carrier.setHostNumber(number);
        if (number.isEmpty() || m_stopping)
            continue;
        calls::CarrierResult<void> pointed;
        if (m_options.connectNumber)
            pointed = co_await connectNumber(number);
        else
            pointed = co_await m_parts->carrier.pointLine(number, calls::LineTarget::Desk);
        if (pointed || m_stopping)
            continue;
        Q_EMIT notice(tr("The hosts' number could not be pointed here, so nobody can run the show from it. "
                         "Callers are not affected. %1")
                          .arg(pointed.error().sentence));
        if (isPassing(pointed.error().trouble)) {
            m_hostNumber.clear();
            QTimer::singleShot(pointHostsAgain, this, [this] {
                if (!m_stopping)
                    m_tasks.keep(pointHostNumber());
            });
            break;
        }
    }
    m_pointsHosts = false;
}

void Engine::takeManners(calls::LineManners manners)
{
    std::optional<calls::SoundFile> music;
    if (manners.music.kind == calls::WaitMusic::Kind::File) {
        if (auto sound = calls::readSoundFile(manners.music.file)) {
            manners.music.pieceSeconds = sound->seconds;
            music = *std::move(sound);
        } else {
            manners.music = {};
            Q_EMIT notice(sound.error());
        }
    }
    m_parts->routes->setHoldMusic(music);
    m_parts->carrier.setMusicPath(music ? twilio::musicPath(m_options.account, *music) : QByteArray());
    m_parts->carrier.setManners(manners);
    m_parts->switchboard->setManners(std::move(manners));
}

void Engine::setAskPlan(const calls::AskPlan &plan)
{
    if (m_options.asking == plan)
        return;
    m_options.asking = plan;
    if (m_parts && m_parts->switchboard && !m_stopping)
        m_parts->switchboard->setAskPlan(plan);
}

/// The hosted documents carry their words in their address; one that has not changed costs no write.
QCoro::Task<void> Engine::pointAgain()
{
    const calls::LineStatus line = m_parts->switchboard->line();
    const auto pointed = co_await m_parts->carrier.pointLine(
        line.number, line.open ? calls::LineTarget::Desk : calls::LineTarget::Closed);
    if (!pointed && !m_stopping)
        Q_EMIT notice(pointed.error().sentence);
}

void Engine::setMessageKeeping(const MessageKeeping &keeping)
{
    m_options.messages = keeping;
    if (m_parts && m_parts->switchboard)
        m_parts->switchboard->setMessageKeeping(keeping.folder, keeping.days);
}

void Engine::searchPastCalls(const calls::PastCallQuery &query)
{
    if (m_parts)
        m_tasks.keep(search(query));
}

QCoro::Task<void> Engine::search(calls::PastCallQuery query)
{
    const auto found = co_await m_parts->log.pastCalls(query, pastCallsShown);
    const auto tally = co_await m_parts->log.tally(query.since);
    Q_EMIT pastCallsReady(query, found, tally);
}

void Engine::countCallsToday()
{
    if (m_parts)
        m_tasks.keep(count());
}

QCoro::Task<void> Engine::count()
{
    const int today = co_await m_parts->log.callsSince(beginningOfToday());
    Q_EMIT callsTodayCounted(today);
}

void Engine::stop()
{
    leave(true);
}

void Engine::vanish()
{
    leave(false);
}

void Engine::leave(bool sayGoodbye)
{
    if (std::exchange(m_stopAsked, true))
        return; // whoever is impatient asks twice
    QCoro::connect(shutDown(sayGoodbye), this, [this] { Q_EMIT stopped(); });
}

QCoro::Task<void> Engine::shutDown(bool sayGoodbye)
{
    m_stopping = true;
    if (m_parts && m_parts->switchboard) {
        if (!sayGoodbye)
            m_parts->receiver.close(); // in the middle of whatever was being said
        QTimer::singleShot(longestGoodbye, this, [this] {
            if (m_parts)
                m_parts->carrier.cancel();
        });
        // Whoever calls from now on hears the hosted documents; a closed line says so already.
        const calls::LineStatus line = m_parts->switchboard->line();
        if (line.open && sayGoodbye)
            co_await m_parts->carrier.pointLine(line.number, calls::LineTarget::Away);
        if (!m_options.hosts.number.isEmpty() && sayGoodbye)
            co_await m_parts->carrier.pointLine(m_options.hosts.number, calls::LineTarget::Away);
        closeSeats();
        m_parts->probe.reset();
        m_parts->carrier.cancel();
        co_await m_parts->switchboard->stop();
        m_parts->receiver.close();
    }
    m_countSoon.stop();
    co_await m_tasks.finished();
    m_parts.reset();
}

} // namespace anteroom::desk
