// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One panel for each state of the place where secrets are kept: what it means and what mends it.
#pragma once

#include "ui/accounts/keepingdesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace Textdesk {

class Button;
class Spinner;
class TextLabel;

class KeepingPanel final : public QWidget {
    Q_OBJECT
public:
    KeepingPanel(const Theme& theme, KeepingDesk& desk, QWidget* parent = nullptr);
    void present(KeepingState state);
    [[nodiscard]] KeepingState shown() const { return m_shown; }
    void focusFirst();

signals:
    // The secrets can be had now.
    void mended();
    // The person goes on without them.
    void putOff();

private:
    QLineEdit* addSecret(QVBoxLayout* column, const QString& name, const QString& words);
    void buildButtons(QVBoxLayout* column);
    void askForPassphrase(bool isNew);
    void act();
    void tryAgain();
    void finish(Call<Done>* call);
    void setBusy(bool busy);
    void say(const QString& problem);
    const Theme& m_theme;
    KeepingDesk& m_desk;
    KeepingState m_shown{KeepingState::Good};
    bool m_isMaking{false}; // a passphrase for a new vault is asked for
    TextLabel* m_title{nullptr};
    TextLabel* m_words{nullptr};
    QLineEdit* m_first{nullptr};
    QLineEdit* m_second{nullptr};
    TextLabel* m_problem{nullptr};
    Spinner* m_spinner{nullptr};
    Button* m_main{nullptr};
    Button* m_again{nullptr};
    Button* m_later{nullptr};
};

} // namespace Textdesk
