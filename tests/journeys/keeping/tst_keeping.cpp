// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with a real gnome-keyring: a token kept there, the keyring locked, a passphrase
// instead of it, and the next start that asks for the passphrase in the window.
#include "app/net/httpclient.h"
#include "app/practice/practiceservice.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/keychainsecrets.h"
#include "app/secrets/profilesecrets.h"
#include "app/storage/messagetable.h"
#include "tests/journeys/keeping/keyringdaemon.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/program.h"
#include "ui/thread/bubbledelegate.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/threadview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestKeeping final : public QObject {
    Q_OBJECT
    static constexpr int patience{40'000};

    // One start of the program on the same profile.
    struct Start final {
        Start(TestKeeping& test)
            : keychain{test.m_clock, std::chrono::seconds{3}}
            , vault{test.m_profile.filePath(u"secrets.vault"_s), {10, 8, 1}}
            , secrets{keychain, vault}
            , settings{test.m_profile.path()}
        {
            settings.set(Setting::ListenerPort, 0);
            auto engine = Engine::open(
                test.m_profile.path(), {test.m_clock, test.m_http, secrets, test.m_registry});
            if (!engine) {
                qFatal("the profile cannot be opened");
            }
            program = std::make_unique<Program>(std::move(*engine),
                ProgramServices{test.m_clock, test.m_http, test.m_theme, settings, test.m_prompt});
            program->start();
        }
        // The wizard has such a panel too.
        QWidget& rootOf(const char* name)
        {
            const bool isPanel{QLatin1String{name}.startsWith(u"keeping"_s)};
            return isPanel ? *program->window().findChild<QWidget*>(u"keepingPage"_s)
                           : program->window();
        }
        template <typename T> T& part(const char* name)
        {
            return *rootOf(name).findChild<T*>(QLatin1String{name});
        }
        void click(const char* name) { part<QAbstractButton>(name).click(); }
        void type(const char* name, const QString& text) { part<QLineEdit>(name).setText(text); }
        QString said(const char* name)
        {
            const auto* label = rootOf(name).findChild<QLabel*>(QLatin1String{name});
            return !label || !label->isVisible() ? QString{} : label->text();
        }
        bool shows(const char* name)
        {
            const auto* part = program->window().findChild<QWidget*>(QLatin1String{name});
            return part && part->isVisible();
        }
        const Account* account() { return program->engine().accounts().findByName(u"Office"_s); }
        Banner* banner() { return program->window().banners().banner(u"keeping"_s); }
        KeychainSecrets keychain;
        VaultSecrets vault;
        ProfileSecrets secrets;
        Settings settings;
        std::unique_ptr<Program> program;
    };

    QTemporaryDir m_profile;
    SystemClock m_clock;
    HttpClient m_http{m_clock};
    ProviderRegistry m_registry;
    Theme m_theme{*qApp};
    ScriptedPrompt m_prompt;
    PracticeService m_service{m_clock, m_http};

private slots:
    void initTestCase()
    {
        m_registry.add(zoomConnectKind());
        QVERIFY(m_service.start());
    }
    void aTokenGoesIntoTheKeyring()
    {
        Start start{*this};
        start.click("connectAccount");
        start.type("accountName", u"Office"_s);
        start.type("accountEmail", m_service.email());
        start.type("accountToken", m_service.token().revealString());
        start.type("accountAddress", m_service.baseUrl());
        start.click("connectSubmit");
        QTRY_VERIFY_WITH_TIMEOUT(start.shows("wizardDone"), patience);
        QVERIFY(!start.vault.exists());
        QVERIFY(!start.banner());
    }
    void aTextWrittenMeanwhileGoesOutWhenTheKeyringIsBack()
    {
        QVERIFY(KeyringDaemon::kill());
        Start start{*this}; // the bus starts another keyring for it, a locked one
        start.settings.set(Setting::UndoMs, 0);
        QTRY_VERIFY_WITH_TIMEOUT(start.banner() != nullptr, patience);
        QVERIFY(start.banner()->what().contains(u"locked"_s));
        QVERIFY(QTest::qWaitForWindowActive(&start.program->window()));
        QTest::keyClick(&start.program->window(), Qt::Key_N, Qt::ControlModifier);
        start.type("toField", u"082 000 0030"_s);
        QTest::keyClick(&start.part<QLineEdit>("toField"), Qt::Key_Return);
        auto& edit = start.part<ComposeEdit>("composeEdit");
        QTest::keyClicks(&edit, u"The gate is open"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        const auto waiting = [&start](DeliveryState state) {
            const auto rows = MessageTable::withState(
                start.program->engine().database().reader(), start.account()->id(), state, 10);
            return int(rows.size());
        };
        QTRY_COMPARE(waiting(DeliveryState::Queued), 1);
        QCOMPARE(m_service.createdCount(), 0);
        const auto& thread = start.part<ThreadView>("threadView");
        // Opened a moment after the text was stored; a day mark, the text.
        QTRY_VERIFY(thread.model() != nullptr && thread.model()->rowCount() == 2);
        QTRY_COMPARE(thread.delegate().lineOf(thread.model()->index(1, 0)).state,
            u"Waiting: the keychain is locked; unlock it to send this"_s);

        QVERIFY(KeyringDaemon::kill());
        QVERIFY(KeyringDaemon::startUnlocked());

        QTRY_VERIFY_WITH_TIMEOUT(!start.banner(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(DeliveryState::Queued), 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_service.createdCount(), 1, patience);
        QVERIFY(start.program->window().banners().count() == 0);
    }
    void aLockedKeyringLeavesMessagesReadableAndOffersAPassphrase()
    {
        QVERIFY(KeyringDaemon::lock());
        Start start{*this};
        QTRY_VERIFY_WITH_TIMEOUT(start.banner() != nullptr, patience);
        QVERIFY(start.banner()->what().contains(u"locked"_s));
        QCOMPARE(start.program->window().place(), u"inbox"_s); // readable meanwhile
        emit start.banner()->actionTriggered();
        QTRY_COMPARE(start.program->window().place(), u"keychain"_s);
        QVERIFY(start.said("keepingTitle").contains(u"locked"_s));
        start.click("keepingMain"); // Unlock; nobody answers the keyring's question here
        QTRY_VERIFY_WITH_TIMEOUT(start.said("keepingProblem").contains(u"still so"_s), patience);

        start.click("keepingAgain"); // Use a passphrase instead
        start.type("keepingPassphrase", u"correct horse"_s);
        start.type("keepingPassphraseAgain", u"correct horse"_s);
        start.click("keepingMain");
        QTRY_VERIFY_WITH_TIMEOUT(start.vault.isOpen(), patience);
        QTRY_COMPARE(start.program->window().place(), u"inbox"_s);
        QTRY_VERIFY(!start.banner());
        // The locked keyring did not tell the token: it is pasted once more, with proof.
        QCOMPARE(start.account()->secretProblem, u"not-found"_s);
        start.program->window().goTo(u"credentials"_s);
        start.click("credentialReplace_1_token");
        start.type("credentialValue_1_token", m_service.token().revealString());
        start.click("credentialProve_1_token");
        QTRY_VERIFY_WITH_TIMEOUT(start.account()->maySend(), patience);
    }
    void theNextStartAsksForThePassphraseInTheWindow()
    {
        Start start{*this};
        QCOMPARE(start.program->window().place(), u"keychain"_s);
        QVERIFY(start.banner() != nullptr);
        QTRY_VERIFY(start.account() != nullptr);
        QCOMPARE(start.account()->secretProblem, u"vault-locked"_s);
        start.click("keepingLater");
        QCOMPARE(start.program->window().place(), u"inbox"_s);
        start.program->window().goTo(u"keychain"_s);
        start.type("keepingPassphrase", u"wrong horse"_s);
        start.click("keepingMain");
        QTRY_VERIFY_WITH_TIMEOUT(
            start.said("keepingProblem").contains(u"not the passphrase"_s), patience);
        QVERIFY(!start.account()->maySend());
        start.type("keepingPassphrase", u"correct horse"_s);
        start.click("keepingMain");
        QTRY_VERIFY_WITH_TIMEOUT(start.account()->maySend(), patience);
        QTRY_COMPARE(start.program->window().place(), u"inbox"_s);
        QVERIFY(!start.banner());
    }
    void noFileOfTheProfileHoldsTheToken()
    {
        const QByteArray token{m_service.token().revealUtf8()};
        const QDir folder{m_profile.path()};
        const QStringList files{folder.entryList(QDir::Files | QDir::Hidden)};
        QVERIFY(files.contains(u"secrets.vault"_s));
        for (const QString& name : files) {
            QFile file{folder.filePath(name)};
            QVERIFY2(!file.open(QIODevice::ReadOnly) || !file.readAll().contains(token),
                qPrintable(name));
        }
    }
};

TEXTDESK_TEST(tst_keeping, TestKeeping)
#include "tst_keeping.moc"
