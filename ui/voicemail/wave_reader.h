// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QThreadPool>

namespace anteroom::ui {

/// Reads the waveform of a recording in another thread.
class WaveReader : public QObject
{
    Q_OBJECT
public:
    explicit WaveReader(QObject *parent = nullptr);

    /// Answered by ready(), unless another file is asked for before.
    void read(const QString &file);

Q_SIGNALS:
    void ready(const QList<float> &peaks); ///< empty: no sound that we can read

private:
    QFutureWatcher<QList<float>> m_watcher;
    QThreadPool m_pool; ///< waits for its thread when it goes
};

} // namespace anteroom::ui
