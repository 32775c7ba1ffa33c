// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/checkpoint.h"

#include "history/connection.h"

#include <QSqlQuery>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

constexpr int enough = 4000; // about as many pages, 16 MB

void copy(const QString &file)
{
    // One that fails, or finds the newest pages still being read, is made up for by the next.
    if (const auto connection = Connection::open(file, Connection::Mode::Writing))
        QSqlQuery((*connection)->database()).exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

} // namespace

Checkpoint::~Checkpoint()
{
    if (m_thread)
        m_thread->wait();
}

void Checkpoint::note(int statements)
{
    m_statements += statements;
    if (m_statements < enough || (m_thread && !m_thread->isFinished()))
        return;
    m_statements = 0;
    m_thread.reset(QThread::create([file = m_file] { copy(file); }));
    m_thread->setObjectName(u"checkpoint"_s);
    m_thread->start();
}

} // namespace anteroom::history
