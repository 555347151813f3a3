// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who the open conversation is with, and what can be done about it.
#pragma once

#include "ui/widgets/pillrow.h"
#include "ui/widgets/surface.h"

namespace Textdesk {

class Avatar;
class ElidedLabel;
class Button;
class IconButton;
class PillRow;

class ThreadHeader final : public Surface {
    Q_OBJECT
public:
    explicit ThreadHeader(const Theme& theme, QWidget* parent = nullptr);
    void present(const QString& title, bool isNamed, const QString& subtitle);
    // The line among several, by its colour; -1 for none.
    void setLine(int colour);
    // Neither name nor number nor labels, until the pointer rests here.
    void setContentHidden(bool hidden);
    void setMarks(std::vector<Pill> pills, bool waiting);

signals:
    void peopleRequested();
    void labelsRequested();
    void snoozeRequested();
    void doneRequested();
    void menuRequested(const QPoint& globalPosition);

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWho();
    void showSave();
    QString m_name;
    QString m_beneath;
    bool m_isNamed{false};
    bool m_hasPills{false};
    bool m_contentHidden{false};
    Avatar* m_avatar;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    PillRow* m_pills;
    Button* m_save;
    IconButton* m_done;
};

} // namespace Textdesk
