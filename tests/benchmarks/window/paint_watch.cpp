// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/paint_watch.h"

#include <QAbstractItemView>
#include <QPaintEvent>
#include <QThread>

namespace anteroom::benchmarks {

void PaintWatch::watch(QAbstractItemView &view, std::function<QModelIndex()> row)
{
    m_view = &view;
    m_row = std::move(row);
    m_hit = false;
}

bool PaintWatch::paintsRow(const QObject *receiver, QEvent *event) const
{
    if (!m_row || event->type() != QEvent::Paint || receiver != m_view->viewport())
        return false;
    const QModelIndex row = m_row();
    return row.isValid() && static_cast<QPaintEvent *>(event)->region().intersects(m_view->visualRect(row));
}

bool PaintWatch::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread()) // events of other threads come by here, too
        return QApplication::notify(receiver, event);
    if (paintsRow(receiver, event))
        m_hit = true;
    ++m_depth;
    const bool done = QApplication::notify(receiver, event);
    --m_depth;
    if (m_hit && m_depth == 0) {
        m_hit = false;
        m_row = nullptr;
        Q_EMIT painted(Clock::now());
    }
    return done;
}

} // namespace anteroom::benchmarks
