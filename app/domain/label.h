// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A mark that people hang on conversations, by name and colour.
#pragma once

#include "app/base/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace Textdesk {

struct Label final {
    LabelId id;
    QString name;
    int colour{0}; // an index; the window's theme knows how it looks
    friend bool operator==(const Label&, const Label&) = default;
};

constexpr int labelColours{8};
constexpr qsizetype longestLabel{40};

} // namespace Textdesk

Q_DECLARE_METATYPE(Textdesk::Label)
