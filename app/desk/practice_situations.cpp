// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/practice_situations.h"

#include <QCoreApplication>

namespace anteroom::desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct PracticeWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::desk::PracticeSituation)
};

PracticeSituation fullQueue()
{
    PracticeSituation situation;
    situation.id = u"full-queue"_s;
    situation.name = PracticeWords::tr("&Full queue");
    situation.teaches = PracticeWords::tr("What callers meet who find no room, and how you make some.");
    situation.happening = PracticeWords::tr(
        "The queue has room for two more, and many call. Whoever finds none hears so and is listed under "
        "Missed, where you can call back. Make room: pull somebody, send somebody to voicemail, or thank "
        "somebody.");
    situation.company.roomInQueue = 2;
    situation.company.callersAtOnce = 5;
    situation.company.callersPerMinute = 6;
    situation.company.lasts = 2min;
    return situation;
}

PracticeSituation angryLongWait()
{
    PracticeSituation situation;
    situation.id = u"angry-wait"_s;
    situation.name = PracticeWords::tr("&Angry long wait");
    situation.teaches = PracticeWords::tr("How the desk shows somebody whose patience is at its end.");
    situation.happening = PracticeWords::tr(
        "The caller at the top has waited for 25 minutes, is angry, and hangs up within two minutes. Pull "
        "this caller now, or offer voicemail; whoever hangs up is listed under Missed, where you can call "
        "back.");
    situation.company.waitedAlready = 25min;
    situation.company.lasts = 2min;
    return situation;
}

PracticeSituation hostBusy()
{
    PracticeSituation situation;
    situation.id = u"host-busy"_s;
    situation.name = PracticeWords::tr("&Host busy");
    situation.teaches = PracticeWords::tr("That a phone which is busy costs you no caller.");
    situation.happening = PracticeWords::tr(
        "Your phone is busy whenever it is rung. Pull somebody: the caller stays in line, hears music, and "
        "keeps the place. Pull once more when your phone is free again, or choose another one under My "
        "phone.");
    simulator::PhoneBehaviour busy;
    busy.kind = simulator::PhoneBehaviour::Kind::Busy;
    busy.afterSeconds = 1;
    situation.company.seatPhone = busy;
    situation.company.lasts = 90s;
    return situation;
}

PracticeSituation textRace()
{
    PracticeSituation situation;
    situation.id = u"text-race"_s;
    situation.name = PracticeWords::tr("&Text race");
    situation.teaches = PracticeWords::tr("That a caller whom two people take at once reaches one of them.");
    situation.happening = PracticeWords::tr(
        "Two colleagues are asked by text about everybody who waits, and both take the same caller in the "
        "same "
        "moment. See in the row who got the caller; the other is told so by text. Pull callers yourself "
        "meanwhile: nobody reaches two people.");
    situation.asksColleagues = true;
    situation.company.racingAnswer = u"take"_s;
    situation.company.callersAtOnce = 1;
    situation.company.lasts = 90s;
    return situation;
}

PracticeSituation companyInTrouble()
{
    PracticeSituation situation;
    situation.id = u"company-trouble"_s;
    situation.name = PracticeWords::tr("&Phone company in trouble");
    situation.teaches =
        PracticeWords::tr("What still works while the phone company does nothing you ask for.");
    situation.happening = PracticeWords::tr(
        "The phone company answers slowly and refuses what it is asked. Callers still come in and hear "
        "music. Pull somebody and read what the row says; notes and topics are kept. Do not click twice: "
        "the desk finds out by itself what became of each click, and says so.");
    simulator::Faults trouble;
    trouble.latencyMilliseconds = 1500;
    trouble.status = 503;
    situation.company.faults = trouble;
    situation.company.callersAtOnce = 1;
    situation.company.lasts = 1min;
    return situation;
}

PracticeSituation deskKilled()
{
    PracticeSituation situation;
    situation.id = u"desk-killed"_s;
    situation.name = PracticeWords::tr("&Desk killed");
    situation.teaches =
        PracticeWords::tr("That callers outlive the desk, with their names, topics and order.");
    situation.happening = PracticeWords::tr(
        "This desk was killed without a goodbye and starts again in a moment. Until then the phone company "
        "itself plays music to those who wait, and takes two new callers in. Do nothing: then see that "
        "nobody is missing, and that topics, order and waiting times are as they were.");
    situation.company.callersAtOnce = 2;
    situation.deskAway = 15s;
    return situation;
}

} // namespace

QList<PracticeSituation> practiceSituations()
{
    return {fullQueue(), angryLongWait(), hostBusy(), textRace(), companyInTrouble(), deskKilled()};
}

} // namespace anteroom::desk
