// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A text as the practice service keeps it.
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Textdesk {

struct PracticeMessage final {
    QString id;
    bool outbound{true};
    QString status; // SCHEDULED, SENT, DELIVERED, FAILED ..., RECEIVED
    QString from; // E.164
    QString to; // E.164
    QString text;
    QString campaign;
    QString dataField; // as the client sent it, its reference included
    QString repliedTo; // id of the text that this one answers
    double cost{0}; // credits; 0 again after a refund
    int parts{0};
    qint64 createdMs{0}; // ms since 1970 UTC, as all below; 0 = does not apply
    qint64 scheduledMs{0};
    qint64 sentMs{0};
    qint64 receivedMs{0};
    bool read{false};
    bool deleted{false};
    bool owesReply{false}; // delivered, and the answer is still to come

    // One line of the ledger file and back; nullopt for what is not such a line.
    [[nodiscard]] QJsonObject toRecord() const;
    [[nodiscard]] static std::optional<PracticeMessage> fromRecord(const QJsonObject& record);
};

} // namespace Textdesk
