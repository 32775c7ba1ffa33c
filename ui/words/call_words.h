// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/desk_state.h"
#include "ui/theme/tokens.h"

#include <QDateTime>
#include <QString>

namespace anteroom::ui {

enum class ChipTone { Neutral, Good, Busy, Warning, Bad };
enum class ChipMark { None, Tick, Dot, Arrow, Phone };

/// What the status column says: words and a mark, so that the colour is never the only sign.
struct StatusWords
{
    QString text;
    ChipTone tone = ChipTone::Neutral;
    ChipMark mark = ChipMark::None;
    bool operator==(const StatusWords &) const = default;
};

const ChipColours &chipColours(const Tokens &tokens, ChipTone tone);

QString nameOf(const calls::Caller &caller);                            ///< "Unknown name" when there is none
QString numberLine(const calls::Call &call, const QString &homeNumber); ///< "(628) 555-0190 · first call"
StatusWords statusOf(const calls::Call &call);
QString outcomeWords(calls::Outcome outcome); ///< "talked", "hung up", ...
/// Who is being asked about the caller, else why they are where they are; empty when there is nothing to say.
QString whyHere(const calls::Call &call);
QString queueResultWords(const QString &result); ///< how the queue was left; an unknown way as it came
QString endedNote(const calls::Call &call);      ///< "Hung up after 2:15"
QString earlierCallLine(const calls::EarlierCall &call); ///< "Mar 3 · on air 4:10 · “Transit tax”"

/// Seconds since arrival; -1 before it. A call that has ended stopped waiting when it did.
qint64 waitedSeconds(const calls::Call &call, const QDateTime &now);

/// A whole row as a screen reader says it: "Priya Raman, San Jose, waiting one minute, new".
QString spokenRow(const calls::Call &call, const QDateTime &now);

QString consentWords(calls::Consent consent); ///< "agrees to be recorded"; empty where nobody asked
/// What a caller was told about being recorded, when, and what they said to it; empty when nothing.
QString noticeLine(const QString &notice, const QDateTime &at, calls::Consent consent);
QString screeningWords(calls::Screening screening);
QString roleWords(calls::Role role);

} // namespace anteroom::ui
