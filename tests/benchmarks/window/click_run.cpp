// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/click_run.h"

#include "window/forwarder.h"
#include "window/paint_watch.h"
#include "window/patience.h"
#include "window/windowed_desk.h"

#include "ui/call_actions.h"
#include "ui/queue/queue_view.h"

#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace anteroom::benchmarks {
namespace {

/// The phone company creates one call per second; more clicks would only measure its refusals.
constexpr std::chrono::milliseconds betweenClicks{1250};

class ClickRun : public QObject
{
public:
    ClickRun(PaintWatch &application, WindowedDesk &desk, Forwarder &wire, const ClickWishes &wishes,
             PrintPercentiles print)
        : m_application(application),
          m_desk(desk),
          m_wire(wire),
          m_wishes(wishes),
          m_print(print),
          m_patience(std::chrono::seconds(20), [this] { return awaited(); })
    {
        m_timer.setInterval(betweenClicks);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            settle();
            click();
        });
    }

    void start()
    {
        std::printf("listening http://127.0.0.1:%d\n", m_desk.port());
        std::fflush(stdout);
        m_patience.renew();
        m_timer.start();
    }

private:
    QString awaited() const
    {
        const auto &calls = m_desk.mirror().calls();
        const auto waiting = std::ranges::count(calls, calls::CallState::Waiting, &calls::Call::state);
        return u"a click to ring the phone: %1 of %2 did, %3 of %4 known callers wait"_s.arg(m_toWire.size())
            .arg(m_wishes.samples)
            .arg(waiting)
            .arg(calls.size());
    }

    void click()
    {
        const auto &calls = m_desk.mirror().calls();
        const auto waiting = std::ranges::find_if(calls, [](const calls::Call &call) {
            return call.state == calls::CallState::Waiting && call.doing == calls::Doing::Nothing;
        });
        if (waiting == calls.end())
            return;
        m_desk.view().select(waiting->sid);
        m_wire.take();
        m_clicked = Forwarder::Clock::now();
        m_desk.window().actions().pull->trigger();
        m_open = true;
    }

    /// Reads from the wire what came of the last click.
    void settle()
    {
        if (!std::exchange(m_open, false))
            return;
        const auto seen = m_wire.take();
        const auto ring = std::ranges::find_if(seen, [](const Forwarder::Seen &request) {
            return request.line.starts_with("POST ") && request.line.find("/Calls.json") != std::string::npos;
        });
        if (ring == seen.end())
            return;
        const auto before = std::ranges::count_if(seen, [&](const Forwarder::Seen &request) {
            return request.at >= m_clicked && request.at < ring->at;
        });
        const auto since = [this](Forwarder::Clock::time_point at) {
            return std::chrono::duration<double, std::milli>(at - m_clicked).count();
        };
        m_toWire.push_back(since(ring->at));
        m_toAnswer.push_back(since(ring->answered));
        m_before.push_back(static_cast<int>(before));
        m_fresh += ring->onNewConnection ? 1 : 0;
        m_patience.renew();
        if (static_cast<int>(m_toWire.size()) == m_wishes.samples)
            finish();
    }

    void finish()
    {
        m_timer.stop();
        std::ranges::sort(m_toAnswer);
        std::ranges::sort(m_before);
        m_print({{u"delay_ms"_s, m_wishes.delayMs},
                 {u"answer_p50_ms"_s, m_toAnswer[m_toAnswer.size() / 2]},
                 {u"requests_before_p50"_s, m_before[m_before.size() / 2]},
                 {u"new_connections"_s, m_fresh}},
                m_toWire);
        m_application.quit();
    }

    PaintWatch &m_application;
    WindowedDesk &m_desk;
    Forwarder &m_wire;
    ClickWishes m_wishes;
    PrintPercentiles m_print;
    Patience m_patience;
    QTimer m_timer;
    Forwarder::Clock::time_point m_clicked;
    bool m_open = false;
    std::vector<double> m_toWire;
    std::vector<double> m_toAnswer;
    std::vector<int> m_before;
    int m_fresh = 0;
};

} // namespace

int runClicks(PaintWatch &application, const QUrl &phoneCompany, const ClickWishes &wishes,
              PrintPercentiles print)
{
    Forwarder wire(static_cast<std::uint16_t>(phoneCompany.port()),
                   std::chrono::milliseconds(wishes.delayMs));
    QUrl here = phoneCompany;
    here.setPort(wire.port());
    WindowedDesk desk(application, here, wishes.line, u"+14155550177"_s);
    ClickRun run(application, desk, wire, wishes, print);
    QObject::connect(&desk, &WindowedDesk::listening, &run, &ClickRun::start);
    desk.start();
    return application.exec();
}

} // namespace anteroom::benchmarks
