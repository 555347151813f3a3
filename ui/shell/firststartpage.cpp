// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firststartpage.h"

#include "ui/shell/startpage.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/errorwords.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

namespace {

// A column of at most this width in the middle; scrolls when the window is low.
QWidget* centred(QWidget* content, int width, QWidget* parent)
{
    auto* area = new QScrollArea{parent};
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget{area};
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(32, 32, 32, 32);
    content->setMaximumWidth(width);
    content->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    column->addStretch(2);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(content, 100);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(3);
    area->setWidget(page);
    return area;
}

} // namespace

FirstStartPage::FirstStartPage(const Theme& theme, Desk& desk, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_desk{desk}
    , m_start{new StartPage{theme, this}}
    , m_problem{new TextLabel{theme, Textdesk::Tone::Bad, Fonts::base(), this}}
{
    setObjectName(QStringLiteral("firstStart"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(centred(m_start, 720, this));
    m_problem->setObjectName(QStringLiteral("startProblem"));
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignHCenter);
    m_problem->hide();
    m_start->layout()->addWidget(m_problem);
    connect(m_start, &StartPage::practiceChosen, this, &FirstStartPage::tryPractice);
    connect(m_start, &StartPage::connectChosen, this, &FirstStartPage::connectRequested);
}

void FirstStartPage::showChoices()
{
    m_problem->hide();
    m_start->setFurther(m_desk.hasAccounts());
    const std::vector<DeskAccount> all{m_desk.accounts()};
    m_start->setPractises(std::any_of(
        all.cbegin(), all.cend(), [](const DeskAccount& account) { return account.isPractice; }));
    focusFirst();
}

void FirstStartPage::focusFirst()
{
    m_start->focusFirst();
}

void FirstStartPage::tryPractice()
{
    m_problem->hide();
    m_start->setBusy(true);
    m_desk.tryPractice()->then(this, [this](const Result<AccountId>& result) {
        m_start->setBusy(false);
        if (result) {
            emit accountReady(*result);
            return;
        }
        m_problem->setText(tr("The practice account could not be started. %1")
                               .arg(describe(result.error()).sentence()));
        m_problem->show();
    });
}

} // namespace Textdesk
