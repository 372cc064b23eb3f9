### Webhooks: other programs that hear of what happens.

settings-webhooks = Webhooks
webhooks-what = A webhook tells another program, such as your database of contacts, what happens under your petitions, as soon as it happens.
webhooks-none = There is no webhook yet.
webhooks-many = There are 20 webhooks, as many as there may be. Delete one to make another.
webhook-title = Webhook
webhook-new = New webhook
webhook-make = Make the webhook
webhook-edit = Change the webhook
webhook-edit-hint = Its secret stays as it is, and so does the list of what was sent. If the address is another, what waits is sent there.
webhook-save = Save
webhook-deleted = The webhook is deleted.
webhook-back = All webhooks
webhook-where = Where to
webhook-hears = What it hears
webhook-stands = State
webhook-many-kinds = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
webhook-url = Address of the receiver
webhook-url-hint = It begins with https:// and is on the public internet, port 443 or 8443.
webhook-kinds = Events
webhook-kinds-hint = What the receiver is told. Everything is signed with a secret that you are shown once.
webhook-kind = { $kind ->
    [signature-created] A mailbox confirmed a signature
    [signature-confirmed] A signature counts
    [signature-withdrawn] A signature does not count any more
    [petition-published] A petition is published
    [petition-updated] A petition is changed
    [petition-closed] A petition is closed
    [petition-goal_reached] The goal is reached
    [petition-milestone_reached] A round number of signatures is reached: 100, 200, … 1,000, 2,000, …
    [person-subscribed] Somebody lets you write
    [unsubscribe-created] Somebody lets you write no more
    [person-erased] Somebody had their details deleted
   *[export-ready] A large list can be taken
}
webhook-petition = Petition
webhook-every-petition = Every petition
webhook-format = What it is told of signers
webhook-format-hint = Details of signers leave with it, each time. For petitions of high risk only keys leave, whatever is chosen here.
webhook-format-long = { $format ->
    [full] Details: name, email address and what else they filled in
    [osdi] Details, in the form in which Action Network sends them
   *[thin] Keys only: the receiver asks for more where it may
}
webhook-format-short = { $format ->
    [full] with details
    [osdi] with details, as Action Network
   *[thin] keys only
}
webhook-state = { $state ->
    [on] On
    [paused] Paused: what happens waits
    [gone] Off: the receiver said that it is gone
   *[failing] Off: the receiver took nothing for five days
}
webhook-secret-title = The secret of the webhook
webhook-secret-text = Give it to the program at { $host } now: it is not shown again. With it the program checks that a message comes from here.
webhook-secret-both = The secret before it goes on working for a day beside this one, so that nothing is lost meanwhile.
webhook-secret-onward = I have it: go on
webhook-about = About it
webhook-waits = Messages
webhook-numbers = { $waiting } waiting, { $failed } given up
webhook-secrets = Secret
webhook-two-secrets = Two secrets sign until { $date } (UTC).
webhook-fails = The receiver has taken nothing since { $date } (UTC). What happens waits for it. After five days the webhook is turned off.
webhook-test = Send a test
webhook-pause = Pause
webhook-turn-on = Turn on
webhook-renew = New secret
webhook-again = Send again
webhook-again-all = Send everything that was given up again
webhook-delete = Delete the webhook
webhook-delete-title = Delete this webhook?
webhook-delete-text = The program at { $host } hears of nothing more. What waits for it, and the log, are deleted too. This cannot be undone.
webhook-done = { $what ->
    [test] A test is on its way: load this page again to see what became of it.
    [on] The webhook is on.
    [paused] The webhook is paused. What happens waits for it.
    [changed] The webhook is changed. What waits for it goes to the address that stands here.
   *[again] It is sent again.
}
webhook-log = What was sent
webhook-log-hint = Kept for 30 days. What the receiver answered is not kept, but its status.
webhook-log-all = Show all
webhook-log-failed = Show only what was given up
webhook-log-none = Nothing yet.
webhook-when = When
webhook-what = Event
webhook-delivery = { $state ->
    [waiting] Waiting
    [taken] Taken
   *[given-up] Given up
}
webhook-due = Next attempt: { $date } (UTC)
webhook-failure = { $why ->
    [name] the host was not found
    [private] the host is not on the public internet
    [connection] no connection
    [tls] no secure connection: look at the certificate
    [late] no answer in time
    [secret] nothing to sign with: make a new secret
   *[broken] the connection broke
}
webhook-millis = { $n } ms
