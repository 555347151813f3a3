// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sentcaller.h"

#include <QDir>

namespace Textdesk {

SentCaller::SentCaller(CallerGoods goods)
    : m_goods{std::move(goods)}
{ }

QString SentCaller::path(const QString& name) const
{
    return QDir{m_goods.folder}.absoluteFilePath(name);
}

std::optional<QByteArray> SentCaller::file(const QString& name)
{
    const auto found = m_goods.files.constFind(name);
    return found == m_goods.files.cend() ? std::nullopt : std::optional{*found};
}

QString SentCaller::variable(const QString& name) const
{
    return m_goods.variables.value(name);
}

QString SentCaller::nextLine()
{
    return m_goods.lines.isEmpty() ? QString{} : m_goods.lines.takeFirst();
}

} // namespace Textdesk
