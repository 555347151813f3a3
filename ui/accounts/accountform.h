// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The form that a provider declares: what is wrong is said beside the field.
#pragma once

#include "ui/accounts/accountvalues.h"
#include "ui/theme/theme.h"
#include "ui/words/connectwords.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Textdesk {

class TextLabel;

class AccountForm final : public QWidget {
    Q_OBJECT
public:
    explicit AccountForm(const Theme& theme, QWidget* parent = nullptr);
    // Builds the fields anew; what was typed is forgotten.
    void start(const ProviderForm& form);
    void forgetSecrets();
    void forgetProblems();
    // Not another address than the one that the provider declares.
    [[nodiscard]] bool hasUsualAddress() const;
    void setReadOnly(bool readOnly);
    // Said at its field, or below the form; the cursor goes there.
    void setProblem(const ConnectProblem& problem);
    // Says what is missing beside each field; true when nothing is.
    [[nodiscard]] bool validate();
    [[nodiscard]] AccountRequest request() const;
    void focusFirst();

signals:
    // Return was pressed in a field.
    void submitted();

private:
    struct Field {
        FormField declared;
        QLineEdit* edit{nullptr}; // or
        QComboBox* choice{nullptr};
        TextLabel* problem{nullptr};
    };
    void add(const FormField& declared);
    void addRegion(const FormField& declared, QVBoxLayout* column);
    void say(const Field& field, const QString& problem);
    void sayBelow(const QString& sentence);
    [[nodiscard]] QString complaint(const Field& field) const;
    const Theme& m_theme;
    QString m_provider;
    QVBoxLayout* m_column{nullptr};
    QWidget* m_rows{nullptr};
    std::vector<Field> m_fields;
    TextLabel* m_below{nullptr};
};

} // namespace Textdesk
