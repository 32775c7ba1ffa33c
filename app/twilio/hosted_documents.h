// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/line_manners.h"
#include "twiml/document.h"

#include <QString>

namespace anteroom::twilio {

// Documents that the phone company hosts itself (twimlets, facts section 7), so that a caller outlives the
// desk. They carry their text in their address; anybody who sees the address can read it. All of them are
// bounded.

/// The address under which the phone company answers with this document.
QString hostedAt(const twiml::Document &document);
bool isHosted(const QString &address); ///< one of those, ours or not

/// Endless hold music for a studio whose seat is not there; a conference ends it by itself.
QString studioMusicUrl();

/// Music for at most so many minutes, then out of the queue.
twiml::Document hostedWait(int minutes);
/// The same with the music of the line, for about so many seconds; at least one piece, since none is cut. A
/// file of the user's is heard only where it has an address.
twiml::Document hostedWait(const calls::WaitMusic &music, int seconds, const QString &fileUrl = {});
/// Greeting, beep, message, goodbye.
twiml::Document hostedVoicemail(const calls::LineManners &manners);
/// Into the queue with hosted music, then voicemail: the number's fallback, in the middle of any call.
twiml::Document hostedQueue(const QString &queue, const calls::LineManners &manners);
/// The same for somebody who has just called: greeting and notice first, which nobody hears twice.
twiml::Document hostedWelcome(const QString &queue, const calls::LineManners &manners);
twiml::Document hostedClosed(const calls::LineManners &manners);
/// For the hosts' own number: there is nobody whom keys could reach.
twiml::Document hostedNoDesk();
twiml::Document hostedGoodbye(const calls::LineManners &manners);
/// Nobody knows how long an address may be; texts that would make one very long give way to the program's
/// own.
calls::LineManners fitForAddresses(const calls::LineManners &manners, const QString &queue);

/// A text in as many Say as the phone company's limit asks for; none for an empty text.
twiml::Document spoken(const QString &text, const QString &voice = {}, const QString &language = {});
twiml::Document spoken(const calls::SpokenText &text);

} // namespace anteroom::twilio
