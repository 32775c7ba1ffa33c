// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Texts to the people on the list. The intent is written down first, and a text is never sent a second time
/// for want of an answer.
class Texting : public QObject
{
    Q_OBJECT
public:
    explicit Texting(DeskCore &core);

    QCoro::Task<CarrierResult<void>> send(QString to, QString body);
    /// No text gets there, as far as we know: it was tried, or its owner has asked for none.
    bool refuses(const QString &number) const;
    /// The same for an answer whose loss does no harm.
    void tell(const QString &to, const QString &body);

private:
    QCoro::Task<void> tellNow(QString to, QString body);

    DeskCore &m_core;
};

} // namespace anteroom::calls
