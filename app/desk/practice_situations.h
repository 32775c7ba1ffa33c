// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/situation.h"

#include <QList>
#include <QString>

#include <chrono>

namespace anteroom::desk {

/// One thing that can go wrong during a show, to be tried before the first one: its words, and what it does.
struct PracticeSituation
{
    QString id;                      ///< never shown, never translated
    QString name;                    ///< with the mark of its key in a menu
    QString teaches;                 ///< one sentence
    QString happening;               ///< while it lasts: what goes on, and what to try
    simulator::Situation company;    ///< what it does to the simulated phone company and its callers
    bool asksColleagues = false;     ///< about each caller, by text, instead of the phones in the settings
    std::chrono::seconds deskAway{}; ///< the desk is killed and comes back after so long; 0: it stays
};

/// In the order of the menu, from the everyday one to the frightening one.
QList<PracticeSituation> practiceSituations();

} // namespace anteroom::desk
