// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include "ui/theme/contrast.h"

namespace anteroom::ui {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

ChipColours chip(unsigned back, const QColor &text)
{
    return {rgb(back), legible(text, rgb(back))};
}

Tokens light()
{
    Tokens t{};
    t.look = Look::Light;
    t.window = rgb(0xf6f7f9);
    t.panel = rgb(0xffffff);
    t.line = rgb(0xe2e5ea);
    t.text = rgb(0x1b1f24);
    t.dim = rgb(0x66707c);
    t.selection = rgb(0xe7f1fc);
    t.hover = rgb(0xf0f3f7);
    t.accent = rgb(0x0b6bcb);
    t.onAccent = rgb(0xffffff);
    t.alert = rgb(0xd1242f);
    t.waitOk = rgb(0x1a7f37);
    t.waitLong = rgb(0x9a6700);
    t.waitTooLong = rgb(0xcf222e);
    t.neutral = chip(0xeef1f5, t.text);
    t.good = chip(0xdafbe1, rgb(0x116329));
    t.busy = chip(0xddf0ff, rgb(0x0a58a8));
    t.warning = chip(0xfff1cc, rgb(0x7a5200));
    t.bad = chip(0xffe3e4, rgb(0xb31d28));
    return t;
}

Tokens dark()
{
    Tokens t{};
    t.look = Look::Dark;
    t.window = rgb(0x16191d);
    t.panel = rgb(0x1e2227);
    t.line = rgb(0x30363d);
    t.text = rgb(0xe6edf3);
    t.dim = rgb(0x9aa4af);
    t.selection = rgb(0x1d3350);
    t.hover = rgb(0x262b31);
    t.accent = rgb(0x4a9eff);
    t.onAccent = rgb(0x0b1220);
    t.alert = rgb(0xff5c63);
    t.waitOk = rgb(0x4cc26b);
    t.waitLong = rgb(0xe0a53a);
    t.waitTooLong = rgb(0xff6b6b);
    t.neutral = chip(0x2a3037, t.text);
    t.good = chip(0x12351d, rgb(0x7ee29a));
    t.busy = chip(0x12304f, rgb(0x8cc4ff));
    t.warning = chip(0x3a2d0f, rgb(0xf0c05a));
    t.bad = chip(0x481a1e, rgb(0xff9a9f));
    return t;
}

} // namespace

const Tokens &tokensFor(Look look)
{
    static const Tokens lightTokens = light();
    static const Tokens darkTokens = dark();
    return look == Look::Dark ? darkTokens : lightTokens;
}

} // namespace anteroom::ui
