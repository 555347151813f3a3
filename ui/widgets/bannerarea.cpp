// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bannerarea.h"

#include <QAbstractButton>
#include <QEvent>
#include <QVBoxLayout>

namespace Textdesk {

BannerArea::BannerArea(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_column{new QVBoxLayout{this}}
{
    setObjectName(QStringLiteral("bannerArea"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void BannerArea::floatOver(QWidget* ground)
{
    m_ground = ground;
    m_column->setContentsMargins(12, 0, 12, 12);
    m_column->setSpacing(8);
    ground->installEventFilter(this);
    place();
}

bool BannerArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ground && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

bool BannerArea::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        place();
    }
    return QWidget::event(event);
}

void BannerArea::place()
{
    if (!m_ground) {
        return;
    }
    setVisible(!m_banners.isEmpty());
    const int width{m_ground->width()};
    // Each gets the height of its words: a column shares its height out by what its parts would
    // like in a width of their own choice, and cuts the longer one.
    const QMargins margins{m_column->contentsMargins()};
    int height{margins.top() + margins.bottom()};
    for (int i{0}; i < m_column->count(); ++i) {
        QWidget* banner{m_column->itemAt(i)->widget()};
        banner->setFixedHeight(banner->heightForWidth(width - margins.left() - margins.right()));
        height += banner->height() + (i > 0 ? m_column->spacing() : 0);
    }
    const QPoint corner{m_ground->mapTo(parentWidget(), QPoint{0, m_ground->height() - height})};
    setGeometry({corner, QSize{width, height}});
    raise();
}

void BannerArea::add(const Notice& notice)
{
    const bool hadFocus{remove(notice.key)};
    auto* banner = new Banner{m_theme, notice.level, notice.what, notice.safe, notice.action, this};
    if (!notice.second.isEmpty()) {
        banner->addSecondAction(notice.second);
    }
    m_banners.insert(notice.key, banner);
    banner->setFloating(m_ground != nullptr);
    m_column->addWidget(banner);
    banner->show();
    place();
    connect(banner, &Banner::actionTriggered, this,
        [this, key = notice.key] { emit actionTriggered(key); });
    connect(banner, &Banner::secondTriggered, this,
        [this, key = notice.key] { emit secondTriggered(key); });
    connect(banner, &Banner::dismissed, this, [this, key = notice.key] {
        clear(key);
        emit dismissed(key);
    });
    // The newer news of the same cause keep a person who stood on the older.
    if (hadFocus) {
        const auto buttons = banner->findChildren<QAbstractButton*>();
        buttons.constFirst()->setFocus(Qt::OtherFocusReason); // there is one that closes
    }
}

bool BannerArea::remove(const QString& key)
{
    Banner* banner{m_banners.take(key)};
    if (!banner) {
        return false;
    }
    const QWidget* focused{window()->focusWidget()};
    const bool hadFocus{focused && banner->isAncestorOf(focused)};
    m_column->removeWidget(banner);
    banner->hide();
    banner->deleteLater(); // it may be the sender of the signal that brought us here
    place();
    return hadFocus;
}

void BannerArea::clear(const QString& key)
{
    if (remove(key)) {
        emit focusLeft();
    }
}

} // namespace Textdesk
