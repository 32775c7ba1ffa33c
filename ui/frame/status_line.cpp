// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/status_line.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/kind.h"
#include "ui/words/call_words.h"
#include "ui/words/connection_words.h"
#include "ui/words/plain_text.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

StatusLine::StatusLine(DeskMirror &mirror, const Theme &theme, bool rehearsal, QWidget *parent)
    : QFrame(parent),
      m_mirror(mirror),
      m_theme(theme),
      m_rehearsal(rehearsal),
      m_light(new QLabel),
      m_hearing(new ElidedLabel),
      m_roundTrip(new QLabel),
      m_rehearsalSign(new QLabel),
      m_seat(new QLabel)
{
    setKind(this, "status");
    setObjectName("statusLine");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 4, 14, 4);
    layout->setSpacing(6);
    layout->addWidget(m_light);
    layout->addWidget(m_hearing, 1);
    for (QLabel *label : {m_roundTrip, m_rehearsalSign, m_seat}) {
        layout->addSpacing(10);
        layout->addWidget(label);
    }
    for (QLabel *label : QList<QLabel *>{m_light, m_hearing, m_roundTrip, m_rehearsalSign, m_seat}) {
        label->setTextFormat(Qt::PlainText);
        setKind(label, "dim");
    }
    m_rehearsalSign->setText(tr("Rehearsal: simulated callers"));
    m_rehearsalSign->setVisible(rehearsal);
    m_light->setAccessibleName(tr("Connection"));
    connect(&theme, &Theme::changed, this, &StatusLine::applyTheme);
    connect(&mirror, &DeskMirror::connectionChanged, this, &StatusLine::refresh);
    connect(&mirror, &DeskMirror::seatChanged, this, &StatusLine::refresh);
    applyTheme();
}

void StatusLine::applyTheme()
{
    const QFont font = m_theme.font(TextSize::Small);
    for (QLabel *label : QList<QLabel *>{m_light, m_hearing, m_roundTrip, m_rehearsalSign, m_seat})
        label->setFont(font);
    refresh();
}

void StatusLine::refresh()
{
    const ConnectionStatus status = m_mirror.connection();
    const Tokens &t = m_theme.tokens();
    QColor light = t.dim;
    QString sign = u"○"_s;
    if (status.hearing == ConnectionStatus::Hearing::Stale || !status.carrierProblem.isEmpty() ||
        !status.savingProblem.isEmpty()) {
        light = t.alert;
        sign = u"▲"_s;
    } else if (status.way == ConnectionStatus::Way::AddressFailed) {
        light = t.waitLong;
        sign = u"▲"_s;
    } else if (status.hearing != ConnectionStatus::Hearing::Starting) {
        light = t.waitOk;
        sign = u"●"_s;
    }
    m_light->setText(sign);
    m_light->setStyleSheet(u"color: %1"_s.arg(light.name()));
    m_hearing->setWholeText(hearingWords(status));
    m_roundTrip->setVisible(status.roundTripMs >= 0);
    m_roundTrip->setText(tr("Phone company: %1 ms").arg(status.roundTripMs));
    const Seat seat = m_mirror.seat();
    m_seat->setVisible(!seat.name.isEmpty());
    m_seat->setText(tr("%1 (%2)").arg(oneLine(seat.name, 40), roleWords(seat.role)));
}

} // namespace anteroom::ui
