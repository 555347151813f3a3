// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of messages/all (zoomconnect.md 6.1).
#pragma once

#include "app/practice/practicerequest.h"
#include "app/practice/practicestate.h"

namespace Textdesk {

class PracticeFilter final {
public:
    // Error Rejected, detail is the parameter that cannot be read.
    [[nodiscard]] static Result<PracticeFilter> read(
        const PracticeRequest& request, const PracticeState& state);

    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pageSize() const { return m_pageSize; } // as asked for
    // Positions in the ledger of the texts that match, in the variant's order.
    [[nodiscard]] std::vector<size_t> matches(const PracticeState& state) const;

private:
    struct Span final {
        std::optional<qint64> fromMs;
        std::optional<qint64> endMs; // first moment after it
        [[nodiscard]] bool holds(qint64 ms) const;
    };
    [[nodiscard]] bool holds(const PracticeMessage& message, const PracticeVariant& variant) const;
    [[nodiscard]] bool holdsFlags(
        const PracticeMessage& message, const PracticeVariant& variant) const;
    [[nodiscard]] QString readPaging(const PracticeRequest& request);
    [[nodiscard]] QString readFlags(const PracticeRequest& request);
    [[nodiscard]] QString readSpan(const PracticeRequest& request, const QString& what,
        const PracticeState& state, Span& span);

    int m_page{1};
    int m_pageSize{100};
    std::optional<QString> m_type;
    std::optional<QString> m_status;
    std::optional<QString> m_from; // digits
    std::optional<QString> m_to;
    std::optional<QString> m_text;
    std::optional<QString> m_campaign;
    std::optional<QString> m_dataField;
    std::optional<QString> m_repliesTo;
    std::optional<bool> m_deleted;
    std::optional<bool> m_read;
    Span m_sent;
    Span m_received;
};

} // namespace Textdesk
