// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window on one page, grouped; made from the table of actions.
#pragma once

#include "ui/shell/actiontable.h"
#include "ui/widgets/surface.h"

namespace Textdesk {

class ReadingArea;

class ShortcutsPage final : public Surface {
    Q_OBJECT
public:
    ShortcutsPage(const Theme& theme, const ActionTable& actions, QWidget* parent = nullptr);
    void focusFirst();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    [[nodiscard]] QWidget* cardOf(ActionGroup group, QWidget* parent);
    const ActionTable& m_actions;
    ReadingArea* m_scroll;
    size_t m_filled{0}; // rows of the table that are shown
};

} // namespace Textdesk
