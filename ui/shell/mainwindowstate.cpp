// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MainWindow that tells how things are: accounts, counts, marks and errors.
#include "ui/shell/mainwindow.h"
#include "ui/shell/practicepage.h"
#include "ui/shell/storenotice.h"
#include "ui/widgets/healthlist.h"
#include "ui/widgets/navigationrail.h"
#include "ui/words/errorwords.h"

namespace Textdesk {

namespace {

const QLatin1String inboxKey{"inbox"};
const QLatin1String practiceKey{"practice"};
const QLatin1String startKey{"start"};
const QLatin1String composeKey{"compose"};
const QLatin1String errorKey{"error"};
const QLatin1String accountsKey{"accounts"};

} // namespace

void MainWindow::addMark(const QString& key, const QString& icon, const QString& label)
{
    m_marks.append(key);
    m_rail->addVerb(key, icon, label, true)->setVisible(m_desk.hasAccounts());
}

void MainWindow::setMark(const QString& key, const Mark& mark)
{
    NavigationItem* item{m_rail->item(key)};
    item->setText(mark.label);
    item->setAccessibleName(mark.label);
    item->setToolTip(mark.spoken.toHtmlEscaped());
    item->setAccessibleDescription(mark.spoken);
    item->setLit(mark.isOn);
}

QPoint MainWindow::besideMark(const QString& key) const
{
    const NavigationItem* item{m_rail->item(key)};
    return item->mapToGlobal(QPoint{layoutDirection() == Qt::RightToLeft ? 0 : item->width(), 0});
}

void MainWindow::refreshAccounts()
{
    std::vector<HealthRow> rows;
    bool practises{false};
    for (const DeskAccount& account : m_desk.accounts()) {
        practises = practises || account.isPractice;
        //: An account and a short note on it, e.g. "School office · 412".
        rows.push_back({account.health,
            account.shortNote.isEmpty() ? account.name
                                        : tr("%1 · %2").arg(account.name, account.shortNote),
            account.note});
    }
    m_health->setRows(std::move(rows));
    m_rail->item(practiceKey)->setVisible(practises);
    m_rail->item(composeKey)->setVisible(m_desk.hasAccounts());
    for (const QString& mark : std::as_const(m_marks)) {
        m_rail->item(mark)->setVisible(m_desk.hasAccounts());
    }
    for (const WindowPage& page : m_further) {
        if (!page.icon.isEmpty()) {
            m_rail->item(page.key)->setVisible(page.isReachable || m_desk.hasAccounts());
        }
    }
    m_practice->setNumbers(m_desk.practiceNumbers());
    // Only the first account that comes and the last that goes move the person elsewhere.
    const bool hasAccounts{m_desk.hasAccounts()};
    if (hasAccounts != m_hadAccounts) {
        m_hadAccounts = hasAccounts;
        // Whoever connects the first account reads on there.
        const WindowPage* further{furtherPage(m_place)};
        if (!hasAccounts || !further || !further->isReachable) {
            goTo(hasAccounts ? inboxKey : startKey);
        }
    }
}

void MainWindow::openHealth(int row)
{
    const std::vector<DeskAccount> accounts{m_desk.accounts()};
    if (row >= int(accounts.size())) {
        return;
    }
    const DeskAccount& account{accounts[size_t(row)]};
    if (account.isRefused) {
        emit credentialRequested(account.id);
    } else {
        goTo(accountsKey);
    }
}

void MainWindow::refreshCounts()
{
    const int unread{m_desk.counts().unreadMessages};
    m_rail->item(inboxKey)->setBadge(unread);
    setWindowTitle(unread > 0 ? tr("(%1) Textdesk").arg(locale().toString(unread))
                              : QStringLiteral("Textdesk"));
}

void MainWindow::showError(const Error& error)
{
    if (error.kind() == ErrorKind::Cancelled) {
        return; // the person asked for it
    }
    if (const auto ofTheStore = storeNotice(error)) {
        m_banners->add(*ofTheStore);
        return;
    }
    const Explanation words{describe(error)};
    const QString safe{words.next.isEmpty() ? words.safe : words.safe + u' ' + words.next};
    m_banners->add({QString{errorKey}, Banner::Level::Problem, words.what, safe, {}});
}

} // namespace Textdesk
