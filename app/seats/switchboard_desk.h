// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/switchboard.h"
#include "seats/seat_desk.h"

namespace anteroom::seats {

/// The switchboard of this program as the seats see it.
class SwitchboardDesk final : public SeatDesk
{
    Q_OBJECT
public:
    explicit SwitchboardDesk(calls::Switchboard &switchboard, QObject *parent = nullptr);
    std::expected<void, calls::Refusal> execute(const calls::Seat &seat,
                                                const calls::Command &command) override;
    void tellNow() override;
    calls::QueueChange snapshot() const override;
    calls::LineStatus line() const override;
    calls::QueueStatus queueStatus() const override;
    QStringList people() const override;
    calls::TextsChange texts() const override;

private:
    calls::Switchboard &m_switchboard;
};

} // namespace anteroom::seats
