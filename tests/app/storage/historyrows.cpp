// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/historyrows.h"

#include <QRandomGenerator>

namespace Textdesk::Testing {

std::vector<Message> historyRows(AccountId account, int count, quint32 seed)
{
    constexpr qint64 firstMs{Q_INT64_C(1700000000000)};
    constexpr int people{7};
    QRandomGenerator random{seed};
    std::vector<Message> rows;
    qint64 atMs{firstMs};
    for (int i{0}; i < count; ++i) {
        Message row;
        row.account = account;
        row.peer = QStringLiteral("+2782000%1").arg(random.bounded(people), 4, 10, QChar{u'0'});
        row.direction = random.bounded(2) == 0 ? Direction::In : Direction::Out;
        row.state = row.direction == Direction::In ? DeliveryState::Received
            : random.bounded(5) == 0               ? DeliveryState::Failed
                                                   : DeliveryState::Delivered;
        row.reason = row.state == DeliveryState::Failed ? QStringLiteral("failed") : QString{};
        row.read = random.bounded(4) != 0;
        row.text = QStringLiteral("word%1 row%2 Zoë").arg(random.bounded(9)).arg(i);
        if (random.bounded(5) != 0) {
            row.providerId = QStringLiteral("p-%1").arg(i);
        }
        atMs += random.bounded(3) * 500;
        row.atMs = atMs;
        row.stateMs = atMs;
        row.parts = 1;
        rows.push_back(row);
    }
    return rows;
}

} // namespace Textdesk::Testing
