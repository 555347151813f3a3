// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the practice service ever accepted: the witness that nothing was sent twice.
#pragma once

#include "app/base/result.h"
#include "app/practice/practicemessage.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>

#include <functional>
#include <vector>

namespace Textdesk {

class PracticeLedger final {
public:
    // Reads what an earlier run wrote and appends from now on. A torn last line (the run was
    // killed) is passed over. Error Storage, detail "ledger-file".
    [[nodiscard]] Result<Done> open(const QString& path);

    // False, and nothing is kept, when the file cannot be written or the id is taken.
    [[nodiscard]] bool add(const PracticeMessage& message);
    // Changes the message of that id; false when there is none or the file cannot be written.
    bool change(const QString& id, const std::function<void(PracticeMessage&)>& how);

    // Null if unknown; valid until the next add().
    [[nodiscard]] const PracticeMessage* find(const QString& id) const;
    // In the order of their creation.
    [[nodiscard]] const std::vector<PracticeMessage>& all() const { return m_messages; }
    // Positions in all() of the texts with exactly this data field.
    [[nodiscard]] std::vector<size_t> withDataField(const QString& dataField) const;
    // Credits used by everything that was not refunded.
    [[nodiscard]] double spent() const { return m_spent; }
    // How often a create with this text's recipient and data field was carried out; 1 if it has
    // none.
    [[nodiscard]] int createCalls(const PracticeMessage& message) const;
    // One object for each create that was carried out, oldest first.
    [[nodiscard]] QJsonArray toJson() const;

private:
    void keep(const PracticeMessage& message);
    [[nodiscard]] bool append(const PracticeMessage& message);

    QFile m_file;
    std::vector<PracticeMessage> m_messages;
    QHash<QString, size_t> m_byId;
    QHash<QString, std::vector<size_t>> m_byDataField;
    double m_spent{0};
};

} // namespace Textdesk
