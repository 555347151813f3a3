// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/threadheader.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace Textdesk {

ThreadHeader::ThreadHeader(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Panel, Qt::BottomEdge, parent}
    , m_avatar{new Avatar{theme, this}}
    , m_title{new ElidedLabel{theme, Tone::Normal, Fonts::heading(), this}}
    , m_subtitle{new ElidedLabel{theme, Tone::Muted, Fonts::small(), this}}
    , m_copy{new IconButton{
          theme, QStringLiteral("copy"), QStringLiteral("copyNumber"), tr("Copy the number"), this}}
{
    setObjectName(QStringLiteral("threadHeader"));
    m_title->setObjectName(QStringLiteral("threadTitle"));
    setFixedHeight(Metrics::headerHeight);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(20, 0, 16, 1);
    row->setSpacing(12);
    row->addWidget(m_avatar);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    words->addStretch(1);
    row->addLayout(words, 1);
    auto* unread = new IconButton{theme, QStringLiteral("unread"), QStringLiteral("markUnread"),
        tr("Mark as unread (Ctrl+U)"), this};
    auto* actions = new QHBoxLayout;
    actions->setSpacing(4);
    actions->addWidget(unread);
    actions->addWidget(m_copy);
    row->addLayout(actions);
    connect(unread, &QAbstractButton::clicked, this, &ThreadHeader::markUnreadRequested);
    connect(m_copy, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_number); });
}

void ThreadHeader::present(
    const QString& title, bool isNamed, const QString& subtitle, const QString& number)
{
    m_avatar->present(title, isNamed);
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    m_number = number;
    m_copy->setVisible(!number.isEmpty());
}

} // namespace Textdesk
