// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/line_manners.h"

#include <QCoreApplication>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

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
    manners.askSeat = QString(say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners", "Press 1 to take %1.")))
                          .replace(u"%1"_s, u"{caller}"_s);
    manners.menuPrompt =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners", "Please choose with the keys of your phone."));
    manners.positionText =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners", "You are number {position} in line."));
    manners.waitedText =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners", "You have been waiting for {waited} minutes."));
    manners.averageText = say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                                                "The average wait is currently {average} minutes."));
    manners.longWaitOffer = say(
        QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                          "If you would rather not wait, press 1 to leave a message, or 2 and we call you "
                          "back: you keep your place in line. Or just stay on the line."));
    manners.willCallBack = say(QT_TRANSLATE_NOOP(
        "anteroom::calls::LineManners", "We will call you back. You keep your place in line. Goodbye."));
    manners.cannotCallBack =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "We can't call you back, because your number is withheld. Please stay on the "
                              "line."));
    manners.waitOver =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "We are sorry that nobody could take your call so far. Please leave a message "
                              "after the beep."));
    manners.outsideHours =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "You are calling outside our opening hours. Please leave a message after the "
                              "beep."));
    manners.consentPrompt = say(QT_TRANSLATE_NOOP(
        "anteroom::calls::LineManners", "Please press 1 if you agree, or any other key if you do not."));
    manners.noConsent =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "Then we can't take your call on this line. Thank you for calling. Goodbye."));
    manners.nextShow = say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                                             "We are out of time for today. Please leave a message for the "
                                             "next show after the beep. Thank you for calling."));
    manners.apology =
        say(QT_TRANSLATE_NOOP("anteroom::calls::LineManners",
                              "We are sorry that we could not take your call today. Please try again."));
    return manners;
}

const MenuChoice *Menu::choiceOf(const QString &key) const
{
    const auto found = std::ranges::find(choices, key, &MenuChoice::key);
    return key.isEmpty() || found == choices.end() ? nullptr : &*found;
}

QString Menu::labelOf(const QString &queue) const
{
    const auto found = std::ranges::find(choices, queue, &MenuChoice::queue);
    return found == choices.end() ? QString() : found->label.isEmpty() ? found->queue : found->label;
}

const QList<LineText> &lineTexts()
{
    static const QStringList show{u"show"_s};
    static const QStringList place{u"position"_s, u"ahead"_s, u"waited"_s, u"average"_s, u"show"_s};
    static const QList<LineText> texts{
        {"text.greeting"_L1, &LineManners::greeting, show},
        {"text.recording_notice"_L1, &LineManners::notice, show},
        {"text.consent"_L1, &LineManners::consentPrompt, show},
        {"text.no_consent"_L1, &LineManners::noConsent, show},
        {"text.menu"_L1, &LineManners::menuPrompt, show},
        {"text.position"_L1, &LineManners::positionText, place},
        {"text.waited"_L1, &LineManners::waitedText, place},
        {"text.average"_L1, &LineManners::averageText, place},
        {"text.long_wait_offer"_L1, &LineManners::longWaitOffer, place},
        {"text.will_call_back"_L1, &LineManners::willCallBack, show},
        {"text.cannot_call_back"_L1, &LineManners::cannotCallBack, show},
        {"text.wait_over"_L1, &LineManners::waitOver, show},
        {"text.back_in_line"_L1, &LineManners::backInLine, show},
        {"text.thanks"_L1, &LineManners::thanks, show},
        {"text.goodbye"_L1, &LineManners::goodbye, show},
        {"text.voicemail_greeting"_L1, &LineManners::voicemailGreeting, show},
        {"text.next_show"_L1, &LineManners::nextShow, show},
        {"text.full"_L1, &LineManners::fullMessage, show},
        {"text.closed"_L1, &LineManners::closedMessage, show},
        {"text.outside_hours"_L1, &LineManners::outsideHours, show},
        {"text.ask_seat"_L1, &LineManners::askSeat, {u"caller"_s, u"show"_s}},
    };
    return texts;
}

const LineText *lineText(const QString &key)
{
    const auto &texts = lineTexts();
    const auto found = std::ranges::find_if(texts, [&](const LineText &text) { return key == text.key; });
    return found == texts.end() ? nullptr : &*found;
}

Fillings exampleFillings(const QString &showName)
{
    const QString show = showName.isEmpty()
                             ? QCoreApplication::translate("anteroom::calls::LineManners", "our show")
                             : showName;
    return {{u"position"_s, u"3"_s},         {u"ahead"_s, u"2"_s},
            {u"waited"_s, u"4"_s},           {u"average"_s, u"6"_s},
            {u"caller"_s, u"Priya Raman"_s}, {u"show"_s, show}};
}

} // namespace anteroom::calls
