// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plain form for a ZoomConnect account: what is wrong is said beside the field.
#pragma once

#include "ui/shell/deskvalues.h"
#include "ui/theme/theme.h"
#include "ui/words/connectwords.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Textdesk {

class Button;
class TextLabel;

class ConnectForm final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectForm(const Theme& theme, QWidget* parent = nullptr);
    void start(const ConnectRequest& defaults);
    // While the account is being proved.
    void setBusy(bool busy);
    // Said at its field, or below the form; the cursor goes there.
    void setProblem(const ConnectProblem& problem);
    // Says what is missing beside each field; true when nothing is.
    bool validate();

signals:
    void submitted(const Textdesk::ConnectRequest& request);
    void cancelled();

private:
    struct Field {
        QLineEdit* edit;
        TextLabel* problem;
    };
    Field addField(
        QVBoxLayout* column, const QString& name, const QString& label, const QString& hint);
    void addRegion(QVBoxLayout* column);
    void addButtons(QVBoxLayout* column);
    bool check(const Field& field, const QString& problem);
    void sayBelow(const QString& sentence);
    void submit();
    const Theme& m_theme;
    Field m_name{};
    Field m_address{};
    Field m_email{};
    Field m_token{};
    QComboBox* m_region{nullptr};
    TextLabel* m_problem{nullptr};
    Button* m_submit{nullptr};
};

} // namespace Textdesk
