// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firststartpage.h"

#include "ui/shell/connectform.h"
#include "ui/shell/startpage.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/errorwords.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

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
    , m_steps{new QStackedWidget{this}}
    , m_start{new StartPage{theme, this}}
    , m_problem{new TextLabel{theme, Textdesk::Tone::Bad, Fonts::base(), this}}
    , m_card{new Card{theme, {}, tr("Connect a ZoomConnect account"),
          tr("Textdesk checks the account before it keeps anything; no text is sent."), this}}
    , m_form{new ConnectForm{theme, this}}
{
    setObjectName(QStringLiteral("firstStart"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_steps);
    m_problem->setObjectName(QStringLiteral("startProblem"));
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignHCenter);
    m_problem->hide();
    m_start->layout()->addWidget(m_problem);
    m_card->body()->addWidget(m_form);
    m_steps->addWidget(centred(m_start, 720, this));
    m_steps->addWidget(centred(m_card, 480, this));
    connect(m_start, &StartPage::practiceChosen, this, &FirstStartPage::tryPractice);
    connect(m_start, &StartPage::connectChosen, this, &FirstStartPage::showForm);
    connect(m_form, &ConnectForm::cancelled, this, &FirstStartPage::showChoices);
    connect(m_form, &ConnectForm::submitted, this, &FirstStartPage::connectAccount);
}

void FirstStartPage::showForm()
{
    m_form->start(m_desk.connectDefaults());
    m_steps->setCurrentIndex(1);
    m_form->findChild<QLineEdit*>(QStringLiteral("accountName"))->setFocus(Qt::OtherFocusReason);
}

void FirstStartPage::showChoices()
{
    m_problem->hide();
    m_steps->setCurrentIndex(0);
    focusFirst();
}

void FirstStartPage::focusFirst()
{
    if (m_steps->currentIndex() == 0) {
        m_start->focusFirst();
    }
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

void FirstStartPage::connectAccount(const ConnectRequest& request)
{
    m_form->setBusy(true);
    m_desk.connectAccount(request)->then(this, [this](const Result<AccountId>& result) {
        m_form->setBusy(false);
        if (result) {
            m_form->start(m_desk.connectDefaults()); // forgets the token
            showChoices();
            emit accountReady(*result);
        } else {
            m_form->setProblem(describeConnecting(result.error()));
        }
    });
}

void FirstStartPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_steps->currentIndex() == 1) {
        showChoices();
        return;
    }
    Surface::keyPressEvent(event);
}

} // namespace Textdesk
