// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A few letters or digits lead to the conversation that a person means.
#include "app/models/conversationjump.h"
#include "app/storage/contacttable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestConversationJump final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<ModelBench> m_bench;

    QStringList found(const char* words, int limit = 10)
    {
        ConversationJump jump{m_bench->store.database(), m_bench->accounts};
        QStringList titles;
        for (const JumpTarget& target : jump.find(QString::fromUtf8(words), limit)) {
            titles.append(target.title);
        }
        return titles;
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<ModelBench>();
        const AccountId office{m_bench->addAccount(QStringLiteral("Office"))};
        for (const char* peer : {"+27820000001", "+27820000002", "+15550100"}) {
            m_bench->store.addIncoming(
                office, QString::fromLatin1(peer), QStringLiteral("082 is only in the text"));
        }
    }
    void cleanup() { m_bench.reset(); }

    void numbersInAnySpelling()
    {
        QCOMPARE(found("082 000 0001"), QStringList{QStringLiteral("082 000 0001")});
        QCOMPARE(found("+27 82 000 0002"), QStringList{QStringLiteral("082 000 0002")});
        QCOMPARE(found("0000").size(), 0); // only trunk zeros: no digits at all
        QCOMPARE(found("8200000").size(), 2);
        QCOMPARE(found("8200000", 1), QStringList{QStringLiteral("082 000 0002")}); // newest
        QCOMPARE(found("555"), QStringList{QStringLiteral("+1 5550100")});
    }
    void namesInAnyCaseAndWithoutAccents()
    {
        m_bench->store.change([](WriteContext& context) {
            (void)ContactTable::insert(
                context, QStringLiteral("Zoë Naudé"), QStringLiteral("+27820000002"));
        });
        QCOMPARE(found("zoe"), QStringList{QStringLiteral("Zoë Naudé")});
        QCOMPARE(found("NAUDE"), QStringList{QStringLiteral("Zoë Naudé")});
        QCOMPARE(found("naudes"), QStringList{});
        QCOMPARE(found("820000002"), QStringList{QStringLiteral("Zoë Naudé")});
    }
    void whatWasWrittenIsNotLookedAt() { QCOMPARE(found("only in the text"), QStringList{}); }
    void blanksAndPatternsFindNothing()
    {
        QCOMPARE(found(""), QStringList{});
        QCOMPARE(found("   "), QStringList{});
        QCOMPARE(found("%"), QStringList{});
        QCOMPARE(found("_"), QStringList{});
        QCOMPARE(found("\\"), QStringList{});
    }
};

TEXTDESK_TEST(tst_conversationjump, TestConversationJump)
#include "tst_conversationjump.moc"
