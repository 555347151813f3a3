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
    TextLabel* m_title{nullptr};
    TextLabel* m_words{nullptr};
    QLineEdit* m_old{nullptr};
    QLineEdit* m_fresh{nullptr};
    QLineEdit* m_again{nullptr};
    TextLabel* m_strength{nullptr};
    TextLabel* m_said{nullptr};
    Spinner* m_spinner{nullptr};
    Button* m_change{nullptr};
    Button* m_move{nullptr};
    Button* m_do{nullptr};
    Button* m_cancel{nullptr};
};

} // namespace Textdesk
