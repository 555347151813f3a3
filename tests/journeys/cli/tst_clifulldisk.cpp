// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile on a disk that is really full: a file system of its own, of one mebibyte.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliFullDisk final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.reset(); }
    void itSaysSoSendsNothingAndGoesOnAfterwards();

private:
    // In a name space of its own, where everybody may mount.
    [[nodiscard]] CliAnswer onSmallDisk(const QString& script);
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliFullDisk::init()
{
    m_desk = std::make_unique<CliDesk>();
    if (onSmallDisk(u"true"_s).code != 0) {
        QSKIP("This computer lets nobody mount a file system of their own (unshare).");
    }
}

CliAnswer TestCliFullDisk::onSmallDisk(const QString& script)
{
    m_desk->setVariable(u"DISK"_s, m_desk->path(u"disk"_s));
    m_desk->setVariable(u"ADDING"_s, m_desk->addWords(u"desk"_s).join(u' '));
    const QString mounted{
        u"mkdir -p $DISK && mount -t tmpfs -o size=1m,mode=0700 none $DISK && %1"_s.arg(script)};
    return m_desk->program(
        u"unshare"_s, {u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s, mounted});
}

void TestCliFullDisk::itSaysSoSendsNothingAndGoesOnAfterwards()
{
    const CliAnswer answer{onSmallDisk(
        u"desk() { " TEXTDESK_BINARY_DIR
        "/bin/textdesk-cli --profile $DISK/p --secrets env $@; } &&"
        " send() { desk send --account desk --to $1 --message Hello; echo \"$1: $?\"; } &&"
        " desk $ADDING && send +27820000010 &&"
        " { dd if=/dev/zero of=$DISK/filling bs=1024 status=none || true; } 2>&- &&"
        " send +27820000030 && { desk messages list; echo \"list: $?\"; } &&"
        " rm $DISK/filling && send +27820000031"_s)};
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains("+27820000010: 0"), (answer.out + answer.err).constData());
    QVERIFY2(answer.out.contains("+27820000030: 1"), (answer.out + answer.err).constData());
    QVERIFY2(answer.out.contains("list: 1"), (answer.out + answer.err).constData());
    QVERIFY2(answer.out.contains("+27820000031: 0"), (answer.out + answer.err).constData());
    QCOMPARE(answer.err.count("The disk is full. Nothing was changed;"), 2);
    QCOMPARE(m_desk->recipients(), (QStringList{u"+27820000010"_s, u"+27820000031"_s}));
}

TEXTDESK_TEST(tst_clifulldisk, TestCliFullDisk)
#include "tst_clifulldisk.moc"
