### Public pages. A key that ends in -html carries markup: only <b> and <a>, never attributes.
### { $kind } is letter, pledge or petition.

site-name = Petitions
language-name = English
# The word by which this language addresses its reader.
voice-word = you
nav-skip = Skip to content
nav-skip-form = Skip to the form
nav-language = Language
nav-menu = Menu
nav-main = Main
title-error = Error: { $title }
yes = Yes
no = No
optional = (optional)
print-names-at = All names: { $address }
print-sign-at = Sign online: { $address }

## Time passed

ago-now = just now
ago-minutes = { $n } min ago
ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
ago-days = { $n ->
    [one] yesterday
   *[other] { $n } days ago
}
ago-months = { $n ->
    [one] a month ago
   *[other] { $n } months ago
}
ago-years = { $n ->
    [one] a year ago
   *[other] { $n } years ago
}

## Pages for organizers

console-untranslated = Some of the pages for organizers are not in your language yet and are shown in English.

## Captured mail (development)

dev-mail-title = Captured mail
dev-mail-text = Nothing leaves this machine: these are the messages that would have been sent.
dev-mail-none = No message yet.
dev-mail-to = To { $address }
dev-mail-links = Links in the message
dev-mail-headers = Headers
dev-mail-plain = Plain text
dev-mail-source = HTML, as source
dev-mail-back = All messages

## Accessibility

accessibility-title = Accessibility
accessibility-aim = We want everyone to be able to use these pages: by keyboard, with a screen reader, without scripts, at 320 pixels or with text twice as large, in light and dark. They are built to meet WCAG 2.2 at level AA.
accessibility-how = Each time this service is changed, a program checks the pages for known faults, in light and dark and at three widths, and every step from reading to confirming is tried by keyboard alone.
accessibility-limits-title = Known problems
accessibility-limits = Texts, pictures and logos that organizers and organizations add are their own. A program does not find everything: a person with a screen reader may meet other problems.
accessibility-write-title = If something stops you
accessibility-write = Write to { $organization } at { $contact }. Say which page it was, and what you read it with.
accessibility-write-alone = { $organization } gives no address to write to. The person who passed this page on to you may know how to reach them.
