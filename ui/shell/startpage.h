// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two ways to begin, side by side: practise, or connect a real account.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;

namespace Textdesk {

class Button;
class TextLabel;

class StartPage final : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(const Theme& theme, QWidget* parent = nullptr);
    void setBusy(bool busy);
    // Somebody is at home here already and wants one more.
    void setFurther(bool further);
    // There is one already, so it is no choice any more.
    void setPractises(bool practises);
    void focusFirst();

signals:
    void practiceChosen();
    void connectChosen();

private:
    TextLabel* m_title;
    QWidget* m_practiceCard{nullptr};
    QBoxLayout* m_cards;
    Button* m_practice;
    Button* m_connect;
};

} // namespace Textdesk
