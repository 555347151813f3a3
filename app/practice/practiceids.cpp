// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practiceids.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Textdesk {

PracticeIds::PracticeIds()
    : m_machine{QStringLiteral("%1").arg(
        QRandomGenerator::system()->generate64() >> 24U, 10, 16, QLatin1Char{'0'})}
    , m_counter{QRandomGenerator::system()->generate() >> 8U}
{ }

QString PracticeIds::next(qint64 nowMs, bool numeric)
{
    if (numeric) {
        return QString::number(++m_lastNumber);
    }
    m_counter = (m_counter + 1) & 0xffffffU;
    return QStringLiteral("%1").arg(quint32(nowMs / 1000), 8, 16, QLatin1Char{'0'}) + m_machine
        + QStringLiteral("%1").arg(m_counter, 6, 16, QLatin1Char{'0'});
}

void PracticeIds::notice(const QString& id)
{
    bool decimal{false};
    const qint64 number{id.toLongLong(&decimal)};
    if (decimal && id.size() < 24) {
        m_lastNumber = std::max(m_lastNumber, number);
    }
}

} // namespace Textdesk
