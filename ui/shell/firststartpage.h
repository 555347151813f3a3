// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the window until there is an account; also how a further account is added.
#pragma once

#include "ui/shell/desk.h"
#include "ui/widgets/surface.h"

class QStackedWidget;

namespace Textdesk {

class Card;
class ConnectForm;
class StartPage;
class TextLabel;

class FirstStartPage final : public Surface {
    Q_OBJECT
public:
    FirstStartPage(const Theme& theme, Desk& desk, QWidget* parent = nullptr);
    void showForm();
    void showChoices();
    void focusFirst();

signals:
    void accountReady(Textdesk::AccountId id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tryPractice();
    void connectAccount(const ConnectRequest& request);
    Desk& m_desk;
    QStackedWidget* m_steps;
    StartPage* m_start;
    TextLabel* m_problem;
    Card* m_card;
    ConnectForm* m_form;
};

} // namespace Textdesk
