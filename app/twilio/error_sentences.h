// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom::twilio {

/// What an error number of the phone company means for whoever sits at the desk: what happened, what it means
/// for the caller, what to do now (facts 3.3). Empty for a number we know nothing about.
QString sentenceForCode(int code);

/// The same for an answer without a number that we know: by its HTTP status.
QString sentenceForStatus(int status);

QString sentenceForUnreachable(const QString &reason);
QString sentenceForUnclear();
QString sentenceForCanceled();

} // namespace anteroom::twilio
