// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/paint_run.h"

#include "ui/queue/call_queue_model.h"
#include "ui/queue/queue_view.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::benchmarks {

PaintRun::PaintRun(PaintWatch &application, WindowedDesk &desk, int firstCall, int samples)
    : m_application(application),
      m_desk(desk),
      m_call(firstCall),
      m_samples(samples),
      m_patience(10s, [this] {
          return u"the row of caller %1 to be painted (%2 of %3 were)"_s.arg(m_call - 1)
              .arg(m_milliseconds.size())
              .arg(m_samples);
      })
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &PaintRun::next);
    connect(&application, &PaintWatch::painted, this, &PaintRun::onPainted);
}

PaintRun::~PaintRun()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

void PaintRun::start()
{
    m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_desk.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    // Behind the view's own slot: what a person who watches the end of a growing list does by hand.
    connect(m_desk.view().model(), &QAbstractItemModel::rowsInserted, &m_desk.view(),
            &QAbstractItemView::scrollToBottom);
    m_desk.view().scrollToBottom();
    next();
}

void PaintRun::next()
{
    // The answer to the one before has come long ago; it is taken here so that the socket stays empty.
    std::array<char, 4096> answer;
    while (::recv(m_socket, answer.data(), answer.size(), MSG_DONTWAIT) > 0) {
    }
    const Desk desk = m_desk.desk();
    const std::string request = arrivalOf(desk, m_call);
    const QString sid = QString::fromLatin1(sidOf(desk, m_call));
    ++m_call;
    const auto *model = static_cast<ui::CallQueueModel *>(m_desk.view().model());
    m_application.watch(m_desk.view(), [model, sid]() -> QModelIndex { return model->indexOf(sid); });
    m_patience.renew();
    m_sent = PaintWatch::Clock::now();
    ::send(m_socket, request.data(), request.size(), MSG_NOSIGNAL);
}

void PaintRun::onPainted(PaintWatch::Clock::time_point at)
{
    m_milliseconds.push_back(std::chrono::duration<double, std::milli>(at - m_sent).count());
    m_patience.end();
    if (static_cast<int>(m_milliseconds.size()) == m_samples)
        Q_EMIT finished(m_milliseconds);
    else
        m_pause.start(23 + (m_call * 7) % 31);
}

} // namespace anteroom::benchmarks
