// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"
#include "calls/messages.h"

namespace anteroom::calls {

/// Records talks, each from the moment the caller has joined until they leave the studio, unless somebody
/// pauses it. What is wanted and what is known stand in the call, so that they last: a recording is begun
/// only when that is written down, and after a lost answer or a restart the phone company's list is read
/// before anything is asked again. Nobody is recorded who has not been told, or was asked and has not agreed.
class TalkRecorder : public QObject
{
    Q_OBJECT
public:
    TalkRecorder(DeskCore &core, Messages &messages);

    /// Goes on with what was being recorded before a restart.
    void takeUp();
    void set(const Seat &seat, const RecordTalk &command);
    std::expected<void, Refusal> mayRecord(const RecordTalk &command) const;

private:
    /// What comes next for one call.
    enum class Next : std::uint8_t { Nothing, Read, Start, Pause, Resume, Stop, HandOver };

    void noteJoined(const QString &sid);
    void tendSoon(const QString &sid);
    void tend(const QString &sid);
    Next next(const Call &call) const;
    QCoro::Task<void> work(QString sid);
    QCoro::Task<bool> start(QString sid);
    QCoro::Task<bool> read(QString sid);
    QCoro::Task<bool> change(QString sid, RecordingChange change);
    void learn(Call call, const QList<RecordingInfo> &recordings);
    void handOver(Call call);
    void giveUp(const QString &sid, const QString &sentence);
    bool rest(const QString &sid);
    QString whyNot(const Call &call) const;

    DeskCore &m_core;
    Messages &m_messages;
    QSet<QString> m_talking; ///< calls whose joining has been seen
    QSet<QString> m_unsure;  ///< of these the phone company's list is read first
    QSet<QString> m_working;
    QSet<QString> m_resting;
    QHash<QString, int> m_failures;    ///< in a row
    QHash<QString, QString> m_askedBy; ///< the seat that hears when it cannot be done
};

} // namespace anteroom::calls
