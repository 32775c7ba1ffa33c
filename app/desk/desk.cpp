// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"

#include "desk/logging.h"
#include "desk/proxies.h"
#include "desk/rehearsal.h"
#include "settings/environment_secret_store.h"
#include "settings/keychain_secret_store.h"
#include "settings/keys.h"
#include "settings/paths.h"
#include "settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QMetaMethod>
#include <QTemporaryDir>

namespace anteroom::desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void prepareApplication()
{
    QCoreApplication::setApplicationName(u"anteroom"_s);
    QCoreApplication::setApplicationVersion(u"" ANTEROOM_VERSION ""_s);
    QNetworkProxyFactory::setApplicationProxyFactory(new Proxies); // Qt's from here on
}

Desk::Desk(Options options, settings::Settings &settings, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_settings(settings)
{
    m_engineThread.setObjectName(u"engine"_s);
    m_applySoon.setSingleShot(true);
    m_applySoon.setInterval(500ms);
    connect(&m_settings, &settings::Settings::changed, &m_applySoon, [this] { m_applySoon.start(); });
    connect(&m_applySoon, &QTimer::timeout, this, &Desk::applySettings);
}

Desk::~Desk()
{
    if (m_engine) {
        // Whatever has not ended in an orderly way by now is cut off with its thread's event loop.
        QObject::disconnect(m_engine.get(), nullptr, this, nullptr);
        // It ends in the thread where its sockets and timers live.
        if (m_engineThread.isRunning())
            connect(&m_engineThread, &QThread::finished, m_engine.release(), &QObject::deleteLater);
        m_engineThread.quit();
        m_engineThread.wait();
    }
}

void Desk::start()
{
    if (m_options.rehearsal)
        return startRehearsal();
    m_tasks.keep(startWithAccount());
}

QCoro::Task<void> Desk::startWithAccount()
{
    settings::EnvironmentSecretStore environment;
    settings::KeychainSecretStore keychain;
    settings::SecretStorePair stores(environment, keychain);
    auto secrets = co_await environment.read();
    if (secrets && secrets->isEmpty())
        secrets = co_await stores.read();
    if (!m_secrets.isEmpty())
        secrets = m_secrets;
    if ((!secrets || secrets->isEmpty()) &&
        isSignalConnected(QMetaMethod::fromSignal(&Desk::accountMissing))) {
        Q_EMIT accountMissing();
        co_return;
    }
    if (!secrets) {
        Q_EMIT failed(secrets.error());
        co_return;
    }
    keepOutOfLogs(secrets->authToken.toUtf8());
    keepOutOfLogs(secrets->apiSecret.toUtf8());
    auto options = engineOptions(m_options, m_settings, *secrets);
    if (!options) {
        Q_EMIT failed(options.error());
        co_return;
    }
    m_engineOptions = *std::move(options);
    startEngine();
}

void Desk::startRehearsal()
{
    m_rehearsal = std::make_unique<Rehearsal>(*m_options.rehearsal);
    connect(m_rehearsal.get(), &Rehearsal::failed, this, &Desk::failed);
    connect(m_rehearsal.get(), &Rehearsal::started, this, [this](const QString &origin, const QString &line) {
        if (m_options.dataDir.isEmpty()) {
            m_rehearsalFolder = std::make_unique<QTemporaryDir>();
            m_options.dataDir = m_rehearsalFolder->path();
        }
        if (!m_options.listen)
            m_options.listen = Endpoint{QHostAddress(QHostAddress::LocalHost), 0};
        m_options.twilioUrl = QUrl(origin);
        m_options.line = m_options.line.isEmpty() ? line : m_options.line;
        m_options.queue = m_options.queue.isEmpty() ? u"morning-talk"_s : m_options.queue;
        m_options.seat.phone = m_options.seat.phone.isEmpty() ? Rehearsal::phone() : m_options.seat.phone;
        auto options = engineOptions(m_options, m_settings, m_rehearsal->secrets());
        if (!options) {
            Q_EMIT failed(options.error());
            return;
        }
        options->line.showName = tr("Rehearsal");
        options->messages = {QDir(options->dataDir).filePath(u"voicemail"_s), 0};
        options->places.publicUrl.clear();
        options->publicIsListen = true;
        options->connectNumber = true;
        connect(this, &Desk::ready, m_rehearsal.get(), &Rehearsal::letPeopleCall);
        m_engineOptions = *std::move(options);
        startEngine();
    });
    m_rehearsal->start();
}

void Desk::startEngine()
{
    m_engine.reset(new Engine(m_engineOptions));
    m_engine->moveToThread(&m_engineThread);
    connect(m_engine.get(), &Engine::listening, this, &Desk::onListening);
    connect(m_engine.get(), &Engine::seatChanged, this,
            [this](const calls::Seat &seat) { m_engineOptions.seat = seat; });
    connect(m_engine.get(), &Engine::lineChanged, this,
            [this](const calls::LineStatus &line) { m_lineOpen = line.open; });
    connect(m_engine.get(), &Engine::callsAtOnceLearnt, this, [this](int most) {
        if (!isRehearsal())
            m_settings.set(settings::keys::callsAtOnce, most);
    });
    connect(m_engine.get(), &Engine::failed, this, &Desk::failed);
    connect(m_engine.get(), &Engine::stopped, this, &Desk::onStopped);
    Q_EMIT engineMade();
    m_engineThread.start();
    QMetaObject::invokeMethod(m_engine.get(), &Engine::start, Qt::QueuedConnection);
}

void Desk::onListening(const QString &url)
{
    m_listening = url;
    // Callers who wait were told this address; who comes back must be found there.
    m_engineOptions.listen.port = quint16(QUrl(url).port(m_engineOptions.listen.port));
    if (std::exchange(m_wasReady, true))
        Q_EMIT back();
    else
        Q_EMIT ready(url);
}

void Desk::onStopped()
{
    m_engineThread.quit();
    m_engineThread.wait();
    if (!std::exchange(m_vanishing, false) || m_stopping) {
        Q_EMIT stopped();
        return;
    }
    m_engine.reset();
    if (std::exchange(m_startingAgain, false)) {
        m_tasks.keep(startWithAccount());
        return;
    }
    Q_EMIT gone();
}

void Desk::startAgain()
{
    if (m_options.rehearsal || m_stopping || m_vanishing || m_startingAgain)
        return;
    if (!m_engine)
        return start();
    m_options.line.clear(); // what was said at the start has been overtaken
    m_options.publicUrl.clear();
    m_options.seat.phone.clear();
    m_startingAgain = m_vanishing = true;
    QMetaObject::invokeMethod(m_engine.get(), &Engine::stop, Qt::QueuedConnection);
}

std::optional<AccountQuestion> Desk::atWork() const
{
    if (!m_engine)
        return {};
    AccountQuestion question{m_engineOptions.account, m_engineOptions.places, {}};
    if (m_engineOptions.publicIsListen)
        question.places.publicUrl = QUrl(m_listening);
    question.desk = {m_engineOptions.line.number,
                     m_engineOptions.line.queue,
                     m_engineOptions.seat.phone,
                     mannersFrom(m_settings),
                     numbersFile(m_engineOptions.dataDir),
                     m_lineOpen,
                     m_settings.value(settings::keys::callsAtOnce)};
    return question;
}

void Desk::vanish()
{
    if (!m_engine || !m_engineThread.isRunning() || m_stopping || std::exchange(m_vanishing, true))
        return;
    QMetaObject::invokeMethod(m_engine.get(), &Engine::vanish, Qt::QueuedConnection);
}

void Desk::comeBack()
{
    if (m_engine || m_stopping || !m_wasReady)
        return;
    m_engineOptions.manners = mannersFrom(m_settings); // may have been changed meanwhile
    m_engineOptions.asking = askPlan();
    m_engineOptions.hosts = hostPlan();
    startEngine();
}

void Desk::askInstead(const QStringList &phones)
{
    m_askInstead = phones;
    applySettings();
}

calls::AskPlan Desk::askPlan() const
{
    calls::AskPlan plan = askPlanFrom(m_settings);
    if (m_askInstead.isEmpty())
        return plan;
    plan.phones.clear();
    for (const QString &phone : m_askInstead)
        plan.phones.append({tr("Colleague %1").arg(plan.phones.size() + 1), phone, calls::AskBy::Text});
    plan.alsoWithDesk = true;
    plan.allAtOnce = true;
    return plan;
}

calls::HostPlan Desk::hostPlan() const
{
    calls::HostPlan plan = hostPlanFrom(m_settings, m_engineOptions.line.number);
    if (!m_options.hostNumber.isEmpty())
        plan.number = m_options.hostNumber;
    return plan;
}

void Desk::applySettings()
{
    if (!m_engine || !m_engineThread.isRunning())
        return;
    const QStringList problems = mannersProblems(m_settings);
    const QString news = problems == m_problems || problems.isEmpty() ? QString() : problems.constFirst();
    m_problems = problems;
    QMetaObject::invokeMethod(m_engine.get(), [engine = m_engine.get(), manners = mannersFrom(m_settings),
                                               plan = askPlan(), hosts = hostPlan(), news] {
        engine->setManners(manners);
        engine->setAskPlan(plan);
        engine->setHostPlan(hosts);
        if (!news.isEmpty())
            Q_EMIT engine->notice(news);
    });
    if (m_options.rehearsal)
        return; // its messages are not kept
    const QString dataDir = m_options.dataDir.isEmpty() ? settings::dataFolder() : m_options.dataDir;
    QMetaObject::invokeMethod(m_engine.get(),
                              [engine = m_engine.get(), keeping = messageKeepingFrom(m_settings, dataDir)] {
                                  engine->setMessageKeeping(keeping);
                              });
}

void Desk::stop()
{
    m_stopping = true;
    if (!m_engine || !m_engineThread.isRunning()) {
        Q_EMIT stopped();
        return;
    }
    QMetaObject::invokeMethod(m_engine.get(), &Engine::stop, Qt::QueuedConnection);
}

} // namespace anteroom::desk
