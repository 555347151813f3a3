// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Credential cards: masked, with their age; copied for ten seconds; replaced only with proof.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/credentials/credentialspage.h"
#include "ui/credentials/credentialwords.h"
#include "ui/credentials/secretclipboard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

class FakeCredentialDesk final : public CredentialDesk {
public:
    std::vector<CredentialCard> rows;
    std::optional<Error> failure;
    QStringList log;
    bool holds{false};

    [[nodiscard]] std::vector<CredentialCard> credentials() const override { return rows; }
    [[nodiscard]] Call<SecretText>* copy(AccountId, const QString& name) override
    {
        log << QStringLiteral("copy ") + name;
        return answer(SecretText{QByteArrayLiteral("s3cret")});
    }
    [[nodiscard]] Call<Done>* replace(AccountId, const QString& name, const SecretText&) override
    {
        log << QStringLiteral("replace ") + name;
        return holds ? new Call<Done>{this} : answer(Done{});
    }
    [[nodiscard]] Call<Done>* setRotateDays(AccountId, const QString& name, int days) override
    {
        log << QStringLiteral("rotate %1 %2").arg(name).arg(days);
        return answer(Done{});
    }

private:
    template <typename T> Call<T>* answer(T value)
    {
        if (failure) {
            const Error error{*failure};
            failure.reset();
            return settledCall<T>(this, fail(error));
        }
        return settledCall<T>(this, std::move(value));
    }
};

} // namespace

class TestCredentialsPage final : public QObject {
    Q_OBJECT
    Theme m_theme{*qApp};

    struct Bench final {
        explicit Bench(Theme& theme)
            : page{theme, clock, filled(desk)}
        {
            page.resize(900, 700);
            page.show();
        }
        static CredentialCard token()
        {
            CredentialCard card;
            card.account = AccountId{1};
            card.name = QStringLiteral("token");
            card.accountName = QStringLiteral("Office");
            card.title = QStringLiteral("API token");
            card.masked = QStringLiteral("••••••11");
            card.ageDays = 81;
            card.isHere = true;
            card.isDueSoon = true;
            card.isProvable = true;
            return card;
        }
        static FakeCredentialDesk& filled(FakeCredentialDesk& desk)
        {
            CredentialCard key{token()};
            key.name = QStringLiteral("webhook-key");
            key.title = QStringLiteral("Webhook key");
            key.masked.clear();
            key.isHere = key.isProvable = false;
            desk.rows = {token(), key};
            return desk;
        }
        QAbstractButton& button(const char* name)
        {
            return *page.findChild<QAbstractButton*>(QLatin1String{name});
        }
        QString said() const
        {
            const auto* label = page.findChild<QLabel*>(QStringLiteral("credentialSaid_1_token"));
            return label->isHidden() ? QString{} : label->text();
        }
        QLineEdit& value()
        {
            return *page.findChild<QLineEdit*>(QStringLiteral("credentialValue_1_token"));
        }
        ManualClock clock;
        FakeCredentialDesk desk;
        CredentialsPage page;
    };
    static QString onClipboard() { return QGuiApplication::clipboard()->text(); }

private slots:
    void aLongAccountNameIsCutAndLeavesTheMaskItsRoom()
    {
        Bench bench{m_theme};
        const auto part = [&bench](const char* name) {
            return bench.page.findChild<QWidget*>(QLatin1String{name});
        };
        auto* account = part("credentialAccount_1_token");
        QTRY_COMPARE(account->width(), account->sizeHint().width());
        bench.desk.rows[0].accountName = QString{200, u'W'};
        emit bench.desk.changed();
        account = part("credentialAccount_1_token");
        QTRY_VERIFY(account->sizeHint().width() > bench.page.width());
        QTRY_VERIFY(account->width() < bench.page.width());
        const auto* masked = part("credentialMasked_1_token");
        QVERIFY(masked->parentWidget()->rect().contains(masked->geometry()));
        QVERIFY(masked->width() >= masked->sizeHint().width());
        QCOMPARE(account->accessibleName().size(), 200);
    }
    void aCardShowsItsAgeAndNoValue()
    {
        Bench bench{m_theme};
        const auto* age = bench.page.findChild<QLabel*>(QStringLiteral("credentialAge_1_token"));
        QCOMPARE(age->text(), QStringLiteral("Age: 81 of 90 day(s): replace it soon."));
        QVERIFY(!bench.button("credentialCopy_1_webhook-key").isVisible());
        QCOMPARE(bench.button("credentialReplace_1_webhook-key").text(), QStringLiteral("Add…"));
        QCOMPARE(namelessWidgets(bench.page), QStringList{});
        QCOMPARE(richLabels(bench.page), QStringList{});
    }
    void ageInWords()
    {
        CredentialCard card{Bench::token()};
        card.isDue = true;
        QVERIFY(ageWords(card).contains(QLatin1String{"time to replace"}));
        card.rotateDays = 0;
        QVERIFY(ageWords(card).startsWith(QLatin1String{"81 "}));
        QVERIFY(!ageWords(card).contains(QLatin1String{"of"}));
        for (const ErrorKind kind :
            {ErrorKind::Cancelled, ErrorKind::Unauthorized, ErrorKind::Offline, ErrorKind::Timeout,
                ErrorKind::SecretUnavailable, ErrorKind::ServerFault, ErrorKind::Rejected}) {
            QVERIFY(describeReplacing(Error{kind}).contains(QLatin1String{"old one stays in use"}));
        }
    }
    void aCopyIsMarkedAndGoesAfterTenSeconds()
    {
        Bench bench{m_theme};
        bench.button("credentialCopy_1_token").click();
        QTRY_COMPARE(onClipboard(), QStringLiteral("s3cret"));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(
                     QStringLiteral("x-kde-passwordManagerHint")),
            QByteArrayLiteral("secret"));
        QVERIFY(bench.said().contains(QLatin1String{"10 seconds"}));
        bench.clock.advance(9s);
        QCOMPARE(onClipboard(), QStringLiteral("s3cret"));
        bench.clock.advance(1s);
        QTRY_COMPARE(onClipboard(), QString{});
        QVERIFY(bench.said().isEmpty());
    }
    void whatThePersonCopiedMeanwhileStays()
    {
        Bench bench{m_theme};
        bench.button("credentialCopy_1_token").click();
        QTRY_COMPARE(onClipboard(), QStringLiteral("s3cret"));
        QGuiApplication::clipboard()->setText(QStringLiteral("a shopping list"));
        bench.clock.advance(10s);
        QCOMPARE(onClipboard(), QStringLiteral("a shopping list"));
    }
    void aSecondCopyBeginsTheTimeAnewAndTheEndTakesItAlong()
    {
        ManualClock clock;
        {
            SecretClipboard clipboard{clock};
            clipboard.copy(SecretText{QByteArrayLiteral("one")});
            clock.advance(9s);
            clipboard.copy(SecretText{QByteArrayLiteral("two")});
            clock.advance(9s);
            QCOMPARE(onClipboard(), QStringLiteral("two"));
        }
        QCOMPARE(onClipboard(), QString{});
    }
    void aReplacementIsProvedOrTheOldOneStays()
    {
        Bench bench{m_theme};
        bench.button("credentialReplace_1_token").click();
        QVERIFY(bench.value().isVisible());
        QCOMPARE(bench.value().echoMode(), QLineEdit::Password);
        bench.button("credentialProve_1_token").click(); // nothing pasted
        QVERIFY(bench.desk.log.isEmpty());
        bench.desk.failure = Error{ErrorKind::Unauthorized};
        bench.value().setText(QStringLiteral("wrong"));
        QTest::keyClick(&bench.value(), Qt::Key_Return);
        QTRY_VERIFY(bench.said().contains(QLatin1String{"old one stays in use"}));
        bench.value().setText(QStringLiteral("right"));
        bench.button("credentialProve_1_token").click();
        QTRY_VERIFY(bench.said().contains(QLatin1String{"new one is in use"}));
        QCOMPARE(bench.page.focusWidget(), &bench.button("credentialReplace_1_token"));
        QVERIFY(!bench.value().isVisible() && bench.value().text().isEmpty());
    }
    void aProofCanBeStopped()
    {
        Bench bench{m_theme};
        bench.desk.holds = true;
        bench.button("credentialReplace_1_token").click();
        bench.value().setText(QStringLiteral("right"));
        bench.button("credentialProve_1_token").click();
        QVERIFY(bench.value().isReadOnly());
        bench.button("credentialCancel_1_token").click();
        QTRY_VERIFY(bench.said().startsWith(QLatin1String{"Stopped."}));
        QVERIFY(!bench.value().isReadOnly());
        QTest::keyClick(&bench.value(), Qt::Key_Escape);
        QVERIFY(!bench.value().isVisible());
    }
    void thePeriodIsChosen()
    {
        Bench bench{m_theme};
        auto* choice =
            bench.page.findChild<QComboBox*>(QStringLiteral("credentialRotation_1_token"));
        QCOMPARE(choice->currentData().toInt(), 90);
        choice->setCurrentIndex(choice->findData(0));
        emit choice->activated(choice->currentIndex());
        QCOMPARE(bench.desk.log, QStringList{QStringLiteral("rotate token 0")});
    }
    void withoutSecretsThePageSaysWhatWillBeHere()
    {
        Bench bench{m_theme};
        bench.desk.rows.clear();
        emit bench.desk.changed();
        QVERIFY(bench.page.findChild<QWidget*>(QStringLiteral("credentialsEmpty"))->isVisible());
    }
};

TEXTDESK_TEST(tst_credentialspage, TestCredentialsPage)
#include "tst_credentialspage.moc"
