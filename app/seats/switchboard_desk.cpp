// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/switchboard_desk.h"

namespace anteroom::seats {

SwitchboardDesk::SwitchboardDesk(calls::Switchboard &switchboard, QObject *parent)
    : SeatDesk(parent), m_switchboard(switchboard)
{
    connect(&switchboard, &calls::Switchboard::queueChanged, this, &SeatDesk::queueChanged);
    connect(&switchboard, &calls::Switchboard::lineChanged, this, &SeatDesk::lineChanged);
    connect(&switchboard, &calls::Switchboard::closeOutChanged, this, &SeatDesk::closeOutChanged);
    connect(&switchboard, &calls::Switchboard::textsChanged, this, &SeatDesk::textsChanged);
    connect(&switchboard, &calls::Switchboard::notice, this, &SeatDesk::notice);
}

std::expected<void, calls::Refusal> SwitchboardDesk::execute(const calls::Seat &seat,
                                                             const calls::Command &command)
{
    return m_switchboard.execute(seat, command);
}

void SwitchboardDesk::tellNow()
{
    m_switchboard.tellNow();
}

calls::QueueChange SwitchboardDesk::snapshot() const
{
    return m_switchboard.snapshot();
}

calls::LineStatus SwitchboardDesk::line() const
{
    return m_switchboard.line();
}

calls::QueueStatus SwitchboardDesk::queueStatus() const
{
    return m_switchboard.queueStatus();
}

QStringList SwitchboardDesk::people() const
{
    return m_switchboard.peopleNames();
}

calls::TextsChange SwitchboardDesk::texts() const
{
    return m_switchboard.texts();
}

} // namespace anteroom::seats
