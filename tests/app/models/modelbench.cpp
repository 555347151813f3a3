// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/models/modelbench.h"

namespace Textdesk::Testing {

ModelBench::ModelBench()
    : accounts{{store.database(), secrets, registry, http, store.clock()}}
{
    ProviderKind kind;
    kind.key = QStringLiteral("test");
    kind.displayName = QStringLiteral("Test");
    kind.settings = {{QStringLiteral("region"), QStringLiteral("ZA"), {}}};
    kind.make = [](const AccountConfig&, const SecretSource&, const ProviderServices&) {
        return std::unique_ptr<Provider>{};
    };
    registry.add(kind);
}

AccountId ModelBench::addAccount(const QString& name, const QMap<QString, QString>& settings)
{
    const AccountId id{store.addAccount(name, settings)};
    const auto loaded = resultOf(accounts.load());
    Q_ASSERT(loaded);
    return id;
}

Transcript::Transcript(QAbstractItemModel& model)
    : m_tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal}
{
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) {
            m_lines += QStringLiteral("insert %1-%2").arg(first).arg(last);
        });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex&, int first, int last) {
            m_lines += QStringLiteral("remove %1-%2").arg(first).arg(last);
        });
    connect(&model, &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex&, int first, int, const QModelIndex&, int before) {
            m_lines += QStringLiteral("move %1 to %2")
                           .arg(first)
                           .arg(before > first ? before - 1 : before);
        });
    connect(&model, &QAbstractItemModel::modelReset, this,
        [this] { m_lines += QStringLiteral("reset"); });
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
            QString line{QStringLiteral("data %1").arg(first.row())};
            if (last.row() != first.row()) {
                line += QStringLiteral("-%1").arg(last.row());
            }
            line += u':';
            for (const int role : roles) {
                line += QStringLiteral(" +%1").arg(role - Qt::UserRole);
            }
            m_lines += line;
        });
}

QStringList Transcript::take()
{
    return std::exchange(m_lines, {});
}

} // namespace Textdesk::Testing
