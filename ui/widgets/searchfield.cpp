// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/iconbutton.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Textdesk {

SearchField::SearchField(
    const Theme& theme, const QString& placeholder, const QString& keyHint, QWidget* parent)
    : QLineEdit{parent}
    , m_theme{theme}
    , m_keyHint{keyHint}
    , m_clear{new IconButton{theme, QStringLiteral("close"), QStringLiteral("clearSearch"),
          tr("Empty the search (Esc)"), this}}
{
    setObjectName(QStringLiteral("searchField"));
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    m_clear->setFocusPolicy(Qt::TabFocus); // a click leaves the cursor in the line
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        clear();
        setFocus(Qt::OtherFocusReason);
    });
    connect(this, &QLineEdit::textChanged, this, &SearchField::keepRoom);
    keepRoom();
}

void SearchField::keepRoom()
{
    const QFontMetrics hint{Fonts::small()};
    const int end{text().isEmpty() ? hint.horizontalAdvance(m_keyHint) + 26 : 38};
    m_clear->setVisible(!text().isEmpty());
    setTextMargins(layoutDirection() == Qt::RightToLeft ? end : 34, 0,
        layoutDirection() == Qt::RightToLeft ? 34 : end, 0);
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    const int edge{std::clamp(height() - 4, 0, 28)};
    m_clear->setFixedSize(edge, edge);
    m_clear->setGeometry(QStyle::visualRect(
        layoutDirection(), rect(), {width() - edge - 4, (height() - edge) / 2, edge, edge}));
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Colours& colours{m_theme.colours()};
    const auto place = [this](const QRect& logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    m_theme.icons().paint(painter,
        place({10, (height() - Metrics::icon) / 2, Metrics::icon, Metrics::icon}),
        QStringLiteral("search"), colours.muted);
    if (!text().isEmpty()) {
        return;
    }
    QFont font{Fonts::small()};
    font.setPixelSize(11);
    const int wide{QFontMetrics{font}.horizontalAdvance(m_keyHint) + 12};
    const QRect key{place({width() - wide - 10, (height() - 18) / 2, wide, 18})};
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF{key}.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(font);
    painter.setPen(colours.muted);
    painter.drawText(key, Qt::AlignCenter, m_keyHint);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            return;
        }
        break;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit walkRequested();
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace Textdesk
