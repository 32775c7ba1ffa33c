// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"

#include <QAction>
#include <QObject>

#include <functional>

class QWidget;

namespace anteroom::ui {

/// Everything that can be done with calls and the line, once: buttons, menus and keys are views of these
/// actions. Knows which of them make sense for the chosen call and this seat's role, and asks the
/// switchboard.
class CallActions : public QObject
{
    Q_OBJECT
public:
    explicit CallActions(calls::DeskMirror &mirror, QObject *parent = nullptr);

    void setSelected(const QString &sid);
    QString selected() const { return m_selected; }
    void refresh();
    /// Who waits before and after the chosen call; told by whoever knows the order.
    void setNeighbours(std::function<QString(const QString &sid, int steps)> sidAfterMove);

    QList<const calls::Call *> myConnected() const;
    QList<const calls::Call *> myRinging() const;

    // For the chosen call
    QAction *pull;
    QAction *next; ///< pull, and put whom I talk to on hold
    QAction *add;  ///< pull into the same conversation
    QAction *screen;
    QAction *ready;
    QAction *backToNew;
    QAction *voicemail;
    QAction *thank;
    QAction *callBack;   ///< for whoever left the line to be called back
    QAction *calledBack; ///< without us, or not needed any more
    QAction *moveUp;
    QAction *moveDown;
    QAction *give; ///< to somebody on the list of phones; also whom I talk to. Its menu names them
    // For whom I talk to, or whom a phone rings for at my wish
    QAction *hold;
    QAction *hangUp;
    QAction *cancel;
    QAction *record; ///< the talk: starts, pauses, goes on
    // For the line and my phone
    QAction *openLine;  ///< checked while open
    QAction *leaveDesk; ///< checked while nobody is at the desk
    QAction *closeOut;
    QAction *keepPhoneOn;

    void activate(); ///< Enter on the chosen call: what the primary button would do, or a question
    void holdCall(const QString &sid);
    void hangUpCall(const QString &sid);
    void cancelRinging(const QString &sid);
    void giveTo(const QString &number, bool askFirst);

Q_SIGNALS:
    void giveAsked();               ///< to whom?
    void conversationChoiceAsked(); ///< pull while somebody is connected: next or add?
    void closeOutAsked();
    void closeLinesAsked();

private:
    QAction *make(const QString &name, const QString &text, const QKeySequence &key,
                  void (CallActions::*act)());
    const calls::Call *chosen() const;
    QList<const calls::Call *> mineIn(calls::CallState state) const;
    QString target(calls::CallState state) const;
    QString toGive() const;
    void onPull();
    void onNext();
    void onAdd();
    void onScreen();
    void onReady();
    void onBackToNew();
    void onVoicemail();
    void onThank();
    void onCallBack();
    void onCalledBack();
    void onMoveUp();
    void onMoveDown();
    void onHold();
    void onHangUp();
    void onCancel();
    void onRecord();
    void refreshRecord(bool mayAct);
    void onOpenLine();
    void onLeaveDesk();
    void onKeepPhoneOn();
    void annotate(calls::Screening screening);
    void submit(calls::Command command);
    void move(int steps);

    calls::DeskMirror &m_mirror;
    QString m_selected;
    std::function<QString(const QString &, int)> m_sidAfterMove;
};

} // namespace anteroom::ui
