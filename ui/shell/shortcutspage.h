// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window on one page, grouped; made from the table of actions.
#pragma once

#include "ui/shell/actiontable.h"
#include "ui/widgets/surface.h"

class QScrollArea;

namespace Textdesk {

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
    QScrollArea* m_scroll;
    size_t m_filled{0}; // rows of the table that are shown
};

} // namespace Textdesk
