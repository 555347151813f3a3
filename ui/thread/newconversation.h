// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The top of a conversation that does not exist yet: to whom, and from which account.
#pragma once

#include "app/base/ids.h"
#include "ui/widgets/surface.h"

#include <vector>

class QComboBox;
class QLineEdit;

namespace Textdesk {

class IconButton;
class TextLabel;

class NewConversation final : public Surface {
    Q_OBJECT
public:
    struct Sender {
        AccountId account;
        QString name;
    };
    explicit NewConversation(const Theme& theme, QWidget* parent = nullptr);

    void setSenders(const std::vector<Sender>& senders);
    void start(const QString& number, AccountId account);
    [[nodiscard]] QString number() const;
    [[nodiscard]] AccountId account() const;
    // What is wrong with the number, under the field; empty takes it away.
    void setProblem(const QString& problem);
    [[nodiscard]] QLineEdit& field() const { return *m_number; }
    // With all of it selected: what is typed next takes its place.
    void focusNumber();
    [[nodiscard]] QWidget& closeButton() const;

signals:
    void cancelled();
    // By the person: number or sender.
    void edited();
    // Return in the number field: on to the text.
    void textWanted();

private:
    void build();
    QLineEdit* m_number;
    QComboBox* m_account;
    IconButton* m_close;
    TextLabel* m_problem;
    TextLabel* m_from;
};

} // namespace Textdesk
