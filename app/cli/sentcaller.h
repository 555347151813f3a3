// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The caller of another process, as that process described it.
#pragma once

#include "app/cli/caller.h"

#include <QMap>
#include <QStringList>

namespace Textdesk {

// What a call needs of its caller's surroundings. Variables and lines hold secrets: never logged.
struct CallerGoods final {
    QString folder; // absolute
    QMap<QString, QByteArray> files; // by the caller's name for them
    QMap<QString, QString> variables;
    QStringList lines;
};

class SentCaller final : public Caller {
public:
    explicit SentCaller(CallerGoods goods);

    [[nodiscard]] QString path(const QString& name) const override;
    [[nodiscard]] std::optional<QByteArray> file(const QString& name) override;
    [[nodiscard]] QString variable(const QString& name) const override;
    [[nodiscard]] QString nextLine() override;

private:
    CallerGoods m_goods;
};

} // namespace Textdesk
