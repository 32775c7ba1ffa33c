// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/download.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkReply>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

constexpr int whole = 200;
constexpr int part = 206;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// "bytes 100-199/200": where the part begins, and how long the whole is (-1: not told).
std::pair<qint64, qint64> contentRange(const QNetworkReply &reply)
{
    const QByteArray text = reply.rawHeader("Content-Range").trimmed();
    if (!text.startsWith("bytes "))
        return {-1, -1};
    bool isNumber = false;
    const qint64 from = text.sliced(6, std::max<qsizetype>(0, text.indexOf('-') - 6)).toLongLong(&isNumber);
    if (!isNumber)
        return {-1, -1};
    const qint64 length = text.sliced(text.indexOf('/') + 1).toLongLong(&isNumber);
    return {from, isNumber ? length : -1};
}

} // namespace

Download::Download(const QString &file) : m_file(file), m_part(file + u".part"_s)
{
}

bool Download::open()
{
    QDir().mkpath(QFileInfo(m_file).absolutePath()); // the first message finds no folder yet
    if (m_part.open(QIODevice::ReadWrite | QIODevice::Append))
        return true;
    m_problem = m_part.errorString();
    return false;
}

QByteArray Download::range() const
{
    return m_part.size() > 0 ? "bytes=" + QByteArray::number(m_part.size()) + '-' : QByteArray();
}

void Download::startAgain()
{
    m_reply.clear();
    m_whole = -1;
    if (!m_part.resize(0))
        m_problem = m_part.errorString();
}

void Download::begin(const QNetworkReply &reply)
{
    m_reply = &reply;
    m_isOtherPart = false;
    const qint64 here = m_part.size();
    const auto [from, length] = contentRange(reply);
    const qint64 announced = reply.header(QNetworkRequest::ContentLengthHeader).isValid()
                                 ? reply.header(QNetworkRequest::ContentLengthHeader).toLongLong()
                                 : -1;
    if (statusOf(reply) == part && from == here) {
        m_whole = length >= 0 ? length : announced >= 0 ? here + announced : -1;
        return;
    }
    // All of it, because ranges are not honoured there.
    if (!m_part.resize(0))
        m_problem = m_part.errorString();
    m_whole = announced;
    m_isOtherPart = statusOf(reply) == part && from != 0;
}

void Download::take(QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (status != whole && status != part)
        return;
    if (m_reply != &reply)
        begin(reply);
    const QByteArray bytes = reply.readAll();
    if (!m_problem.isEmpty() || m_isOtherPart)
        return;
    if (m_part.write(bytes) != bytes.size() || !m_part.flush())
        m_problem = m_part.errorString();
}

bool Download::isCutShort() const
{
    return !m_reply.isNull() && (m_isOtherPart || (m_whole >= 0 && m_part.size() < m_whole));
}

bool Download::finish()
{
    m_part.close();
    QFile::remove(m_file);
    if (m_problem.isEmpty() && m_part.rename(m_file))
        return true;
    if (m_problem.isEmpty())
        m_problem = m_part.errorString();
    return false;
}

} // namespace anteroom::twilio
