// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Below a thread: the text being written, what it will cost, and Send.
#pragma once

#include "ui/widgets/surface.h"

class QBoxLayout;

namespace Textdesk {

class Button;
class ComposeEdit;
class LineMark;
class TextLabel;

class ComposeBar final : public Surface {
    Q_OBJECT
public:
    explicit ComposeBar(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    // Replaces the text without emitting draftChanged().
    void setText(const QString& text);
    // The text of somebody else: the editor's undo does not reach back to the one before.
    void begin(const QString& text);
    // Why nothing can be sent here, as a sentence; empty allows sending.
    void setBlocked(const QString& reason);
    // Why this text cannot be sent, as a sentence; goes away with the next change of the text.
    void setProblem(const QString& sentence);
    // Asked before sending, beside the answer that sends; goes away with the next change of the
    // text.
    void setQuestion(const QString& sentence, const QString& yes);
    // Which of several lines sends, and its colour; empty where there is one only.
    void setSender(const QString& name, int colour);
    // While the step that stores the message runs: the text stays, Send rests.
    void setBusy(bool busy);
    [[nodiscard]] ComposeEdit& edit() const { return *m_edit; }
    [[nodiscard]] Button& sendButton() const { return *m_send; }
    [[nodiscard]] QString meterText() const;

signals:
    void sendRequested(const QString& text);
    void draftChanged(const QString& text);
    void questionAccepted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRect frame() const; // around the field
    void build();
    void refresh();
    void foldNotes();
    void sayWhyNot();
    void trySend();
    void takeOffer();
    void showEach();
    void replaceAll(const QString& text);
    ComposeEdit* m_edit;
    QBoxLayout* m_notes; // meter and warning: side by side, or one above the other
    TextLabel* m_count;
    TextLabel* m_parts;
    TextLabel* m_left;
    TextLabel* m_warning;
    QBoxLayout* m_offers{nullptr}; // beside the warning, or below it
    QString m_spoken; // of the line that sends
    Button* m_replace;
    Button* m_each; // the costly characters one by one
    LineMark* m_line;
    Button* m_send;
    QString m_blocked;
    QString m_problem;
    QString m_question;
    QString m_yes;
    bool m_busy{false};
    bool m_setting{false};
};

} // namespace Textdesk
