// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/steps_to_twiml.h"

#include "twilio/error_sentences.h"
#include "twilio/hosted_documents.h"

#include <algorithm>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using twiml::Document;
using twiml::Element;

namespace {

constexpr int wholeDaySeconds = 86'400; // a show is longer than the four hours that Dial grants by itself
constexpr int tooLongInline = 32018;

Element hangup()
{
    return {.name = u"Hangup"_s};
}

class Renderer
{
public:
    explicit Renderer(const Rendering &rendering) : m_rendering(rendering) {}

    Document document(const calls::Steps &steps)
    {
        for (const calls::Step &step : steps) {
            if (m_ended)
                break; // nothing reaches what follows
            m_isLast = &step == &steps.constLast();
            std::visit([this](const auto &kind) { render(kind); }, step);
        }
        return m_document;
    }

private:
    bool canAsk() const { return m_rendering.urls.canBeAsked(); }

    QString cueUrl(const QString &cue) const
    {
        return m_rendering.isLeg ? m_rendering.urls.leg(m_rendering.intent, cue) : m_rendering.urls.call(cue);
    }

    void end(const Document &verbs)
    {
        m_document += verbs;
        m_ended = true;
    }

    void render(const calls::Say &say) { m_document += spoken(say.text, say.voice, say.language); }

    void render(const calls::Pause &pause)
    {
        m_document.append(
            {.name = u"Pause"_s, .attributes = {{u"length"_s, QString::number(std::max(1, pause.seconds))}}});
    }

    void render(const calls::WaitInQueue &wait)
    {
        Element enqueue{.name = u"Enqueue"_s, .text = wait.queue};
        if (canAsk())
            enqueue.attributes.append({u"action"_s, cueUrl(wait.cue)});
        const int seconds = wait.seconds > 0 ? wait.seconds : wait.musicMinutes * 60;
        enqueue.attributes.append(
            {u"waitUrl"_s, hostedAt(hostedWait(wait.music, seconds, m_rendering.musicUrl))});
        enqueue.attributes.append({u"waitUrlMethod"_s, u"GET"_s});
        m_document.append(enqueue);
        if (m_isLast && !canAsk())
            end(hostedVoicemail(m_rendering.manners));
    }

    /// The attributes of design section 3; left to the defaults a lone host would hear beeps and music, on
    /// air.
    void render(const calls::JoinStudio &join)
    {
        const auto flag = [](bool value) { return value ? u"true"_s : u"false"_s; };
        Element conference{.name = u"Conference"_s, .text = join.room};
        conference.attributes = {{u"beep"_s, flag(false)},
                                 {u"startConferenceOnEnter"_s, flag(join.asSeat)},
                                 {u"endConferenceOnExit"_s, flag(join.asSeat)},
                                 {u"waitUrl"_s, join.asSeat ? QString() : studioMusicUrl()}};
        if (!join.asSeat)
            conference.attributes.append({u"waitMethod"_s, u"GET"_s});
        if (canAsk()) {
            conference.attributes.append({u"statusCallback"_s, m_rendering.urls.studio(join.room)});
            conference.attributes.append({u"statusCallbackEvent"_s, u"start end join leave"_s});
        }
        Element dial{.name = u"Dial"_s};
        if (canAsk())
            dial.attributes.append({u"action"_s, m_rendering.isLeg
                                                     ? cueUrl(join.cue)
                                                     : m_rendering.urls.call(join.cue, join.intent)});
        if (join.starLeaves)
            dial.attributes.append({u"hangupOnStar"_s, flag(true)});
        dial.attributes.append({u"timeLimit"_s, QString::number(wholeDaySeconds)});
        dial.children.append(conference);
        m_document.append(dial);
        m_ended = canAsk(); // with an action the verbs behind it are never reached
    }

    void render(const calls::RecordMessage &record)
    {
        Element element{.name = u"Record"_s};
        if (canAsk()) {
            element.attributes.append({u"action"_s, cueUrl(record.cue)});
            element.attributes.append({u"recordingStatusCallback"_s, m_rendering.urls.recording()});
            element.attributes.append({u"recordingStatusCallbackEvent"_s, u"completed absent"_s});
        } else {
            // Without an address of its own a live call's Record is refused (11100), or records for ever.
            element.attributes.append({u"action"_s, hostedAt(hostedGoodbye(m_rendering.manners))});
            element.attributes.append({u"method"_s, u"GET"_s});
        }
        element.attributes.append({u"maxLength"_s, QString::number(std::max(1, record.maximumSeconds))});
        element.attributes.append({u"timeout"_s, QString::number(std::max(1, record.silenceSeconds))});
        element.attributes.append({u"finishOnKey"_s, u"#"_s});
        m_document.append(element);
        if (m_isLast)
            end(hostedGoodbye(m_rendering.manners)); // who stays silent gets here
    }

    void render(const calls::AskKeys &ask)
    {
        Element gather{.name = u"Gather"_s};
        if (canAsk()) {
            gather.attributes.append({u"action"_s, cueUrl(ask.cue)});
        } else {
            Renderer after(m_rendering);
            gather.attributes.append({u"action"_s, hostedAt(after.document(m_rendering.afterKeys))});
            gather.attributes.append({u"method"_s, u"GET"_s});
        }
        gather.attributes.append({u"numDigits"_s, QString::number(std::max(1, ask.digits))});
        gather.attributes.append({u"timeout"_s, QString::number(std::max(1, ask.seconds))});
        gather.children = spoken(ask.prompt, ask.voice, ask.language);
        for (int i = 0; i < std::max(1, ask.times); ++i)
            m_document.append(gather);
    }

    void render(const calls::AskAgain &again)
    {
        if (canAsk())
            end({{.name = u"Redirect"_s, .text = cueUrl(again.cue)}});
        else
            end(hostedVoicemail(m_rendering.manners));
    }

    void render(const calls::Refuse &refuse)
    {
        if (m_document.isEmpty())
            end({{.name = u"Reject"_s,
                  .attributes = {{u"reason"_s, refuse.busy ? u"busy"_s : u"rejected"_s}}}});
        else
            end({hangup()}); // already answered
    }

    void render(const calls::HangUp &) { end({hangup()}); }

    const Rendering &m_rendering;
    Document m_document;
    bool m_isLast = false;
    bool m_ended = false;
};

} // namespace

Document toDocument(const calls::Steps &steps, const Rendering &rendering)
{
    return Renderer(rendering).document(steps);
}

std::expected<QString, calls::CarrierError> toInline(const calls::Steps &steps, const Rendering &rendering)
{
    const auto written = [&steps](const Rendering &how) {
        return QString::fromUtf8(twiml::write(toDocument(steps, how)));
    };
    QString text = written(rendering);
    if (text.size() > twiml::maximumInlineCharacters) {
        // What is said when nobody can be asked travels inside addresses and grows there; better the
        // program's own words than none.
        const auto own = calls::LineManners::defaults();
        Rendering shorter = rendering;
        shorter.manners.voicemailGreeting = own.voicemailGreeting;
        shorter.manners.goodbye = own.goodbye;
        text = written(shorter);
    }
    if (text.size() > twiml::maximumInlineCharacters)
        return std::unexpected(calls::CarrierError{calls::CarrierTrouble::Refused, tooLongInline,
                                                   sentenceForCode(tooLongInline)});
    return text;
}

} // namespace anteroom::twilio
