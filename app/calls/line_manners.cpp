// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/switchboard.h"

#include <QCoreApplication>

namespace anteroom::calls {

LineManners LineManners::defaults()
{
    const auto say = [](const char *text) {
        return QCoreApplication::translate("anteroom::calls::LineManners", text);
    };
    LineManners manners;
    manners.greeting = say(QT_TRANSLATE_NOOP(
        "anteroom::calls::LineManners", "Thank you for calling. Please hold for the next available person."));
    manners.backInLine =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners", "You are back in line. Please hold."));
    manners.thanks =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "We are out of time for today. Thank you very much for calling. Goodbye."));
    manners.voicemailGreeting =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "We can't take your call right now. Please leave a message after the beep."));
    manners.closedMessage = say(QT_TRANSLATE_NOOP(
        "anteroom::calls::LineManners", "Our lines are closed right now. Thank you for calling. Goodbye."));
    manners.fullMessage = say(QT_TRANSLATE_NOOP(
        "anteroom::calls::LineManners", "All our lines are taken. Please leave a message after the beep."));
    manners.goodbye =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners", "Thank you for calling. Goodbye."));
    manners.askSeat = say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners", "Press 1 to take %1."));
    manners.nextShow = say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                                             "We are out of time for today. Please leave a message for the "
                                             "next show after the beep. Thank you for calling."));
    manners.apology =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "We are sorry that we could not take your call today. Please try again."));
    return manners;
}

} // namespace anteroom::calls
