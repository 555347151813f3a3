// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the practice service and what each does, ready to be texted.
#pragma once

#include "ui/shell/deskvalues.h"
#include "ui/widgets/surface.h"

class QVBoxLayout;

namespace Textdesk {

class PracticePage final : public Surface {
    Q_OBJECT
public:
    explicit PracticePage(const Theme& theme, QWidget* parent = nullptr);
    void setNumbers(const std::vector<PracticeTip>& numbers);

signals:
    void textRequested(const QString& number);
    void topUpRequested();

private:
    [[nodiscard]] QWidget* makeHead();
    void addRow(const PracticeTip& number, int row);
    QWidget* m_rows{nullptr};
    QVBoxLayout* m_body;
};

} // namespace Textdesk
