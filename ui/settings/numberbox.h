// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A spin box that lets somebody type a number that is not possible and says so: Qt's own drops the
// digit that would go too far, so that 99 silently becomes 9.
#pragma once

#include <QSpinBox>

namespace Textdesk {

class NumberBox final : public QSpinBox {
    Q_OBJECT
public:
    using QSpinBox::QSpinBox;

    [[nodiscard]] QValidator::State validate(QString& text, int& position) const override;
    void fixup(QString& text) const override;

signals:
    // What was typed lies outside the range; the former value is back.
    void refused() const;
};

} // namespace Textdesk
