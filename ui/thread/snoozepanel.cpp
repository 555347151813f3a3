// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/snoozepanel.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/snoozewords.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Textdesk {

SnoozePanel::SnoozePanel(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Panel, Qt::BottomEdge, parent}
    , m_choices{new FlowLayout{nullptr, 8}}
    , m_time{new QDateTimeEdit{this}}
    , m_problem{new TextLabel{theme, Textdesk::Tone::Bad, Fonts::small(), this}}
{
    setObjectName(QStringLiteral("snoozePanel"));
    m_time->setObjectName(QStringLiteral("snoozeTime"));
    m_time->setAccessibleName(tr("Day and time when the conversation comes back"));
    m_time->setCalendarPopup(true);
    m_time->setDisplayFormat(locale().dateFormat(QLocale::ShortFormat) + QStringLiteral(" HH:mm"));
    m_time->setMinimumWidth(200);
    m_time->findChild<QLineEdit*>()->setAccessibleName(m_time->accessibleName());
    m_problem->setObjectName(QStringLiteral("snoozeProblem"));
    m_problem->setWordWrap(true);
    build();
    setProblem({});
}

void SnoozePanel::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 12, 16, 14);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    auto* title = new TextLabel{theme(), Textdesk::Tone::Muted, Fonts::small(), this};
    title->setText(tr("Out of sight until the time below, or until they write again"));
    title->setWordWrap(true);
    top->addWidget(title, 1);
    auto* close = new IconButton{theme(), QStringLiteral("close"),
        QStringLiteral("closeSnoozePanel"), tr("Close (Esc)"), this};
    connect(close, &QAbstractButton::clicked, this, &SnoozePanel::closed);
    top->addWidget(close);
    column->addLayout(top);
    // In a small window they stand below each other, and the list keeps its width.
    column->addLayout(m_choices);
    auto* own = new FlowLayout{nullptr, 8};
    auto* set = new Button{theme(), Button::Kind::Secondary, QStringLiteral("snoozeOwn"),
        tr("Snooze until &then"), this};
    own->addWidget(m_time);
    own->addWidget(set);
    column->addLayout(own);
    column->addWidget(m_problem);
    connect(set, &QAbstractButton::clicked, this,
        [this] { emit chosen(m_time->dateTime().toMSecsSinceEpoch()); });
    setTabOrder(set, close);
}

void SnoozePanel::present(const QDateTime& now)
{
    for (QWidget* button : m_buttons) {
        m_choices->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    int number{0};
    for (const SnoozeChoice& choice : snoozeChoices(now, locale())) {
        auto* button = new Button{theme(), Button::Kind::Secondary,
            QStringLiteral("snooze_%1").arg(number++), choice.words, this};
        connect(button, &QAbstractButton::clicked, this,
            [this, ms = choice.until.toMSecsSinceEpoch()] { emit chosen(ms); });
        m_choices->addWidget(button);
        button->show(); // at once, so that it can have the focus
        if (!m_buttons.empty()) {
            setTabOrder(m_buttons.back(), button);
        }
        m_buttons.push_back(button);
    }
    setTabOrder(m_buttons.back(), m_time);
    m_time->setMinimumDateTime(now);
    m_time->setDateTime(QDateTime{now.date().addDays(1), QTime{8, 0}});
}

void SnoozePanel::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void SnoozePanel::focusFirst()
{
    m_buttons.front()->setFocus(Qt::OtherFocusReason);
}

void SnoozePanel::focusOwnTime()
{
    m_time->setFocus(Qt::OtherFocusReason);
}

} // namespace Textdesk
