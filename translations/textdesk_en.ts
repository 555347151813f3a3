<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<!-- The source texts are English; this file only holds the plural forms. -->
<context>
    <name>ErrorWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>SegmentMeter</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation><numerusform>%n character</numerusform><numerusform>%n characters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n part</numerusform><numerusform>%n parts</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::Attention</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation><numerusform>%n new message</numerusform><numerusform>%n new messages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>They are in %n conversation(s).</source>
        <translation><numerusform>They are in %n conversation.</numerusform><numerusform>They are in %n conversations.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::Closing</name>
    <message numerus="yes">
        <source>%n text(s) wait to be sent.</source>
        <translation><numerusform>%n text waits to be sent.</numerusform><numerusform>%n texts wait to be sent.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>What waits goes out in %n second(s), and Textdesk then quits by itself.</source>
        <translation><numerusform>What waits goes out in %n second, and Textdesk then quits by itself.</numerusform><numerusform>What waits goes out in %n seconds, and Textdesk then quits by itself.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::Tray</name>
    <message numerus="yes">
        <source>Textdesk: %n unread conversation(s)</source>
        <translation><numerusform>Textdesk: %n unread conversation</numerusform><numerusform>Textdesk: %n unread conversations</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::ErasePanel</name>
    <message numerus="yes">
        <source>%n message(s) would go</source>
        <translation><numerusform>%n message would go</numerusform><numerusform>%n messages would go</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that wait would not be sent.</source>
        <translation><numerusform>%n text that waits would not be sent.</numerusform><numerusform>%n texts that wait would not be sent.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Erased: %n message(s), and no file of this profile holds them any more.</source>
        <translation><numerusform>Erased: %n message, and no file of this profile holds them any more.</numerusform><numerusform>Erased: %n messages, and no file of this profile holds them any more.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::RetentionPanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) of %1 older than %2?</source>
        <translation><numerusform>Delete %n message of %1 older than %2?</numerusform><numerusform>Delete %n messages of %1 older than %2?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n older text(s) that wait or are in doubt stay.</source>
        <translation><numerusform>%n older text that waits or is in doubt stays.</numerusform><numerusform>%n older texts that wait or are in doubt stay.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were deleted.</source>
        <translation><numerusform>%n message was deleted.</numerusform><numerusform>%n messages were deleted.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::SafetyPanel</name>
    <message numerus="yes">
        <source>Last backup: %1; %n are kept, beside your messages.</source>
        <translation><numerusform>Last backup: %1; %n is kept, beside your messages.</numerusform><numerusform>Last backup: %1; %n are kept, beside your messages.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::StartupProblem</name>
    <message numerus="yes">
        <source>%n place(s) of the file could not be read; what stood there is lost here.</source>
        <translation><numerusform>%n place of the file could not be read; what stood there is lost here.</numerusform><numerusform>%n places of the file could not be read; what stood there is lost here.</numerusform></translation>
    </message>
</context>
<context>
    <name>CredentialTexts</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Age: %1 of %n day(s)</source>
        <translation>
            <numerusform>Age: %1 of %n day</numerusform>
            <numerusform>Age: %1 of %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Textdesk::CredentialView</name>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Every day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Textdesk::ProgramAccounts</name>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) stay readable, but you can no longer answer.</source>
        <translation>
            <numerusform>%n conversation stays readable, but you can no longer answer.</numerusform>
            <numerusform>%n conversations stay readable, but you can no longer answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting text(s) will not be sent.</source>
        <translation>
            <numerusform>%n waiting text will not be sent.</numerusform>
            <numerusform>%n waiting texts will not be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Textdesk::InboxPane</name>
    <message numerus="yes">
        <source>%n conversation(s) are snoozed and come back by themselves.</source>
        <translation><numerusform>%n conversation is snoozed and comes back by itself.</numerusform><numerusform>%n conversations are snoozed and come back by themselves.</numerusform></translation>
    </message>
</context>
<context>
    <name>Textdesk::ConversationMenu</name>
    <message numerus="yes">
        <source>Take back %n waiting text(s) and de&amp;lete</source>
        <translation><numerusform>Take back %n waiting text and de&amp;lete</numerusform><numerusform>Take back %n waiting texts and de&amp;lete</numerusform></translation>
    </message>
</context>
</TS>
