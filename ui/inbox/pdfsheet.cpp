// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/pdfsheet.h"

#include "ui/inbox/colourglyphs.h"
#include "ui/words/statewords.h"
#include "ui/words/timewords.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QTextLayout>

namespace Textdesk {

namespace {

struct PdfWords final {
    Q_DECLARE_TR_FUNCTIONS(PdfSheet)
};

constexpr int dotsPerInch{600};
constexpr int footPoints{30};
const QColor ink{0x1f, 0x23, 0x28};
const QColor muted{0x5b, 0x63, 0x6e};
const QColor accent{0x1f, 0x5b, 0xd4};
const QColor faint{0xc4, 0xca, 0xd2};

QPageSize::PageSizeId paperOf(const QLocale& locale)
{
    return locale.measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                   : QPageSize::A4;
}

} // namespace

PdfSheet::PdfSheet(const QString& file, const PdfLook& look)
    : m_file{file}
    , m_look{look}
{ }

Result<Done> PdfSheet::begin(const ExportHead&)
{
    const auto opened = m_file.open();
    if (!opened) {
        return opened;
    }
    m_writer.emplace(&m_file.device());
    m_writer->setResolution(dotsPerInch);
    m_writer->setPageSize(QPageSize{paperOf(m_look.locale)});
    m_writer->setPageMargins({20, 18, 20, 14}, QPageLayout::Millimeter);
    m_writer->setTitle(m_look.title);
    m_writer->setCreator(QStringLiteral("Textdesk"));
    m_painter.emplace();
    if (!m_painter->begin(&*m_writer)) {
        return fail(ErrorKind::Storage, QStringLiteral("disk-full"));
    }
    writeFoot();
    write(m_look.title, {font(18, true), ink, 0, {}});
    leave(2);
    write(m_look.subtitle, {font(10), muted, 0, {}});
    write(zoneLine(m_look.zone), {font(10), muted, 0, {}});
    leave(6);
    return m_file.check();
}

QString PdfSheet::zoneLine(const QTimeZone& zone)
{
    //: At the head of a document; %1 is a time zone such as Africa/Johannesburg.
    return PdfWords::tr("Times are those of %1.").arg(QString::fromUtf8(zone.id()));
}

Result<Done> PdfSheet::add(const std::vector<Message>& messages)
{
    for (const Message& message : messages) {
        addMessage(message);
    }
    return m_file.check();
}

Result<Done> PdfSheet::end()
{
    if (!m_day.isValid()) {
        write(
            PdfWords::tr("There are no messages in this conversation."), {font(10), muted, 0, {}});
    }
    const bool isWhole{m_painter->end()}; // writes the fonts and the table of pages
    m_painter.reset();
    m_writer.reset();
    return isWhole ? m_file.commit()
                   : Result<Done>{fail(ErrorKind::Storage, QStringLiteral("disk-full"))};
}

void PdfSheet::addMessage(const Message& message)
{
    constexpr int outgoingIndent{56};
    const QDateTime at{QDateTime::fromMSecsSinceEpoch(message.atMs, m_look.zone)};
    if (at.date() != m_day) {
        m_day = at.date();
        addDay(m_day);
    }
    const bool isIncoming{message.direction == Direction::In};
    const QString time{clockTime(at, m_look.locale)};
    //: A line of a document: who wrote a message, when, and what became of it.
    const QString head{isIncoming
            // Kept apart, so that a name from right to left does not turn the time around.
            ? PdfWords::tr("%1, %2").arg(QChar{0x2068} + m_look.title + QChar{0x2069}, time)
            : PdfWords::tr("You, %1 · %2")
                  .arg(time, describeState(message.state, message.reason, message.reasonText))};
    const int indent{isIncoming ? 10 : outgoingIndent};
    const QColor bar{isIncoming ? faint : accent};
    need(scaled(30)); // a head does not stand alone at the foot of a page
    write(
        head, {font(8), isTrouble(message.state) ? QColor{0xb3, 0x26, 0x1e} : muted, indent, bar});
    if (message.text.trimmed().isEmpty()) {
        write(PdfWords::tr("(no words)"), {font(10), muted, indent, bar});
    } else {
        write(message.text, {font(10), ink, indent, bar});
    }
    leave(8);
}

void PdfSheet::addDay(const QDate& day)
{
    leave(8);
    need(scaled(60));
    write(m_look.locale.toString(day, QLocale::LongFormat), {font(9, true), muted, 0, {}});
    m_painter->fillRect(
        QRectF{0, m_top + scaled(2), qreal(m_painter->viewport().width()), scaled(0.5)}, faint);
    leave(8);
}

void PdfSheet::write(const QString& text, const Style& style)
{
    QString flowing{text};
    flowing.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    flowing.replace(u'\n', QChar::LineSeparator).replace(u'\r', QChar::LineSeparator);
    QTextLayout layout{flowing, style.font, &*m_writer};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    if (style.bar.isValid() && flowing.isRightToLeft()) {
        option.setAlignment(Qt::AlignRight);
        option.setTextDirection(Qt::RightToLeft);
    }
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line{layout.createLine()}; line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_painter->viewport().width() - scaled(style.indent));
    }
    layout.endLayout();
    for (int i{0}; i < layout.lineCount(); ++i) {
        const QTextLine line{layout.lineAt(i)};
        need(line.height());
        if (style.bar.isValid()) {
            m_painter->fillRect(
                QRectF{scaled(style.indent - 8), m_top, scaled(1.5), line.height()}, style.bar);
        }
        m_painter->setPen(style.ink);
        const QPointF place{scaled(style.indent), m_top - line.y()};
        line.draw(&*m_painter, place);
        paintColourGlyphs(*m_painter, line, place);
        m_top += line.height();
    }
}

void PdfSheet::leave(int points)
{
    m_top += scaled(points);
}

void PdfSheet::need(qreal height)
{
    if (m_top + height > m_painter->viewport().height() - scaled(footPoints)) {
        m_writer->newPage();
        ++m_page;
        m_top = 0;
        writeFoot();
    }
}

void PdfSheet::writeFoot()
{
    const QRectF foot{0, m_painter->viewport().height() - scaled(12),
        qreal(m_painter->viewport().width()), scaled(12)};
    m_painter->setFont(font(8));
    m_painter->setPen(muted);
    m_painter->drawText(
        foot, Qt::AlignRight, PdfWords::tr("Page %1").arg(m_look.locale.toString(m_page)));
    constexpr int pageNumber{80};
    const double room{foot.width() - scaled(pageNumber)};
    QTextLayout layout{
        QFontMetricsF{font(8), &*m_writer}.elidedText(m_look.title, Qt::ElideRight, room), font(8),
        &*m_writer};
    layout.beginLayout();
    QTextLine line{layout.createLine()};
    line.setLineWidth(foot.width());
    layout.endLayout();
    line.draw(&*m_painter, foot.topLeft());
    paintColourGlyphs(*m_painter, line, foot.topLeft());
}

QFont PdfSheet::font(int points, bool bold) const
{
    QFont font{m_look.family, points};
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

qreal PdfSheet::scaled(qreal points) const
{
    return points * dotsPerInch / 72;
}

} // namespace Textdesk
