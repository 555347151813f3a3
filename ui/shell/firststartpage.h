// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the window until there is an account; also how a further account is added.
#pragma once

#include "ui/shell/desk.h"
#include "ui/widgets/surface.h"

namespace Textdesk {

class StartPage;
class TextLabel;

class FirstStartPage final : public Surface {
    Q_OBJECT
public:
    FirstStartPage(const Theme& theme, Desk& desk, QWidget* parent = nullptr);
    void showChoices();
    void focusFirst();

signals:
    void accountReady(Textdesk::AccountId id);
    // The person has an account of their own.
    void connectRequested();

private:
    void tryPractice();
    Desk& m_desk;
    StartPage* m_start;
    TextLabel* m_problem;
};

} // namespace Textdesk
