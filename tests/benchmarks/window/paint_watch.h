// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <chrono>
#include <functional>

class QAbstractItemView;
class QModelIndex;

namespace anteroom::benchmarks {

/// An application that says when a row has been painted: the outermost event in which the table painted that
/// row has been worked off, so that the picture has been handed to the window system.
class PaintWatch : public QApplication
{
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;
    using QApplication::QApplication;

    /// Answered once by painted(). `row` is asked at every painting of the table; invalid as long as it is
    /// not there.
    void watch(QAbstractItemView &view, std::function<QModelIndex()> row);
    bool notify(QObject *receiver, QEvent *event) override;

Q_SIGNALS:
    void painted(Clock::time_point at);

private:
    bool paintsRow(const QObject *receiver, QEvent *event) const;

    QAbstractItemView *m_view = nullptr;
    std::function<QModelIndex()> m_row;
    int m_depth = 0;
    bool m_hit = false;
};

} // namespace anteroom::benchmarks
