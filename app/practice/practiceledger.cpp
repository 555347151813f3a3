// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practiceledger.h"

#include "app/base/log.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace Textdesk {

using namespace Qt::StringLiterals;

namespace {

// architecture.md section 4: the wire value ends in '#' and a 13-character client reference.
QString referenceOf(const QString& dataField)
{
    const qsizetype hash{dataField.lastIndexOf(u'#')};
    return hash >= 0 && dataField.size() - hash == 14 ? dataField.mid(hash + 1) : QString{};
}

} // namespace

Result<Done> PracticeLedger::open(const QString& path)
{
    m_file.setFileName(path);
    // A device or a pipe in its place would be read without end.
    const QFileInfo place{path};
    const bool usable{!place.exists() || place.isFile()};
    if (!usable || !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return fail(ErrorKind::Storage, u"ledger-file"_s);
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray content{m_file.readAll()};
    int unreadable{0};
    for (const QByteArray& line : content.split('\n')) {
        const auto message = PracticeMessage::fromRecord(QJsonDocument::fromJson(line).object());
        if (message) {
            keep(*message);
        } else if (!line.isEmpty()) {
            ++unreadable;
        }
    }
    if (unreadable > 0) {
        qCInfo(logPractice) << "ledger file: lines passed over:" << unreadable;
    }
    const bool torn{!content.isEmpty() && !content.endsWith('\n')};
    if (torn && m_file.write(QByteArrayLiteral("\n")) != 1) {
        return fail(ErrorKind::Storage, u"ledger-file"_s);
    }
    return Done{};
}

void PracticeLedger::keep(const PracticeMessage& message)
{
    const auto known = m_byId.constFind(message.id);
    if (known != m_byId.cend()) {
        PracticeMessage& old{m_messages[*known]};
        m_spent += message.cost - old.cost;
        old = message;
        return;
    }
    const size_t position{m_messages.size()};
    m_byId.insert(message.id, position);
    m_byDataField[message.dataField].push_back(position);
    m_spent += message.cost;
    m_messages.push_back(message);
}

bool PracticeLedger::append(const PracticeMessage& message)
{
    if (!m_file.isOpen()) {
        return true;
    }
    const qint64 before{m_file.size()};
    const QByteArray line{QJsonDocument{message.toRecord()}.toJson(QJsonDocument::Compact) + '\n'};
    if (m_file.write(line) == line.size()) {
        return true;
    }
    m_file.resize(before); // half a line would spoil the next one
    m_file.seek(before);
    return false;
}

bool PracticeLedger::add(const PracticeMessage& message)
{
    if (m_byId.contains(message.id) || !append(message)) {
        return false;
    }
    keep(message);
    return true;
}

bool PracticeLedger::change(const QString& id, const std::function<void(PracticeMessage&)>& how)
{
    const PracticeMessage* const old{find(id)};
    if (!old) {
        return false;
    }
    PracticeMessage changed{*old};
    how(changed);
    if (!append(changed)) {
        return false;
    }
    keep(changed);
    return true;
}

const PracticeMessage* PracticeLedger::find(const QString& id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_messages[*found];
}

std::vector<size_t> PracticeLedger::withDataField(const QString& dataField) const
{
    return m_byDataField.value(dataField);
}

int PracticeLedger::createCalls(const PracticeMessage& message) const
{
    const auto same = m_byDataField.constFind(message.dataField);
    if (message.dataField.isEmpty() || same == m_byDataField.cend()) {
        return 1;
    }
    return int(std::count_if(same->cbegin(), same->cend(), [this, &message](size_t position) {
        return m_messages[position].outbound && m_messages[position].to == message.to;
    }));
}

QJsonArray PracticeLedger::toJson() const
{
    QJsonArray entries;
    for (const PracticeMessage& message : m_messages) {
        if (!message.outbound) {
            continue;
        }
        entries.append(QJsonObject{{u"id"_s, message.id}, {u"recipient"_s, message.to},
            {u"message"_s, message.text}, {u"dataField"_s, message.dataField},
            {u"reference"_s, referenceOf(message.dataField)}, {u"campaign"_s, message.campaign},
            {u"status"_s, message.status}, {u"parts"_s, message.parts},
            {u"deleted"_s, message.deleted}, {u"createdMs"_s, message.createdMs},
            {u"createCalls"_s, createCalls(message)}});
    }
    return entries;
}

} // namespace Textdesk
