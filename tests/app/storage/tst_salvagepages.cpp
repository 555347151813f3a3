// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that everything hangs on are the ones that are gone: the first one, the roots of the
// tables, the list of tables. There is no backup.
#include "app/storage/salvage.h"

#include "app/storage/integrity.h"
#include "app/storage/optouttable.h"
#include "app/storage/pagerows.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};
const QString ben{QStringLiteral("+27820000002")};
constexpr int messages{2000};

} // namespace

class TestSalvagePages final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_store->addMany(m_account, ann, messages - 1, 1000, 60000);
        m_store->addIncoming(m_account, ben, QString{9000, u'b'});
        m_store->change([](WriteContext& context) {
            OptOutTable::close(context, {ben, 1000, QStringLiteral("stop-word"), {}, {}});
            context.db.execute(QStringLiteral("INSERT INTO contact(id, name, folded, created_ms, "
                                              "changed_ms) VALUES(7, 'Ann', 'ann', 1, 1)"));
        });
    }
    void cleanup() { m_store.reset(); }

    void withoutItsFirstPageAFileGivesEverythingBack()
    {
        m_store->close();
        destroy({1});
        const SalvageReport report{salvaged()};
        QCOMPARE(report.messages, qint64{messages});
        QCOMPARE(report.conversations, qint64{2});
        QCOMPARE(report.contacts, qint64{1});
        QVERIFY(report.gaps > 0);
        m_store->open();
        QVERIFY(OptOutTable::isClosed(m_store->reader(), ben));
        expectAGoodStore(messages);
        QCOMPARE(count("SELECT length(text) FROM message WHERE text LIKE 'bb%'"), 9000);
        // Nothing is left lying about but the damaged file.
        QCOMPARE(int(QFileInfo{m_store->file()}
                         .dir()
                         .entryList({QStringLiteral("*.pages*"), QStringLiteral("*.salvage*")})
                         .size()),
            0);
    }

    void whatStoodOnlyInTheLogIsThereToo()
    {
        m_store->close();
        m_store->open();
        m_store->addIncoming(m_account, ann, QStringLiteral("just before the power went"));
        // As a power cut leaves it: the file, and a log that nobody folded in.
        const QTemporaryDir dead;
        const QString log{dead.filePath(QStringLiteral("textdesk.db-wal"))};
        QVERIFY(QFile::copy(m_store->file(), dead.filePath(QStringLiteral("textdesk.db"))));
        QVERIFY(QFile::copy(m_store->file() + QStringLiteral("-wal"), log));
        m_store.reset();
        QVERIFY(QFileInfo{log}.size() > 0);
        const QString hurt{dead.filePath(QStringLiteral("textdesk.db"))};
        QFile file{hurt};
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.write(QByteArray{PageImage::pageBytes, 'x'}) > 0);
        file.close();
        const auto report = salvage(hurt, 5000000, [](int) {});
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail()));
        QCOMPARE(report->messages, qint64{messages + 1});
    }

    void rootsOfTablesThatAreGoneCostNothingMore()
    {
        const qint64 root{rootOf("message")};
        m_store->close();
        destroy({root});
        QCOMPARE(salvaged().messages, qint64{messages});
        m_store->open();
        expectAGoodStore(messages);
    }

    void theFirstPageAndARootTogether()
    {
        const qint64 root{rootOf("message")};
        m_store->close();
        destroy({1, root});
        QCOMPARE(salvaged().messages, qint64{messages});
        m_store->open();
        expectAGoodStore(messages);
    }

    void withoutTheListOfTablesRowsFindTheirHomes()
    {
        m_store->close();
        std::vector<qint64> gone{1};
        {
            const PageImage image{m_store->file()};
            for (qint64 page{2}; page <= image.pages(); ++page) {
                const auto rows = rowsOn(image, page);
                if (!rows.empty() && rows.front().values.size() == 5
                    && rows.front().values[4].toString().startsWith(QStringLiteral("CREATE"))) {
                    gone.push_back(page);
                }
            }
        }
        QVERIFY(gone.size() > 2);
        destroy(gone);
        const SalvageReport report{salvaged()};
        QCOMPARE(report.messages, qint64{messages});
        QCOMPARE(report.conversations, qint64{2});
        QCOMPARE(report.contacts, qint64{1});
        m_store->open();
        expectAGoodStore(messages);
        QCOMPARE(count("SELECT count(*) FROM account WHERE name = 'Office'"), 1);
        // Its list is gone, the log of it is not.
        QVERIFY(OptOutTable::isClosed(m_store->reader(), ben));
    }

    void whatAPersonDeletedStaysDeleted()
    {
        m_store->change([](WriteContext& context) {
            context.db.execute(QStringLiteral("DELETE FROM message WHERE text LIKE 'message 1%'"));
        });
        const int left{count("SELECT count(*) FROM message")};
        QVERIFY(left < messages);
        const qint64 root{rootOf("message")};
        m_store->close();
        destroy({1, root});
        QCOMPARE(salvaged().messages, qint64{left});
    }

private:
    SalvageReport salvaged()
    {
        const auto report = salvage(m_store->file(), 5000000, [](int) {});
        if (!report) {
            qFatal("not salvaged: %s", qPrintable(report.error().detail()));
        }
        return *report;
    }
    void destroy(const std::vector<qint64>& pages)
    {
        QFile file{m_store->file()};
        QVERIFY(file.open(QFile::ReadWrite));
        for (const qint64 page : pages) {
            QVERIFY(file.seek((page - 1) * PageImage::pageBytes));
            QVERIFY(file.write(QByteArray{PageImage::pageBytes, 'x'}) == PageImage::pageBytes);
        }
    }
    qint64 rootOf(const char* table)
    {
        auto query = m_store->reader().prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?");
        return query.first(QString::fromLatin1(table)) ? query.integer(0) : 0;
    }
    void expectAGoodStore(qint64 expected)
    {
        Connection& db{m_store->reader()};
        QCOMPARE(*checkIntegrity(db, CheckDepth::Whole), QStringList{});
        QCOMPARE(wrongBooks(db), QStringList{});
        QCOMPARE(qint64{count("SELECT count(*) FROM message")}, expected);
        QCOMPARE(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }
    int count(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_salvagepages, TestSalvagePages)
#include "tst_salvagepages.moc"
