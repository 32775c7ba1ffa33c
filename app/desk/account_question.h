// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/options.h"
#include "twilio/account_check.h"

namespace anteroom::settings {
class Settings;
struct Secrets;
} // namespace anteroom::settings

namespace anteroom::desk {

/// Everything that somebody who talks about the account has to know. Unlike an engine's options it may be
/// incomplete: what is missing is what the talk is about.
struct AccountQuestion
{
    twilio::Account account;
    twilio::Places places;
    twilio::CheckedDesk desk;
};

/// The command line first, else the settings, else the defaults.
AccountQuestion accountQuestion(const Options &options, const settings::Settings &settings,
                                const settings::Secrets &secrets);

/// Where a data folder keeps what numbers were set to before.
QString numbersFile(const QString &dataDir);

} // namespace anteroom::desk
