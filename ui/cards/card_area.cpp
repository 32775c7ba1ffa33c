// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/card_area.h"

#include "ui/call_actions.h"
#include "ui/cards/call_card.h"

#include <QScrollBar>

#include <algorithm>

using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

constexpr int gap = 10;
constexpr int rowsWithoutScrolling = 2;

bool isCard(const Call &call, const QString &seat)
{
    const bool rings = call.state == CallState::Connecting || call.state == CallState::Calling;
    return call.state == CallState::Connected || (rings && call.seat == seat);
}

} // namespace

CardArea::CardArea(DeskMirror &mirror, CallActions &actions, const Theme &theme, Now now, QWidget *parent)
    : QScrollArea(parent),
      m_mirror(mirror),
      m_actions(actions),
      m_theme(theme),
      m_now(std::move(now)),
      m_content(new QWidget)
{
    setObjectName("cards");
    setAccessibleName(tr("Connected and ringing calls"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(NoFrame);
    setWidget(m_content);
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

CallCard *CardArea::makeCard()
{
    auto *card = new CallCard(m_theme, m_content);
    connect(card, &CallCard::chosen, this, &CardArea::chosen);
    connect(card, &CallCard::holdAsked, &m_actions, &CallActions::holdCall);
    connect(card, &CallCard::hangUpAsked, &m_actions, &CallActions::hangUpCall);
    connect(card, &CallCard::cancelAsked, &m_actions, &CallActions::cancelRinging);
    return card;
}

void CardArea::refresh()
{
    const QString seat = m_mirror.seat().name;
    QList<const Call *> shown = m_mirror.callsAtSeats();
    shown.removeIf([&seat](const Call *call) { return !isCard(*call, seat); });
    const auto rank = [&seat](const Call *call) { // whom I talk to, then who rings, then the others
        return call->seat != seat ? 2 : call->state == CallState::Connected ? 0 : 1;
    };
    std::ranges::sort(shown, [&rank](const Call *a, const Call *b) {
        return std::tuple(rank(a), a->stateSince, a->sid) < std::tuple(rank(b), b->stateSince, b->sid);
    });
    m_order.clear();
    for (const Call *call : shown)
        m_order << call->sid;
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (m_order.contains(it.key())) {
            ++it;
            continue;
        }
        (*it)->hide();
        (*it)->deleteLater(); // its own button may be what led here
        it = m_cards.erase(it);
    }
    const bool mayAct = m_mirror.seat().role != Role::Viewer;
    for (const Call *call : shown) {
        CallCard *&card = m_cards[call->sid];
        if (card == nullptr)
            card = makeCard();
        card->setCall(*call, call->seat == seat, mayAct);
        card->setChosen(call->sid == m_chosen);
        card->tick(m_now());
        card->show();
    }
    place();
}

void CardArea::setChosen(const QString &sid)
{
    m_chosen = sid;
    for (CallCard *card : std::as_const(m_cards))
        card->setChosen(card->sid() == sid);
}

void CardArea::tick()
{
    const QDateTime now = m_now();
    for (CallCard *card : std::as_const(m_cards))
        card->tick(now);
}

void CardArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
}

/// Cards share a row by what they have to say: the one with more buttons gets more room.
void CardArea::placeRow(const QStringList &sids, int top, int height, int perRow, int room)
{
    const int inRow = static_cast<int>(sids.size());
    const bool whole = inRow == perRow;
    const int rowRoom = (whole ? room : (room + gap) * inRow / perRow - gap) - gap * (inRow - 1);
    int least = 0;
    int wished = 0;
    for (const QString &sid : sids) {
        least += m_cards.value(sid)->minimumSizeHint().width();
        wished += m_cards.value(sid)->sizeHint().width();
    }
    const double generosity =
        wished > least ? std::clamp(double(rowRoom - least) / (wished - least), 0.0, 1.0) : 0;
    const int spare = std::max(0, rowRoom - wished) / inRow;
    int x = 0;
    for (const QString &sid : sids) {
        CallCard *card = m_cards.value(sid);
        const int smallest = card->minimumSizeHint().width();
        int cardWidth =
            smallest + static_cast<int>((card->sizeHint().width() - smallest) * generosity) + spare;
        if (sid == sids.last() && whole)
            cardWidth = room - x;
        card->setGeometry(x, top, cardWidth, height);
        x += cardWidth + gap;
    }
}

void CardArea::place()
{
    setVisible(!m_order.isEmpty());
    if (m_order.isEmpty())
        return;
    int height = 0;
    int widest = 0;
    for (CallCard *card : std::as_const(m_cards)) {
        height = std::max({height, card->sizeHint().height(), card->minimumSizeHint().height()});
        widest = std::max(widest, card->minimumSizeHint().width());
    }
    const int count = static_cast<int>(m_order.size());
    const auto rowsFor = [count](int perRow) { return (count + perRow - 1) / perRow; };
    int room = width();
    int perRow = std::clamp((room + gap) / (widest + gap), 1, std::min(count, 3));
    if (rowsFor(perRow) > rowsWithoutScrolling) {
        room -= verticalScrollBar()->sizeHint().width();
        perRow = std::clamp((room + gap) / (widest + gap), 1, std::min(count, 3));
    }
    const int rows = rowsFor(perRow);
    for (int row = 0; row < rows; ++row)
        placeRow(m_order.mid(qsizetype{row} * perRow, perRow), row * (height + gap), height, perRow, room);
    m_content->resize(room, rows * (height + gap) - gap);
    const int shownRows = std::min(rows, rowsWithoutScrolling);
    setFixedHeight(shownRows * (height + gap) - gap + (rows > rowsWithoutScrolling ? height / 2 : 0));
    // Tab goes through the cards in the order they stand in.
    for (int i = 1; i < count; ++i)
        QWidget::setTabOrder(m_cards.value(m_order.at(i - 1)), m_cards.value(m_order.at(i)));
}

} // namespace anteroom::ui
