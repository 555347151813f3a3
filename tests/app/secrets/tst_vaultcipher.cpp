// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The primitives against what their authors published, and against the openssl program.
#include "app/secrets/vaultcipher.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QTest>

#include <cstring>

using namespace Textdesk;

class TestVaultCipher final : public QObject {
    Q_OBJECT
private slots:
    // RFC 7914, section 12; the fourth vector wants a gibibyte.
    void scryptVectors_data()
    {
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<int>("log2N");
        QTest::addColumn<int>("r");
        QTest::addColumn<int>("p");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty")
            << QByteArray{} << QByteArray{} << 4 << 1 << 1
            << QByteArray{"77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                          "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"};
        QTest::newRow("NaCl")
            << QByteArray{"password"} << QByteArray{"NaCl"} << 10 << 8 << 16
            << QByteArray{"fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                          "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"};
        QTest::newRow("SodiumChloride")
            << QByteArray{"pleaseletmein"} << QByteArray{"SodiumChloride"} << 14 << 8 << 1
            << QByteArray{"7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                          "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"};
    }
    void scryptVectors()
    {
        QFETCH(QByteArray, passphrase);
        QFETCH(QByteArray, salt);
        QFETCH(int, log2N);
        QFETCH(int, r);
        QFETCH(int, p);
        QFETCH(QByteArray, key);
        QCOMPARE(scrypt(passphrase, salt, {log2N, r, p}, 64).view().toHex(), key);
    }
    void theUsualCostIsWhatOpensslMakesOfIt()
    {
        const QByteArray salt{QByteArray::fromHex("00112233445566778899aabbccddeeff")};
        const WipedBytes key{scrypt("correct horse", salt, {}, 64)};
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
            {QStringLiteral("kdf"), QStringLiteral("-keylen"), QStringLiteral("64"),
                QStringLiteral("-kdfopt"), QStringLiteral("pass:correct horse"),
                QStringLiteral("-kdfopt"),
                QStringLiteral("hexsalt:") + QString::fromLatin1(salt.toHex()),
                QStringLiteral("-kdfopt"), QStringLiteral("n:131072"), QStringLiteral("-kdfopt"),
                QStringLiteral("r:8"), QStringLiteral("-kdfopt"), QStringLiteral("p:1"),
                QStringLiteral("-kdfopt"), QStringLiteral("maxmem_bytes:268435456"),
                QStringLiteral("SCRYPT")});
        QTRY_COMPARE_WITH_TIMEOUT(openssl.state(), QProcess::NotRunning, 30000);
        QCOMPARE(openssl.exitCode(), 0);
        const QByteArray hex{openssl.readAllStandardOutput().trimmed().replace(":", "").toLower()};
        QCOMPARE(key.view().toHex(), hex);
    }
    void whatWouldTakeTooMuchIsNotSane()
    {
        QVERIFY(isSane({17, 8, 1}));
        QVERIFY(isSane({4, 1, 1}));
        for (const ScryptCost cost :
            {ScryptCost{0, 8, 1}, ScryptCost{17, 0, 1}, ScryptCost{17, 8, 0}, ScryptCost{40, 8, 1},
                ScryptCost{20, 16, 1}, ScryptCost{17, 255, 1}, ScryptCost{17, 8, 255}}) {
            QVERIFY(!isSane(cost));
        }
    }
    // McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16.
    void gcmVector()
    {
        const QByteArray key{QByteArray::fromHex(
            "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")};
        const QByteArray text{
            QByteArray::fromHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")};
        const QByteArray header{QByteArray::fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2")};
        const QByteArray nonce{QByteArray::fromHex("cafebabefacedbaddecaf888")};
        const QByteArray sealed{
            QByteArray::fromHex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                "76fc6ece0f4e1768cddf8853bb2d551b")};
        const auto* bytes = reinterpret_cast<const unsigned char*>(key.constData());
        WipedBytes plain{size_t(text.size())};
        std::memcpy(plain.data(), text.constData(), plain.size());
        QCOMPARE(sealGcm(bytes, nonce, header, plain), sealed);
        const auto opened = openGcm(bytes, nonce, header, sealed);
        QVERIFY(opened);
        QCOMPARE(opened->view(), text);
        for (const QByteArray& wrong : {sealed.left(sealed.size() - 1), sealed + 'x',
                 QByteArray{sealed}.replace(0, 1, "x"), QByteArray{}}) {
            QVERIFY(!openGcm(bytes, nonce, header, wrong));
        }
        QVERIFY(!openGcm(bytes, nonce, header + 'x', sealed));
        QVERIFY(!openGcm(bytes, nonce.left(11), header, sealed));
    }
    void randomBytesDiffer()
    {
        QCOMPARE(randomBytes(16).size(), 16);
        QVERIFY(randomBytes(16) != randomBytes(16));
    }
};

TEXTDESK_TEST(tst_vaultcipher, TestVaultCipher)
#include "tst_vaultcipher.moc"
