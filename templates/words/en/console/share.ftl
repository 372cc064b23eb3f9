### What organizers send on, print and hang up.

kit-title = Share
kit-new = It is live. Now share it.
kit-new-text = Sign it yourself, send it to people you know, and hang up a poster.
kit-draft = There is nothing to share yet
kit-draft-text = Its page, its link and its posters are here as soon as it is published.
kit-removed = This was taken down. Its page is gone, so there is nothing left to share.
kit-coming = People can read the page already. They can sign from { $date }.
kit-paused = Signing is paused. The link leads to the page, which says so.
kit-closed = Signing is over. The link leads to the page, which says how it ended. Messages and posters asked people to sign, so they are no longer here.
kit-risk = This petition may put people in danger. So no link says how somebody came, and no message says that whoever sends it has signed.
kit-link = The link
kit-link-text = It opens the page in each reader’s own language.
kit-self = Sign it first
kit-self-text = { $kind ->
    [letter] A letter without names is hard to sign. You also see the mail that signers get.
    [pledge] A pledge without names is hard to take. You also see the mail that people get.
   *[petition] A petition without names is hard to sign. You also see the mail that signers get.
}
kit-self-button = Sign it yourself

## Messages

kit-messages = Messages ready to send
kit-messages-text = Each has a link of its own, so that you can tell later which one brought people here.
kit-messages-risk = They ask people to read, and say nothing about whoever sends them.
kit-messages-change = Change the words
kit-whatsapp = WhatsApp and Signal
kit-email = Email
kit-subject = Subject:
kit-open = Open

## Codes and posters

kit-code = QR code
kit-code-text = For tables, slides and your own designs. It opens the page in each reader’s own language.
kit-code-says = QR code that opens the page
kit-code-svg = SVG for designers
kit-code-png = PNG for slides
kit-pdf = PDF
kit-pdf-on = { $paper ->
    [letter] PDF, US Letter
   *[a4] PDF, A4
}
kit-print = To print and hang up
kit-print-text = On white paper, good in black and white too. The name leads to a page to print; the PDF can go to a print shop.
kit-form = { $form ->
    [flyer] Flyer
    [tear-off] Poster with strips to tear off
   *[poster] Poster
}
kit-form-text = { $form ->
    [flyer] With the beginning of the text, for tables and hands.
    [tear-off] Ten strips with the address and the code, to take along.
   *[poster] The title, what you ask for, and a large code.
}
kit-pdf-lacks = The PDF does not have all letters of this text, and leaves out what it cannot show. Use the page to print: it has them all, and your browser can save it as a PDF.
kit-print-how = One sheet. Print it with your browser; turn off its headers and footers.
kit-print-now = Print
kit-back = Back to Share

## Link previews

kit-cards = How the link looks when shared
kit-cards-text = This picture is made of your title and your picture.
kit-cards-title = Change the title
kit-cards-picture = Change the picture
kit-cards-risk = There is no picture beside the link: networks would keep it.

kit-links = One link for each place
kit-links-text = Name a table, a newsletter or a person, and see what each link brought. Partners have a code of their own.
kit-links-go = Links for each place
kit-partners-go = Partners
kit-embed = On other people’s sites
kit-embed-text = The form, the number or a button in a partner’s page: one piece of code to paste. No cookie, no tracker.
kit-embed-go = Make the code
kit-embed-off = Its settings or its state let no other site show this petition.
