// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations a person may mean by a few typed letters or digits, as lists name them.
#pragma once

#include "app/models/accountlabels.h"

#include <vector>

namespace Textdesk {

struct JumpTarget final {
    ConversationId id;
    QString title; // the people's names, else the number as it is spelled at home
    QString note; // what the title does not say: number and account
};

class ConversationJump final {
public:
    ConversationJump(Database& database, const AccountList& accounts);
    // Newest first, at most limit; nothing for blank words.
    [[nodiscard]] std::vector<JumpTarget> find(const QString& words, int limit);

private:
    Database& m_database;
    AccountLabels m_labels;
};

} // namespace Textdesk
