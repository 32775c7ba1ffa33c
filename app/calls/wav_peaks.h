// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace anteroom::calls {

/// How loud a recording is over time, as `count` values from 0 to 1 (1: as loud as can be). Empty for what is
/// no WAV file of 8 or 16 bit or µ-law. Reads the whole file: not in the window's thread.
QList<float> wavPeaks(const QString &file, int count);

/// A recording in which nobody says anything. Reads only as far as the first sound.
bool isSilent(const QString &file);

} // namespace anteroom::calls
