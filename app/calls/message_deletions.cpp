// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/message_deletions.h"

#include <QFile>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MessageDeletions::MessageDeletions(DeskCore &core) : m_core(core)
{
}

void MessageDeletions::remove(const QString &seat, const QString &recording)
{
    Message message = *m_core.book.message(recording);
    message.deleted = m_core.clock.now();
    m_core.book.put(message);
    m_core.book.commit();
    eraseAfter(m_core.options.undoDeleting, seat, message);
}

void MessageDeletions::eraseAfter(std::chrono::milliseconds pause, const QString &seat,
                                  const Message &message)
{
    m_core.clock.after(pause, this, [this, seat, recording = message.recording, at = message.deleted] {
        const Message *known = m_core.book.message(recording);
        if (known && known->deleted == at)
            finish(seat, recording);
    });
}

void MessageDeletions::undo(const QString &seat, const QString &recording)
{
    if (m_erasing.contains(recording)) {
        Q_EMIT m_core.notice(
            seat, tr("The message is being deleted at the phone company already and can't be brought back."));
        return;
    }
    Message message = *m_core.book.message(recording);
    message.deleted = {};
    m_core.book.put(message);
}

void MessageDeletions::finish(const QString &seat, const QString &recording)
{
    if (!m_core.stopping && !m_erasing.contains(recording))
        m_core.tasks.keep(erase(seat, recording));
}

void MessageDeletions::takeUp()
{
    for (const Message &message : m_core.book.messages()) {
        if (message.deleted.isNull())
            continue;
        const std::chrono::milliseconds passed(message.deleted.msecsTo(m_core.clock.now()));
        eraseAfter(std::max<std::chrono::milliseconds>(m_core.options.undoDeleting - passed, 0ms), {},
                   message);
    }
    tidy();
    tidyAgain();
}

void MessageDeletions::tidyAgain()
{
    m_core.clock.after(1h, this, [this] {
        if (m_core.stopping)
            return;
        tidy();
        tidyAgain();
    });
}

void MessageDeletions::tidy()
{
    const int days = m_core.options.keepMessagesDays;
    if (days <= 0)
        return;
    const QDateTime oldest = m_core.clock.now().addDays(-days);
    for (Message message : m_core.book.messages()) {
        // What nobody has heard is never too old, nor is a talk, which was recorded to be kept.
        const bool done = (message.heard || message.hangUp) && !message.talk;
        if (!done || message.at >= oldest || message.deleted.isValid())
            continue;
        message.deleted = m_core.clock.now();
        m_core.book.put(message);
        finish({}, message.recording);
    }
}

QCoro::Task<void> MessageDeletions::erase(QString seat, QString recording)
{
    constexpr int attempts = 3; // deleting twice does no harm
    m_erasing.insert(recording);
    co_await m_core.written();
    CarrierResult<void> result;
    for (int attempt = 0; attempt < attempts && !m_core.stopping; ++attempt) {
        result = co_await m_core.carrier.deleteRecording(recording);
        if (result || result.error().trouble != CarrierTrouble::Unclear)
            break;
    }
    m_erasing.remove(recording);
    const Message *known = m_core.book.message(recording);
    if (!known || m_core.stopping || (!result && result.error().trouble == CarrierTrouble::Canceled))
        co_return; // the next start goes on with it
    if (!result && result.error().trouble != CarrierTrouble::Gone) {
        Message back = *known;
        back.deleted = {};
        m_core.book.put(back);
        Q_EMIT m_core.notice(seat,
                             tr("The message could not be deleted at the phone company and is back in the "
                                "list. %1")
                                 .arg(result.error().sentence));
        co_return;
    }
    for (const QString &file : {known->audioFile, known->audioFile + u".part"_s})
        if (!known->audioFile.isEmpty())
            QFile::remove(file);
    m_core.book.removeMessage(recording);
    m_core.book.commit();
}

} // namespace anteroom::calls
