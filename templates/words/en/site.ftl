### The site itself: how signatures are checked, who runs it, reporting a page.

## How signatures are checked

trust-title = How signatures are checked
trust-confirmed-title = Confirmed by email
trust-confirmed = After somebody signs, we send a message to the address that was typed. The signature counts only when its owner opens the link there and presses the button, or types the code. A link that is only opened counts nothing. If a program seems to have pressed, we ask for a word from the message.
trust-once-title = Each person once
trust-once = One address counts once for each petition. Other spellings of the same mailbox, with dots or an addition after a plus, serve two different names at most, as when a couple shares it. The organizers can hold back or take out signatures that look invented. Whoever signed sees that on their own page.
trust-number-title = What the number means
trust-number = It is the number of confirmed signatures, and nothing else. It goes down when somebody withdraws. Nobody can buy signatures or add to it, the organizers included. While people can sign, pages show it from 25 on.
trust-names-title = Who sees what
trust-names = A name is shown only if its owner said so, and they can change that at any time. On some letters every name is public: the form says so before anybody signs. The organizers see the names and addresses of those who signed. Other organizations get an address only if its owner said yes to that organization. How long details are kept stands on the privacy page of each petition.
trust-tracking-title = No tracking
trust-tracking = These pages load nothing from other companies: no counters, no pixels, no advertising, no fonts from elsewhere. We set a cookie only when you send a form, so that the next page knows your browser. Your IP address is not stored. You need no account.
trust-limits-title = What this cannot show
trust-limits = A confirmed address is not proof of a person: somebody with several mailboxes can sign several times. We do not check identity papers, and we do not want them. And whoever runs this site holds its database: you have to trust them.
trust-report = Report a page

## Who runs this site

imprint-title = Who runs this site
imprint-operator = This site is run by { $operator }.
imprint-petitions = The organization named on a petition wrote its text and answers for it. Where it gives an address to write to, that stands on its page.

## Report a page

report-page-title = Report a page
report-page-text = Tell the person who runs this site what is wrong with a page. The organizers of the petition are not told who reported it.
report-page-about = You are reporting:
report-page-kind = What is wrong?
report-page-kind-is = { $kind ->
    [personal] It shows somebody’s personal details without permission
    [impostor] It pretends to be somebody else
    [unlawful] It is against the law
    [fraud] It asks for money or passwords, or misleads
   *[other] Something else
}
report-page-words = Say what it is
report-page-words-hint = Which sentence, picture or name, and where. Up to 2,000 characters.
report-page-email = Your email
report-page-email-hint = Only if you want an answer. It is seen by the person who runs this site and deleted with the report after half a year.
report-page-button = Send the report
report-page-done-title = Thank you for telling us
report-page-done = Your report is kept for the person who runs this site. Urgent danger is a matter for your local emergency number.
report-page-back = Back to the page
error-report-kind = Choose what is wrong
error-report-words = Say in a sentence what is wrong, so that it can be found
error-report-many = Too many reports have come today. Please try again tomorrow.

## The message about a report

mail-report-subject = Report about a page: { $title }
mail-report-lead = Somebody has reported a page of your site.
mail-report-kind = What is wrong: { $kind ->
    [personal] personal details without permission
    [impostor] pretends to be somebody else
    [unlawful] against the law
    [fraud] asks for money or passwords, or misleads
   *[other] something else
}
mail-report-words = What they wrote:
mail-report-email = They want an answer at { $email }.
mail-report-no-email = They left no address.
mail-report-button = See the page
petition-imprint-title = Imprint
petition-imprint-who = { $organization } wrote the text of this petition and answers for it.
petition-imprint-site = Who runs this site
organization-gone = This organization is no more. Petitions it once started can still be read at their own addresses.

## The operator tries out whether messages arrive

mail-test-subject = Test message: it has arrived
mail-test-lead = On { $date } (UTC) you asked the page on mail for this message. It went the way of every other one: from the queue, through the relay, to you.
mail-test-lead-init = On { $date } (UTC) this site was set up, and sent this message straight to its relay, as it will send every other one.
mail-test-text = Look at where it lies: in the spam folder, others' messages will lie there too. Most often SPF, DKIM or DMARC of the sender's domain is missing then.
mail-test-button = Back to the page on mail

## Whoever comes while the site has no certificate yet

https-none-title = This site is not reachable yet
https-none = { $host } answers over HTTPS alone, and its certificate is not there yet.
https-why = { $why ->
    [away] The authority that makes it cannot be reached. It is asked again by itself.
    [too-many] The authority that makes it takes no more requests for this name now. It is asked again later by itself.
    [not-ours] The authority that makes it does not find this server under the name. Whoever runs the site makes its name lead here and opens port 443.
    [name] The authority makes no certificate for this name. Whoever runs the site finds the reason in the log.
    [disk] It cannot be kept: whoever runs the site makes room on the disk.
    [other] The authority that makes it refuses. Whoever runs the site finds the reason in the log.
   *[none] It is being made. Come back in a minute.
}
