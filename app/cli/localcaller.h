// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The caller of this process.
#pragma once

#include "app/cli/caller.h"

#include <QTextStream>

namespace Textdesk {

class LocalCaller final : public Caller {
public:
    [[nodiscard]] QString path(const QString& name) const override;
    [[nodiscard]] std::optional<QByteArray> file(const QString& name) override;
    [[nodiscard]] QString variable(const QString& name) const override;
    [[nodiscard]] QString nextLine() override;

private:
    QTextStream m_input{stdin};
};

} // namespace Textdesk
