// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace anteroom::http {

/// The body of a write that we send. Qt sends a request again by itself when a connection is cut before the
/// answer; a phone would ring twice. This device cannot be rewound once a byte was taken, so Qt gives up
/// instead (ContentReSendError) and says so.
class OnceBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(QByteArray body, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool atEnd() const override;
    bool reset() override;
    bool wasTaken() const { return m_taken > 0; } ///< so a part of it may have left us

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_taken = 0;
};

} // namespace anteroom::http
