// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_setup.h"

#include <QStringList>

namespace anteroom::tests {

/// An account on paper: tests say what the phone company would answer, and read what the window asked for.
class FakeAccountSetup final : public calls::AccountSetup
{
public:
    using calls::AccountSetup::AccountSetup;

    QStringList asked; ///< by name, in order
    calls::AccountKeys keys;
    calls::LineChoice chosen; ///< of the last question that carried one
    calls::LineChoice kept;

    void check() override { asked << QStringLiteral("check"); }
    void pointNumber() override { asked << QStringLiteral("point"); }
    void ringPhone(const calls::LineChoice &choice) override { note("ring", choice); }
    void stopRinging() override { asked << QStringLiteral("stopRinging"); }
    void recall() override { asked << QStringLiteral("recall"); }
    void enter(const calls::AccountKeys &typed) override
    {
        asked << QStringLiteral("enter");
        keys = typed;
    }
    void listNumbers() override { asked << QStringLiteral("list"); }
    void plan(const calls::LineChoice &choice) override { note("plan", choice); }
    void connectLine(const calls::LineChoice &choice) override { note("connect", choice); }
    void giveBack() override { asked << QStringLiteral("giveBack"); }
    calls::LineChoice draft() const override { return kept; }
    void keepDraft(const calls::LineChoice &choice) override { kept = choice; }

private:
    void note(const char *what, const calls::LineChoice &choice)
    {
        asked << QString::fromLatin1(what);
        chosen = choice;
    }
};

} // namespace anteroom::tests
