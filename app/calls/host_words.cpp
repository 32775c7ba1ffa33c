// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

struct HostWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::HostWords)
};

constexpr qint64 secondsAMinute = 60;

QString spokenName(const QString &text)
{
    constexpr qsizetype longest = 60;
    QString line = text.simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return line.left(longest);
}

qint64 minutesLeft(qint64 seconds)
{
    return std::max<qint64>(1, (seconds + secondsAMinute - 1) / secondsAMinute);
}

} // namespace

QString numberPrompt()
{
    return HostWords::tr("This is the hosts' number. Enter your own telephone number, then the pound key.");
}

QString pinPrompt()
{
    return HostWords::tr("Enter your PIN: six digits.");
}

QString hostGoodbye()
{
    return HostWords::tr("Goodbye.");
}

QString statusWords(const HostView &view)
{
    QString words = HostWords::tr("Nobody waits.");
    if (view.waiting == 1)
        words = HostWords::tr("One caller waits: %1.").arg(view.first);
    else if (view.waiting > 1)
        words = HostWords::tr("%1 callers wait. First is %2.").arg(QString::number(view.waiting), view.first);
    if (!view.lineOpen)
        words += u' ' + HostWords::tr("The line is closed.");
    return words;
}

QString menuPrompt(const HostTurn &turn)
{
    QStringList keys;
    if (turn.view.waiting > 0)
        keys << HostWords::tr("Press 1 for the next caller.");
    if (turn.call.verified && !turn.view.caller.isEmpty())
        keys << HostWords::tr("For %1: 2, back in line. 3, voicemail.").arg(turn.view.caller);
    if (turn.call.verified && turn.view.waiting > 0)
        keys << HostWords::tr("8, close out the queue.");
    if (turn.call.verified)
        keys << (turn.view.lineOpen ? HostWords::tr("9, close the line.")
                                    : HostWords::tr("9, open the line."));
    if (!turn.call.verified)
        keys << HostWords::tr("Other keys ask for your PIN.");
    keys << HostWords::tr("0, hear this again.");
    return keys.join(u' ');
}

QString movingOnPrompt(const HostTurn &turn)
{
    if (turn.view.caller.isEmpty() || !turn.call.verified)
        return HostWords::tr("Next.");
    switch (turn.view.afterTalk) {
    case AfterTalk::BackInLine:
        return HostWords::tr("Next. %1 goes back in line, unless you press 3 for voicemail. 0 for all keys.")
            .arg(turn.view.caller);
    case AfterTalk::Voicemail:
        return HostWords::tr(
                   "Next. %1 goes to voicemail, unless you press 2 for back in line. 0 for all keys.")
            .arg(turn.view.caller);
    case AfterTalk::Thank:
        break;
    }
    return HostWords::tr("Next. %1 is thanked, unless you press 2 for back in line, 3 for voicemail. 0 for "
                         "all keys.")
        .arg(turn.view.caller);
}

QString closeOutPrompt(const HostView &view)
{
    return HostWords::tr("This closes the line and thanks everybody who waits: %1. Press 8 again to do it, "
                         "any other key to leave it.")
        .arg(view.waiting);
}

QString withSaid(const HostCall &call, const QString &prompt)
{
    return call.said.isEmpty() ? prompt : call.said + u' ' + prompt;
}

QString spokenCaller(const Caller &caller)
{
    QString name = spokenName(caller.name);
    if (name.isEmpty())
        name = caller.number.isEmpty() ? HostWords::tr("a caller without a number") : caller.number;
    QString place = spokenName(caller.city);
    if (place.isEmpty())
        place = spokenName(caller.region);
    return place.isEmpty() ? name : HostWords::tr("%1 from %2").arg(name, place);
}

QString spokenWaiting(const Caller &caller, qint64 seconds)
{
    const QString who = spokenCaller(caller);
    const qint64 minutes = seconds / secondsAMinute;
    if (minutes < 1)
        return HostWords::tr("%1, waiting less than a minute").arg(who);
    if (minutes == 1)
        return HostWords::tr("%1, waiting one minute").arg(who);
    return HostWords::tr("%1, waiting %2 minutes").arg(who, QString::number(minutes));
}

QString lockedWords(qint64 seconds)
{
    const qint64 minutes = minutesLeft(seconds);
    if (minutes == 1)
        return HostWords::tr("There were too many wrong PINs. Try again in one minute. Goodbye.");
    return HostWords::tr("There were too many wrong PINs. Try again in %1 minutes. Goodbye.").arg(minutes);
}

QString ringsLockedWords(qint64 seconds)
{
    const qint64 minutes = minutesLeft(seconds);
    if (minutes == 1)
        return HostWords::tr("Your phone was called back too often, and nobody pressed 1. Try again in one "
                             "minute. Goodbye.");
    return HostWords::tr("Your phone was called back too often, and nobody pressed 1. Try again in %1 "
                         "minutes. Goodbye.")
        .arg(minutes);
}

} // namespace anteroom::calls
