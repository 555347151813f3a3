// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text is written: grows to six lines; Return sends, Shift+Return starts a new line.
#pragma once

#include <QPlainTextEdit>

namespace Textdesk {

class ComposeEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ComposeEdit(QWidget* parent = nullptr);

    // What stands here is hidden while nobody writes.
    void setContentHidden(bool hidden);

signals:
    void sendPressed();
    // Undo was asked for where nothing is written that could be undone.
    void undoPastBeginning();
    void focusChanged();
    // The person came here by mouse or key, not by returning to the window.
    void entered();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    // Pasted formatting, pictures and files are dropped; only the words stay.
    void insertFromMimeData(const QMimeData* source) override;

private:
    void fitHeight();
    bool m_contentHidden{false};
};

} // namespace Textdesk
