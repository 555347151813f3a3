// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The door of a profile's owner on real sockets: who finds it, who may enter, what a stranger can
// do to it.
#include "app/platform/ownerlink.h"
#include "app/platform/ownerplace.h"
#include "app/platform/ownerserver.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Textdesk;

class TestOwnerSocket final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OwnerServer> m_server;
    QPointer<OwnerLink> m_guest; // as the owner sees it
    QList<QByteArray> m_heard;

    [[nodiscard]] QString place() const { return ownerSocketName(m_folder->path()); }
    [[nodiscard]] std::unique_ptr<OwnerLink> call(qsizetype largest = 1024)
    {
        auto link = std::make_unique<OwnerLink>(new QLocalSocket, largest, nullptr);
        link->connectTo(place());
        return link;
    }
    [[nodiscard]] std::unique_ptr<QLocalSocket> stranger()
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(place());
        return socket;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<OwnerServer>();
        QVERIFY(m_server->listen(m_folder->path()));
        m_heard.clear();
        connect(m_server.get(), &OwnerServer::connected, this, [this](OwnerLink* link) {
            m_guest = link;
            connect(link, &OwnerLink::received, this,
                [this](quint8, const QByteArray& payload) { m_heard.append(payload); });
        });
    }
    void cleanup()
    {
        m_server.reset();
        QVERIFY2(!QFileInfo::exists(place()), "the door goes with its owner");
    }

    void framesGoBothWays()
    {
        const auto link = call();
        QSignalSpy answers{link.get(), &OwnerLink::received};
        QTRY_VERIFY(link->isOpen());
        QVERIFY(link->send(1, "question"));
        QTRY_COMPARE(m_heard, QList<QByteArray>{"question"});
        QVERIFY(m_guest->send(17, "answer"));
        m_guest->close();
        QSignalSpy closed{link.get(), &OwnerLink::closed};
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY2(answers.size() == 1, "what was said before the end is heard");
        QCOMPARE(answers[0][1].toByteArray(), QByteArray{"answer"});
        QVERIFY(!link->send(1, "too late"));
        QTRY_COMPARE(m_server->links(), 0);
    }
    void onlyTheSamePersonMayOpenIt()
    {
        const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        const QFile::Permissions others{
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther};
        QCOMPARE(QFile::permissions(place()) & (mine | others), mine);
        const auto link = call();
        QTRY_VERIFY(m_guest && m_guest->isOpen());
    }
    void anyWayToTheFolderFindsIt()
    {
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("again"))));
        QCOMPARE(ownerSocketName(m_folder->filePath(QStringLiteral("again"))), place());
        QCOMPARE(ownerSocketName(m_folder->path() + QStringLiteral("/./")), place());
        QCOMPARE(ownerSocketName(m_folder->filePath(QStringLiteral("nowhere"))), QString{});
    }
    void aLongPathHasADoorToo()
    {
        const QString folder{m_folder->filePath(QString{200, u'x'})};
        QVERIFY(QDir{}.mkpath(folder));
        const QString name{ownerSocketName(folder)};
        QVERIFY2(name.size() < 90, qPrintable(name));
        QVERIFY(name != ownerSocketName(m_folder->path()));
        OwnerServer server;
        QVERIFY(server.listen(folder));
        OwnerLink link{new QLocalSocket, 1024, nullptr};
        link.connectTo(name);
        QTRY_VERIFY(link.isOpen());
    }
    void whatADeadOwnerLeftIsReplaced()
    {
        // As after kill -9: the file is there, and nobody behind it.
        const QTemporaryDir folder;
        const QString place{ownerSocketName(folder.path())};
        QFile left{place};
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        OwnerServer server;
        QVERIFY(server.listen(folder.path()));
        OwnerLink link{new QLocalSocket, 1024, nullptr};
        link.connectTo(place);
        QTRY_VERIFY(link.isOpen());
    }
    void nobodyThereIsToldAtOnce()
    {
        m_server->close();
        OwnerLink link{new QLocalSocket, 1024, nullptr};
        QSignalSpy closed{&link, &OwnerLink::closed};
        link.connectTo(place());
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!link.isOpen());
    }
    void aStrangersBytesCostOnlyHisConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("HTTP") << QByteArray{"POST / HTTP/1.1\r\nHost: x\r\n\r\n"};
        QTest::newRow("larger than allowed") << QByteArray{"\x7f\xff\xff\xff\x01 begin"};
        QTest::newRow("a little larger")
            << frameBytes(1, QByteArray{OwnerServer::largestRequest + 1, 'x'});
    }
    void aStrangersBytesCostOnlyHisConnection()
    {
        QFETCH(QByteArray, bytes);
        const auto bad = stranger();
        bad->write(bytes);
        QTRY_COMPARE(bad->state(), QLocalSocket::UnconnectedState);
        QCOMPARE(m_heard, QList<QByteArray>{});
        const auto good = call();
        QTRY_VERIFY(good->isOpen());
        good->send(1, "hello");
        QTRY_COMPARE(m_heard, QList<QByteArray>{"hello"});
    }
    void aCrowdIsBounded()
    {
        std::vector<std::unique_ptr<QLocalSocket>> crowd;
        for (int i{0}; i < OwnerServer::mostLinks + 5; ++i) {
            crowd.push_back(stranger());
            QCoreApplication::sendPostedEvents();
            QTRY_VERIFY(crowd.back()->state() != QLocalSocket::ConnectingState);
        }
        const auto connected = [&crowd] {
            return std::count_if(crowd.cbegin(), crowd.cend(),
                [](const auto& socket) { return socket->state() == QLocalSocket::ConnectedState; });
        };
        QTRY_COMPARE(m_server->links(), OwnerServer::mostLinks);
        QTRY_COMPARE(int(connected()), OwnerServer::mostLinks);
        crowd.clear();
        QTRY_COMPARE(m_server->links(), 0);
    }
    void whoNeverReadsIsLeft()
    {
        const auto mute = stranger();
        mute->setReadBufferSize(1);
        QTRY_VERIFY(m_guest);
        const QPointer<OwnerLink> guest{m_guest};
        const QByteArray much{4 * 1024 * 1024, 'x'};
        int sent{0};
        while (guest && guest->send(17, much)) {
            QVERIFY2(++sent < 40, "memory is bounded");
        }
        QTRY_COMPARE(m_server->links(), 0);
    }
};

TEXTDESK_TEST(tst_ownersocket, TestOwnerSocket)
#include "tst_ownersocket.moc"
