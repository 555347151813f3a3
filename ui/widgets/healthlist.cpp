// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/healthlist.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolTip>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int rowHeight{18};
constexpr int top{12};

} // namespace

HealthList::HealthList(const Theme& theme, QWidget* parent)
    : QAbstractButton{parent}
    , m_theme{theme}
{
    setObjectName(QStringLiteral("healthList"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (!m_rows.empty()) {
            emit activated(worstRow());
        }
    });
}

void HealthList::setRows(std::vector<HealthRow> rows)
{
    m_rows = std::move(rows);
    QStringList words;
    for (const HealthRow& row : m_rows) {
        const QString state{row.health == Health::Good ? tr("working")
                : row.health == Health::Attention      ? tr("needs attention")
                : row.health == Health::Trouble        ? tr("not working")
                                                       : tr("not checked yet")};
        words.append(tr("%1: %2").arg(row.text, row.note.isEmpty() ? state : row.note));
    }
    setAccessibleName(tr("State of the accounts"));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QSize HealthList::sizeHint() const
{
    return {120, m_rows.empty() ? 0 : top + 8 + rowHeight * int(m_rows.size())};
}

QColor HealthList::light(Health health) const
{
    const Colours& colours{m_theme.colours()};
    switch (health) {
    case Health::Good:
        return colours.ok;
    case Health::Attention:
        return colours.warn;
    case Health::Trouble:
        return colours.bad;
    case Health::Idle:
        break;
    }
    return colours.muted;
}

void HealthList::paintEvent(QPaintEvent*)
{
    if (m_rows.empty()) {
        return;
    }
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect{4, 8, width() - 8, 1}, m_theme.colours().line);
    const auto place = [this](const QRect& logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    int y{top + 8};
    for (const HealthRow& row : m_rows) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(light(row.health));
        painter.drawEllipse(place({12, y + (rowHeight - 8) / 2, 8, 8}));
        // What is wrong is worth more than the end of a long name.
        const QFontMetrics metrics{Fonts::small()};
        const auto cut = row.text.lastIndexOf(QStringLiteral(" · "));
        const QString note{cut < 0 ? QString{} : row.text.mid(cut)};
        const int room{width() - 32};
        const QString name{metrics.elidedText(cut < 0 ? row.text : row.text.left(cut),
            Qt::ElideRight, room - metrics.horizontalAdvance(note))};
        Painting::text(painter, place({28, y, room, rowHeight}), name + note, Fonts::small(),
            m_theme.colours().muted, layoutDirection());
        y += rowHeight;
    }
    QStyleOption option;
    option.initFrom(this);
    if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        Painting::focusRing(
            painter, rect().adjusted(2, top + 4, -2, 0), m_theme.colours().accent, Metrics::radius);
    }
}

int HealthList::rowAt(const QPoint& place) const
{
    const int row{place.y() < top + 8 ? -1 : (place.y() - top - 8) / rowHeight};
    return row < int(m_rows.size()) ? row : -1;
}

int HealthList::worstRow() const
{
    const auto worst = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [](const HealthRow& row) { return row.health == Health::Trouble; });
    return worst == m_rows.cend() ? 0 : int(worst - m_rows.cbegin());
}

// A mouse means one row, where a button knows only itself.
void HealthList::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void HealthList::mouseReleaseEvent(QMouseEvent* event)
{
    if (const int row{rowAt(event->pos())}; event->button() == Qt::LeftButton && row >= 0) {
        emit activated(row);
    }
}

void HealthList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

bool HealthList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row{rowAt(help->pos())};
        if (row >= 0 && !m_rows[size_t(row)].note.isEmpty()) {
            QToolTip::showText(help->globalPos(),
                QStringLiteral("<qt>%1</qt>").arg(m_rows[size_t(row)].note.toHtmlEscaped()), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractButton::event(event);
}

} // namespace Textdesk
