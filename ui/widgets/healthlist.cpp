// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/healthlist.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/painting.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Textdesk {

namespace {

constexpr int rowHeight{18};
constexpr int top{12};

} // namespace

HealthList::HealthList(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
{
    setObjectName(QStringLiteral("healthList"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
        words.append(tr("%1: %2").arg(row.text, state));
    }
    setAccessibleName(tr("Accounts"));
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
        Painting::text(painter, place({28, y, width() - 32, rowHeight}), row.text, Fonts::small(),
            m_theme.colours().muted, layoutDirection());
        y += rowHeight;
    }
}

bool HealthList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row{(help->pos().y() - top - 8) / rowHeight};
        if (row >= 0 && size_t(row) < m_rows.size() && !m_rows[size_t(row)].note.isEmpty()) {
            QToolTip::showText(help->globalPos(),
                QStringLiteral("<qt>%1</qt>").arg(m_rows[size_t(row)].note.toHtmlEscaped()), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace Textdesk
