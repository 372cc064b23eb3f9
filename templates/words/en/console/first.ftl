### The first run: four steps from the set-up link to a first petition, and what it left open.

first-steps = The four steps
first-step = { $step ->
    [you] You
    [organization] Organization
    [mail] Mail
   *[petition] First petition
}
first-go-on = Save and go on
first-later = Leave this for later
first-langs = Languages
first-langs-hint = In which your petitions are written. Your organization’s settings change this at any time.

first-mail-what = Every signature is confirmed from a mailbox. So nothing is published before mail goes out.
first-mail-untried = Nobody has tried yet whether mail goes out. Send yourself a test message.
first-mail-accepted = Mail goes out: { $host } has accepted a message.
first-mail-caught = Mail is caught on this machine, where you can read it. That is enough to try everything out; it reaches nobody else.
first-mail-fails = The test message was not accepted. Mend this, then send another one.
first-mail-arrives = Whether it also arrives, only your mailbox shows. If it is missing or lies in spam, see whether the SPF and DKIM records of { $domain } name { $host }: your mail provider tells you what to enter, and from here it cannot be seen.
first-mail-skip-warning = You can go on without this. Petitions stay drafts until a test message was accepted.
first-mail-skip = Skip this for now
first-mail-onward = Go on

first-petition = Your first petition
first-petition-button = Open the editor
first-example = A letter may go like this

## What the first run left open

gaps-title = Still to be set up
gap-organization = You have no organization yet.
gap-organization-way = Name it
gap-mail-untried = Nobody has tried whether mail goes out. Until then nothing can be published.
gap-mail-fails = The last test message was not accepted. Until one is, nothing can be published.
gap-mail-way = Test mail
gap-contact = { $organization } has no address that signers can write to.
gap-contact-way = Give one
gap-petition = You have no petition yet.
gap-petition-way = Begin the first one
