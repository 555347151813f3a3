// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window by name, and every conversation, from the keyboard.
#pragma once

#include "ui/shell/palettemodel.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>

class QListView;

namespace Textdesk {

class SearchField;
class TextLabel;

class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    // Lies over the window until something is chosen.
    CommandPalette(const Theme& theme, ActionTable& actions, QWidget& window);
    void setSearch(ConversationSearch search);
    void open();
    void dismiss();

signals:
    void conversationChosen(Textdesk::ConversationId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void list(const QString& words);
    void step(int rows);
    void choose();
    void arrange();
    [[nodiscard]] bool handleKey(int key);
    const Theme& m_theme;
    ActionTable& m_actions;
    QWidget& m_window;
    PaletteModel m_model;
    SearchField* m_field;
    QListView* m_rows;
    TextLabel* m_nothing;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace Textdesk
