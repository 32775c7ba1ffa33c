// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/opening_hours.h"
#include "calls/spoken_text.h"

#include <QLatin1StringView>

#include <optional>
#include <span>

namespace anteroom::calls {

/// One key of the menu.
struct MenuChoice
{
    QString key; ///< 0 to 9
    QString queue;
    QString label = {}; ///< for the desk
    bool operator==(const MenuChoice &) const = default;
};

/// Asked before the queue: each key leads into a queue of its own. Without choices nobody is asked.
struct Menu
{
    QList<MenuChoice> choices = {};
    const MenuChoice *choiceOf(const QString &key) const;
    QString labelOf(const QString &queue) const; ///< empty where there is none
    bool operator==(const Menu &) const = default;
};

/// What is done with somebody who has waited for as long as anybody may.
enum class AfterLongestWait { Voicemail, Thank };

/// Whether talks are recorded: never, each from the moment the caller joins, or when somebody presses the
/// key.
enum class RecordTalks { Off, On, ByKey };

/// What is done with somebody who does not agree to be recorded.
enum class WithoutConsent { Wait, Release };

/// What callers hear and how long things take; changed at run time by settings.
struct LineManners
{
    SpokenText greeting;   ///< spoken once before the queue; empty: straight into it
    SpokenText notice;     ///< after the greeting: that the call may be recorded and aired
    SpokenText backInLine; ///< once after being put back
    SpokenText thanks;     ///< thank and release, close out
    SpokenText voicemailGreeting;
    SpokenText closedMessage;
    SpokenText fullMessage;
    SpokenText goodbye;
    SpokenText askSeat; ///< to the seat's owner; {caller} is the caller
    SpokenText menuPrompt;
    SpokenText positionText; ///< in between, to whoever waits; each may be empty
    SpokenText waitedText;
    SpokenText averageText;
    SpokenText longWaitOffer; ///< 1: leave a message, 2: be called back
    SpokenText willCallBack;
    SpokenText cannotCallBack; ///< the number is withheld
    SpokenText waitOver;       ///< to whoever has waited for as long as anybody may
    SpokenText outsideHours;
    SpokenText consentPrompt; ///< after the notice; 1: they agree
    SpokenText noConsent;     ///< to whoever does not agree, where nobody else is let in
    SpokenText nextShow;      ///< close out: asks for a message for the next show
    QString apology;          ///< texted to who waited in vain; its placeholders are in apologies.h
    bool apologise = false;
    int apologyAfterSeconds = 30;
    bool textsOn = true;      ///< off: nobody is sent a text, whatever is asked for
    bool deleteQueue = false; ///< after a close-out, once it is empty

    int ringSeconds = 20;
    int longestMessageSeconds = 180;
    int hostedMusicMinutes = 10;
    WaitMusic music = {};
    int announceSeconds =
        0; ///< at least so far apart; a piece of music is never cut. 0: nothing is announced
    int longestWaitMinutes = 0; ///< 0: for as long as they like
    AfterLongestWait afterLongestWait = AfterLongestWait::Voicemail;
    int offerAfterMinutes = 0; ///< 0: never
    int mostWaiting = 0;       ///< in each queue; 0: any number
    OpeningHours hours = {};
    Menu menu = {};
    RecordTalks recordTalks = RecordTalks::Off;
    bool airs = false; ///< talks go on air
    bool askConsent = false;
    WithoutConsent withoutConsent = WithoutConsent::Wait;

    bool announces() const { return announceSeconds > 0; }
    /// Callers must be told before anybody talks to them.
    bool needsNotice() const { return recordTalks != RecordTalks::Off || airs; }
    bool lacksNotice() const { return needsNotice() && notice.text.trimmed().isEmpty(); }
    bool asksConsent() const { return needsNotice() && askConsent && !lacksNotice(); }
    bool operator==(const LineManners &) const = default;
    static LineManners defaults(); ///< translated
};

/// One of the texts of a line: where it is kept, and what may stand in it.
struct LineText
{
    QLatin1StringView key; ///< its name in the settings
    SpokenText LineManners::*text;
    QStringList placeholders;
};
const QList<LineText> &lineTexts();
const LineText *lineText(const QString &key);

/// Values that show what a text will sound like.
Fillings exampleFillings(const QString &showName = {});

} // namespace anteroom::calls
