// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/profile/samplehistory.h"

#include <array>
#include <cmath>

namespace Textdesk::Bench {

namespace {

constexpr qint64 historyMs{qint64{5} * 365 * 86400000};
constexpr int wholeShare{1000};
constexpr int shareOfTheFirst{300}; // of 1,000: one conversation holds 30% of all

// Words people text, a line a language; more are made of their syllables.
constexpr std::array vocabularies{
    "please thank tomorrow appointment order delivery meeting school parent reminder confirm "
    "address invoice collect ready waiting morning doctor payment branch",
    "asseblief dankie môre afspraak bestelling aflewering vergadering skool ouer herinnering "
    "bevestig adres faktuur haal gereed wag oggend dokter betaling tak",
    "merci demain rendez-vous commande livraison réunion école rappel confirmer adresse facture "
    "prêt attendre matin médecin paiement agence élève bientôt",
    "спасибо завтра встреча заказ доставка собрание школа напоминание подтвердить адрес счёт "
    "готово ждём утром врач оплата филиал",
    "شكرا غدا موعد طلب توصيل اجتماع مدرسة تذكير تأكيد عنوان فاتورة جاهز صباح طبيب دفع",
    "ngiyabonga kusasa isikhathi umyalelo isikole umzali isikhumbuzo qinisekisa ikheli ekuseni "
    "udokotela ukukhokha"};
constexpr std::array emoji{"\U0001F44D", "\U0001F389", "\U0001F64F", "❤️", "\U0001F602"};

QString madeWord(QRandomGenerator& random)
{
    static const QString consonants{QStringLiteral("bcdfghklmnprstvwz")};
    static const QString vowels{QStringLiteral("aeiou")};
    QString word;
    for (int i{random.bounded(2, 5)}; i > 0; --i) {
        word += consonants.at(random.bounded(consonants.size()));
        word += vowels.at(random.bounded(vowels.size()));
    }
    return word;
}

} // namespace

SampleHistory::SampleHistory(const SampleOptions& options)
    : m_options{options}
    , m_random{options.seed}
{
    constexpr int madeWords{3000};
    for (const char* vocabulary : vocabularies) {
        QStringList words{QString::fromUtf8(vocabulary).split(u' ')};
        for (int i{0}; i < madeWords; ++i) {
            words.append(madeWord(m_random));
        }
        m_words.push_back(words);
    }
}

QString SampleHistory::peer(int person) const
{
    return QStringLiteral("+27820%1").arg(person, 6, 10, QChar{u'0'});
}

QString SampleHistory::name(int person) const
{
    static const QStringList first{QStringLiteral("Thandi"), QStringLiteral("Pieter"),
        QStringLiteral("Zoë"), QStringLiteral("Ольга"), QStringLiteral("ليلى"),
        QStringLiteral("Sipho"), QStringLiteral("Aimée"), QStringLiteral("John")};
    static const QStringList last{QStringLiteral("Nkosi"), QStringLiteral("van der Merwe"),
        QStringLiteral("Dubois"), QStringLiteral("Smith"), QStringLiteral("Иванова"),
        QStringLiteral("Naidoo"), QStringLiteral("O'Brien")};
    return first.at(person % first.size()) + u' ' + last.at(person / 3 % last.size());
}

// A few write much, most write little.
int SampleHistory::nextPerson()
{
    if (m_random.bounded(wholeShare) < shareOfTheFirst) {
        return 0;
    }
    const double x{m_random.generateDouble()};
    return 1 + int(double(m_options.people - 1) * x * x * x);
}

QString SampleHistory::words(int language)
{
    const QStringList& vocabulary{m_words.at(size_t(language))};
    const double length{m_random.generateDouble()};
    constexpr double longest{45};
    const int count{1 + int(longest * length * length * length)};
    QString text;
    for (int i{0}; i < count; ++i) {
        const double x{m_random.generateDouble()};
        const QString& word{vocabulary.at(int(double(vocabulary.size() - 1) * std::pow(x, 6)))};
        text += i == 0 ? word.left(1).toUpper() + word.mid(1) : u' ' + word;
    }
    if (m_random.bounded(5) == 0) {
        text += QStringLiteral(" %1").arg(m_random.bounded(100000));
    }
    text += m_random.bounded(12) == 0
        ? u' ' + QString::fromUtf8(emoji.at(size_t(m_random.bounded(int(emoji.size())))))
        : QStringLiteral(".");
    return text;
}

void SampleHistory::state(Message& message)
{
    if (message.direction == Direction::In) {
        constexpr int unreadRows{20000};
        const bool recent{m_next > m_options.messages - unreadRows};
        message.state = DeliveryState::Received;
        message.read = !recent || m_random.bounded(6) != 0;
        return;
    }
    const int luck{m_random.bounded(100)};
    message.state = luck < 3 ? DeliveryState::Failed
        : luck < 6           ? DeliveryState::Sent
                             : DeliveryState::Delivered;
    message.reason = luck < 3 ? QStringLiteral("failed") : QString{};
}

Message SampleHistory::next()
{
    Message message;
    const int person{nextPerson()};
    message.peer = peer(person);
    message.direction = m_random.bounded(5) < 2 ? Direction::In : Direction::Out;
    message.text = words(person % int(vocabularies.size()));
    message.parts = 1 + int(message.text.size() / 160);
    message.providerId = QStringLiteral("sample-%1-%2").arg(m_options.seed).arg(m_next);
    message.atMs = m_options.endMs - historyMs
        + qint64(double(historyMs) * double(m_next) / double(m_options.messages));
    message.stateMs = message.atMs + 4000;
    state(message);
    ++m_next;
    return message;
}

} // namespace Textdesk::Bench
