// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/wave_reader.h"

#include "calls/wav_peaks.h"

#include <QPromise>

#include <memory>

namespace anteroom::ui {

namespace {
constexpr int peaksPerMessage = 600; // more than any window has room for bars
}

WaveReader::WaveReader(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcher<QList<float>>::finished, this, [this] {
        if (m_watcher.future().resultCount() > 0)
            Q_EMIT ready(m_watcher.result());
    });
}

void WaveReader::read(const QString &file)
{
    const auto promise = std::make_shared<QPromise<QList<float>>>();
    m_watcher.setFuture(promise->future());
    m_pool.clear(); // whoever only arrows through the list wants none of those in between
    m_pool.start([promise, file] {
        promise->start();
        promise->addResult(calls::wavPeaks(file, peaksPerMessage));
        promise->finish();
    });
}

} // namespace anteroom::ui
