// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/settings.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

struct KindName
{
    PhoneBehaviour::Kind kind;
    QStringView text;
};
constexpr KindName kindNames[] = {
    {PhoneBehaviour::Kind::Answer, u"answer"},       {PhoneBehaviour::Kind::Busy, u"busy"},
    {PhoneBehaviour::Kind::NoAnswer, u"no-answer"},  {PhoneBehaviour::Kind::Failed, u"failed"},
    {PhoneBehaviour::Kind::Voicemail, u"voicemail"},
};

} // namespace

QString text(PhoneBehaviour::Kind kind)
{
    for (const KindName &each : kindNames) {
        if (each.kind == kind)
            return each.text.toString();
    }
    return {};
}

std::optional<PhoneBehaviour::Kind> phoneKindFrom(QStringView name)
{
    for (const KindName &each : kindNames) {
        if (each.text == name)
            return each.kind;
    }
    return std::nullopt;
}

const QList<GuessName> &guessNames()
{
    static const QList<GuessName> names{
        {"dequeue_gone", "404", "400", &Guesses::dequeueGone400},
        {"front_empty", "404", "400", &Guesses::frontEmpty400},
        {"delete_nonempty", "409", "400", &Guesses::deleteNonEmpty400},
        {"wait_fetch_failure", "fallback", "end", &Guesses::waitFetchEnds},
        {"enqueue_redirect_action", "yes", "no", &Guesses::enqueueActionSilent},
        {"interrupted_action", "before", "after", &Guesses::actionAfterTarget},
        {"enqueue_hangup_action", "yes", "no", &Guesses::hangupActionSilent},
        {"whisper_declined", "no-answer", "completed", &Guesses::declinedCompleted},
        {"member_lag", "no", "yes", &Guesses::memberLags},
        {"put_back", "tail", "keeps-place", &Guesses::putBackKeepsPlace},
        {"dequeued_position", "1", "0", &Guesses::dequeuedPosition0},
        {"keyword_trim", "yes", "no", &Guesses::keywordUntrimmed},
        {"start_always_replies", "no", "yes", &Guesses::startAlwaysReplies},
        {"refused_retry", "yes", "no", &Guesses::connectionRetryOff},
        {"media_ranges", "yes", "no", &Guesses::mediaWithoutRanges},
    };
    return names;
}

QHash<QString, QString> describe(const Guesses &guesses)
{
    QHash<QString, QString> result;
    for (const GuessName &each : guessNames())
        result.insert(QString::fromLatin1(each.name),
                      QString::fromLatin1(guesses.*each.field ? each.second : each.first));
    return result;
}

std::expected<void, QString> setGuess(Guesses &guesses, const QString &name, const QString &outcome)
{
    for (const GuessName &each : guessNames()) {
        if (name != QLatin1StringView(each.name))
            continue;
        if (outcome != QLatin1StringView(each.first) && outcome != QLatin1StringView(each.second))
            return std::unexpected(u"%1 is either %2 or %3."_s.arg(name, QLatin1StringView(each.first),
                                                                   QLatin1StringView(each.second)));
        guesses.*each.field = outcome == QLatin1StringView(each.second);
        return {};
    }
    QStringList known;
    for (const GuessName &each : guessNames())
        known.append(QString::fromLatin1(each.name));
    return std::unexpected(u"There is no guess called %1. Known are: %2."_s.arg(name, known.join(", "_L1)));
}

} // namespace anteroom::simulator
