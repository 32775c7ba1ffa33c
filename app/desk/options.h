// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/seat.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <expected>
#include <optional>

namespace anteroom::desk {

struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;
    bool operator==(const Endpoint &) const = default;
};

struct RehearsalOptions
{
    int callers = 7;              ///< waiting when the window opens
    double arrivalsPerMinute = 4; ///< who calls later
    double speed = 1;             ///< of the simulated phone company's time
    quint32 seed = 1;             ///< the same seed brings the same people
};

/// What the command line asked for. Everything left empty comes from the settings.
struct Options
{
    enum class Task { Run, Check, ReleaseNumber, AddSeat, ListSeats, RemoveSeat };
    Task task = Task::Run;
    bool headless = false;
    std::optional<RehearsalOptions> rehearsal;
    std::optional<Endpoint> listen;
    std::optional<Endpoint> seatListen;
    QUrl publicUrl;
    QUrl twilioUrl; ///< one origin for every product of the phone company
    QString dataDir;
    QString line;
    QString queue;
    QString hostNumber; ///< which hosts dial to run the show
    bool connectNumber = false;
    bool json = false; ///< Check: for programs
    calls::Seat seat; ///< for AddSeat and RemoveSeat; its phone is also this seat's phone in Run
};

/// Ends the program before it began: help, version, or a usage error.
struct Farewell
{
    int exitCode = 0;
    QString text;
};

/// "127.0.0.1:8737" or "[::1]:0"; nothing when it is neither.
std::optional<Endpoint> readEndpoint(const QString &text);

/// Reads the command line (without touching anything else). Wrong usage ends with exit code 2 and a sentence.
std::expected<Options, Farewell> readOptions(const QStringList &arguments);

} // namespace anteroom::desk
