// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the settings page that a search can find, mark and leave out.
#pragma once

#include <QWidget>

namespace Textdesk {

class Panel : public QWidget {
public:
    using QWidget::QWidget;
    // Shows itself, or not, with what was searched for marked; whether it is shown. Empty: all is.
    virtual bool narrow(const QString& searched) = 0;

protected:
    // Every word stands somewhere in the text.
    [[nodiscard]] static bool matches(const QString& text, const QString& searched)
    {
        for (const QString& word : searched.simplified().split(u' ', Qt::SkipEmptyParts)) {
            if (!text.contains(word, Qt::CaseInsensitive)) {
                return false;
            }
        }
        return true;
    }
};

} // namespace Textdesk
