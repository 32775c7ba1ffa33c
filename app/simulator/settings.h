// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace anteroom::simulator {

/// Trouble on demand. Default constructed: none. The REST side applies all but the last two, which webhooks
/// obey.
struct Faults
{
    int latencyMilliseconds = 0; ///< real ones; for answers of the REST API
    int status = 0;              ///< answered in place of the real status; 0 leaves it
    int everyNth = 1;            ///< only each n-th request that matches is hit
    QString pathPrefix;          ///< only paths that start so; empty hits all of the REST API
    bool dropConnections = false;
    bool afterActing = false; ///< true: the request is carried out and only its answer is lost
    bool duplicateWebhooks = false;
    bool reorderWebhooks = false;
};

/// How a dialled phone reacts. A number without a setting answers after two seconds and presses nothing.
struct PhoneBehaviour
{
    enum class Kind { Answer, Busy, NoAnswer, Failed, Voicemail };
    Kind kind = Kind::Answer;
    double afterSeconds =
        2;         ///< ring time until it answers (a mailbox: until it takes over), is busy or fails
    QString press; ///< keys pressed at the first Gather it hears; a mailbox presses none
    std::optional<double> hangUpAfterSeconds; ///< after it was answered
};
QString text(PhoneBehaviour::Kind kind); ///< answer, busy, no-answer, failed, voicemail
std::optional<PhoneBehaviour::Kind> phoneKindFrom(QStringView text);

/// Where the facts only guess, either outcome can be played. Each field is true for the second of the two
/// outcomes in the table of names; all start with the outcome that the facts hold likelier.
struct Guesses
{
    bool dequeueGone400 = false;    ///< POST on a member that is gone: 404 or 400
    bool frontEmpty400 = false;     ///< GET Members/Front of an empty queue: 404 or 400
    bool deleteNonEmpty400 = false; ///< DELETE of a queue with members: 409 or 400
    bool waitFetchEnds = false;     ///< a wait document that cannot be had: the number's fallback, or the end
    bool enqueueActionSilent = false; ///< redirecting a waiting call: Enqueue's action is requested, or not
    bool actionAfterTarget =
        false; ///< the interrupted verb's action comes before the target's request, or after it
    bool hangupActionSilent = false; ///< hanging up in a queue: Enqueue's action is requested, or not
    bool declinedCompleted = false;  ///< a declined Number whisper: DialCallStatus no-answer, or completed
    bool memberLags = false;         ///< a member who left vanishes from the list at once, or a second later
    bool putBackKeepsPlace =
        false; ///< enqueued again: to the tail and time restarts, or the old date keeps its place
    bool dequeuedPosition0 = false;  ///< position in the answer to a dequeue: 1 or 0
    bool keywordUntrimmed = false;   ///< " stop " opts out, or does not
    bool startAlwaysReplies = false; ///< START without a block: no answer, or an answer all the same
    bool connectionRetryOff = false; ///< a refused connection is tried a second time, or not
    bool mediaWithoutRanges = false; ///< a part of a recording may be asked for, or only all of it
};

/// Name on the wire and the two outcomes of one guess.
struct GuessName
{
    const char *name;
    const char *first;
    const char *second;
    bool Guesses::*field;
};
const QList<GuessName> &guessNames();
QHash<QString, QString> describe(const Guesses &guesses);
/// Changes the named guess; the error is a sentence that lists what is allowed.
std::expected<void, QString> setGuess(Guesses &guesses, const QString &name, const QString &outcome);

} // namespace anteroom::simulator
