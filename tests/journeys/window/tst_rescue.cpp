// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing bricks: profiles that were damaged, copied or put back, and the way on from each.
#include "app/storage/backup.h"
#include "app/storage/damagewatch.h"
#include "app/storage/optouttable.h"
#include "app/storage/rescuemark.h"
#include "app/storage/setaside.h"
#include "app/storage/statement.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/shell/startupproblem.h"
#include "ui/widgets/emptystate.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString number{QStringLiteral("082 000 0001")};
const Error damaged{ErrorKind::Storage, QStringLiteral("damaged")};

// A profile with one text that was sent, closed.
void useAndClose(WindowBench& bench)
{
    bench.practise();
    bench.compose(number, QStringLiteral("before the accident"));
    QTRY_COMPARE(bench.listedRows(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(
        bench.state(0) == DeliveryState::Delivered || bench.state(0) == DeliveryState::Sent, 20000);
    bench.stop();
}

void overwrite(const QString& file, qint64 place)
{
    QFile database{file};
    QVERIFY(database.open(QFile::ReadWrite));
    QVERIFY(database.seek(place));
    QCOMPARE(database.write(QByteArray{4096, 'x'}), qint64{4096});
}

void overwriteAll(const QString& file)
{
    for (qint64 place{0}; place < QFileInfo{file}.size(); place += 4096) {
        overwrite(file, place);
    }
}

QAbstractButton& button(QWidget& screen, const char* name)
{
    return *screen.findChild<QAbstractButton*>(QLatin1String{name});
}

QString title(const QWidget& screen)
{
    return screen.findChild<EmptyState*>()->accessibleName();
}

} // namespace

class TestRescue final : public QObject {
    Q_OBJECT
private slots:
    void aDamagedProfileIsRepairedAndItsConversationsAreThere()
    {
        WindowBench bench;
        useAndClose(bench);
        const QString file{bench.profile() + QStringLiteral("/textdesk.db")};
        overwrite(file, QFileInfo{file}.size() / 2 / 4096 * 4096);
        ProfileRescue rescue{bench.profile(), bench.clock()};
        Theme theme{*qApp};
        StartupProblem problem{theme, damaged, bench.profile(), {&rescue, &bench.prompt()}};
        QSignalSpy again{&problem, &StartupProblem::openAgain};
        problem.show();
        QVERIFY(QTest::qWaitForWindowExposed(&problem));
        QCOMPARE(namelessWidgets(problem), QStringList{});
        button(problem, "startupProblemMessageAction").click();
        QVERIFY(!problem.close()); // not in the middle of it
        QTRY_COMPARE(title(problem), QStringLiteral("Your messages are back"));
        button(problem, "startupProblemMessageAction").click();
        QCOMPARE(again.size(), 1);
        problem.close();
        bench.start();
        QTRY_COMPARE(bench.listedRows(), 1);
    }

    void whatCannotBeReadAtAllComesBackFromTheBackup()
    {
        WindowBench bench;
        useAndClose(bench);
        const QString file{bench.profile() + QStringLiteral("/textdesk.db")};
        {
            const auto db = Connection::open(file, Connection::Mode::ReadWrite);
            QVERIFY(makeBackup(**db, file, bench.clock().nowMs(), qint64{1} << 40).has_value());
        }
        overwriteAll(file);
        ProfileRescue rescue{bench.profile(), bench.clock()};
        Theme theme{*qApp};
        StartupProblem problem{theme, damaged, bench.profile(), {&rescue, &bench.prompt()}};
        problem.show();
        button(problem, "startupProblemMessageAction").click();
        QTRY_COMPARE(title(problem), QStringLiteral("The repair did not work"));
        QVERIFY(button(problem, "restoreBackup").isVisible());
        button(problem, "restoreBackup").click();
        QTRY_COMPARE(title(problem), QStringLiteral("Your messages are back"));
        problem.close();
        bench.start();
        QTRY_COMPARE(bench.listedRows(), 1);
    }

    void aStoreThatIsGoneComesBackFromTheBackup_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("missing") << false;
        QTest::newRow("empty") << true;
    }

    void aStoreThatIsGoneComesBackFromTheBackup()
    {
        QFETCH(const bool, isThere);
        WindowBench bench;
        useAndClose(bench);
        const QString file{bench.profile() + QStringLiteral("/textdesk.db")};
        {
            const auto db = Connection::open(file, Connection::Mode::ReadWrite);
            QVERIFY(makeBackup(**db, file, bench.clock().nowMs(), qint64{1} << 40).has_value());
        }
        QVERIFY(isThere ? QFile::resize(file, 0) : QFile::remove(file));
        const auto engine = Engine::open(bench.profile(), bench.services());
        QVERIFY(!engine);
        QVERIFY(engine.error().detail().startsWith(QStringLiteral("store-gone: ")));
        QCOMPARE(QFileInfo{file}.size(), qint64{0}); // nothing was made in its place
        ProfileRescue rescue{bench.profile(), bench.clock()};
        Theme theme{*qApp};
        StartupProblem problem{theme, engine.error(), bench.profile(), {&rescue, &bench.prompt()}};
        problem.show();
        QVERIFY(QTest::qWaitForWindowExposed(&problem));
        QCOMPARE(namelessWidgets(problem), QStringList{});
        QCOMPARE(title(problem), QStringLiteral("The message store is gone"));
        QVERIFY(!button(problem, "restoreBackup").isVisible()); // it is the main act
        button(problem, "startupProblemMessageAction").click();
        QTRY_COMPARE(title(problem), QStringLiteral("Your messages are back"));
        problem.close();
        bench.start();
        QTRY_COMPARE(bench.listedRows(), 1);
    }

    void whoWantsNoneOfTheBackupsBeginsAnewAndNothingIsDeleted()
    {
        const QString closed{QStringLiteral("+27820000031")};
        WindowBench bench;
        useAndClose(bench);
        const QString file{bench.profile() + QStringLiteral("/textdesk.db")};
        {
            const auto db = Connection::open(file, Connection::Mode::ReadWrite);
            ChangeSet changes;
            WriteContext context{**db, changes, bench.clock().nowMs()};
            QVERIFY(OptOutTable::close(context, {closed, 1, QStringLiteral("stop-word"), {}, {}}));
            QVERIFY(makeBackup(**db, file, bench.clock().nowMs(), qint64{1} << 40).has_value());
        }
        QVERIFY(QFile::resize(file, 0));
        ProfileRescue rescue{bench.profile(), bench.clock()};
        Theme theme{*qApp};
        StartupProblem problem{theme, Engine::open(bench.profile(), bench.services()).error(),
            bench.profile(), {&rescue, &bench.prompt()}};
        QSignalSpy again{&problem, &StartupProblem::openAgain};
        problem.show();
        QVERIFY(QTest::qWaitForWindowExposed(&problem));
        const auto asked = bench.prompt().asked().size();
        bench.prompt().answerNext(false);
        button(problem, "beginAnew").click();
        QTRY_COMPARE(bench.prompt().asked().size(), asked + 1);
        QCOMPARE(title(problem), QStringLiteral("The message store is gone"));
        QCOMPARE(storesSetAside(file), QStringList{});
        bench.prompt().answerNext(true);
        button(problem, "beginAnew").setFocus();
        button(problem, "beginAnew").click();
        QTRY_COMPARE(title(problem), QStringLiteral("Ready to begin anew"));
        QVERIFY(!button(problem, "beginAnew").isVisible());
        QCOMPARE(problem.focusWidget(), &button(problem, "startupProblemMessageAction"));
        button(problem, "startupProblemMessageAction").click();
        QCOMPARE(again.size(), 1);
        problem.close();
        bench.start();
        QCOMPARE(bench.listedRows(), 0);
        QVERIFY(bench.engine().accounts().all().empty());
        // A person who said STOP is not texted again because a file was lost.
        QVERIFY(OptOutTable::isClosed(bench.engine().database().reader(), closed));
        const QStringList kept{storesSetAside(file)};
        QCOMPARE(kept.size(), 1);
        QCOMPARE(backupsOf(kept.constFirst() + QStringLiteral("/textdesk.db")).size(), size_t{1});
    }

    void damageThatNothingHelpsLetsAPersonBeginAnew()
    {
        WindowBench bench;
        useAndClose(bench);
        const QString file{bench.profile() + QStringLiteral("/textdesk.db")};
        overwriteAll(file);
        markForRescue(bench.profile());
        ProfileRescue rescue{bench.profile(), bench.clock()};
        Theme theme{*qApp};
        StartupProblem problem{theme, damaged, bench.profile(), {&rescue, &bench.prompt()}};
        problem.show();
        QVERIFY(!button(problem, "beginAnew").isVisible()); // the repair comes first
        button(problem, "startupProblemMessageAction").click();
        QTRY_COMPARE(title(problem), QStringLiteral("The repair did not work"));
        bench.prompt().answerNext(true);
        button(problem, "beginAnew").click();
        QTRY_COMPARE(title(problem), QStringLiteral("Ready to begin anew"));
        problem.close();
        bench.start();
        QCOMPARE(bench.listedRows(), 0);
        QVERIFY(QFile::exists(storesSetAside(file).value(0) + QStringLiteral("/textdesk.db")));
    }

    void damageThatIsMetWhileItRunsStopsSendingUntilTheRepair()
    {
        WindowBench bench;
        bench.practise();
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression{QStringLiteral("the database is damaged.*")});
        DamageWatch::tell(bench.engine().database().file());
        QTRY_VERIFY(bench.window().banners().banner(QStringLiteral("store-damaged")) != nullptr);
        QVERIFY(wantsRescue(bench.profile()));
        bench.compose(number, QStringLiteral("stays here"));
        QTRY_COMPARE(bench.listedRows(), 1);
        QTRY_COMPARE(bench.state(0), DeliveryState::Queued);
        bench.stop();
        const auto engine = Engine::open(bench.profile(), bench.services());
        QVERIFY(!engine);
        QCOMPARE(engine.error().detail(), damaged.detail());
    }

    void withoutABackupTheFileIsKeptAndSaidSo()
    {
        WindowBench bench;
        useAndClose(bench);
        const QString file{bench.profile() + QStringLiteral("/textdesk.db")};
        overwriteAll(file);
        ProfileRescue rescue{bench.profile(), bench.clock()};
        Theme theme{*qApp};
        StartupProblem problem{theme, damaged, bench.profile(), {&rescue, &bench.prompt()}};
        problem.show();
        QVERIFY(!button(problem, "restoreBackup").isVisible());
        button(problem, "startupProblemMessageAction").click();
        QTRY_COMPARE(title(problem), QStringLiteral("The repair did not work"));
        QVERIFY(!button(problem, "restoreBackup").isVisible());
        QVERIFY(QFile::exists(file));
        QVERIFY(button(problem, "closeStartupProblem").isVisible());
    }

    void whatAPersonCanMendIsTriedAgain_data()
    {
        QTest::addColumn<QString>("detail");
        for (const char* detail : {"disk-full", "read-only", "cannot-open"}) {
            QTest::newRow(detail) << QString::fromLatin1(detail);
        }
    }

    void whatAPersonCanMendIsTriedAgain()
    {
        QFETCH(const QString, detail);
        const QTemporaryDir folder;
        SystemClock clock;
        ProfileRescue rescue{folder.path(), clock};
        Theme theme{*qApp};
        StartupProblem problem{theme, Error{ErrorKind::Storage, detail}, folder.path(), {&rescue}};
        QSignalSpy again{&problem, &StartupProblem::openAgain};
        problem.show();
        button(problem, "startupProblemMessageAction").click();
        QCOMPARE(again.size(), 1);
        QVERIFY(!button(problem, "restoreBackup").isVisible());
    }

    void aCopiedProfileSendsOnlyAfterAPersonSaysSo()
    {
        const QTemporaryDir folder;
        SystemClock clock;
        HttpClient http{clock};
        MemorySecrets secrets;
        ProviderRegistry registry;
        const EngineServices services{clock, http, secrets, registry};
        const QString original{folder.filePath(QStringLiteral("original"))};
        const QString copy{folder.filePath(QStringLiteral("copy"))};
        AccountId id;
        {
            const auto engine = Engine::open(original, services);
            QVERIFY(engine.has_value());
            bool stored{false};
            (*engine)
                ->database()
                .write<AccountId>(WritePriority::Person,
                    [](WriteContext& context) {
                        AccountRow row;
                        row.name = QStringLiteral("Office");
                        row.provider = QStringLiteral("none");
                        row.webhookKey = QStringLiteral("key");
                        return AccountTable::insert(context, row);
                    })
                ->then(this, [&](const Result<AccountId>& added) {
                    id = added.value_or(AccountId{});
                    stored = true;
                });
            QTRY_VERIFY(stored);
        }
        QVERIFY(Engine::open(original, services).has_value()); // at home nothing is asked
        QVERIFY(QDir{}.mkpath(copy));
        QVERIFY(QFile::copy(
            original + QStringLiteral("/textdesk.db"), copy + QStringLiteral("/textdesk.db")));
        const auto engine = Engine::open(copy, services);
        QVERIFY(engine.has_value());
        AccountList& accounts{(*engine)->accounts()};
        bool loaded{false};
        accounts.load()->then(this, [&loaded](const Result<Done>&) { loaded = true; });
        QTRY_VERIFY(loaded);
        QCOMPARE(accounts.find(id)->row.paused, QStringLiteral("moved-profile"));
        (*engine)->outbox().resumeAll(); // a script's "outbox run" is not a person's word
        QCOMPARE(accounts.find(id)->row.paused, QStringLiteral("moved-profile"));
        (*engine)->outbox().resume(id);
        QTRY_COMPARE(accounts.find(id)->row.paused, QString{});
    }
};

TEXTDESK_TEST(tst_rescue, TestRescue)
#include "tst_rescue.moc"
