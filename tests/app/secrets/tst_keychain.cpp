// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real gnome-keyring on a bus of its own (tests/support/with-keyring.sh).
#include "app/secrets/keychainsecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QLoggingCategory>

using namespace Textdesk;
using Testing::resultOf;

namespace {

QStringList logLines;
QtMessageHandler previousHandler{nullptr};

void remember(QtMsgType type, const QMessageLogContext& context, const QString& line)
{
    logLines << line;
    previousHandler(type, context, line);
}

QByteArray allBytes()
{
    QByteArray bytes;
    for (int i{0}; i < 2560; ++i) {
        bytes += char(i * 7);
    }
    return bytes;
}

} // namespace

class TestKeychain final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariable("HOME").contains(QLatin1String{"textdesk-keyring"}),
            "run me through tests/support/with-keyring.sh");
    }

    void keepsWhatItWasGiven()
    {
        QCOMPARE(resultOf(m_secrets.read(m_key)).error().detail(), QStringLiteral("not-found"));
        QVERIFY(resultOf(m_secrets.write(m_key, SecretText{QByteArrayLiteral("one")})));
        QVERIFY(resultOf(m_secrets.write(m_key, SecretText{QByteArrayLiteral("two")})));
        QCOMPARE(resultOf(m_secrets.read(m_key)).value().revealUtf8(), QByteArrayLiteral("two"));
        KeychainSecrets afterRestart{m_clock};
        QCOMPARE(resultOf(afterRestart.read(m_key)).value().revealUtf8(), QByteArrayLiteral("two"));
        QVERIFY(resultOf(m_secrets.remove(m_key)));
        QCOMPARE(resultOf(m_secrets.read(m_key)).error().detail(), QStringLiteral("not-found"));
    }

    void removingWhatIsNotThereIsFine() { QVERIFY(resultOf(m_secrets.remove(m_key))); }

    void profilesDoNotShareEntries()
    {
        KeychainSecrets home{m_clock};
        KeychainSecrets work{m_clock};
        home.keepApart([] { return QStringLiteral("1f"); });
        work.keepApart([] { return QStringLiteral("2e"); });
        QVERIFY(resultOf(home.write(m_key, SecretText{QByteArrayLiteral("home")})));
        QCOMPARE(resultOf(work.read(m_key)).error().detail(), QStringLiteral("not-found"));
        QVERIFY(resultOf(work.write(m_key, SecretText{QByteArrayLiteral("work")})));
        QVERIFY(resultOf(work.remove(m_key)));
        QCOMPARE(resultOf(home.read(m_key)).value().revealUtf8(), QByteArrayLiteral("home"));
        QCOMPARE(resultOf(m_secrets.read(m_key)).error().detail(), QStringLiteral("not-found"));
        QVERIFY(resultOf(home.remove(m_key)));
    }

    void takesEveryByteUpToTheLimit()
    {
        QVERIFY(resultOf(m_secrets.write(m_key, SecretText{allBytes()})));
        QCOMPARE(resultOf(m_secrets.read(m_key)).value().revealUtf8(), allBytes());
        const auto result = resultOf(m_secrets.write(m_key, SecretText{allBytes() + 'x'}));
        QCOMPARE(result.error().kind(), ErrorKind::SecretUnavailable);
        QCOMPARE(result.error().detail(), QStringLiteral("too-long"));
        QCOMPARE(resultOf(m_secrets.read(m_key)).value().revealUtf8(), allBytes());
    }

    void tellsKeysApart()
    {
        const SecretKey first{QStringLiteral("a"), QStringLiteral("b/c")};
        const SecretKey second{QStringLiteral("a/b"), QStringLiteral("c")};
        const SecretKey third{QStringLiteral("a%2Fb"), QStringLiteral("c")};
        QCOMPARE(keychainEntryName(first), QStringLiteral("a/b%2Fc"));
        QCOMPARE(keychainEntryName(second), QStringLiteral("a%2Fb/c"));
        QCOMPARE(keychainEntryName(third), QStringLiteral("a%252Fb/c"));
        QVERIFY(resultOf(m_secrets.write(first, SecretText{QByteArrayLiteral("1")})));
        QCOMPARE(resultOf(m_secrets.read(second)).error().detail(), QStringLiteral("not-found"));
    }

    void answersManyAtOnce()
    {
        QList<Call<Done>*> writes;
        QStringList seen;
        for (int i{0}; i < 20; ++i) {
            const SecretKey key{QString::number(i), QStringLiteral("token")};
            m_secrets.write(key, SecretText{QByteArray::number(i)})
                ->then(this, [this, key, &seen](const Result<Done>& written) {
                    QVERIFY(written);
                    m_secrets.read(key)->then(this, [&seen](const Result<SecretText>& result) {
                        seen << result.value().revealString();
                    });
                });
        }
        QTRY_COMPARE_WITH_TIMEOUT(seen.size(), 20, 20000);
    }

    void aCancelledCallEndsAtOnce()
    {
        Call<SecretText>* call{m_secrets.read(m_key)};
        call->cancel();
        QCOMPARE(resultOf(call).error().kind(), ErrorKind::Cancelled);
        QVERIFY(resultOf(m_secrets.write(m_key, SecretText{QByteArrayLiteral("after")})));
    }

    void dyingWithCallsUnderWayIsSafe()
    {
        {
            KeychainSecrets brief{m_clock};
            (void)brief.read(m_key);
            (void)brief.write(m_key, SecretText{QByteArrayLiteral("late")});
        }
        QVERIFY(resultOf(m_secrets.read(m_key)));
    }

    void leavesNoTraceInFilesOrLogs()
    {
        const QByteArray canary{QByteArrayLiteral("canary-7f3d91c0-never-on-disk")};
        QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true\nqt.core.*=false"));
        previousHandler = qInstallMessageHandler(remember);
        QVERIFY(resultOf(m_secrets.write(m_key, SecretText{canary})));
        QCOMPARE(resultOf(m_secrets.read(m_key)).value().revealUtf8(), canary);
        qInstallMessageHandler(previousHandler);
        QLoggingCategory::setFilterRules({});
        QVERIFY(!logLines.join(u'\n').contains(QString::fromLatin1(canary)));

        int files{0};
        QDirIterator each{
            qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
        while (each.hasNext()) {
            QFile file{each.next()};
            if (!file.open(QIODevice::ReadOnly)) {
                continue;
            }
            ++files;
            const QByteArray bytes{file.readAll()};
            QVERIFY2(!bytes.contains(canary.first(12)), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(canary.toBase64().first(12)), qPrintable(file.fileName()));
        }
        QVERIFY2(files > 0, "the keyring keeps its file under the home folder");
    }

    void saysItsName() { QCOMPARE(m_secrets.backendName(), QStringLiteral("GNOME Keyring")); }

private:
    SystemClock m_clock;
    KeychainSecrets m_secrets{m_clock};
    const SecretKey m_key{QStringLiteral("work"), QStringLiteral("token")};
};

TEXTDESK_TEST(tst_keychain, TestKeychain)
#include "tst_keychain.moc"
