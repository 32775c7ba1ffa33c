// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask.h"
#include "calls/command.h"
#include "calls/desk_state.h"
#include "calls/intent.h"
#include "calls/listener_text.h"

#include <QVariant>

namespace anteroom::history {

// How values look inside a row. What is stored as a word may gain words in later versions; a word that this
// version does not know reads as the first of its kind.

QVariant text(const QString &value);        ///< never NULL
QVariant instant(const QDateTime &value);   ///< milliseconds since 1970, NULL for a null time
QDateTime toInstant(const QVariant &value); ///< UTC; null for NULL

QString word(calls::Doing doing);
QString word(calls::PhoneState state);
QString word(calls::Treatment treatment);
QString word(calls::Treated treated);
QString word(calls::CloseOutStatus::Phase phase);
QString word(calls::AskedState state);
QString word(calls::AnswerState state);
QString word(calls::MissedWhy why);
QString word(calls::MissedEnd end);

calls::Doing toDoing(const QString &word);
calls::PhoneState toPhoneState(const QString &word);
calls::Treatment toTreatment(const QString &word);
calls::Treated toTreated(const QString &word);
calls::CloseOutStatus::Phase toPhase(const QString &word);
calls::AskedState toAskedState(const QString &word);
calls::AnswerState toAnswerState(const QString &word);
calls::IntentKind toIntentKind(const QString &word);
calls::MissedWhy toMissedWhy(const QString &word);
calls::MissedEnd toMissedEnd(const QString &word);

QString sidsToText(const QStringList &sids);
QStringList sidsFromText(const QString &text);
QString linesToText(const QStringList &lines);
QStringList linesFromText(const QString &text);

} // namespace anteroom::history
