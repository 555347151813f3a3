// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every pair of text and ground that we draw reads well: at least 4.5 to 1 in light and dark.
#include "tests/support/testregistry.h"
#include "ui/theme/colours.h"
#include "ui/theme/labelcolours.h"

#include <QTest>

using namespace Textdesk;

class TestColours final : public QObject {
    Q_OBJECT
private slots:
    void textReadsOnItsGround_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Colours& c : {lightColours(), darkColours()}) {
            const QByteArray scheme{c.isDark ? "dark " : "light "};
            const auto pair = [&scheme](
                                  const QByteArray& name, const QColor& ink, const QColor& ground) {
                QTest::newRow((scheme + name).constData()) << ink << ground;
            };
            pair("text on panel", c.text, c.panel);
            pair("text on background", c.text, c.background);
            pair("text on selected row", c.text, c.accentSoft);
            pair("muted on panel", c.muted, c.panel);
            pair("muted on background", c.muted, c.background);
            pair("muted on rail", c.muted, c.rail);
            pair("muted on hover", c.muted, c.hover);
            pair("muted on selected row", c.muted, c.accentSoft);
            pair("muted on avatar", c.muted, c.avatar);
            pair("muted on warning banner", c.muted, c.warnSoft);
            pair("muted on problem banner", c.muted, c.badSoft);
            pair("accent words on selected place", c.accentInk, c.accentSoft);
            pair("link on panel", c.accentInk, c.panel);
            pair("link on background", c.accentInk, c.background);
            pair("button", c.onAccent, c.accent);
            pair("our bubble", c.onBubble, c.bubble);
            pair("warning on panel", c.warn, c.panel);
            pair("warning on its soft ground", c.warn, c.warnSoft);
            pair("problem on panel", c.bad, c.panel);
            pair("problem on selected row", c.bad, c.accentSoft);
            pair("problem on background", c.bad, c.background);
            for (int colour{0}; colour < labelColourCount; ++colour) {
                const LabelColour label{labelColour(c, colour)};
                const QByteArray name{"label " + QByteArray::number(colour)};
                pair(name + " on itself", label.ink, label.fill);
                pair(name + " as a dot", label.ink, c.accentSoft);
            }
        }
    }
    void textReadsOnItsGround()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio{contrast(ink, ground)};
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }
    void contrastIsTheKnownFigure()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }
};

TEXTDESK_TEST(tst_colours, TestColours)
#include "tst_colours.moc"
