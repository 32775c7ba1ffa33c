// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/error_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace anteroom::twilio {

namespace {

constexpr auto context = "anteroom::twilio";

struct Entry
{
    int code;
    const char *sentence;
};

#define SAYS(text) QT_TRANSLATE_NOOP("anteroom::twilio", text)

// Sorted by code, so that a look-up is a binary search; a test checks the order.
constexpr std::array entries{
    Entry{10004,
          SAYS("The phone company allows no more calls at the same time on this account. The caller keeps "
               "waiting. End another call first, or ask Twilio for a higher limit.")},
    Entry{13214,
          SAYS("The phone company does not accept this number as caller ID. The phone was not rung. Choose a "
               "number that this account owns.")},
    Entry{
        13216,
        SAYS("The phone company refuses the length of this call; trial accounts allow less. The caller keeps "
             "waiting. Upgrade the account at Twilio.")},
    Entry{13227,
          SAYS("This account may not call that country. The phone was not rung and the caller keeps waiting. "
               "Allow the country in Twilio's geographic permissions.")},
    Entry{
        20001,
        SAYS(
            "The phone company did not understand a part of the request. Nothing has happened to the caller. "
            "Update Anteroom if this happens again.")},
    Entry{20002,
          SAYS("The phone company refuses this queue's name: it must have 1 to 64 characters. Callers cannot "
               "join it. Choose another name in the settings.")},
    Entry{
        20003,
        SAYS("The phone company does not accept the credentials. Callers cannot be managed from here; those "
             "who wait go on hearing music. Check the account SID, token or key, and the region.")},
    Entry{20004,
          SAYS("The phone company does not allow this for the account. Nothing has happened to the caller. "
               "Check the account at Twilio.")},
    Entry{
        20005,
        SAYS("The account is suspended at the phone company. Callers may not get through. Contact Twilio.")},
    Entry{
        20006,
        SAYS("The credentials do not give access to this. Nothing has happened to the caller. Use a key with "
             "the rights for calls, queues and numbers.")},
    Entry{
        20008,
        SAYS("These are test credentials, which cannot manage calls. Callers cannot be seen. Enter the live "
             "credentials of the account.")},
    Entry{
        20009,
        SAYS("That call or recording is still in use. Nothing has happened to the caller. Try again when it "
             "has ended.")},
    Entry{20404,
          SAYS("That is no longer there at the phone company; the caller has probably hung up. Nothing else "
               "needs to be done.")},
    Entry{20409,
          SAYS("Something else changed this at the same moment. Nothing has happened to the caller. Look at "
               "the row again and repeat it if it is still needed.")},
    Entry{
        20422,
        SAYS("The phone company found a value invalid. Nothing has happened to the caller. Check the numbers "
             "and texts in the settings.")},
    Entry{20426,
          SAYS("The phone company asks for a newer kind of encrypted connection. Callers cannot be managed "
               "from here. Update this computer's system and Anteroom.")},
    Entry{
        20429,
        SAYS("The phone company is asked too often at the moment. Nothing has happened to the caller. Wait a "
             "few seconds and try again.")},
    Entry{
        20500,
        SAYS("The phone company has a fault of its own. What became of the request is being checked. Wait a "
             "moment.")},
    Entry{
        20503,
        SAYS("The phone company is unavailable at the moment. Waiting callers go on hearing music. Try again "
             "in a moment.")},
    Entry{
        21201,
        SAYS("No number to call was given. Nobody was rung and the caller keeps waiting. Enter your phone's "
             "number.")},
    Entry{21205,
          SAYS("The phone company cannot use the address of this desk. The caller keeps waiting. Check the "
               "public address in the settings.")},
    Entry{
        21208,
        SAYS("The phone company refuses the ringing time. Nobody was rung and the caller keeps waiting. Set "
             "it between 5 and 600 seconds.")},
    Entry{21210,
          SAYS("The line's number is not verified for outgoing calls. Nobody was rung and the caller keeps "
               "waiting. Verify the number at Twilio.")},
    Entry{
        21211,
        SAYS(
            "The phone company says that this is no number it can call. Nobody was rung and the caller keeps "
            "waiting. Check the phone's number; it must not be the line itself.")},
    Entry{21212,
          SAYS("The line's number is not valid as caller ID. Nobody was rung and the caller keeps waiting. "
               "Check the line in the settings.")},
    Entry{
        21213,
        SAYS("The line's number is missing. Nobody was rung and the caller keeps waiting. Choose the line in "
             "the settings.")},
    Entry{21214,
          SAYS("That number cannot be reached. Nobody was rung and the caller keeps waiting. Use another "
               "phone.")},
    Entry{21215,
          SAYS("This account may not call that country. Nobody was rung and the caller keeps waiting. Allow "
               "the country in Twilio's geographic permissions.")},
    Entry{21216,
          SAYS("The phone company blocks calls to that number. Nobody was rung and the caller keeps waiting. "
               "Use another phone.")},
    Entry{21217,
          SAYS("That is not a telephone number. Nobody was rung and the caller keeps waiting. Write it with "
               "the country code, like +1 415 555 0100.")},
    Entry{
        21218,
        SAYS("The line points to a TwiML application that does not exist. Callers may not get through. Check "
             "the number at Twilio.")},
    Entry{
        21219,
        SAYS("A trial account may only call verified numbers. Nobody was rung and the caller keeps waiting. "
             "Verify your phone at Twilio or upgrade the account.")},
    Entry{
        21220,
        SAYS("That call is no longer in a state for this; the caller has hung up or has been moved already. "
             "Nothing else needs to be done.")},
    Entry{21221,
          SAYS("The phone company refuses the SIP credentials. Nobody was rung and the caller keeps waiting. "
               "Use an ordinary telephone number.")},
    Entry{
        21223,
        SAYS("The phone company refuses the SIP settings that belong to this number. Nobody was rung and the "
             "caller keeps waiting. Use an ordinary telephone number, or correct the settings at Twilio.")},
    Entry{
        21224,
        SAYS("The phone company refuses the SIP address that belongs to this number. Nobody was rung and the "
             "caller keeps waiting. Use an ordinary telephone number, or correct the address at Twilio.")},
    Entry{21234,
          SAYS("The phone company refuses the settings for recognising mailboxes. Nobody was rung and the "
               "caller keeps waiting. Update Anteroom if this happens again.")},
    Entry{
        21262,
        SAYS("The phone company will not report whether a mailbox answered. The call goes on; press the key "
             "when you are asked for it.")},
    Entry{
        21408,
        SAYS("This account may not send texts to that country. The caller got no text and hears the message "
             "instead. Allow the country in Twilio's messaging permissions.")},
    Entry{21603,
          SAYS("The line's number is missing for the text. The caller got no text. Choose the line in the "
               "settings.")},
    Entry{21604,
          SAYS("There is no number to send the text to. The caller got no text. Let the message be spoken "
               "instead.")},
    Entry{21606,
          SAYS("The line's number cannot send texts. The caller got no text. Use a number with texts, or let "
               "the message be spoken.")},
    Entry{21608,
          SAYS("A trial account may only text verified numbers. The caller got no text. Upgrade the account "
               "at Twilio.")},
    Entry{21610,
          SAYS("This person has asked for no more texts from this number. No text was sent, and none may be. "
               "Let the message be spoken.")},
    Entry{21611,
          SAYS("Too many texts are waiting to be sent from this line. The caller got no text. Try again "
               "later.")},
    Entry{
        21612,
        SAYS("That number cannot be reached by text from this line. The caller got no text. Let the message "
             "be spoken.")},
    Entry{21614, SAYS("That is not a mobile number. The caller got no text. Let the message be spoken.")},
    Entry{21617, SAYS("The text is longer than 1,600 characters. The caller got no text. Shorten it.")},
    Entry{
        21626,
        SAYS("The phone company will not report how this call proceeds. The call itself was made; its state "
             "is read every few seconds instead.")},
    Entry{22001,
          SAYS("The outgoing call waited too long at the phone company. Nobody was rung and the caller keeps "
               "waiting. Try again.")},
    Entry{22005,
          SAYS("Too many outgoing calls of this account are waiting already. Nobody was rung and the caller "
               "keeps waiting. Try again later.")},
    Entry{30003,
          SAYS("The phone that should get the text cannot be reached. The caller did not get it. Let the "
               "message be spoken.")},
    Entry{30004, SAYS("The text was blocked. The caller did not get it. Let the message be spoken.")},
    Entry{30005,
          SAYS("The number that should get the text does not exist any more. The caller did not get it.")},
    Entry{30006,
          SAYS("The text went to a landline or an unreachable network. The caller did not get it. Let the "
               "message be spoken.")},
    Entry{30007,
          SAYS("The network filtered the text as unwanted. The caller did not get it. Reword it, without "
               "short links.")},
    Entry{
        30008,
        SAYS("The text was not delivered, for a reason nobody told. The caller did not get it. Try again or "
             "let the message be spoken.")},
    Entry{30032,
          SAYS("The toll-free line is not verified for texts. The caller did not get it. Verify the number "
               "at Twilio.")},
    Entry{30034, SAYS("The line is not registered for texts in the United States. The caller did not get it. "
                      "Register it (A2P 10DLC) at Twilio.")},
    Entry{30035,
          SAYS("The line's registration for texts is still being checked. The caller did not get it. Try "
               "again when Twilio has finished.")},
    Entry{
        32018,
        SAYS("The text to be spoken is too long for one request. Nothing has happened to the caller. Shorten "
             "it to about 3,000 characters.")},
};

static_assert(std::is_sorted(entries.begin(), entries.end(),
                             [](const Entry &a, const Entry &b) { return a.code < b.code; }));

QString say(const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

QString sentenceForCode(int code)
{
    if (code >= 21222 && code <= 21225) // the neighbours of 21221 say the same
        code = 21221;
    const auto found = std::lower_bound(entries.begin(), entries.end(), code,
                                        [](const Entry &entry, int wanted) { return entry.code < wanted; });
    return found != entries.end() && found->code == code ? say(found->sentence) : QString();
}

QString sentenceForStatus(int status)
{
    if (status == 401 || status == 403)
        return sentenceForCode(20003);
    if (status == 404 || status == 410)
        return sentenceForCode(20404);
    if (status == 409)
        return sentenceForCode(20409);
    if (status == 429)
        return sentenceForCode(20429);
    if (status == 503)
        return sentenceForCode(20503);
    if (status >= 500)
        return sentenceForCode(20500);
    if (status >= 300 && status < 400)
        return say(SAYS(
            "The phone company's address leads elsewhere, and credentials are never sent after it. Nothing "
            "has happened to the caller. Check the address of the phone company."));
    return say(SAYS(
        "The phone company refused the request. Nothing has happened to the caller. Look at the row and try "
        "again."));
}

QString sentenceForUnreachable(const QString &reason)
{
    return say(SAYS("The phone company cannot be reached (%1). Waiting callers go on hearing music. Check "
                    "this "
                    "computer's network."))
        .arg(reason);
}

QString sentenceForUnclear()
{
    return say(SAYS(
        "The answer of the phone company was lost on the way. Whether the request was carried out is being "
        "checked before anything is done again. Wait a moment."));
}

QString sentenceForCanceled()
{
    return say(SAYS(
        "Anteroom is closing. Nothing more is asked of the phone company; callers stay where they are."));
}

} // namespace anteroom::twilio
