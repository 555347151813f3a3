// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace Textdesk {

Colours lightColours()
{
    Colours c;
    c.background = QColor{0xf5, 0xf6, 0xf8};
    c.panel = QColor{0xff, 0xff, 0xff};
    c.rail = QColor{0xfb, 0xfb, 0xfc};
    c.line = QColor{0xe3, 0xe6, 0xeb};
    c.text = QColor{0x1b, 0x1f, 0x26};
    c.muted = QColor{0x5d, 0x66, 0x75};
    c.accent = QColor{0x2f, 0x6c, 0xea};
    c.onAccent = QColor{0xff, 0xff, 0xff};
    c.accentInk = QColor{0x1f, 0x5b, 0xd4};
    c.accentSoft = QColor{0xe8, 0xf0, 0xfe};
    c.hover = QColor{0xf0, 0xf2, 0xf6};
    c.avatar = QColor{0xee, 0xf0, 0xf4};
    c.bubble = QColor{0x2f, 0x6c, 0xea};
    c.onBubble = QColor{0xff, 0xff, 0xff};
    c.ok = QColor{0x1a, 0x7f, 0x4b};
    c.warn = QColor{0x92, 0x56, 0x00};
    c.warnSoft = QColor{0xff, 0xf4, 0xdc};
    c.bad = QColor{0xb3, 0x26, 0x1e};
    c.badSoft = QColor{0xfd, 0xec, 0xea};
    return c;
}

Colours darkColours()
{
    Colours c;
    c.background = QColor{0x15, 0x18, 0x1d};
    c.panel = QColor{0x1c, 0x20, 0x27};
    c.rail = QColor{0x18, 0x1b, 0x21};
    c.line = QColor{0x2c, 0x32, 0x3c};
    c.text = QColor{0xe8, 0xeb, 0xf0};
    c.muted = QColor{0x9d, 0xa7, 0xb5};
    c.accent = QColor{0x7a, 0xa7, 0xff};
    c.onAccent = QColor{0x12, 0x1a, 0x2b};
    c.accentInk = QColor{0x8a, 0xb2, 0xff};
    c.accentSoft = QColor{0x24, 0x32, 0x4d};
    c.hover = QColor{0x22, 0x27, 0x2f};
    c.avatar = QColor{0x2a, 0x30, 0x3a};
    c.bubble = QColor{0x2d, 0x5f, 0xc4};
    c.onBubble = QColor{0xff, 0xff, 0xff};
    c.ok = QColor{0x5f, 0xc5, 0x8e};
    c.warn = QColor{0xf0, 0xbd, 0x62};
    c.warnSoft = QColor{0x3a, 0x2f, 0x17};
    c.bad = QColor{0xff, 0x8a, 0x80};
    c.badSoft = QColor{0x41, 0x22, 0x22};
    c.isDark = true;
    return c;
}

QPalette paletteFrom(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.background);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.panel);
    palette.setColor(QPalette::AlternateBase, c.background);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.panel);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.bad);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Link, c.accentInk);
    palette.setColor(QPalette::LinkVisited, c.accentInk);
    palette.setColor(QPalette::ToolTipBase, c.panel);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.panel);
    palette.setColor(QPalette::Midlight, c.line);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.isDark ? c.background : QColor{0xc4, 0xc9, 0xd2});
    palette.setColor(QPalette::Shadow, c.isDark ? Qt::black : QColor{0x9a, 0xa1, 0xad});
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c.muted);
    }
    return palette;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
    };
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace Textdesk
