// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tokens are kept while all is well, and the two things that can be done about it:
// another passphrase, or the other place.
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

class KeepingCare final : public QWidget {
    Q_OBJECT
public:
    KeepingCare(const Theme& theme, KeepingDesk& desk, QWidget* parent = nullptr);
    // Closes what was begun and says where they are.
    void refresh();
    void focusFirst();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Task { None, Change, Vault };
    QLineEdit* addSecret(QVBoxLayout* column, const QString& name, const QString& words);
    void buildButtons(QVBoxLayout* column);
    void open(Task task);
    void act();
    void moveBack();
    void finish(Call<Done>* call, const QString& done);
    void setBusy(bool busy);
    void say(const QString& sentence, bool isBad);
    const Theme& m_theme;
    KeepingDesk& m_desk;
    Task m_task{Task::None};
    bool m_busy{false};
    TextLabel* m_title;
    TextLabel* m_words;
    QLineEdit* m_old;
    QLineEdit* m_fresh;
    QLineEdit* m_again;
    TextLabel* m_strength;
    TextLabel* m_said;
    Spinner* m_spinner;
    Button* m_change;
    Button* m_move;
    Button* m_do;
    Button* m_cancel;
};

} // namespace Textdesk
