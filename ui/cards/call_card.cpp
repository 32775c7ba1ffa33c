// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/call_card.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/kind.h"
#include "ui/words/call_words.h"
#include "ui/words/durations.h"
#include "ui/words/places.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

/// In words, so that colour is never the only sign; also that somebody must not be recorded.
QString recordingMark(const Call &call)
{
    switch (call.recording) {
    case TalkRecording::Starting:
        return CallCard::tr(" · starting to record");
    case TalkRecording::On:
        return CallCard::tr(" · ● rec");
    case TalkRecording::Paused:
        return CallCard::tr(" · ‖ rec paused");
    case TalkRecording::Off:
        break;
    }
    return call.consent == Consent::Declined ? CallCard::tr(" · no consent") : QString();
}

} // namespace

CallCard::CallCard(const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_theme(theme),
      m_tag(new QLabel),
      m_name(new ElidedLabel),
      m_place(new ElidedLabel),
      m_time(new Figure(theme, TextSize::Card))
{
    setKind(this, "card");
    setFocusPolicy(Qt::TabFocus);
    m_tag->setTextFormat(Qt::PlainText);
    setKind(m_place, "dim");
    m_name->setLeastLength(16); // the place gives way first
    m_place->setLeastLength(3);
    m_hold = makeButton(tr("Back to hold"), "cardHold", "", &CallCard::holdAsked);
    m_hangUp = makeButton(tr("Hang up"), "cardHangUp", "danger", &CallCard::hangUpAsked);
    m_cancel = makeButton(tr("Cancel"), "cardCancel", "", &CallCard::cancelAsked);
    m_hold->setToolTip(tr("H"));
    auto *who = new QVBoxLayout;
    who->setSpacing(1);
    who->addStretch(1);
    who->addWidget(m_tag);
    who->addWidget(m_name);
    who->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 12, 7);
    layout->setSpacing(12);
    layout->addLayout(who);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_hold);
    layout->addWidget(m_hangUp);
    layout->addWidget(m_cancel);
    applyTheme();
    connect(&theme, &Theme::changed, this, &CallCard::applyTheme);
}

QPushButton *CallCard::makeButton(const QString &text, const char *name, const char *kind,
                                  void (CallCard::*signal)(const QString &))
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    setKind(button, kind);
    connect(button, &QPushButton::clicked, this, [this, signal] { Q_EMIT(this->*signal)(m_call.sid); });
    return button;
}

void CallCard::applyTheme()
{
    QFont tag = m_theme.font(TextSize::Small, QFont::Bold);
    tag.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    m_tag->setFont(tag);
    m_name->setFont(m_theme.font(TextSize::Normal, QFont::DemiBold));
    for (QPushButton *button : {m_hold, m_hangUp, m_cancel})
        button->setFont(m_theme.font(TextSize::Normal, QFont::Medium));
    const Tokens &t = m_theme.tokens();
    const QColor colour = m_call.state == CallState::Connected ? t.alert : t.accent;
    m_tag->setStyleSheet(u"color: %1"_s.arg(colour.name()));
}

void CallCard::setCall(const Call &call, bool mine, bool mayAct)
{
    const bool stateDiffers = call.state != m_call.state;
    m_call = call;
    const bool onAir = call.state == CallState::Connected;
    const bool busy = call.doing != Doing::Nothing && call.doing != Doing::RingingPhone;
    QString tag;
    if (call.doing == Doing::MovingToStudio)
        tag = tr("Connecting");
    else if (busy)
        tag = statusOf(call).text;
    else if (onAir)
        tag = (mine ? tr("On air") : tr("On air · %1").arg(call.seat)) + recordingMark(call);
    else if (call.state == CallState::Calling)
        tag = call.isPlanned() ? tr("Ringing my phone to call back") : tr("Calling back");
    else
        tag = tr("Ringing my phone");
    m_tag->setText((onAir ? u"● "_s : QString()) + tag.toUpper());
    m_name->setWholeText(nameOf(call.caller));
    m_place->setWholeText(placeOf(call.caller));
    m_hold->setVisible(onAir && mine && mayAct);
    const bool dialled = call.state == CallState::Calling && !call.isPlanned();
    m_hangUp->setVisible((onAir || dialled) && mine && mayAct);
    m_cancel->setVisible(!onAir && !dialled && mine && mayAct);
    for (QPushButton *button : {m_hold, m_hangUp, m_cancel})
        button->setEnabled(!busy);
    QString spoken = tag;
    spoken.remove(u'●').remove(u'‖');
    setAccessibleName(tr("%1, %2").arg(spoken.simplified(), nameOf(call.caller)));
    setKind(this, onAir ? "true" : "false", "air");
    if (stateDiffers)
        applyTheme();
}

void CallCard::setChosen(bool chosen)
{
    setKind(this, chosen ? "true" : "false", "chosen");
}

void CallCard::tick(const QDateTime &now)
{
    m_time->setValue(clockText(m_call.stateSince.isValid() ? m_call.stateSince.secsTo(now) : 0));
}

QSize CallCard::minimumSizeHint() const
{
    return {QFrame::minimumSizeHint().width(), std::max(54, QFrame::minimumSizeHint().height())};
}

void CallCard::mousePressEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    Q_EMIT chosen(m_call.sid);
}

void CallCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT chosen(m_call.sid);
    else
        QFrame::keyPressEvent(event);
}

} // namespace anteroom::ui
