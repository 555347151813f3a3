// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store with accounts above it, and a listener that writes down what a model says.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/net/httpclient.h"
#include "app/secrets/memorysecrets.h"
#include "tests/support/storage/tempstore.h"

#include <QAbstractItemModelTester>
#include <QStringList>

namespace Textdesk::Testing {

struct ModelBench final {
    ModelBench();
    // Accounts of a provider whose default region is ZA.
    AccountId addAccount(const QString& name, const QMap<QString, QString>& settings = {});

    TempStore store;
    MemorySecrets secrets;
    ProviderRegistry registry;
    HttpClient http{store.clock()};
    AccountList accounts;
};

// Every structural signal and every changed role as a line: "insert 0-1", "remove 3-3", "move 4 to
// 0", "reset", "data 2: +6 +8" (roles counted from Qt::UserRole). The tester aborts the test when
// the model breaks the rules of its base class.
class Transcript final : public QObject {
    Q_OBJECT
public:
    explicit Transcript(QAbstractItemModel& model);
    // What was said since the last call.
    [[nodiscard]] QStringList take();

private:
    QAbstractItemModelTester m_tester;
    QStringList m_lines;
};

} // namespace Textdesk::Testing
