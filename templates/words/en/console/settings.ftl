### The settings of an organization.

console-settings = Settings
settings-pages = Settings
settings-saved = Saved.
settings-stale = Somebody else saved this page after you opened it. What you typed is below and not saved yet: look at theirs in another window, then save.

## What signers read

settings-details = Details
settings-name-hint = Signers see it on every petition and as the sender of every message. If you change it, the address of your page stays the same, and so does the name in what people have already agreed to.
settings-imprint = Imprint
settings-imprint-hint = Who answers for your petitions, as the law of your country asks for it: name, address, who is responsible. It gets a page of its own below every petition. One language is enough; the others show that one.

## Colors

settings-look = Look
settings-look-text = Two colors make your petitions look like yours. Everything else is made from them, for light and for dark screens. Leave both empty to use the colors of this site. Petitions where signing may be a danger keep the colors of this site.
settings-cover = Behind the title
settings-cover-hint = A dark color, because the letters on it are light. Six digits, such as 5a2550
settings-pen = Links and buttons
settings-pen-hint = A dark color, because it is read on light paper. Six digits, such as 7a2f6c

## Logo

settings-logo = Logo
settings-logo-file = Picture
settings-logo-hint = PNG, JPEG or WebP, at most 2 MB. It stands beside your name on your petitions and on your page. Whoever does not see it hears your name.
settings-logo-remove = Take the logo off

## What petitions begin with

settings-beginnings = New petitions
settings-beginnings-text = This is what a new petition begins with. Petitions you have already made keep what they have.
settings-langs = Languages
settings-langs-hint = A new petition is written in one of these, and its editor has fields for each of them.
settings-keeps = Months to keep signers’ details
settings-keeps-hint = Counted from the end of the petition, 1 to 24. Each petition can choose its own as long as it is a draft, and only a shorter time after that.

## What signers agree to

settings-consents = Consents
consents-text = These are the sentences your signers answer. They come from this program and cannot be edited. When a sentence changes, because the program is updated or your organization gets another name, it becomes a new version; whoever answered an earlier one keeps the words they read.
consents-purpose = { $purpose ->
    [updates] Messages about the campaign
   *[listing] Being shown on the page
}
consents-none = Nobody has answered yet. The first answer puts the sentence here.
consents-sentence = Sentence
consents-version = Version
consents-number = { $lang }, { $n }
consents-now = Asked now
consents-since = Since
consents-petitions = Petitions

## Security

settings-security = Security
settings-second = Does everybody who may see signers’ addresses need a second factor?
settings-second-hint = Whoever has none is asked to set one up the next time they open a list with addresses, and sees none before that. Other pages stay open to them.
settings-second-own = Your own second factor
settings-second-all = Everybody who may see addresses has a second factor.
settings-second-without = { $n ->
    [one] { $n } person may see addresses and has no second factor yet:
   *[other] { $n } people may see addresses and have no second factor yet:
}

## The end

settings-delete = Delete the organization
organization-delete-kept = It cannot be deleted yet. These petitions need somebody who answers for them:
organization-delete-open = It is published. Close it first.
organization-delete-details = What its signers left is kept until { $date }. The organization can be deleted after that.
organization-delete-unreadable = It cannot be read just now. Whoever runs this site finds it in the log.
organization-delete-text = Everybody who works here loses access at once, you too. Invitations, partners and their links go. Your page says that the organization is no more, and every owner gets a message. It cannot be undone.
organization-delete-drafts = { $n ->
    [one] { $n } draft is deleted.
   *[other] { $n } drafts are deleted.
}
organization-delete-over = { $n ->
    [one] { $n } petition that is over stays as a public record, with your organization’s name.
   *[other] { $n } petitions that are over stay as a public record, with your organization’s name.
}
organization-delete-name = Name of the organization
organization-delete-name-hint = Type it as it is written here: { $name }
