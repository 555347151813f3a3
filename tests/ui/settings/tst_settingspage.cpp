// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings as a person finds, changes and takes them back.
#include "ui/settings/settingspage.h"

#include "app/settings/settingtable.h"
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/scriptedprompt.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/settings/markedlabel.h"
#include "ui/settings/settingrowwidget.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};

} // namespace

class TestSettingsPage final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->path());
        m_cleaning = std::make_unique<Cleaning>(m_store->database(), m_clock);
        m_erasure = std::make_unique<Erasure>(m_store->database(), m_clock);
        m_diagnostics = std::make_unique<Diagnostics>(m_store->database(), *m_settings);
        m_care = std::make_unique<ProfileCare>(m_store->database(), *m_cleaning, m_clock);
        m_kept.clear();
        m_prompt = std::make_unique<ScriptedPrompt>();
        m_page = std::make_unique<SettingsPage>(m_theme,
            SettingsServices{*m_settings, *m_prompt, m_clock, *m_cleaning, *m_erasure,
                *m_diagnostics, *m_care, [] { return QStringLiteral("ZA"); },
                [this](
                    const SecretText& password, const std::function<void(const QString&)>& told) {
                    m_kept = password.revealString();
                    told({});
                }});
        m_page->resize(1000, 2400);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_care.reset();
        m_diagnostics.reset();
        m_erasure.reset();
        m_cleaning.reset();
        m_settings.reset();
        m_store.reset();
    }

    void everySettingOfAPersonIsOnThePage()
    {
        for (const SettingRow& row : settingTable()) {
            const bool shown{!wordsOf(row.setting).title.isEmpty()};
            QVERIFY2(shown == (row.scope == SettingScope::Person), row.key);
            QCOMPARE(wordsOf(row.setting).choices.size(), row.choices.size());
        }
        QCOMPARE(m_page->findChildren<SettingRowWidget*>().size(),
            std::count_if(settingTable().begin(), settingTable().end(),
                [](const SettingRow& row) { return row.scope == SettingScope::Person; }));
        QTRY_VERIFY(m_page->findChild<QComboBox*>(retentionName()) != nullptr);
        QCOMPARE(namelessWidgets(*m_page), QStringList{});
        QCOMPARE(richLabels(*m_page), QStringList{});
    }

    void theSearchIsOverWhenThePageIsLeft()
    {
        auto& search = part<QLineEdit>("settingsSearch");
        search.setText(QStringLiteral("proxy"));
        m_page->hide();
        m_page->show();
        QCOMPARE(search.text(), QString{});
    }

    void aSwitchSaysWhetherItIsOn()
    {
        auto& box = part<QCheckBox>("setting_notifications_hide-content");
        QCOMPARE(box.text(), QStringLiteral("Off"));
        box.click();
        QCOMPARE(box.text(), QStringLiteral("On"));
        m_settings->set(Setting::HideContent, false);
        QCOMPARE(box.text(), QStringLiteral("Off"));
    }

    void aChangeHoldsAtOnceAndIsTakenBackByItsButton()
    {
        auto& theme = part<QComboBox>("setting_window_theme");
        auto& back = part<QAbstractButton>("setting_window_theme_reset");
        QVERIFY(!back.isVisible());
        theme.setFocus();
        QTest::keyClick(&theme, Qt::Key_End);
        QCOMPARE(m_settings->text(Setting::Theme), QStringLiteral("dark"));
        QVERIFY(back.isVisible());
        back.click();
        QCOMPARE(m_settings->text(Setting::Theme), QStringLiteral("system"));
        QCOMPARE(theme.currentIndex(), 0);
        QVERIFY(!back.isVisible());
        // Another part of the program changed it.
        m_settings->set(Setting::Theme, QStringLiteral("light"));
        QCOMPARE(theme.currentData().toString(), QStringLiteral("light"));
    }

    void secondsAreShownAndMillisecondsKept()
    {
        auto& undo = part<QSpinBox>("setting_sending_undo-ms");
        QCOMPARE(undo.value(), 5);
        undo.setValue(20);
        QCOMPARE(m_settings->number(Setting::UndoMs), 20000);
        undo.setValue(5000);
        QCOMPARE(m_settings->number(Setting::UndoMs), 60000);
    }

    // Not 9, which is what is left of it when the second digit is dropped.
    void aNumberOutOfRangeIsRefusedWithTheRange()
    {
        auto& undo = part<QSpinBox>("setting_sending_undo-ms");
        auto& problem = part<TextLabel>("setting_sending_undo-ms_problem");
        const auto typeNumber = [&undo](const char* number) {
            undo.setFocus();
            undo.selectAll();
            QTest::keyClicks(&undo, QString::fromLatin1(number));
            QTest::keyClick(&undo, Qt::Key_Return);
        };
        typeNumber("99");
        QCOMPARE(m_settings->number(Setting::UndoMs), 5000);
        QCOMPARE(undo.value(), 5);
        QVERIFY(problem.isVisible());
        QVERIFY2(problem.text().contains(QStringLiteral("0 seconds to 60 seconds")),
            qPrintable(problem.text()));
        typeNumber("12");
        QCOMPARE(m_settings->number(Setting::UndoMs), 12000);
        QVERIFY(!problem.isVisible());
        auto& port = part<QSpinBox>("setting_listener_port");
        port.setFocus();
        port.selectAll();
        QTest::keyClicks(&port, QStringLiteral("70000"));
        QTest::keyClick(&port, Qt::Key_Tab);
        QCOMPARE(m_settings->number(Setting::ListenerPort), 8477);
        QVERIFY(part<TextLabel>("setting_listener_port_problem").isVisible());
    }

    void whatCannotBeIsRefusedAndTheFormerStays()
    {
        auto& address = part<QLineEdit>("setting_listener_address");
        auto& problem = part<TextLabel>("setting_listener_address_problem");
        type(address, QStringLiteral("300.1.1.1"));
        QVERIFY(problem.isVisible());
        QCOMPARE(m_settings->text(Setting::ListenerAddress), QStringLiteral("127.0.0.1"));
        type(address, QStringLiteral(" 0.0.0.0 "));
        QVERIFY(!problem.isVisible());
        QCOMPARE(m_settings->text(Setting::ListenerAddress), QStringLiteral("0.0.0.0"));
    }

    void theProxysFieldsMeanSomethingOnlyWithAProxy()
    {
        QVERIFY(!part<QLineEdit>("setting_network_proxy-host").isEnabled());
        m_settings->set(Setting::ProxyMode, QStringLiteral("manual"));
        QVERIFY(part<QLineEdit>("setting_network_proxy-host").isEnabled());
        auto& password = part<QLineEdit>("proxyPassword");
        QCOMPARE(password.echoMode(), QLineEdit::Password);
        QTest::keyClicks(&password, QStringLiteral("s3cret"));
        QTest::keyClick(&password, Qt::Key_Return);
        QCOMPARE(m_kept, QStringLiteral("s3cret"));
        QVERIFY(password.text().isEmpty());
    }

    void aSearchFiltersAndMarks()
    {
        auto& search = part<QLineEdit>("settingsSearch");
        QTest::keyClicks(&search, QStringLiteral("PROXY"));
        QVERIFY(part<QWidget>("setting_network_proxy_row").isVisible());
        QVERIFY(!part<QWidget>("setting_window_theme_row").isVisible());
        QVERIFY(!part<QWidget>("erasePanel").isVisible());
        const auto* title =
            part<QWidget>("setting_network_proxy-host_row").findChild<MarkedLabel*>();
        QCOMPARE(title->marked(), QStringList{QStringLiteral("Proxy")});
        search.setText(QStringLiteral("night")); // found by a word that is not on the screen
        QVERIFY(part<QWidget>("setting_window_theme_row").isVisible());
        search.setText(QStringLiteral("zebra"));
        QVERIFY(part<EmptyState>("settingsNothing").isVisible());
        part<QAbstractButton>("settingsNothingAction").click();
        QVERIFY(!part<EmptyState>("settingsNothing").isVisible());
        QVERIFY(part<QWidget>("erasePanel").isVisible());
        QVERIFY(part<QAbstractButton>("addAccount").isVisible());
    }

    void aShorterTimeSaysWhatItDeletesBeforeItDoes()
    {
        m_store->addMany(m_account, ann, 50, 1000, 1000);
        QTRY_VERIFY(m_page->findChild<QComboBox*>(retentionName()) != nullptr);
        m_prompt->answerNext(false);
        choose(90);
        QTRY_COMPARE(m_prompt->asked().size(), 1);
        QVERIFY(m_prompt->asked().constFirst().contains(QStringLiteral("50")));
        QVERIFY(m_prompt->asked().constFirst().contains(QStringLiteral("Office")));
        QTRY_COMPARE(retention().currentData().toInt(), 0); // nothing was decided
        QCOMPARE(count("SELECT count(*) FROM message"), 50);
        m_prompt->answerNext(true);
        choose(90);
        QTRY_COMPARE(count("SELECT count(*) FROM message"), 0);
        QTRY_COMPARE(retention().currentData().toInt(), 90);
        QCOMPARE(count("SELECT retention_days FROM account"), 90);
    }

    void aTimeThatDeletesNothingAsksNothing()
    {
        QTRY_VERIFY(m_page->findChild<QComboBox*>(retentionName()) != nullptr);
        choose(30);
        QTRY_COMPARE(count("SELECT retention_days FROM account"), 30);
        QCOMPARE(m_prompt->asked(), QStringList{});
    }

    void aPersonIsErasedAfterWhatWouldGoWasShown()
    {
        m_store->addIncoming(m_account, ann, QStringLiteral("hello"));
        auto& number = part<QLineEdit>("eraseNumber");
        QVERIFY(!part<QAbstractButton>("erasePerson").isVisible());
        QTest::keyClicks(&number, QStringLiteral("082 000 0001"));
        QTest::keyClick(&number, Qt::Key_Return);
        QTRY_VERIFY(part<QAbstractButton>("erasePerson").isVisible());
        QVERIFY(part<TextLabel>("eraseTold").text().contains(u'1'));
        QVERIFY(!part<QCheckBox>("eraseOptOut").isVisible());
        m_prompt->answerNext(true);
        part<QAbstractButton>("erasePerson").click();
        QTRY_COMPARE(count("SELECT count(*) FROM conversation"), 0);
        QTRY_VERIFY(part<TextLabel>("eraseTold").text().startsWith(QStringLiteral("Erased")));
    }

    void aWordThatIsNoNumberErasesNothing()
    {
        auto& number = part<QLineEdit>("eraseNumber");
        QTest::keyClicks(&number, QStringLiteral("?!"));
        QTest::keyClick(&number, Qt::Key_Return);
        QTRY_VERIFY(part<TextLabel>("eraseTold").isVisible());
        QVERIFY(!part<QAbstractButton>("erasePerson").isVisible());
    }

    void theDiagnosticsAreShownBeforeTheyAreSaved()
    {
        part<QAbstractButton>("diagnosticsCollect").click();
        auto& preview = part<QPlainTextEdit>("diagnosticsPreview");
        QTRY_VERIFY(preview.isVisible());
        QVERIFY(preview.toPlainText().contains(QStringLiteral("schema: ")));
        const QString file{m_folder->filePath(QStringLiteral("d.zip"))};
        m_prompt->chooseNext(file);
        part<QAbstractButton>("diagnosticsSave").click();
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(part<TextLabel>("diagnosticsTold").text().contains(QStringLiteral("d.zip")));
    }

    void aBackupAndACheckOnRequest()
    {
        part<QAbstractButton>("backUpNow").click();
        QTRY_COMPARE(part<TextLabel>("safetyTold").text(), QStringLiteral("The backup was made."));
        part<QAbstractButton>("checkNow").click();
        QTRY_COMPARE(part<TextLabel>("safetyTold").text(), QStringLiteral("All is well."));
        QCOMPARE(m_care->dates().backups, 1);
    }

private:
    template <typename T> T& part(const char* name)
    {
        T* found{m_page->findChild<T*>(QLatin1String{name})};
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return *found;
    }
    QString retentionName() const
    {
        return QStringLiteral("retention_%1").arg(m_account.toString());
    }
    QComboBox& retention() { return *m_page->findChild<QComboBox*>(retentionName()); }
    void choose(int days)
    {
        QComboBox& box{retention()};
        box.setCurrentIndex(box.findData(days));
        emit box.activated(box.currentIndex());
    }
    static void type(QLineEdit& edit, const QString& text)
    {
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    int count(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    Theme m_theme{*qApp};
    SystemClock m_clock;
    std::unique_ptr<ScriptedPrompt> m_prompt;
    QString m_kept;
    AccountId m_account;
    std::unique_ptr<TempStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Cleaning> m_cleaning;
    std::unique_ptr<Erasure> m_erasure;
    std::unique_ptr<Diagnostics> m_diagnostics;
    std::unique_ptr<ProfileCare> m_care;
    std::unique_ptr<SettingsPage> m_page;
};

TEXTDESK_TEST(tst_settingspage, TestSettingsPage)
#include "tst_settingspage.moc"
