### The editor: making a petition and writing it.

## Making one

draft-title = Make a petition
draft-text = These few words are enough to begin. Nothing is public until you publish it.
draft-organization = Organization
draft-lang = Language it is written in
draft-lang-hint = Translations are added in the editor.
draft-slug-hint = If you leave this empty, it is made from the title.
draft-button = Make the draft

## The editor

edit-text = It is public: what you update here is shown within seconds.
edit-text-draft = Nobody sees it before you publish it.
edit-tab-text = Text
edit-tab-form = Form
edit-tab-dates = Dates and goal
edit-tab-protection = Protection
edit-tab-unsaved = not saved
edit-languages = Language
edit-state = { $state ->
    [missing] missing
    [draft] draft
    [stale] to be checked
   *[done] done
}
edit-saved = Saved. Nobody sees the draft yet.
edit-saved-open = Updated. The page shows it within seconds.
edit-title = Title
edit-title-hint = At most { $n } characters fit a link preview.
edit-target = Addressed to
edit-target-hint = The person or body that decides. A pledge may have none.
edit-ask = What is asked
edit-ask-hint = One or two sentences, best under { $n } characters.
edit-ask-hint-pledge = What is promised, in the first person and in one or two sentences, best under { $n } characters.
edit-body = The text
edit-body-example =
    Dear members of the council,

    The reading room on Harbor Street closes at five in the afternoon. Most of us work or study until then.

    Last winter two hundred people stood before its doors in vain each week. The building is heated all the same, and its staff have said that they would share evening shifts.

    We ask you to open it until nine in the evening, Monday to Friday, from 1 September on.

    With kind regards
edit-body-hint = Markdown: # for a heading, * for a list, **bold**, [link](https://example.org). No HTML.
edit-promises = What people can promise
edit-promises-hint = One sentence per line, in the first person, as in: I will not apply for a job there. At most 8, in the same order in each language. Each person chooses one; if there is only one line, everybody promises that.
promises-name = Promise
edit-publish-lang = Show this text to readers of { $language }
edit-shown-lang = Shown to readers
edit-promises-in = { $several ->
    [one] What people can promise
   *[other] What people can promise ({ $language })
}
edit-mend = Only spelling: translations stay as they are
edit-mend-hint = Without this, each translation is marked until somebody has looked at it again.
edit-stale-source = The original says something else now
edit-stale-source-text = This is what changed since this translation was last compared with it.
edit-fits = This translation fits the original as it is now
edit-another-field = Another field
edit-part-address = Its link
edit-part-what = What it is
edit-part-when = Goal, beginning and end
edit-part-form = The form
edit-part-mail = Emails to signers
edit-kind = Kind
edit-kind-fixed = This can no longer change: somebody has signed.
edit-voice = How readers are addressed ({ $languages })
edit-voice-hint = On the petition’s pages and in its messages. What you write yourself stays as it is.
edit-how-addressed = How readers are addressed
edit-voice-name = { $voice ->
    [familiar] As friends
   *[formal] Formally
}
edit-voice-choice = { $voice ->
    [familiar] As friends: “{ $word }”
   *[formal] Formally: “{ $word }”
}
edit-slug = Address
edit-slug-hint = The last part of the link: lowercase letters, numbers and dashes.
edit-slug-hint-open = The last part of the link: lowercase letters, numbers and dashes. Links, codes and frames with the old one keep working.
edit-founders = Founding organizations
edit-founders-hint = Named on the page from the start. One per line, at most 40. With two or more, the form asks for each of them whether it may write to the signer, and each receives only the names and addresses of those who said yes to it.
edit-goal = Goal
edit-goal-hint = If you leave this empty, the goal moves on by itself before it is reached.
edit-reason = What the goal means
edit-reason-hint = Shown beside a fixed goal, as in: 5% of the students here.
edit-opens = First day
edit-opens-hint = If you leave this empty, it opens as soon as it is published. Until then its page shows the text and this day.
edit-opens-time-hint = If you leave this empty, the beginning of that day.
edit-closes = Last day
edit-closes-hint = If you leave this empty, it stays open until somebody closes it.
edit-closes-time = Time of day
edit-closes-time-hint = If you leave this empty, the end of that day.
edit-zone = Time zone
edit-zone-hint = Used for all days and times of this petition, as in America/New_York.
edit-keeps = How many months signers’ details are kept
edit-keeps-hint = Counted from the day this closes. Then names, addresses and everything else that says who signed are deleted automatically; the number stays. From 1 to { $n }. The form tells everybody who signs, so once this is published you can only shorten it.
edit-keeps-hint-open = Counted from the day this closes. Then names, addresses and everything else that says who signed are deleted automatically; the number stays. From 1 to { $n }. You can shorten it but not lengthen it: people who signed were told this.
edit-asks-role = Role
edit-asks-affiliation = School or employer
edit-asks-place = Town or region
edit-asks-postcode = ZIP or postal code
edit-asks-country = Country
edit-asks = { $asked ->
    [optional] Asked, may be left empty
    [required] Asked, must be filled in
   *[off] Not asked
}
edit-form-hint = The form as signers see it. Switch on only what you will really use.
edit-form-always = Always asked
edit-form-always-email = Always asked, never shown
edit-form-own = A question of your own
edit-form-promises = Written on the page of the text
edit-form-mail = Emails about the campaign
edit-form-mail-hint = Always asked. Nobody is written to without having said yes.
edit-form-organizations = Besides people
edit-most-public = The most that others may see of a signer
edit-most-public-hint = Each signer chooses, up to this limit. Nobody is shown without having chosen it. If somebody chose more before, no more than this is shown from now on.
edit-shown = { $shown ->
    [counted] Nothing: signers are counted only
    [place] “A supporter in” their town or region, if you ask for it
    [name] The name alone
   *[detail] The name, with role, school or employer, and place
}
edit-names-public = Names are always public: the form says so and does not ask
edit-names-public-hint = For letters that matter because of who signs them. The form says so above the button. A signer can still hide their name afterwards.
edit-framing = The form on other sites
edit-framing-hint = Which sites may show the form of this petition in a frame of their own page. The form stays ours: what people type goes to you alone.
edit-framed = { $who ->
    [everybody] Every site
    [partners] The sites of your partners
   *[nobody] No other site
}
edit-discreet = Discreet mail
edit-discreet-hint = The subject line names neither the petition nor what it is about.
edit-save = Save
edit-save-open = Update the page
edit-keep = Keep for later
edit-kept-at = Kept at { $time }. Not saved yet.
edit-not-kept = What you typed could not be kept. Save it, or copy it somewhere safe.
edit-copy = { $who } typed something here on { $typed } that is not saved. The page was last saved on { $saved }.
edit-copy-show = Show it
edit-copy-discard = Throw it away
edit-copy-shown = This is what { $who } typed on { $at }. It is not saved yet.
edit-looks = How it looks
edit-looks-phone = The page on a phone
edit-looks-wide = The page on a wide screen
edit-looks-hint = As visitors will see it. Nothing in it can be pressed.

## Its versions

edit-versions = Earlier versions
edit-versions-link = { $n ->
    [one] Earlier versions (1)
   *[other] Earlier versions ({ $n })
}
edit-versions-back = Back to the editor
edit-versions-none = Nothing was changed here yet. Each time somebody saves, a version is kept.
edit-versions-changed = What changed
edit-versions-first = This is the oldest version that is kept.
edit-versions-same = Nothing.
edit-versions-again = Take up this version again
edit-versions-again-hint = It is put into the editor. Nothing is saved before you press Save.
edit-version = Version { $n }
edit-version-by = { $at }, { $who }
edit-version-from = from version { $n }
edit-version-mend = spelling
edit-version-shown = This is the version of { $at }. It is not saved yet: what is saved stays until you press Save.
edit-save-preview = Save and preview
edit-save-publish = Save and go to publishing
edit-stale-title = Somebody else saved while you were writing
edit-stale-text = Nothing is lost: your text is in the form below. Here is what was saved in the meantime, where it differs. Copy over what you want to keep, then save.
edit-stale-empty = empty
rewording-title = You are changing what people have signed
rewording-signed = { $n ->
    [0] No signature counts for this text yet, but somebody is about to confirm.
    [one] { $n } person has signed the text as it was.
   *[other] { $n } people have signed the text as it was.
}
rewording-before = As it was signed
rewording-after = As it would be
rewording-legend = What kind of change is it?
rewording-mend = A spelling correction: what is asked stays the same. Everybody can read both texts on the page of all versions.
rewording-change = Something else is asked. The petition’s page says so, with both texts and how many signed each. People who signed before and said yes to messages get one, with a link to withdraw.

## High risk

edit-part-risk = If signing is risky
edit-high-risk = Signing this may put people in danger
edit-high-risk-hint = Once somebody has signed after that, this box stays ticked. Ticking it changes the following, for people who signed before as well:
edit-risk-promise = No name is ever shown. The form promises in your name that you show the names to nobody: hand over the number, never the list. Messages do not say what they are about before they are opened.
edit-risk-form = The form asks for neither role nor school or employer. It warns against work and school addresses and devices, and its pages have a way to leave at once.
edit-risk-found = It is not on the start page of this site, in its feeds or in search engines: only people who have the link find it. Nothing says when people signed, no picture is made for link previews, and organizations cannot sign.
edit-risk-links = Signers get no link of their own. What was counted by links before is deleted, and does not come back.
edit-listed-risk = List it all the same
edit-listed-risk-hint = It stands on the start page of this site then, and search engines find it. Anyone can come upon it, employers too, and watch the number from the first day.
edit-watched-domains = Email domains to warn about
edit-watched-domains-hint = Domains of the target or of employers, one per line, as in example.org. Anyone who types such an address is asked for a private one, but can use it anyway.

## Messages that signers pass on

share-texts-title = Messages to share
share-texts-text = When somebody has signed, we offer them a message to send on. Write your own here, or leave a field empty to use ours. Each signer’s link is put behind it.
share-texts-most = Up to { $n } characters. The link is put behind it.
share-texts-stale = Somebody saved this petition after you opened this page. What you wrote is below: save again to keep it.
share-text-any = Everywhere
share-text-subject = Subject of the email

## What happens next

step-text = What people can expect, and when: you hand it over, you meet, somebody answers. The steps appear on the page and after people sign, in the order of their days; the first and the last day to sign are added automatically. To take a step out, empty it. Saving offers more lines, up to { $n }.
step-legend = Step { $n }
step-day = Day
step-words = What happens
step-words-in = What happens ({ $language })
step-stale = Your steps are below. Open this page in another window to see what was saved. If you save now, your steps replace those.
