// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

class QUrl;

namespace anteroom::benchmarks {

class PaintWatch;

struct ClickWishes
{
    int samples = 0;
    int delayMs = 0; ///< of each direction of the wire
    QString line;    ///< a number of the phone company's
};

using PrintPercentiles = void (*)(QJsonObject report, std::vector<double> values);

/// Pulls the first caller who waits, again and again (the seat's phone has to be busy), and measures how long
/// the request takes from the click to the wire, how many other requests went before it, and when its answer
/// was back. Prints "listening ..." when callers may dial; answers the program's exit code.
int runClicks(PaintWatch &application, const QUrl &phoneCompany, const ClickWishes &wishes,
              PrintPercentiles print);

} // namespace anteroom::benchmarks
