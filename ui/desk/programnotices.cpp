// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ProgramDesk that tells how the accounts are: lights, and a notice for each that
// stopped.
#include "ui/desk/accounthealth.h"
#include "ui/desk/pausewords.h"
#include "ui/desk/programdesk.h"
#include "ui/words/timewords.h"

#include <QLocale>

namespace Textdesk {

namespace {

const QLatin1String noCredit{"no-credit"};

QString pausedKey(AccountId id)
{
    return QStringLiteral("paused:") + id.toString();
}

} // namespace

DeskAccount ProgramDesk::deskAccount(const Account& account) const
{
    const bool isKeyDue{m_services.isKeyDue && m_services.isKeyDue(account.id())};
    const AccountHealth health{
        healthOf(account, {m_services.sync.problemOf(account.id()), isKeyDue})};
    DeskAccount row;
    row.id = account.id();
    row.name = account.row.name;
    row.health = health.health;
    row.shortNote = health.shortNote;
    row.note = health.note;
    row.isPractice = account.row.practice;
    row.colour = account.row.shownColour();
    row.isRefused = health.isRefused;
    return row;
}

// Why nothing goes out; a token that was refused for a question would be refused for a text, too.
QString ProgramDesk::stopOf(const Account& account) const
{
    if (!account.row.paused.isEmpty()) {
        return account.row.paused;
    }
    const AccountHealth health{healthOf(account, {m_services.sync.problemOf(account.id()), false})};
    return health.isRefused ? refusedReason() : QString{};
}

// Why texts wait here that could go out, so that each of them says so.
QString ProgramDesk::holdOf(const Account& account) const
{
    static const QStringList secrets{QStringLiteral("locked"), QStringLiteral("vault-locked"),
        QStringLiteral("no-backend"), QStringLiteral("denied"), QStringLiteral("not-found")};
    if (!m_storeTrouble.isEmpty()) {
        return m_storeTrouble;
    }
    if (!account.row.paused.isEmpty()) {
        return account.row.paused;
    }
    if (!account.secretProblem.isEmpty()) {
        return secrets.contains(account.secretProblem)
            ? QStringLiteral("secret-") + account.secretProblem
            : QStringLiteral("secret");
    }
    if (!account.maySend()) {
        return QStringLiteral("account-paused");
    }
    return m_services.outbox.isHeldBack(account.id()) ? QStringLiteral("held-back") : QString{};
}

void ProgramDesk::setStoreTrouble(const QString& word)
{
    // A damaged store stays so until the repair, whatever else comes and goes.
    if (m_storeTrouble != word && m_storeTrouble != QStringLiteral("store-damaged")) {
        m_storeTrouble = word;
        emit accountsChanged();
    }
}

// What no later question brings; told for a week, in which somebody can still look elsewhere.
QString ProgramDesk::unreadableOf(const Account& account) const
{
    constexpr int toldDays{7};
    const auto days = m_services.sync.incompleteDays(account.id());
    if (!days || days->to.daysTo(m_services.now().date()) > toldDays) {
        return {};
    }
    const QString from{QLocale{}.toString(days->from, QLocale::ShortFormat)};
    const QString to{QLocale{}.toString(days->to, QLocale::ShortFormat)};
    //: %1 and %2 are days, e.g. "20/11/2026" and "21/11/2026".
    return tr("Some texts of %1 to %2 may be missing here: the provider’s list holds entries that "
              "cannot be read. Its own page shows them.")
        .arg(from, to);
}

// While the provider cannot be asked; what comes by webhook comes all the same.
QString ProgramDesk::gapOf(const Account& account) const
{
    constexpr qint64 shortestSecs{300}; // a slip of the network is no gap
    const QDateTime until{m_services.sync.completeUntil(account.id())};
    const QDateTime now{m_services.now()};
    const bool isMissing{m_services.sync.problemOf(account.id()).has_value()};
    if (!isMissing || !until.isValid() || until.secsTo(now) < shortestSecs) {
        return unreadableOf(account);
    }
    // Of an earlier start only the day is known (HistorySync::completeUntil).
    if (until.time() == QTime{0, 0} && until.date() == now.date()) {
        return tr("Texts of today may be missing here: the provider could not be asked.");
    }
    //: %1 and %2 are days with their time, e.g. "yesterday 18:02" and "14:32".
    return tr("Texts between %1 and %2 may be missing here: the provider could not be asked.")
        .arg(dayAndTime(until, now, QLocale{}), dayAndTime(now, now, QLocale{}));
}

void ProgramDesk::refreshNotices()
{
    QHash<QString, QString> wanted;
    for (const Account* account : m_services.accounts.all()) {
        const QString stop{stopOf(*account)};
        if (stop.isEmpty()) {
            continue;
        }
        const QString key{pausedKey(account->id())};
        wanted.insert(key, stop);
        if (m_notices.value(key) == stop) {
            continue; // told already; a person who closed the banner has read it
        }
        const Explanation words{wordsForPause(stop, account->row.name, account->row.practice)};
        emit noticeRaised({key, Banner::Level::Warning, words.what, words.safe, words.next});
    }
    for (auto told = m_notices.cbegin(); told != m_notices.cend(); ++told) {
        if (!wanted.contains(told.key())) {
            emit noticeCleared(told.key());
        }
    }
    m_notices = wanted;
}

void ProgramDesk::noteSync(AccountId account, bool ok)
{
    if (ok) {
        m_services.accounts.refreshBalance(account);
    }
    const auto problem = m_services.sync.problemOf(account);
    const int now{problem ? int(problem->kind()) : -1};
    // Also another failure: the gap has grown.
    if (now >= 0 || m_syncProblems.value(account, -1) != now) {
        m_syncProblems.insert(account, now);
        refreshNotices();
        emit accountsChanged();
    }
}

void ProgramDesk::topUpPractice()
{
    m_services.practice.topUp();
    for (const Account* account : m_services.accounts.all()) {
        if (account->row.practice) {
            m_services.accounts.refreshBalance(account->id());
            if (account->row.paused == noCredit) {
                m_services.outbox.resume(account->id());
            }
        }
    }
}

void ProgramDesk::actOnNotice(const QString& key)
{
    for (const Account* account : m_services.accounts.all()) {
        if (key != pausedKey(account->id())) {
            continue;
        }
        if (stopOf(*account) == refusedReason()) {
            emit credentialWanted(account->id());
        } else if (account->row.practice && account->row.paused == noCredit) {
            topUpPractice();
        } else {
            m_services.outbox.resume(account->id());
        }
        return;
    }
}

} // namespace Textdesk
