// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/line_check.h"

#include "calls/life_of_a_call.h"
#include "http/form.h"
#include "twilio/hosted_documents.h"
#include "twilio/steps_to_twiml.h"
#include "twiml/document.h"

#include <QCoreApplication>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

struct CheckWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::twilio::LineCheck)
};

constexpr int nestedDocuments = 4;

class LineChecker
{
public:
    explicit LineChecker(const calls::LineManners &manners) : m_manners(manners) {}

    QStringList problems()
    {
        for (const bool canAsk : {true, false}) {
            for (const calls::Steps &steps : everything(canAsk))
                check(toDocument(steps, renderingOf(canAsk)), twiml::Place::Voice, nestedDocuments);
        }
        check(hostedWelcome(u"queue"_s, m_manners), twiml::Place::Voice, nestedDocuments);
        check(hostedClosed(m_manners), twiml::Place::Voice, nestedDocuments);
        return m_problems;
    }

private:
    void add(const QString &sentence)
    {
        if (!m_problems.contains(sentence))
            m_problems.append(sentence);
    }

    Rendering renderingOf(bool canAsk) const
    {
        Rendering rendering;
        if (canAsk) {
            rendering.urls = CallbackUrls(QUrl(u"https://desk.example.com"_s));
            rendering.musicUrl = u"https://desk.example.com/music/0.mp3"_s;
        }
        rendering.manners = m_manners;
        return rendering;
    }

    /// Every text of the line is in one of these.
    QList<calls::Steps> everything(bool asked) const
    {
        using calls::CallState;
        using calls::Outcome;
        QList<calls::Steps> all;
        calls::CallTurn turn;
        turn.manners = &m_manners;
        turn.line.queue = u"queue"_s;
        turn.details.room = u"studio"_s;
        turn.now = QDateTime(QDate(2026, 3, 14), QTime(20, 0), Qt::UTC);
        turn.details.asked = asked;
        const auto in = [&](CallState state, Outcome outcome = Outcome::None) {
            turn.call.state = state;
            turn.call.outcome = outcome;
            all.append(calls::callFlow().render(turn));
        };
        in(CallState::Ringing);
        turn.call.consent = calls::Consent::Agreed; // the menu comes behind that question
        in(CallState::Ringing);
        in(CallState::LeavingMessage);
        in(CallState::Ended, Outcome::Refused);
        constexpr qint64 wholeDay = 86'400;
        turn.call.arrival = turn.now.addSecs(-wholeDay);
        turn.place.averageSeconds = wholeDay;
        in(CallState::Waiting);
        turn.details.backInLine = true;
        in(CallState::Waiting);
        turn.details.cannotCallBack = true;
        in(CallState::Waiting);
        in(CallState::Connected);
        in(CallState::LeavingMessage);
        in(CallState::LeavingMessage, Outcome::QueueFull);
        for (const Outcome outcome : {Outcome::Thanked, Outcome::Talked, Outcome::CallBack, Outcome::Refused})
            in(CallState::Ended, outcome);
        for (const calls::SpokenText *own : {&m_manners.waitOver, &m_manners.nextShow}) {
            turn.details.text = own->text;
            in(CallState::LeavingMessage);
        }
        all.append({calls::said(m_manners.noConsent), calls::HangUp{}});
        all.append({calls::said(m_manners.closedMessage), calls::HangUp{}});
        all.append({calls::said(m_manners.outsideHours), calls::HangUp{}});
        return all;
    }

    void check(const twiml::Document &document, twiml::Place place, int depth)
    {
        for (const twiml::Finding &finding : twiml::check(document, place))
            add(finding.sentence);
        const QByteArray text = twiml::write(document);
        if (text.size() > twiml::maximumDocumentBytes)
            add(CheckWords::tr("The texts of this line are too long to be sent to the phone company."));
        if (const auto again = twiml::read(text); !again)
            add(again.error().sentence);
        if (depth > 0)
            inside(document, depth);
    }

    /// Documents that the phone company hosts travel inside others.
    void inside(const twiml::Document &document, int depth)
    {
        for (const twiml::Element &verb : document) {
            for (const auto &[name, value] : verb.attributes) {
                if (!isHosted(value))
                    continue;
                const QByteArray query = value.section(u'?', 1).toUtf8();
                const auto hosted = twiml::read(http::Form::decode(query).value("Twiml"));
                if (hosted)
                    check(*hosted, name == "waitUrl"_L1 ? twiml::Place::WaitDocument : twiml::Place::Voice,
                          depth - 1);
                else
                    add(hosted.error().sentence);
            }
        }
    }

    const calls::LineManners &m_manners;
    QStringList m_problems;
};

} // namespace

QStringList problemsOf(const calls::LineManners &manners)
{
    return LineChecker(manners).problems();
}

} // namespace anteroom::twilio
