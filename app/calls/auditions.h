// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// "Call me and play it": rings a seat's phone and reads a text to its owner. No caller is involved, and the
/// seat's studio is left alone.
class Auditions : public QObject
{
    Q_OBJECT
public:
    explicit Auditions(DeskCore &core);

    void play(const Seat &seat, const SpokenText &text);
    bool knows(const QString &intent) const { return m_playing.contains(intent); }
    Steps legAsks(const LegAsks &news) const;

private:
    QCoro::Task<void> ring(RingPhone request, QString seat);

    DeskCore &m_core;
    QHash<QString, Steps> m_playing; ///< by intent; as long as a phone may ask for it
};

} // namespace anteroom::calls
