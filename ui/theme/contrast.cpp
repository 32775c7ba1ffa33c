// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace anteroom::ui {

namespace {

/// Every cell of a table asks for these, at each painting.
std::array<double, 256> linearChannels()
{
    std::array<double, 256> channels{};
    for (std::size_t value = 0; value < channels.size(); ++value) {
        const double channel = static_cast<double>(value) / 255;
        channels[value] = channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    }
    return channels;
}

double luminance(const QColor &colour)
{
    static const std::array<double, 256> linear = linearChannels();
    const auto channel = [](int value) { return linear[static_cast<std::size_t>(value)]; };
    return 0.2126 * channel(colour.red()) + 0.7152 * channel(colour.green()) +
           0.0722 * channel(colour.blue());
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor legible(const QColor &text, const QColor &back)
{
    const bool darken = luminance(back) > 0.18; // where black begins to read better than white
    const QColor goal = darken ? QColor(Qt::black) : QColor(Qt::white);
    for (int step = 0; step <= 20; ++step) {
        const float share = static_cast<float>(step) / 20;
        const auto mixed = [share](float from, float to) { return from + (to - from) * share; };
        const QColor candidate =
            QColor::fromRgbF(mixed(text.redF(), goal.redF()), mixed(text.greenF(), goal.greenF()),
                             mixed(text.blueF(), goal.blueF()));
        if (contrast(candidate, back) >= legibleContrast)
            return candidate;
    }
    return goal;
}

} // namespace anteroom::ui
