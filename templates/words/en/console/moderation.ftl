# Decisions about signatures: held, by a rule, in batches.

held-title = Held and decided
held-text = Signatures that are held do not count until somebody decides. Nothing is deleted: whatever is decided can be taken back for 30 days, and whoever it is about reads it on their own page, with the reason.
held-none = Nobody is held.
held-group = { $reason ->
    [alias] Another address of a mailbox that has already signed: { $n }
    [score] Filled in as a program would: { $n }
    [erased] Erased by their signers: { $n }
   *[organizer] By an organizer: { $n }
}
batch-act = { $act ->
    [count] Count them
    [hold] Hold them
   *[remove] Remove them
}
batches-title = Decisions
batches-none = Nothing was decided yet.
batches-all = All decisions
batch-title = A decision about signatures
batch-line = { $act ->
    [count] { $n ->
        [one] Count { $n } signature
       *[other] Count { $n } signatures
    }
    [hold] { $n ->
        [one] Hold { $n } signature
       *[other] Hold { $n } signatures
    }
   *[remove] { $n ->
        [one] Remove { $n } signature
       *[other] Remove { $n } signatures
    }
}
batch-state = { $state ->
    [gathering] looking
    [ready] not pressed yet
    [waiting] waits
    [running] under way
    [done] done
    [stopped] stopped
    [taking-back] being taken back
   *[taken-back] taken back
}
batch-cause = { $cause ->
    [program] Filled in by a program
    [invented] Not the name of a person
    [twice] Signed twice
    [other-person] Signed in somebody else’s name
    [abusive] The name insults somebody
    [mistake] It was held or removed by mistake
    [in-order] Looked at, and in order
   *[other] Something else
}
batch-stale = Somebody pressed meanwhile. This is how it is now; nothing of yours was done.
batch-gathering = The signatures are being looked for. Nothing is moved.
batch-look-again = Look again
batch-running = { $moved } of { $n } are done.
batch-taking-back = It is being taken back.
batch-done = { $act ->
    [count] { $n ->
        [one] { $n } signature counts now.
       *[other] { $n } signatures count now.
    }
    [hold] { $n ->
        [one] { $n } signature is held.
       *[other] { $n } signatures are held.
    }
   *[remove] { $n ->
        [one] { $n } signature was removed.
       *[other] { $n } signatures were removed.
    }
}
batch-taken-back = It was taken back.
batch-not-back = { $n ->
    [one] { $n } stays as it is: it had gone elsewhere since, or its details are gone.
   *[other] { $n } stay as they are: they had gone elsewhere since, or their details are gone.
}
batch-was-stopped = It was stopped. Nothing was moved.
batch-alone = Nobody else may agree to it, so it waits a day and happens then. Everybody who works here was told, and any of you who may decide can stop it.
batch-waits = It waits until somebody else agrees. They were told by mail.
batch-agree-text = A colleague asks you to agree: look at who it is about first.
batch-needs-second = So many need a second person: after your press a colleague has to agree.
batch-needs-day = So many need a second person. Nobody else may decide here, so it happens a day after your press, and everybody who works here is told.
batch-which = Which
batch-numbers = { $now } count now; it would be { $then }.
batch-nobody = Nobody is like that.
batch-more = { $n ->
    [one] And { $n } more.
   *[other] And { $n } more.
}
batch-said = What was said
batch-why = Why
batch-why-hint = Signers read this on their own page.
batch-note = Note
batch-note-hint = Kept with the decision, and read by whoever it is about. Write nothing about a single person.
batch-agree = Agree
batch-stop = Stop it
batch-back = Take it back
batch-by = By { $who }, { $at }.
batch-with = { $who } agreed, { $at }.
batch-ended = Ended { $at }.
batch-none-ticked = Tick at least one signature first.
rule-title = Find by a rule
rule-text = After an attack: say what they have in common. You see how many there are, and some of them, before anything is moved.
rule-act = What to do with them
rule-act-is = { $act ->
    [count] Count those that are held
    [hold] Hold those that count
   *[remove] Remove them, counted or held
}
rule-again = Use this rule again
rule-because = Held because
rule-source = Came by
rule-source-hint = The code of a link or partner, as in ?via=harlow-table
rule-domain = Address at
rule-domain-hint = A domain, as in example.org; everything under it is meant too.
rule-name = Name contains
rule-name-hint = Capitals and accents make no difference.
rule-when = When the form was sent, in { $zone }
rule-since = From day
rule-since-time = From time
rule-until = To day
rule-until-time = To time
rule-go = Look for them
one-title = A signature
one-given = What was given
one-allowed = What was allowed
one-nothing = Nothing was asked.
one-letters = Messages that were sent
one-language = Signed in
one-number = Signature number
one-text = Text that was signed
one-source = Came by
one-decision = { $act ->
    [count] Counted
    [hold] Held
   *[remove] Removed
}
one-decide = In or out of the count
one-decide-text = You say why before anything happens; the signer reads it on their own page. It can be taken back for 30 days.
one-act = { $act ->
    [count] Count it
    [hold] Hold it
   *[remove] Remove it
}
signatures-tick = Choose { $name }
signatures-ticked = With those that are ticked

## Notes, tags, and what a signer asks for

one-asked = When the signer asks
own-link-text = Their own link lets them see, change, take along and erase everything. It goes to the address of the signature; you do not see it.
own-link-send = Send the link to their own page
own-link-sent = The link is on its way to the address of this signature, unless that mailbox takes no messages from us.
own-link-lately = The link was sent to them within the last hour. Ask them to look in their spam folder, or try again later.
take-held-text = For somebody who can no longer open that mailbox. Make sure first that it is them. That you took it is written down.
take-held = Take everything we hold as a file
notes-title = Notes and tags
notes-text = For you and your colleagues. Whoever signed can read them on their own page and takes them along, so write nothing you would not say to them. They go when the details are erased.
note-words = Add a note
note-tags = Tags
note-tags-hint = With commas between them: press, table in Harlow
note-save = Save notes and tags
note-saved = Saved.
note-delete = Delete this note
tag-label = Tag for those that are ticked
tag-put = Put it on
tag-off = Take it off
overview-unusual = { $n ->
    [one] Something is unusual about those who signed lately. Look whether they are who they say.
   *[other] { $n } things are unusual about those who signed lately. Look whether they are who they say.
}
batch-noticed = The program noticed them: there were far more in an hour than there had been before. That can be an attack, or a school whose students came all at once. Nothing was done.
