// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchfilters.h"

#include "app/base/localzone.h"
#include "app/domain/searchquery.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/menuchip.h"

#include <QMenu>

namespace Textdesk {

namespace {

QString operatorsAway(QString typed, const QString& name)
{
    return withOperator(typed, name, {});
}

} // namespace

SearchFilters::SearchFilters(const Theme& theme, std::function<QDate()> today, QWidget* parent)
    : QWidget{parent}
    , m_today{std::move(today)}
    , m_theme{theme}
{
    setObjectName(QStringLiteral("searchFilters"));
    new FlowLayout{this, 6};
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_state = add("searchState", tr("Any message"), [] {
        const QString is{QStringLiteral("is")};
        return std::vector<Choice>{{tr("Received"), is, QStringLiteral("received")},
            {tr("Sent"), is, QStringLiteral("sent")}, {tr("Unread"), is, QStringLiteral("unread")},
            {tr("Delivered"), is, QStringLiteral("delivered")},
            {tr("Failed"), is, QStringLiteral("failed")},
            {tr("Perhaps sent"), is, QStringLiteral("unknown")}};
    });
    m_time = add("searchTime", tr("Any time"), [this] { return times(); });
    m_line = add("searchLine", tr("Any line"), [this] {
        std::vector<Choice> choices;
        for (const QString& name : m_lines) {
            choices.push_back({name, QStringLiteral("line"), name});
        }
        return choices;
    });
}

std::vector<SearchFilters::Choice> SearchFilters::times() const
{
    const QString after{QStringLiteral("after")};
    const QDate today{m_today()};
    const auto since = [&today](int days) { return today.addDays(-days).toString(Qt::ISODate); };
    return {{tr("Today"), after, since(0)}, {tr("The last 7 days"), after, since(6)},
        {tr("The last 30 days"), after, since(29)}, {tr("The last 365 days"), after, since(364)}};
}

MenuChip* SearchFilters::add(
    const char* name, const QString& label, std::function<std::vector<Choice>()> choices)
{
    auto* chip = new MenuChip{m_theme, QLatin1String{name}, label,
        [this, label, choices = std::move(choices)](QMenu& menu) {
            const std::vector<Choice> all{choices()};
            if (!all.empty()) {
                menu.addAction(label, this, [this, which = all.front().name] {
                    emit typedChanged(operatorsAway(m_typed, which));
                });
            }
            for (const Choice& choice : all) {
                menu.addAction(QString{choice.words}.replace(u'&', QStringLiteral("&&")), this,
                    [this, choice] {
                        emit typedChanged(withOperator(m_typed, choice.name, choice.value));
                    });
            }
        },
        this};
    layout()->addWidget(chip);
    return chip;
}

void SearchFilters::setLines(const QStringList& names)
{
    m_lines = names;
    m_line->setVisible(names.size() > 1);
}

// What "is:" says, in the words of the menu and of the bubbles.
QString SearchFilters::wordsForState(const SearchQuery& query)
{
    if (query.unreadOnly) {
        return tr("Unread");
    }
    if (query.direction) {
        return *query.direction == Direction::In ? tr("Received") : tr("Sent");
    }
    if (query.states.isEmpty()) {
        return {};
    }
    if (query.states.size() > 1) {
        return tr("Several states");
    }
    switch (query.states.front()) {
    case DeliveryState::Failed:
        return tr("Failed");
    case DeliveryState::Delivered:
        return tr("Delivered");
    case DeliveryState::Queued:
        return tr("Queued");
    default:
        return tr("Perhaps sent");
    }
}

void SearchFilters::present(const QString& typed)
{
    m_typed = typed;
    const SearchQuery query{parseSearch(typed, m_today(), localZone())};
    m_state->setChoice(wordsForState(query));
    m_line->setChoice(query.line);
    const auto day = [this](qint64 ms) {
        return locale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::ShortFormat);
    };
    m_time->setChoice(query.fromMs > 0 ? tr("Since %1").arg(day(query.fromMs))
            : query.beforeMs > 0       ? tr("Before %1").arg(day(query.beforeMs))
                                       : QString{});
}

} // namespace Textdesk
