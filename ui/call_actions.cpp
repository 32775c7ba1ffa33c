// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/call_actions.h"

#include <QKeySequence>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

CallActions::CallActions(DeskMirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    pull = make(u"pull"_s, tr("&Pull to my phone"), Qt::Key_Return, &CallActions::onPull);
    next = make(u"next"_s, tr("&Next (hold current)"), Qt::Key_N, &CallActions::onNext);
    add = make(u"add"_s, tr("&Add"), Qt::Key_A, &CallActions::onAdd);
    screen = make(u"screen"_s, tr("&Screen"), Qt::Key_S, &CallActions::onScreen);
    ready = make(u"ready"_s, tr("Mark &ready"), Qt::Key_R, &CallActions::onReady);
    backToNew = make(u"backToNew"_s, tr("&Back to New"), Qt::Key_B, &CallActions::onBackToNew);
    voicemail = make(u"voicemail"_s, tr("&Voicemail"), Qt::Key_V, &CallActions::onVoicemail);
    thank = make(u"thank"_s, tr("&Thank and release"), Qt::Key_T, &CallActions::onThank);
    callBack = make(u"callBack"_s, tr("Call &back"), Qt::CTRL | Qt::Key_B, &CallActions::onCallBack);
    calledBack = make(u"calledBack"_s, tr("Calle&d back: done"), Qt::Key_D, &CallActions::onCalledBack);
    moveUp = make(u"moveUp"_s, tr("Move &up"), Qt::ALT | Qt::Key_Up, &CallActions::onMoveUp);
    moveDown = make(u"moveDown"_s, tr("Move &down"), Qt::ALT | Qt::Key_Down, &CallActions::onMoveDown);
    give = make(u"give"_s, tr("&Give to"), Qt::Key_G, &CallActions::giveAsked);
    hold = make(u"hold"_s, tr("Back to &hold"), Qt::Key_H, &CallActions::onHold);
    hangUp = make(u"hangUp"_s, tr("Han&g up"), Qt::CTRL | Qt::Key_H, &CallActions::onHangUp);
    cancel = make(u"cancel"_s, tr("&Cancel ringing"), Qt::Key_C, &CallActions::onCancel);
    record = make(u"record"_s, tr("&Record"), Qt::CTRL | Qt::Key_R, &CallActions::onRecord);
    openLine = make(u"openLine"_s, tr("&Lines open"), Qt::CTRL | Qt::Key_L, &CallActions::onOpenLine);
    leaveDesk =
        make(u"leaveDesk"_s, tr("Nobody at the &desk"), Qt::CTRL | Qt::Key_D, &CallActions::onLeaveDesk);
    closeOut = make(u"closeOut"_s, tr("Close &out queue…"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                    &CallActions::closeOutAsked);
    keepPhoneOn = make(u"keepPhoneOn"_s, tr("&Keep my phone on"), Qt::Key_K, &CallActions::onKeepPhoneOn);
    // Shown, but acted upon by the queue table alone: Enter in a text field ends the typing and must not ring
    // a phone.
    pull->setShortcutContext(Qt::WidgetShortcut);
    openLine->setCheckable(true);
    leaveDesk->setCheckable(true);
    keepPhoneOn->setCheckable(true);

    pull->setToolTip(tr("Rings your phone; the caller hears music until you press 1 there."));
    next->setToolTip(tr("Puts whom you talk to back in line, then connects the chosen caller."));
    add->setToolTip(tr("Brings the chosen caller into the running conversation."));
    voicemail->setToolTip(tr("The caller hears a greeting and a beep, and may leave a message."));
    thank->setToolTip(tr("The caller hears your thanks, then the call ends."));
    callBack->setToolTip(tr("Rings your phone; when you have pressed 1 there, the caller is rung."));
    calledBack->setToolTip(tr("Takes a caller off the queue who waited to be called back."));
    give->setToolTip(
        tr("Rings the phone of somebody on your list; the caller hears music until they answer."));
    leaveDesk->setToolTip(tr("Callers are announced to the phones on your list only, not here."));
    closeOut->setToolTip(tr("End of the show: everyone still waiting is treated kindly."));
    refresh();
}

QAction *CallActions::make(const QString &name, const QString &text, const QKeySequence &key,
                           void (CallActions::*act)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setAutoRepeat(false); // a key held down too long must not treat a second caller
    connect(action, &QAction::triggered, this, act);
    return action;
}

void CallActions::setNeighbours(std::function<QString(const QString &, int)> sidAfterMove)
{
    m_sidAfterMove = std::move(sidAfterMove);
}

const Call *CallActions::chosen() const
{
    const auto found = m_mirror.calls().constFind(m_selected);
    return found == m_mirror.calls().constEnd() ? nullptr : &*found;
}

QList<const Call *> CallActions::mineIn(CallState state) const
{
    const QString seat = m_mirror.seat().name;
    QList<const Call *> mine = m_mirror.callsAtSeats();
    mine.removeIf([&](const Call *call) { return call->state != state || call->seat != seat; });
    return mine;
}

QList<const Call *> CallActions::myConnected() const
{
    return mineIn(CallState::Connected);
}

QList<const Call *> CallActions::myRinging() const
{
    const QString seat = m_mirror.seat().name;
    QList<const Call *> ringing = m_mirror.callsAtSeats();
    ringing.removeIf([&](const Call *call) {
        return call->state != CallState::Connecting || (call->seat != seat && call->givenBy != seat);
    });
    return ringing;
}

/// The chosen call where it can be passed on, else the only one I talk to.
QString CallActions::toGive() const
{
    const Call *call = chosen();
    const bool waits = call != nullptr && call->state == CallState::Waiting && call->doing == Doing::Nothing;
    return waits ? call->sid : target(CallState::Connected);
}

/// The chosen call where it is in that state, else the only one of mine that is.
QString CallActions::target(CallState state) const
{
    const QList<const Call *> mine = state == CallState::Connected ? myConnected() : myRinging();
    for (const Call *call : mine) {
        if (call->sid == m_selected)
            return call->sid;
    }
    return mine.size() == 1 ? mine.first()->sid : QString();
}

void CallActions::setSelected(const QString &sid)
{
    if (sid == m_selected)
        return;
    m_selected = sid;
    refresh();
}

void CallActions::refresh()
{
    const Role role = m_mirror.seat().role;
    const bool mayAct = role != Role::Viewer;
    const bool mayLead = role == Role::Host;
    const Call *call = chosen();
    const bool living = call != nullptr && !call->hasEnded() && mayAct;
    const bool waiting = living && call->state == CallState::Waiting && call->doing == Doing::Nothing;
    const bool talking = !myConnected().isEmpty();
    const bool wantsCallBack = call != nullptr && call->callBackWanted && mayAct;

    pull->setEnabled(waiting);
    pull->setVisible(!talking && !wantsCallBack);
    next->setEnabled(waiting);
    next->setVisible(talking && !wantsCallBack);
    add->setEnabled(waiting);
    add->setVisible(talking && !wantsCallBack);
    screen->setEnabled(living && call->screening != Screening::Screening);
    ready->setEnabled(living && call->screening != Screening::Ready);
    backToNew->setEnabled(living && call->screening != Screening::New);
    voicemail->setEnabled(waiting);
    thank->setEnabled(waiting);
    callBack->setEnabled(wantsCallBack);
    callBack->setVisible(wantsCallBack);
    calledBack->setEnabled(wantsCallBack);
    calledBack->setVisible(wantsCallBack);
    const bool inLine = waiting || wantsCallBack;
    moveUp->setEnabled(inLine && m_sidAfterMove && !m_sidAfterMove(m_selected, -1).isNull());
    moveDown->setEnabled(inLine && m_sidAfterMove && !m_sidAfterMove(m_selected, 1).isNull());
    give->setEnabled(mayAct && !toGive().isEmpty());
    hold->setEnabled(mayAct && !target(CallState::Connected).isEmpty());
    hangUp->setEnabled(mayAct && !target(CallState::Connected).isEmpty());
    cancel->setEnabled(mayAct && !target(CallState::Connecting).isEmpty());
    refreshRecord(mayAct);
    openLine->setEnabled(mayLead);
    openLine->setChecked(m_mirror.line().open);
    leaveDesk->setEnabled(mayLead);
    leaveDesk->setChecked(m_mirror.line().deskLeft);
    closeOut->setEnabled(mayLead);
    keepPhoneOn->setEnabled(mayAct && !m_mirror.seat().phone.isEmpty());
    keepPhoneOn->setChecked(m_mirror.phone().keepOn);
}

void CallActions::submit(Command command)
{
    m_mirror.submit(std::move(command));
}

void CallActions::activate()
{
    if (pull->isEnabled() || next->isEnabled())
        onPull();
    else if (callBack->isEnabled())
        onCallBack();
}

void CallActions::onPull()
{
    // Enter must never bring somebody on air unasked: with a conversation running, the person says what is
    // meant.
    if (!myConnected().isEmpty())
        Q_EMIT conversationChoiceAsked();
    else
        submit(Pull{m_selected, Current::Keep});
}

void CallActions::onNext()
{
    submit(Pull{m_selected, Current::Hold});
}
void CallActions::onAdd()
{
    submit(Pull{m_selected, Current::Keep});
}
void CallActions::onScreen()
{
    annotate(Screening::Screening);
}
void CallActions::onReady()
{
    annotate(Screening::Ready);
}
void CallActions::onBackToNew()
{
    annotate(Screening::New);
}
void CallActions::onVoicemail()
{
    submit(SendToVoicemail{m_selected});
}
void CallActions::onThank()
{
    submit(ThankAndRelease{m_selected});
}
void CallActions::onCallBack()
{
    if (const Call *call = chosen())
        submit(CallBack{call->caller.number, call->sid, call->caller});
}
void CallActions::onCalledBack()
{
    submit(DoneWithCallBack{m_selected});
}
void CallActions::onMoveUp()
{
    move(-1);
}
void CallActions::onMoveDown()
{
    move(1);
}
void CallActions::onHold()
{
    holdCall(target(CallState::Connected));
}
void CallActions::onHangUp()
{
    hangUpCall(target(CallState::Connected));
}
void CallActions::onCancel()
{
    cancelRinging(target(CallState::Connecting));
}
void CallActions::holdCall(const QString &sid)
{
    submit(PutOnHold{sid});
}
void CallActions::hangUpCall(const QString &sid)
{
    submit(HangUpCall{sid});
}
void CallActions::cancelRinging(const QString &sid)
{
    submit(CancelRinging{sid});
}

void CallActions::giveTo(const QString &number, bool askFirst)
{
    submit(GiveTo{toGive(), number, askFirst});
}

void CallActions::annotate(Screening screening)
{
    Annotate note;
    note.sid = m_selected;
    note.screening = screening;
    submit(note);
}

void CallActions::move(int steps)
{
    const QString before = m_sidAfterMove ? m_sidAfterMove(m_selected, steps) : QString();
    if (!before.isNull())
        submit(MoveInOrder{m_selected, before});
}

void CallActions::refreshRecord(bool mayAct)
{
    const auto found = m_mirror.calls().constFind(target(CallState::Connected));
    const bool known = found != m_mirror.calls().constEnd();
    const TalkRecording now = known ? found->recording : TalkRecording::Off;
    record->setVisible(m_mirror.line().recordsTalks && !myConnected().isEmpty());
    record->setEnabled(mayAct && record->isVisible() && known && now != TalkRecording::Starting);
    record->setText(now == TalkRecording::On ? tr("Pause &rec") : tr("&Record"));
    record->setToolTip(now == TalkRecording::On
                           ? tr("What is said from now on is in no recording, until you press it again.")
                           : tr("Records the talk from now on."));
}

void CallActions::onRecord()
{
    const QString sid = target(CallState::Connected);
    if (!sid.isEmpty())
        submit(RecordTalk{sid, m_mirror.calls().value(sid).recording != TalkRecording::On});
}

void CallActions::onOpenLine()
{
    const bool open = m_mirror.line().open;
    openLine->setChecked(open); // shows what is, until the switchboard says otherwise
    if (open)
        Q_EMIT closeLinesAsked();
    else
        submit(OpenLine{});
}

void CallActions::onLeaveDesk()
{
    const bool left = m_mirror.line().deskLeft;
    leaveDesk->setChecked(left);
    submit(LeaveDesk{!left});
}

void CallActions::onKeepPhoneOn()
{
    const bool on = m_mirror.phone().keepOn;
    keepPhoneOn->setChecked(on);
    submit(KeepPhoneOn{!on});
}

} // namespace anteroom::ui
