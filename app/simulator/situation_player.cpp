// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/situation_player.h"

#include "simulator/arrivals.h"
#include "simulator/calls.h"
#include "simulator/messages.h"
#include "simulator/phones.h"
#include "simulator/queues.h"
#include "simulator/world.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {

constexpr auto untilRace = 2s; ///< time for the texts to all the phones

std::optional<Queue> queueNamed(World &world, const QString &name)
{
    const QList<Queue> queues = world.queues().list();
    const auto found = std::ranges::find(queues, name, &Queue::friendlyName);
    if (found != queues.end())
        return *found;
    const auto made = world.queues().create(name);
    return made ? std::optional(*made) : std::nullopt;
}

/// As somebody reads it: the word with the number that stands behind it, empty where it is not offered.
QString offeredIn(const QString &text, const QString &answer)
{
    const QRegularExpression offer(u"\\b%1( \\d+)?\\b"_s.arg(QRegularExpression::escape(answer)),
                                   QRegularExpression::CaseInsensitiveOption);
    return offer.match(text).captured();
}

} // namespace

SituationPlayer::SituationPlayer(World &world, quint32 seed, QObject *parent)
    : QObject(parent), m_world(world), m_seed(seed)
{
}

SituationPlayer::~SituationPlayer() = default;

void SituationPlayer::begin(const Situation &situation, const SituationPlace &place)
{
    end();
    m_life = std::make_unique<QObject>();
    ++m_played;
    if (situation.faults)
        makeTrouble(*situation.faults);
    if (situation.seatPhone)
        changePhone(*situation.seatPhone, place.seatPhone);
    if (situation.roomInQueue)
        leaveRoomFor(*situation.roomInQueue, place.queue);
    if (situation.waitedAlready > 0s)
        bringSomebodyWhoHasWaited(situation, place);
    if (situation.callersAtOnce > 0 || situation.callersPerMinute > 0)
        bringCallers(situation, place);
    if (!situation.racingAnswer.isEmpty())
        letPhonesRace(situation.racingAnswer, place.askedPhones);
    m_world.clock().after(situation.lasts, m_life.get(), [this] { end(); });
}

void SituationPlayer::end()
{
    if (!m_life)
        return;
    m_life.reset();
    m_asked.clear();
    const auto steps = std::exchange(m_putBack, {});
    for (const auto &putBack : steps | std::views::reverse)
        putBack();
    Q_EMIT ended();
}

void SituationPlayer::bringCallers(const Situation &situation, const SituationPlace &place)
{
    auto *arrivals = new Arrivals(m_world, place.line, m_seed + m_played, m_life.get());
    arrivals->begin(situation.callersAtOnce, situation.callersPerMinute);
}

void SituationPlayer::leaveRoomFor(int more, const QString &name)
{
    const auto queue = queueNamed(m_world, name);
    if (!queue)
        return;
    static_cast<void>(
        m_world.queues().update(queue->sid, std::nullopt, std::max(1, queue->currentSize + more)));
    m_putBack.emplace_back([this, before = *queue] {
        // Refused only where our side has deleted it meanwhile.
        static_cast<void>(m_world.queues().update(before.sid, std::nullopt, before.maxSize));
    });
}

void SituationPlayer::bringSomebodyWhoHasWaited(const Situation &situation, const SituationPlace &place)
{
    IncomingCall call = BelievableCallers(m_seed + m_played).next(place.line);
    call.waitsIn = place.queue;
    call.waitedSeconds = int(situation.waitedAlready.count());
    call.patienceSeconds = int(situation.lasts.count());
    const auto dialled = m_world.calls().dial(call);
    if (!dialled)
        return;
    // Whoever talks, or leaves a message, waits no longer. Also moved by us, somebody is out of the queue for
    // a moment.
    connect(&m_world.calls(), &Calls::changed, m_life.get(),
            [this, sid = dialled->sid](const QString &changed) {
                const QString where = changed == sid ? m_world.calls().whereabouts(sid).place : QString();
                if (where == "conference"_L1 || where == "dial"_L1 || where == "recording"_L1 ||
                    where == "over"_L1)
                    m_world.clock().after(0s, m_life.get(), [this] { end(); });
            });
    m_putBack.emplace_back([this, sid = dialled->sid] {
        if (m_world.calls().whereabouts(sid).place == "queue"_L1)
            static_cast<void>(m_world.calls().hangUp(sid));
    });
}

void SituationPlayer::changePhone(const PhoneBehaviour &behaviour, const QString &phone)
{
    m_putBack.emplace_back(
        [this, phone, before = m_world.phones().of(phone)] { m_world.phones().set(phone, before); });
    m_world.phones().set(phone, behaviour);
}

void SituationPlayer::makeTrouble(const Faults &faults)
{
    m_putBack.emplace_back([this, before = m_world.faults()] { m_world.faults() = before; });
    m_world.faults() = faults;
}

void SituationPlayer::letPhonesRace(const QString &answer, const QStringList &phones)
{
    connect(&m_world.messages(), &Messages::sent, m_life.get(), [this, answer, phones](const QString &sid) {
        const auto text = m_world.messages().get(sid);
        if (!text || !phones.contains(text->to) || m_asked.contains(text->to))
            return;
        const QString offered = offeredIn(text->body, answer);
        if (offered.isEmpty())
            return;
        m_asked.insert(text->to, {text->from, offered});
        if (m_asked.size() > 1)
            return;
        m_world.clock().after(untilRace, m_life.get(), [this] {
            const auto asked = std::exchange(m_asked, {});
            for (const auto &[phone, question] : asked.asKeyValueRange())
                static_cast<void>(m_world.messages().receive(phone, question.from, question.answer));
        });
    });
}

} // namespace anteroom::simulator
