// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowed_desk.h"

#include "desk/local_mirror.h"
#include "ui/queue/queue_view.h"

#include <QApplication>
#include <QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace anteroom::benchmarks {
namespace {

constexpr int nowhere = 9; // nobody listens on the discard port; there is no number to connect then

desk::EngineOptions engineOptions(const QString &dataDir, const QUrl &restOrigin, const QString &line,
                                  const QString &phone)
{
    desk::EngineOptions options;
    options.account.sid = qEnvironmentVariable("TWILIO_ACCOUNT_SID");
    options.account.authToken = qgetenv("TWILIO_AUTH_TOKEN");
    options.places.restOrigin = restOrigin;
    options.publicIsListen = true; // the phone company calls over loopback, as in rehearsal
    options.listen = {QHostAddress(QHostAddress::LocalHost), 0};
    options.dataDir = dataDir;
    options.line.number = line;
    options.connectNumber = restOrigin.port() != nowhere;
    options.line.queue = u"morning-talk"_s;
    options.manners = calls::LineManners::defaults();
    options.seat.name = u"Desk"_s;
    options.seat.phone = phone;
    return options;
}

[[noreturn]] void giveUp(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    std::_Exit(1);
}

} // namespace

WindowedDesk::WindowedDesk(QApplication &application, const QUrl &restOrigin, const QString &line,
                           const QString &phone)
    : m_theme(application, ui::Theme::Choice::Light),
      m_engine(std::make_unique<desk::Engine>(engineOptions(m_folder.path(), restOrigin, line, phone))),
      m_line(line)
{
    m_engine->moveToThread(&m_thread);
    connect(m_engine.get(), &desk::Engine::listening, this, &WindowedDesk::open);
    connect(m_engine.get(), &desk::Engine::failed, this, &giveUp);
    // Directly, in the engine's thread: whoever ends this object waits for it and handles no events
    // meanwhile.
    connect(m_engine.get(), &desk::Engine::stopped, &m_thread, &QThread::quit, Qt::DirectConnection);
}

WindowedDesk::~WindowedDesk()
{
    m_window.reset();
    m_mirror.reset();
    QMetaObject::invokeMethod(m_engine.get(), &desk::Engine::stop, Qt::QueuedConnection);
    m_thread.wait();
}

void WindowedDesk::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_engine.get(), &desk::Engine::start, Qt::QueuedConnection);
}

void WindowedDesk::open(const QString &url)
{
    m_port = static_cast<std::uint16_t>(QUrl(url).port());
    m_mirror = std::make_unique<desk::LocalMirror>(*m_engine);
    ui::WindowOptions options;
    options.tray = false;
    options.choices.sound = false;
    options.choices.notifications = false;
    m_window = std::make_unique<ui::MainWindow>(*m_mirror, m_theme, std::move(options));
    m_window->resize(1280, 800);
    m_window->show();
    Q_EMIT listening();
}

Desk WindowedDesk::desk() const
{
    Desk desk;
    desk.publicUrl = "http://127.0.0.1:" + QByteArray::number(m_port);
    desk.accountSid = qgetenv("TWILIO_ACCOUNT_SID");
    desk.authToken = qgetenv("TWILIO_AUTH_TOKEN");
    desk.line = m_line.toUtf8();
    return desk;
}

ui::QueueView &WindowedDesk::view() const
{
    return *m_window->findChild<ui::QueueView *>();
}

} // namespace anteroom::benchmarks
