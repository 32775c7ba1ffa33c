// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/caller/draft.h"

#include <QHash>
#include <QObject>

class QTimer;

namespace anteroom::ui {

/// What people type about callers, until the switchboard has it. Sends a little after the last key, and at
/// once when asked to flush; keeps what was refused and offers it again. One object for all callers, so that
/// choosing another caller, or the end of this one's call, loses nothing.
class NotesDesk : public QObject
{
    Q_OBJECT
public:
    enum Field { Topic, SayItLike, Notes, FieldCount };

    explicit NotesDesk(calls::DeskMirror &mirror, QObject *parent = nullptr);

    QString text(const QString &sid, Field field) const;
    void type(const QString &sid, Field field, const QString &text);
    void flush();

Q_SIGNALS:
    void textChanged(const QString &sid, anteroom::ui::NotesDesk::Field field); ///< from elsewhere

private:
    struct Page
    {
        Draft fields[FieldCount];
        bool isSettled() const;
    };
    static QString shared(const calls::Call &call, Field field);
    Page &pageOf(const QString &sid);
    void onQueueChanged(const calls::QueueChange &change);
    void onRefused(quint64 request);

    calls::DeskMirror &m_mirror;
    QTimer *m_timer;
    QHash<QString, Page> m_pages; ///< only of calls with something unsettled
    QHash<quint64, QString> m_requests;
};

} // namespace anteroom::ui
