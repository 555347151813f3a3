// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/optout.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

Q_DECLARE_METATYPE(Textdesk::OptOutIntent)

class TestOptOut final : public QObject {
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<OptOutIntent>("intent");
        const auto row = [](const QString& text, OptOutIntent intent) {
            QTest::newRow(qUtf8Printable(text)) << text << intent;
        };
        for (const char* word : {"STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END",
                 "QUIT", "OPT OUT", "OPTOUT", "REVOKE", "stop", "Stop all", "sToP", "STOP.",
                 "stop!!!", "  Stop  ", "\"STOP\"", "(stop)", "Opt-out", "opt_out", "STOP\n",
                 "\tstop\r\n", "stop   all", "'End'.", "*STOP*", "- cancel -", "Quit?"}) {
            row(QLatin1String{word}, OptOutIntent::Stop);
        }
        row(QStringLiteral("\u201CSTOP\u201D"), OptOutIntent::Stop);
        row(QStringLiteral("\u200FSTOP\u200F"), OptOutIntent::Stop);
        row(QStringLiteral("\u202ASTOP\u202C"), OptOutIntent::Stop);
        row(QStringLiteral("\uFEFFstop"), OptOutIntent::Stop);
        row(QStringLiteral("st\u200Bop"), OptOutIntent::Stop);
        row(QStringLiteral("\uFF33\uFF34\uFF2F\uFF30"), OptOutIntent::Stop);
        row(QStringLiteral("\uFF53\uFF54\uFF4F\uFF50\uFF0E"), OptOutIntent::Stop);
        row(QStringLiteral("stop\u00A0all"), OptOutIntent::Stop);
        row(QStringLiteral("Stop \U0001F64F"), OptOutIntent::Stop);
        row(QStringLiteral("STOP \u2764\uFE0F"), OptOutIntent::Stop);
        row(QString{QStringLiteral("STOP") + QString{500, u'!'}}, OptOutIntent::Stop);
        for (const char* word : {"START", "unstop", "Start.", " start\n"}) {
            row(QLatin1String{word}, OptOutIntent::Start);
        }
        for (const char* word : {"", " ", "...", "YES", "yes please", "please stop by at 8",
                 "stop please", "STOP 1", "don't stop", "stopp", "S.T.O.P", "st op", "stop all now",
                 "ALL STOP", "ENDING", "the end", "restart", "cancel my order", "opt in",
                 "STOPSTOP", "unsubscribes", "0STOP"}) {
            row(QLatin1String{word}, OptOutIntent::None);
        }
        row(QStringLiteral("ST\u00D3P"), OptOutIntent::None);
        row(QStringLiteral("stop \U00020000"), OptOutIntent::None);
        row(QStringLiteral("\u0421\u0422\u041E\u041F"),
            OptOutIntent::None); // Cyrillic, another word list
        row(QString{QChar{0xD800}}, OptOutIntent::None);
        row(QString{100000, u'x'}, OptOutIntent::None);
    }

    void reads()
    {
        QFETCH(QString, text);
        QTEST(optOutIntent(text), "intent");
    }
};

TEXTDESK_TEST(tst_optout, TestOptOut)
#include "tst_optout.moc"
