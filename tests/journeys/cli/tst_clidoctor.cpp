// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// doctor, as somebody runs it who is on the phone with support: on a profile that is well, and on
// every kind that is not.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliDoctor final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<CliDesk>(); }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void aProfileThatIsWell();
    void nothingIsMadeWhereNothingIs();
    void aFolderOfSomebodyElse();
    void aVaultThatIsLocked();
    void aDamagedProfile();
    void aDamagedTableInside();
    void aLaterVersion();
    void aCopiedProfile();
    void aProfileInUse();
    void aWrongTokenAndNoNetwork();
    void aMissingSecret();
    void whatWaitsAndWhatIsInDoubt();
    void aTakenPortAndAnImpossibleSetting();
    void theWordsAreWholeSentences();

private:
    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    // The findings about one thing, as "ok: message advice".
    [[nodiscard]] static QStringList told(const CliAnswer& answer, QLatin1String check)
    {
        QStringList lines;
        const QJsonArray all = answer.array();
        for (const QJsonValue& one : all) {
            if (one["check"_L1].toString() == check) {
                lines.append((one["ok"_L1].toBool() ? u"ok: "_s : u"look: "_s)
                    + one["message"_L1].toString() + u' ' + one["advice"_L1].toString());
            }
        }
        return lines;
    }
    void overwrite(qint64 from, const QByteArray& bytes) const
    {
        QFile file{m_desk->profile() + u"/textdesk.db"_s};
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    // A free port, so that the usual one of this computer does not matter.
    void useAnyPort() const
    {
        QVERIFY(!m_desk->write(u"profile/settings.ini"_s, "[listener]\nport=0\n").isEmpty());
    }
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliDoctor::aProfileThatIsWell()
{
    QVERIFY(m_desk->addDesk());
    useAnyPort();
    QCOMPARE(run("send --account desk --to +27820000030 --message x").code, 0);
    QCOMPARE(run("optouts add +27820000040").code, 0);

    const CliAnswer answer{run("doctor --json")};

    QVERIFY2(answer.code == 0, answer.out.constData());
    for (const char* check : {"folder", "backup", "disk", "owner", "version", "database", "secrets",
             "settings", "secret", "provider", "listener", "waiting", "doubt", "optouts"}) {
        const QStringList lines{told(answer, QLatin1String{check})};
        QVERIFY2(!lines.isEmpty() && lines.first().startsWith(u"ok: "_s), check);
    }
    QVERIFY(told(answer, "optouts"_L1).first().contains(u"1 person"_s));
    QCOMPARE(m_desk->recipients().size(), 1); // nothing was sent by looking
    QCOMPARE(run("doctor --offline").code, 0);
    QVERIFY(told(run("doctor --offline --json"), "provider"_L1).isEmpty());
}

void TestCliDoctor::nothingIsMadeWhereNothingIs()
{
    const CliAnswer answer{run("doctor --json")};
    QCOMPARE(answer.code, 1);
    QVERIFY(told(answer, "folder"_L1).first().contains(u"There is no profile"_s));
    QVERIFY(!QFile::exists(m_desk->profile()));

    QVERIFY(QDir{}.mkdir(m_desk->profile()));
    QCOMPARE(run("doctor").code, 1);
    QVERIFY(QDir{m_desk->profile()}.isEmpty());
}

void TestCliDoctor::aFolderOfSomebodyElse()
{
    QVERIFY(m_desk->addDesk());
    if (m_desk->program(u"chown"_s, {u"65534"_s, m_desk->profile()}).code != 0) {
        QSKIP("only root can give a folder away");
    }
    const CliAnswer answer{run("doctor --json")};
    QCOMPARE(answer.code, 1);
    QVERIFY2(told(answer, "folder"_L1).first().contains(u"belongs to somebody else"_s),
        answer.out.constData());
}

void TestCliDoctor::aVaultThatIsLocked()
{
    m_desk->setVariable(u"TEXTDESK_VAULT_PASSPHRASE"_s, u"correct horse"_s);
    const QString profile{u"--profile="_s + m_desk->profile()};
    QCOMPARE(m_desk->raw(m_desk->addWords(u"desk"_s) << profile << u"--secrets=vault"_s).code, 0);
    m_desk->setVariable(u"TEXTDESK_VAULT_PASSPHRASE"_s, {});
    const CliAnswer locked{m_desk->raw(words("doctor --json --offline") << profile)};
    QCOMPARE(locked.code, 1);
    QVERIFY2(told(locked, "secrets"_L1).first().contains(u"is locked"_s), locked.out.constData());
    m_desk->setVariable(u"TEXTDESK_VAULT_PASSPHRASE"_s, u"wrong horse"_s);
    const CliAnswer wrong{m_desk->raw(words("doctor --json --offline") << profile)};
    QCOMPARE(wrong.code, 1);
    QVERIFY2(told(wrong, "secrets"_L1).first().contains(u"not the vault's passphrase"_s),
        wrong.out.constData());
    QVERIFY(told(wrong, "database"_L1).first().startsWith(u"ok"_s));
}

void TestCliDoctor::aDamagedProfile()
{
    QVERIFY(m_desk->addDesk());
    overwrite(0, QByteArray(4096, 'x'));

    const CliAnswer answer{run("doctor --json")};

    QCOMPARE(answer.code, 1);
    QVERIFY2(told(answer, "database"_L1).first().contains(u"it offers to save what can be read"_s),
        answer.out.constData());
    QVERIFY(told(answer, "folder"_L1).first().startsWith(u"ok"_s));
}

void TestCliDoctor::aDamagedTableInside()
{
    QVERIFY(m_desk->addDesk());
    useAnyPort();
    QCOMPARE(run("optouts add +27820000031").code, 0);
    const qint64 size{QFileInfo{m_desk->profile() + u"/textdesk.db"_s}.size()};
    for (qint64 at{8 * 4096}; at + 4096 <= size; at += 8 * 4096) {
        overwrite(at, QByteArray(4096, 'x'));
    }

    const CliAnswer answer{run("doctor --json")};

    QCOMPARE(answer.code, 1);
    QVERIFY2(!told(answer, "database"_L1).filter(u"damaged"_s).isEmpty(), answer.out.constData());
}

void TestCliDoctor::aLaterVersion()
{
    QVERIFY(m_desk->addDesk());
    // user_version stands at byte 60 of a database file (sqlite.org/fileformat2.html 1.3.14).
    overwrite(60, QByteArray{"\0\0\x03\xe7", 4});
    const CliAnswer answer{run("doctor --json")};
    QCOMPARE(answer.code, 1);
    QVERIFY2(
        told(answer, "database"_L1).first().contains(u"later Textdesk"_s), answer.out.constData());
}

void TestCliDoctor::aCopiedProfile()
{
    QVERIFY(m_desk->addDesk());
    const QString original{m_desk->profile()};
    m_desk->useProfile(u"copy"_s);
    QVERIFY(QDir{}.mkdir(m_desk->profile()));
    QVERIFY(QFile::copy(original + u"/textdesk.db"_s, m_desk->profile() + u"/textdesk.db"_s));

    const CliAnswer answer{run("doctor --json")};

    QCOMPARE(answer.code, 1);
    QVERIFY2(
        told(answer, "sending"_L1).first().contains(u"copied or moved"_s), answer.out.constData());
}

void TestCliDoctor::aProfileInUse()
{
    QVERIFY(m_desk->addDesk());
    const auto running = m_desk->start(words("listen --port 0"));
    QVERIFY(!running->nextLine().isEmpty());

    const CliAnswer answer{run("doctor --json")};

    QCOMPARE(answer.code, 0);
    QVERIFY(told(answer, "owner"_L1).first().contains(u"uses this profile, and answers"_s));
    QVERIFY(told(answer, "listener"_L1).first().contains(u"come in at 127.0.0.1"_s));
    QCOMPARE(running->stop(), 0);
}

void TestCliDoctor::aWrongTokenAndNoNetwork()
{
    QVERIFY(m_desk->addDesk());
    m_desk->setVariable(u"TEXTDESK_SECRET_FAR_TOKEN"_s, u"any"_s);
    QCOMPARE(run("account add --provider zoomconnect --name far --no-proof --set "
                 "base-url=http://127.0.0.1:1/ --set email=a@example.org")
                 .code,
        0);
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, u"rotated-away"_s);

    const CliAnswer answer{run("doctor --json")};

    QCOMPARE(answer.code, 1);
    const QString all{told(answer, "provider"_L1).join(u' ')};
    QVERIFY2(all.contains(u"refused the account's e-mail or token"_s), qPrintable(all));
    QVERIFY2(all.contains(u"nothing answers at that address"_s), qPrintable(all));
    QVERIFY(!(answer.out + answer.err).contains("rotated-away"));
    QVERIFY(told(run("doctor --json --offline"), "provider"_L1).isEmpty());
}

void TestCliDoctor::aMissingSecret()
{
    QVERIFY(m_desk->addDesk());
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, {});
    const CliAnswer answer{run("doctor --json")};
    QCOMPARE(answer.code, 1);
    QVERIFY2(
        told(answer, "secret"_L1).first().contains(u"--secrets env"_s), answer.out.constData());
}

void TestCliDoctor::whatWaitsAndWhatIsInDoubt()
{
    QVERIFY(m_desk->addDesk());
    useAnyPort();
    QCOMPARE(run("send --account desk --to +27820000017 --message x").code, 5);
    QCOMPARE(
        run("send --account desk --to +27820000030 --message x --at 2190-01-01T10:00:00Z").code, 0);

    const CliAnswer answer{run("doctor --json")};

    QCOMPARE(answer.code, 1);
    QCOMPARE(told(answer, "waiting"_L1), QStringList{u"ok: 1 text waits to be sent. "_s});
    QVERIFY(told(answer, "doubt"_L1).first().startsWith(u"look: 1 text was perhaps sent. Run"_s));
}

void TestCliDoctor::aTakenPortAndAnImpossibleSetting()
{
    QVERIFY(m_desk->addDesk());
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QByteArray port{QByteArray::number(taken.serverPort())};
    QVERIFY(!m_desk
                 ->write(u"profile/settings.ini"_s,
                     "[listener]\nport=" + port + "\n[sending]\nundo-ms=99000\n")
                 .isEmpty());

    const CliAnswer answer{run("doctor --json")};

    QCOMPARE(answer.code, 1);
    QVERIFY2(told(answer, "listener"_L1)
                 .first()
                 .startsWith(u"look: Port "_s + QString::fromLatin1(port)),
        answer.out.constData());
    QVERIFY2(!told(answer, "settings"_L1).filter(u"from 0 to 60000"_s).isEmpty(),
        answer.out.constData());
}

void TestCliDoctor::theWordsAreWholeSentences()
{
    QVERIFY(m_desk->addDesk());
    useAnyPort();
    QCOMPARE(run("send --account desk --to +27820000017 --message x").code, 5);
    const QList<QByteArray> lines{run("doctor").out.trimmed().split('\n')};
    QVERIFY(lines.size() > 10);
    int wrong{0};
    for (const QByteArray& line : lines) {
        QVERIFY2(line.startsWith("ok  ") || line.startsWith("look at this  "), line.constData());
        QVERIFY2(line.endsWith('.'), line.constData());
        wrong += line.startsWith("look") ? 1 : 0;
    }
    QCOMPARE(wrong, 1);
}

TEXTDESK_TEST(tst_clidoctor, TestCliDoctor)
#include "tst_clidoctor.moc"
