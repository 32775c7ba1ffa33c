// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/fake_desk_mirror.h"

namespace anteroom::tests {

/// Callers as they come in life, at a moment that never changes.
QDateTime theMoment(); ///< 9:41 in California
calls::Call waitingCall(const QString &sid, const QString &name, int waitedSeconds);
QList<calls::Call> sevenCallers(); ///< those of the design's picture
calls::Call callerOnAir();
calls::Call callerRinging();
QList<calls::Call> awkwardCallers(); ///< long names, emoji, right-to-left, markup, control characters
QList<calls::Call> manyCallers(int count);
QList<calls::Message> threeMessages();
QList<calls::Message>
manyMessages(int count); ///< of all kinds: long names, hang-ups, notes, for the next show
QList<calls::PastCall> pastCalls();
calls::PastCallTally tallyOfCalls();
QList<calls::MissedCall> missedCalls();
QList<calls::ListenerText> listenerTexts();
calls::ConnectionStatus goodConnection();

/// An open line, a seat with a phone, a good connection; no callers.
void openDesk(FakeDeskMirror &mirror);

} // namespace anteroom::tests
