// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QPointer>
#include <QString>

class QNetworkReply;

namespace anteroom::twilio {

/// A file that is fetched. What has come is written to a part beside it at once, so that an interrupted
/// fetch, also one of an earlier run, goes on where it stopped if the other side honours ranges, else from
/// the start.
class Download
{
public:
    explicit Download(const QString &file);

    bool open();                     ///< makes the folder if need be
    QByteArray range() const;        ///< for the next request; empty: from the start
    void take(QNetworkReply &reply); ///< what has come so far; anything but a good answer is left alone
    bool isCutShort() const;         ///< less has come than was announced
    void startAgain();
    bool finish();                                ///< the part becomes the file
    QString problem() const { return m_problem; } ///< of the disk; empty while all is well

private:
    void begin(const QNetworkReply &reply);

    const QString m_file;
    QFile m_part;
    QPointer<const QNetworkReply> m_reply; ///< the one that is being written down
    qint64 m_whole = -1;                   ///< how long the file will be; -1 unknown
    bool m_isOtherPart = false;            ///< not the one asked for
    QString m_problem;
};

} // namespace anteroom::twilio
