// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/retentionpanel.h"

#include "ui/settings/markedlabel.h"
#include "ui/theme/fonts.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace Textdesk {

namespace {

constexpr int terms[]{0, 30, 90, 180, 365, 730, 1825};

} // namespace

RetentionPanel::RetentionPanel(
    const Theme& theme, Cleaning& cleaning, Prompt& prompt, QWidget* parent)
    : Panel{parent}
    , m_theme{theme}
    , m_cleaning{cleaning}
    , m_prompt{prompt}
    , m_title{new MarkedLabel{theme, tr("How long messages are kept"), this}}
    , m_told{new TextLabel{theme, Tone::Muted, Fonts::preview(), this}}
    , m_rows{new QVBoxLayout}
{
    setObjectName(QStringLiteral("retentionPanel"));
    m_told->setObjectName(QStringLiteral("retentionTold"));
    m_told->setWordWrap(true);
    auto* sentence = new TextLabel{theme, Tone::Muted, Fonts::preview(), this};
    sentence->setText(
        tr("Older ones are deleted here once a day, not at the provider. Drafts, texts "
           "that wait and texts in doubt always stay; backups follow within three days."));
    sentence->setWordWrap(true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(sentence);
    column->addSpacing(4);
    column->addLayout(m_rows);
    column->addWidget(m_told);
    m_told->hide();
    refresh();
}

void RetentionPanel::refresh()
{
    m_cleaning.rules()->then(this, [this](const Result<std::vector<RetentionRule>>& rules) {
        if (rules) {
            show(*rules);
        }
    });
}

void RetentionPanel::show(const std::vector<RetentionRule>& rules)
{
    while (QLayoutItem * item{m_rows->takeAt(0)}) {
        delete item->widget();
        delete item;
    }
    m_names.clear();
    for (const RetentionRule& rule : rules) {
        addAccount(rule);
        m_names += rule.name + u' ';
    }
    if (rules.empty()) {
        auto* nothing = new TextLabel{m_theme, Tone::Muted, Fonts::base(), this};
        nothing->setText(tr("There is no account yet."));
        m_rows->addWidget(nothing);
    }
}

void RetentionPanel::addAccount(const RetentionRule& rule)
{
    auto* line = new QWidget{this};
    auto* name = new TextLabel{m_theme, Tone::Normal, Fonts::base(), line};
    name->setText(rule.removed ? tr("%1 (removed)").arg(rule.name) : rule.name);
    auto* box = new QComboBox{line};
    box->setObjectName(QStringLiteral("retention_%1").arg(rule.account.toString()));
    box->setAccessibleName(tr("How long the messages of %1 are kept").arg(rule.name));
    name->setBuddy(box); // Qt tells a screen reader a combo box's value, so its label names it
    name->setAccessibleName(box->accessibleName());
    box->setFixedWidth(260);
    bool known{false};
    for (const int days : terms) {
        box->addItem(days == 0 ? tr("For ever") : tr("%n day(s)", nullptr, days), days);
        known = known || days == rule.days;
    }
    if (!known) {
        box->addItem(tr("%n day(s)", nullptr, rule.days), rule.days);
    }
    box->setCurrentIndex(box->findData(rule.days));
    connect(box, &QComboBox::activated, this, [this, rule, box] { chosen(rule, box); });
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins(0, 2, 0, 2);
    row->addWidget(name, 1);
    row->addWidget(box);
    m_rows->addWidget(line);
}

void RetentionPanel::chosen(const RetentionRule& rule, QComboBox* box)
{
    const int days{box->currentData().toInt()};
    if (days == rule.days) {
        return;
    }
    m_cleaning.preview(rule.account, days)
        ->then(this, [this, rule, days](const Result<RetentionPreview>& preview) {
            if (!preview) {
                refresh();
            } else if (preview->messages == 0) {
                apply(rule, days);
            } else {
                askFirst(rule, days, *preview);
            }
        });
}

void RetentionPanel::askFirst(const RetentionRule& rule, int days, const RetentionPreview& preview)
{
    const QString date{locale().toString(
        QDateTime::fromMSecsSinceEpoch(preview.beforeMs).date(), QLocale::LongFormat)};
    Question question;
    question.title = tr("Delete %n message(s) of %1 older than %2?", nullptr,
        int(std::min<qint64>(preview.messages, std::numeric_limits<int>::max())))
                         .arg(rule.name, date);
    question.text =
        tr("They leave this computer for good, and so do older ones from now on, once a "
           "day. At the provider nothing is deleted.");
    if (preview.kept > 0) {
        question.text += u' '
            + tr("%n older text(s) that wait or are in doubt stay.", nullptr, int(preview.kept));
    }
    question.yes = tr("Delete them");
    question.no = tr("Keep everything");
    question.isDangerous = true;
    m_prompt.ask(
        this, question, [this, rule, days](bool yes) { yes ? apply(rule, days) : refresh(); });
}

void RetentionPanel::apply(const RetentionRule& rule, int days)
{
    m_cleaning.setDays(rule.account, days)->then(this, [this](const Result<Done>&) {
        m_cleaning.run()->then(this, [this](const Result<qint64>& deleted) {
            m_told->setVisible(deleted && *deleted > 0);
            if (deleted && *deleted > 0) {
                m_told->setText(tr("%n message(s) were deleted.", nullptr, int(*deleted)));
            }
            refresh();
        });
    });
}

bool RetentionPanel::narrow(const QString& searched)
{
    const bool found{matches(
        m_title->text() + u' ' + m_names + tr(" retention delete old privacy days age keep"),
        searched)};
    setVisible(found);
    m_title->mark(searched);
    return found;
}

} // namespace Textdesk
