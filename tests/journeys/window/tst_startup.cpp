// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that cannot be used: why, what is safe and what to do, instead of the window.
#include "app/engine/engine.h"
#include "app/net/httpclient.h"
#include "app/secrets/memorysecrets.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/shell/newerprofile.h"
#include "ui/shell/startupproblem.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestStartup final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    HttpClient m_http{m_clock};
    MemorySecrets m_secrets;
    ProviderRegistry m_registry;

    Result<std::unique_ptr<Engine>> open(const QString& name)
    {
        return Engine::open(m_folder.filePath(name), {m_clock, m_http, m_secrets, m_registry});
    }
    // Bytes over a place in the database of a profile that was used and closed.
    void overwrite(const QString& name, qint64 place, const QByteArray& bytes)
    {
        QVERIFY(open(name).has_value());
        QFile file{m_folder.filePath(name + QStringLiteral("/textdesk.db"))};
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.seek(place));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QString titleOf(const QString& name)
    {
        const auto engine = open(name);
        return engine ? QStringLiteral("it opened")
                      : StartupProblem::words(engine.error(), name).title;
    }

private slots:
    void aSecondWindow()
    {
        const auto first = open(QStringLiteral("used"));
        QVERIFY(first.has_value());
        QCOMPARE(titleOf(QStringLiteral("used")), QStringLiteral("Textdesk is already open"));
    }
    void aNewerDatabase()
    {
        // SQLite file format, 1.3: the user version stands at byte 60, big-endian.
        overwrite(QStringLiteral("newer"), 60, QByteArray::fromHex("000003e7"));
        const auto engine = open(QStringLiteral("newer"));
        QVERIFY(!engine && NewerProfile::isMeant(engine.error()));
        QVERIFY(NewerProfile::sentence(engine.error(),
            {QStringLiteral("1.0"), {},
                {}}).contains(QStringLiteral("format 999")));
    }
    void aDamagedDatabase()
    {
        overwrite(QStringLiteral("damaged"), 0, QByteArray{4096, 'x'});
        QCOMPARE(
            titleOf(QStringLiteral("damaged")), QStringLiteral("The message store is damaged"));
    }
    void everyReasonHasItsWords_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("title");
        QTest::newRow("full") << QStringLiteral("disk-full") << QStringLiteral("The disk is full");
        QTest::newRow("read-only")
            << QStringLiteral("read-only") << QStringLiteral("The profile cannot be written");
        QTest::newRow("anything") << QStringLiteral("cannot-open")
                                  << QStringLiteral("The profile cannot be opened");
    }
    void everyReasonHasItsWords()
    {
        QFETCH(QString, detail);
        QFETCH(QString, title);
        const Error error{ErrorKind::Storage, detail};
        const auto words = StartupProblem::words(error, QStringLiteral("/home/me/textdesk"));
        QCOMPARE(words.title, title);
        QVERIFY(words.sentence.endsWith(u'.'));
        QVERIFY(words.sentence.contains(QStringLiteral("Nothing was")));
        QVERIFY(!words.sentence.contains(detail));
    }
    void theWindowClosesByItsButton()
    {
        Theme theme{*qApp};
        StartupProblem problem{
            theme, Error{ErrorKind::Storage, QStringLiteral("damaged")}, m_folder.path(), {}};
        problem.show();
        QVERIFY(QTest::qWaitForWindowExposed(&problem));
        QCOMPARE(namelessWidgets(problem), QStringList{});
        QCOMPARE(richLabels(problem), QStringList{});
        // Without a rescue there is one thing to do.
        problem.findChild<QAbstractButton*>(QStringLiteral("startupProblemMessageAction"))->click();
        QTRY_VERIFY(!problem.isVisible());
    }
};

TEXTDESK_TEST(tst_startup, TestStartup)
#include "tst_startup.moc"
