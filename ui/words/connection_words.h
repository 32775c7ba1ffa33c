// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

#include <QDateTime>
#include <QString>

namespace anteroom::ui {

/// How the desk hears the phone company, for the status bar: "Receiving calls at hooks.example.org".
QString hearingWords(const calls::ConnectionStatus &status);

/// That the public address has failed, since when, and that the callers are all right; empty while it has
/// not.
QString failedAddressWords(const calls::ConnectionStatus &status);

/// What must be read at once: what happened, what it means for the callers, what to do. Empty while all is
/// well.
QString staleWords(const calls::ConnectionStatus &status, const QDateTime &now);

} // namespace anteroom::ui
