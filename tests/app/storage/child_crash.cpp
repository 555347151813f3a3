// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores messages as fast as it can and names each one after its commit, until it is killed.
#include "tests/app/storage/childprocess.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class ChildCrash final : public QObject {
    Q_OBJECT
private slots:
    void storesUntilItIsKilled()
    {
        if (childFolder().isEmpty()) {
            QSKIP("runs as a child of tst_crash");
        }
        TempStore store{childFolder()};
        m_account = store.addAccount(QStringLiteral("Office"));
        for (int i{0}; i < 16; ++i) {
            storeNext(store);
        }
        (void)QTest::qWaitFor([] { return false; }, 60000);
    }

private:
    void storeNext(TempStore& store)
    {
        const int number{m_next++};
        store.clock().advance(std::chrono::milliseconds{number % 3});
        const QString text{QStringLiteral("text %1").arg(number)};
        const QString peer{QStringLiteral("+2782000%1").arg(number % 40, 4, 10, QChar{u'0'})};
        store.database()
            .write<Message>(WritePriority::Webhook,
                [account = m_account, peer, text](WriteContext& context) -> Result<Message> {
                    return Testing::store(context, incoming(account, peer, text));
                })
            ->then(this, [this, &store](const Result<Message>& stored) {
                say(QByteArray::number(stored ? stored->id.value() : -1));
                storeNext(store);
            });
    }

    AccountId m_account;
    int m_next{0};
};

TEXTDESK_TEST(child_crash, ChildCrash)
#include "child_crash.moc"
