// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"
#include "calls/seat.h"
#include "calls/switchboard.h"
#include "desk/options.h"
#include "twilio/account.h"

#include <QString>

#include <expected>

namespace anteroom::settings {
class Settings;
struct Secrets;
} // namespace anteroom::settings

namespace anteroom::desk {

/// Where voicemail is fetched to, and for how many days heard messages are kept (0: for ever).
struct MessageKeeping
{
    QString folder;
    int days = 0;
};

/// Everything an engine is built from; complete, nothing is looked up later.
struct EngineOptions
{
    twilio::Account account;
    twilio::Places places;
    bool publicIsListen = false; ///< rehearsal: the phone company calls the receiver on loopback directly
    Endpoint listen;
    std::optional<Endpoint> seatListen;
    QString dataDir;
    calls::LineStatus line;
    calls::LineManners manners;
    QStringList problems; ///< what of the line's settings cannot be used, in sentences
    calls::AskPlan asking;
    calls::HostPlan hosts;
    calls::Seat seat; ///< of the person at this desk
    int closeOutParallel = 8;
    MessageKeeping messages;
    bool connectNumber = false;
};

/// The command line first, else the settings, else the defaults. The error is a sentence: what is missing and
/// where to say it.
std::expected<EngineOptions, QString>
engineOptions(const Options &options, const settings::Settings &settings, const settings::Secrets &secrets);

/// Where a data folder keeps who may connect from elsewhere.
QString seatsFile(const QString &dataDir);

/// `dataDir` holds the messages unless the user has chosen a folder.
MessageKeeping messageKeepingFrom(const settings::Settings &settings, const QString &dataDir);

/// What callers hear, from the settings.
calls::LineManners mannersFrom(const settings::Settings &settings);
/// What of it cannot be used as it is, in sentences; the defaults stand in for that.
QStringList mannersProblems(const settings::Settings &settings);
/// Whom the settings want asked about callers.
calls::AskPlan askPlanFrom(const settings::Settings &settings);
/// Who may run the show from a telephone; `line` is what callers dial, and never the hosts' number.
calls::HostPlan hostPlanFrom(const settings::Settings &settings, const QString &line);

} // namespace anteroom::desk
