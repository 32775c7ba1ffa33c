// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/settings.h"

#include <chrono>

namespace anteroom::simulator {

/// Something that may happen during a show, to be wished for before the first one. Default constructed:
/// nothing, for a minute.
struct Situation
{
    int callersAtOnce = 0;
    double callersPerMinute = 0;             ///< beside those who call anyway
    std::optional<int> roomInQueue;          ///< for so many more than are waiting when it begins
    std::chrono::seconds waitedAlready{0};   ///< somebody has, and gives up when it ends; 0: nobody
    std::optional<PhoneBehaviour> seatPhone; ///< how it reacts meanwhile
    std::optional<Faults> faults;            ///< of the phone company
    QString racingAnswer; ///< phones that are offered this answer by text give it, all at one moment
    std::chrono::seconds lasts{60}; ///< on the phone company's clock
};

/// Where it happens.
struct SituationPlace
{
    QString line;            ///< the number that callers dial
    QString queue;           ///< the name of the queue they wait in
    QString seatPhone;       ///< of the person who learns
    QStringList askedPhones; ///< that are asked by text about callers
};

} // namespace anteroom::simulator
