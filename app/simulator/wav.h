// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace anteroom::simulator {

/// A WAV file (8 kHz, 16 bit) of that length, with a voice-like tone where somebody spoke (milliseconds from,
/// until).
QByteArray wavFile(int seconds, const QList<std::pair<qint64, qint64>> &sounds, int channels);

} // namespace anteroom::simulator
