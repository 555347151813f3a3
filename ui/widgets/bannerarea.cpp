// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bannerarea.h"

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

void BannerArea::add(const Notice& notice)
{
    clear(notice.key);
    auto* banner = new Banner{m_theme, notice.level, notice.what, notice.safe, notice.action, this};
    m_banners.insert(notice.key, banner);
    m_column->addWidget(banner);
    banner->show();
    connect(banner, &Banner::actionTriggered, this,
        [this, key = notice.key] { emit actionTriggered(key); });
    connect(banner, &Banner::dismissed, this, [this, key = notice.key] {
        clear(key);
        emit dismissed(key);
    });
}

void BannerArea::clear(const QString& key)
{
    if (Banner * banner{m_banners.take(key)}) {
        m_column->removeWidget(banner);
        banner->hide();
        banner->deleteLater(); // it may be the sender of the signal that brought us here
    }
}

} // namespace Textdesk
