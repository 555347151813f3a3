// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/labelcolours.h"

#include <QCoreApplication>

#include <array>

namespace Textdesk {

namespace {

struct LabelWords final {
    Q_DECLARE_TR_FUNCTIONS(LabelColours)
};

struct Pair final {
    QRgb fill;
    QRgb ink;
};

constexpr std::array<Pair, labelColourCount> light{
    {{0xffe3edfd, 0xff1f5bd4}, {0xffdff3e7, 0xff17693f}, {0xfffdeecb, 0xff7d4a00},
        {0xfffde4e2, 0xffa3221b}, {0xffeee6fd, 0xff6a35b8}, {0xffdbf1f2, 0xff0b6670},
        {0xfffbe3ef, 0xffa32067}, {0xffe9ecf1, 0xff4b5462}}};
constexpr std::array<Pair, labelColourCount> dark{
    {{0xff263857, 0xff9cbdff}, {0xff1d3a2b, 0xff83d9aa}, {0xff3d3218, 0xfff0bd62},
        {0xff452525, 0xffffa198}, {0xff352a4c, 0xffc9acff}, {0xff18393d, 0xff7ad5dd},
        {0xff422339, 0xffffa3cf}, {0xff333a45, 0xffbcc5d2}}};

size_t at(int index)
{
    return size_t(index < 0 ? 0 : index) % size_t{labelColourCount};
}

} // namespace

LabelColour labelColour(const Colours& colours, int index)
{
    const Pair& pair{(colours.isDark ? dark : light).at(at(index))};
    return {QColor{pair.fill}, QColor{pair.ink}};
}

QString labelColourName(int index)
{
    const std::array<QString, labelColourCount> names{LabelWords::tr("Blue"),
        LabelWords::tr("Green"), LabelWords::tr("Amber"), LabelWords::tr("Red"),
        LabelWords::tr("Violet"), LabelWords::tr("Teal"), LabelWords::tr("Pink"),
        LabelWords::tr("Grey")};
    return names.at(at(index));
}

} // namespace Textdesk
