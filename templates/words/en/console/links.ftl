# Links that organizers give out, and partners whose sites carry the form.

## What each brought

source-code = Code
source-code-hint = It stands at the end of the link. Leave it empty to have one made from the name. It cannot be changed later, because links are already out by then.
source-code-stays = The code in its links stays the same.
source-opened = Opened
source-sent = Forms sent
source-confirmed = Confirmed
source-counted-now = Counted now
source-paused = Paused
source-few = a few
source-link = Link
source-copy = Copy link
source-copied = Copied
source-report = What it brought
source-how = Opened: how often our server sent the page to somebody who came by this link, without cookies; somebody who opens it twice is two, and a page that is kept on the way to the reader is not seen by us. Confirmed: signatures confirmed by email on that day. Counted now: those of them that still count.
source-days = By day
source-day = Day
source-rate-title = Signed
source-rate = { $n } % signed
source-no-days = Nobody has come through this link yet.
source-delete = Delete
source-stale = Nothing is lost: what you typed is in the form below. Check it against the page, then save.

## Links

links-title = Links
links-text = Give a table, a newsletter or a person a link of its own, and see how many signatures it brings.
links-none = There is no link yet. Name a place where you hand out the petition, such as “Harlow library table”.
links-all = All links
links-former = { $n ->
    [one] { $n } link that was put away
   *[other] { $n } links that were put away
}
links-put-away = Links that were put away
link-new = New link
link-name = Name
link-name-hint = For you alone: signers do not see it.
link-make = Make the link
link-put-away = Put away
link-take-up = Use it again
link-put-away-text = A link that was put away is listed below the others. It goes on working, and whoever comes by it is counted. A link that brought nobody can be deleted.

## Partners

partners-title = Partners
partners-text = Let other groups carry your form on their own pages, and see how many signatures each brings. What people type goes to you alone.
partners-none = Let another site carry your form.
partners-all = All partners
partners-framing = { $who ->
    [everybody] Every site may show the form in a frame now, not only those of your partners.
    [partners] Only the sites of your partners may show the form in a frame.
   *[nobody] No other site may show the form in a frame now.
}
partners-framing-change = Change this
partner-new = Add a partner
partner-add = Add the partner
partner-name = Name of the partner
partner-name-hint = Signers may read it beside the form on the partner’s page.
partner-sites = Sites
partner-sites-hint = The sites that may show the form in a frame, one a line, such as https://example.org. At most { $n }. Start with *. for everything below a name: https://*.example.org
partner-asks = The form asks for mail from this partner
partner-asks-hint = In this partner’s frame signers are asked if the partner may email them, instead of if your organizations may. You see how many said yes. From then on the partner’s name stays as it is: people said yes to that name.
partner-posts = Scripts on this partner’s own pages may send signatures
partner-posts-hint = For partners who build their own form (“blind POST”). What they send is a signature like any other: it counts once its mailbox has confirmed it, and nobody is asked for mail by it. Only pages of the sites above may.
partner-opted-in = Signers who said yes to mail from this partner: { $n }
partner-few = Numbers from 1 to 4 are shown as “a few”, and days from five forms on: so that nobody can guess who signed there.
partner-no-days = Days are shown from five forms on.
partner-pause = Pause the partner
partner-resume = Let the partner go on
partner-pause-text = While a partner is paused its sites cannot show the form. Signatures that came from there stay. A partner that brought nobody can be deleted.

## How a partner reads for itself

partner-contact = Let the partner read for itself
partner-contact-text = Name a mailbox of the partner. It gets a link to what the partner brought, and to the list of those who said yes to its mail. Each link works for 24 hours and gives the list once; the partner asks for another by itself.
partner-contact-email = Mailbox of the partner
partner-contact-hint = Empty: nobody reads, and links that were sent lead nowhere.
partner-contact-save = Save and send the link
partner-contact-back = Back to the partner
partner-contact-told = { $what ->
    [sent] Saved. The link is on its way.
   *[none] Taken away. Links that were sent lead nowhere now.
}
partner-in-title = What your site brought
partner-in-text = Organizations that you carry a form for have named a mailbox of yours. Type it to get a link to your numbers, and to the list of those who let you write.
partner-in-button = Send the link
partner-in-sent-html = If <b>{ $email }</b> reads for a partner, a link is on its way.
partner-in-sent-hint = It comes within minutes and works for 24 hours. Nothing came? Ask the organization which mailbox it has named.
partner-in-gone-title = This link leads nowhere any more
partner-in-gone-text = It was too old, its list was taken already, or another mailbox has been named since.
partner-in-again = Ask for another link
partner-in-list = Who lets you write
partner-in-opted = Signers who said yes to your mail: { $n }
partner-in-list-text = The list holds names, addresses, and the words each of them said yes to. You answer for it from then on: use it for what the words say, and take out whoever asks you to. This link gives it once.
partner-in-take = Take the list (CSV)
partner-in-taken = The list was taken with this link.
partner-in-until = This link works until { $time } UTC.
