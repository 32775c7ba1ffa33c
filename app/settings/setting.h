// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <limits>

namespace anteroom::settings {

// The kinds of settings: each knows its name in the file, its default and what is allowed. Listed in keys.h.

struct TextSetting
{
    QLatin1StringView key;
    QLatin1StringView fallback = {};
};

/// A text that is either the user's, an empty one included, or left to the program (and then spoken in its
/// language).
struct OwnTextSetting
{
    QLatin1StringView key;
};

struct NumberSetting
{
    QLatin1StringView key;
    int fallback = 0;
    int least = 0;
    int most = std::numeric_limits<int>::max();
};

struct SwitchSetting
{
    QLatin1StringView key;
    bool fallback = false;
};

enum class Appearance { System, Light, Dark };
/// In the file: system, light or dark.
struct AppearanceSetting
{
    QLatin1StringView key;
};

/// Something opaque, such as where a window was; Base64 in the file.
struct BytesSetting
{
    QLatin1StringView key;
};

/// A small structure that its owner reads and writes.
struct ObjectSetting
{
    QLatin1StringView key;
};

} // namespace anteroom::settings
