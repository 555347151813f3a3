// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Below the head of a conversation: when it shall come back.
#pragma once

#include "ui/widgets/surface.h"

#include <QDateTime>

class QDateTimeEdit;

namespace Textdesk {

class FlowLayout;
class TextLabel;

class SnoozePanel final : public Surface {
    Q_OBJECT
public:
    explicit SnoozePanel(const Theme& theme, QWidget* parent = nullptr);

    void present(const QDateTime& now); // local
    void setProblem(const QString& sentence);
    void focusFirst();
    void focusOwnTime();

signals:
    void chosen(qint64 untilMs);
    void closed();

private:
    void build();
    FlowLayout* m_choices;
    QDateTimeEdit* m_time;
    TextLabel* m_problem;
    std::vector<QWidget*> m_buttons;
};

} // namespace Textdesk
