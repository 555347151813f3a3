// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/conversationmodel.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestAccountLabels final : public QObject {
    Q_OBJECT
private slots:
    void numbersAreSpelledAsAtHomeInEachAccountsRegion()
    {
        ModelBench bench;
        const AccountId byDefault{bench.addAccount(QStringLiteral("Cape Town"))};
        const AccountId american{bench.addAccount(
            QStringLiteral("Boston"), {{QStringLiteral("region"), QStringLiteral("US")}})};
        const QString number{QStringLiteral("+27820000001")};
        const AccountLabels labels{bench.store.database(), bench.accounts};
        QCOMPARE(labels.title(byDefault, number), QStringLiteral("082 000 0001"));
        QCOMPARE(labels.title(american, number), QStringLiteral("+27 82 000 0001"));
        QCOMPARE(labels.title(AccountId{99}, number), QStringLiteral("+27 82 000 0001"));
        QCOMPARE(labels.title(byDefault, QStringLiteral("INF-1234")), QStringLiteral("INF-1234"));
        QCOMPARE(labels.name(american), QStringLiteral("Boston"));
        QCOMPARE(labels.name(AccountId{99}), QString{});
    }

    void aLineIsMarkedOnlyAmongOthers()
    {
        ModelBench bench;
        const AccountId first{bench.addAccount(QStringLiteral("Office"))};
        bench.store.addIncoming(first, QStringLiteral("+27820000001"), QStringLiteral("hi"));
        ConversationModel model{bench.store.database(), bench.accounts};
        QCOMPARE(model.index(0).data(ConversationLineRole).toInt(), -1);
        QVERIFY(model.index(0).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        const AccountId second{bench.addAccount(QStringLiteral("Clinic"))};
        QCOMPARE(model.index(0).data(ConversationLineRole).toInt(), 0);
        QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(),
            QStringLiteral("Office"));
        QVERIFY(resultOf(bench.accounts.setLook(first, QStringLiteral("School"), 5)));
        QCOMPARE(model.index(0).data(ConversationLineRole).toInt(), 5);
        QCOMPARE(model.index(0).data(ConversationAccountRole).toString(), QStringLiteral("School"));
        QVERIFY(resultOf(bench.accounts.remove(second)));
        QCOMPARE(model.index(0).data(ConversationLineRole).toInt(), -1);
    }

    void aModelHearsOfAccountsThatComeLate()
    {
        ModelBench bench;
        const AccountId account{bench.store.addAccount(QStringLiteral("Office"))};
        bench.store.addIncoming(account, QStringLiteral("+27820000001"), QStringLiteral("hi"));
        ConversationModel model{bench.store.database(), bench.accounts};
        // Not loaded yet: nobody knows the provider's default region.
        QCOMPARE(model.index(0).data(ConversationTitleRole).toString(),
            QStringLiteral("+27 82 000 0001"));
        Transcript said{model};
        QVERIFY(resultOf(bench.accounts.load()));
        QCOMPARE(
            model.index(0).data(ConversationTitleRole).toString(), QStringLiteral("082 000 0001"));
        QCOMPARE(said.take(), QStringList{QStringLiteral("data 0: +-256 +2 +5 +18")});
    }
};

TEXTDESK_TEST(tst_accountlabels, TestAccountLabels)
#include "tst_accountlabels.moc"
