// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace Textdesk::Fonts {

namespace {

QFont make(int pixels, QFont::Weight weight)
{
    static const QString family{[] {
        const QStringList families{QFontDatabase::families()};
        for (const QString& wanted : {QStringLiteral("Inter"), QStringLiteral("Noto Sans")}) {
            if (families.contains(wanted)) {
                return wanted;
            }
        }
        return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }()};
    // Named, because other fonts have outlines of some emoji, and would be asked first.
    static const QStringList all{[] {
        const QStringList families{QFontDatabase::families()};
        QStringList chosen{family};
        for (const QString& emoji : {QStringLiteral("Noto Color Emoji"),
                 QStringLiteral("Segoe UI Emoji"), QStringLiteral("Apple Color Emoji")}) {
            if (families.contains(emoji)) {
                chosen.append(emoji);
            }
        }
        return chosen;
    }()};
    QFont font{family};
    font.setFamilies(all);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    // Hinted outlines look uneven at these sizes; vertical hinting alone keeps stems crisp.
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

} // namespace

QFont base()
{
    return make(14, QFont::Normal);
}
QFont medium()
{
    return make(14, QFont::Medium);
}
QFont strong()
{
    return make(14, QFont::DemiBold);
}
QFont bold()
{
    return make(14, QFont::Bold);
}
QFont preview()
{
    return make(13, QFont::Normal);
}
QFont small()
{
    return make(12, QFont::Normal);
}
QFont smallStrong()
{
    return make(12, QFont::DemiBold);
}
QFont heading()
{
    return make(16, QFont::DemiBold);
}
QFont title()
{
    return make(22, QFont::DemiBold);
}

} // namespace Textdesk::Fonts
