### The pages of whoever runs this site.

account-operator = Operator of this site
operator-menu = This site
operator-health = Health
operator-organizations = Organizations
operator-mail = Mail
operator-reports = Reports of pages
operator-events = Events

## Health

operator-health-what = { $n ->
    [0] Nothing has to be done.
    [one] { $n } thing asks for something.
   *[other] { $n } things ask for something.
}
operator-findings = How this site stands
operator-ready = What a load balancer reads
operator-verdict = { $verdict ->
    [wrong] Act now
    [soon] Act soon
    [unknown] Cannot be told from here
   *[fine] Nothing to do
}
operator-about = { $what ->
    [writes] Writing
    [workers] Workers
    [keeper] Background tasks
    [mail] Mail worker
    [queue] Queue of messages
    [database] Database
    [space] Disk
    [backup] Backup
    [backups] Backups by themselves
    [held] Mail after a restore
    [certificate] Certificate
    [proxies] Proxy
    [settings] Settings
    [files] Files
    [secrets] Secrets
    [clock] Clock
    [reach] Address
    [relay] Relay
    [spf] SPF
    [dkim] DKIM
    [dmarc] DMARC
    [ptr] Name of the address
   *[program] Program
}
operator-writes = The database takes writes.
operator-writes-not = { $why ->
    [full] The database takes no writes: its disk is full. Nobody can sign until there is space; then it goes on by itself.
    [fault] The database takes no writes: its disk reports faults. Look at the disk, and have a backup at hand.
    [read-only] The database may only be read: it is a standby, or mounted read-only. Nobody can sign until that is changed.
   *[other] The database does not answer. Nobody can sign until it is back; the log says more.
}
operator-workers = Everybody who works in this program is at it.
operator-worker-ended = The worker { $name } has ended. The program ends with it and is started anew; tell the maintainers the lines of the log before.
operator-worker-seen = At work { $ago }.
operator-worker-unseen = Not seen since the start. If that is still so in a minute, start the program anew.
operator-worker-silent = Last at work { $ago }: it hangs. Start the program anew, and tell the maintainers what the log says.
operator-mail-in-time = No message that is due has waited for over five minutes.
operator-mail-late = Messages that are due have waited for over five minutes. The page on mail says why.
operator-database-file = SQLite in one file, { $size }. Newest step of its schema: { $schema }.
operator-database-server = PostgreSQL, { $size }. Newest step of its schema: { $schema }.
operator-database-away = The database does not answer: how large it is, and when it was last copied, cannot be said.
operator-space = { $free } of { $all } are free where the data folder lies.
operator-space-little = Only { $free } of { $all } are free where the data folder lies. Make space before writing stops.
operator-space-unknown = How much is free where the data folder lies cannot be said.
operator-space-server = What the database’s own machine has left cannot be seen from here.
operator-backup = The newest backup was made { $ago }.
operator-backup-old = The newest backup was made { $ago }. Make one now, and see why none is made each day.
operator-backup-none = No backup has been made with “undersigned backup”. Make one, keep it on another machine, and the secrets file apart from it. If you copy the database in another way, make sure that it happens.
operator-backups-trouble = { $why ->
    [full] The newest backup could not be made: there is no space left where backups lie.
    [read-only] The newest backup could not be made: nothing can be written where backups lie.
    [fault] The newest backup could not be made: the disk where backups lie reports faults, or takes no file so large.
    [missing] The newest backup could not be made: the folder for backups is not there. Its disk may not be mounted.
    [hook] The newest backup was made, but the program that is run behind it failed: it may not have left this machine.
   *[other] The newest backup could not be made; the log says why.
} It was begun { $ago }.
operator-mail-held = This database was restored { $ago }, and no message leaves until somebody runs “undersigned mail release” on the server: what waits may have been sent long ago.
operator-https = The certificate is good until { $date }, and is renewed by itself or when its files change.
operator-https-ends = The certificate is good until { $date } only. See why nothing renews it: visitors are warned off the site from then on.
operator-https-none = There is no certificate yet: it is being made. Nobody can reach the site until it is there.
operator-https-refused = { $why ->
    [away] The authority cannot be reached.
    [too-many] The authority takes no more requests for this name now.
    [not-ours] The authority does not find this server under the name: the name must lead here, and port 443 must be open.
    [name] The authority makes no certificate for this name; a CAA record may name another one.
    [disk] The certificate cannot be kept in the data folder.
   *[other] The authority refuses; the log has its words.
} It is asked again on { $at } UTC.
operator-proxies = No proxy has been met that hides its visitors’ addresses.
operator-program = Undersigned { $version }, running since { $since } UTC ({ $ago }).
operator-megabytes = { $n } MB
operator-gigabytes = { $n } GB
operator-instance = Workers, proxies and running time are those of the instance that answers; where there are several, each has its own.

## Organizations

operator-organizations-what = Numbers only: what they write and who signs is theirs to see.
operator-organizations-newest = The newest first
operator-organizations-none = Nobody organizes here yet.
operator-organization = Organization
operator-members-what = People
operator-members = { $n ->
    [0] nobody
    [one] { $n } person
   *[other] { $n } people
}, { $owners ->
    [0] no owner
    [one] { $owners } owner
   *[other] { $owners } owners
}
operator-petitions-what = Petitions
operator-petitions = { $state ->
    [draft] { $n ->
        [one] { $n } draft
       *[other] { $n } drafts
    }
    [open] { $n } open
    [closed] { $n } closed
   *[removed] { $n } taken down
}
operator-petitions-none = none
operator-counted = Counted signatures
operator-seen = Last seen
operator-seen-never = never

## Mail

operator-relay = Mail goes to { $host }, port { $port }, { $security ->
    [starttls] encrypted (STARTTLS).
    [tls] encrypted (TLS).
   *[none] not encrypted: the relay is on this machine or a private network.
}
operator-relay-captured = Mail is captured on this machine and reaches nobody. To send it, name a relay in the setting “mail”.
operator-sender = It is sent as { $email }.
operator-due = Waiting, due now
operator-oldest = The oldest was queued { $ago }
operator-queue-empty = Nothing waits
operator-later = Waiting, due later
operator-later-what = Their turn comes, or they are tried again
operator-accepted = The relay last took one
operator-accepted-never = never
operator-put-off = Tried, and tried again later
operator-failed = { $n ->
    [one] Given up within a day
   *[other] Given up within { $n } days
}
operator-failed-none = No message was given up.
operator-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
operator-trouble = { $trouble ->
    [away] The relay could not be reached, or fell silent. See whether it runs, and whether the setting “mail” names the right host and port.
    [credentials] The relay did not take user name and password, or asks for some. Put them right in the setting “mail”.
    [sender] The relay lets this server or its sender address in no more. Ask whoever runs it which senders it takes.
    [policy] A mail provider does not want messages of this domain. Check SPF, DKIM and DMARC of the sender’s domain.
    [mailbox] The mailbox does not exist, or its server does not take it. A few of these are usual: people mistype addresses.
    [later] The mailbox’s server asked to come again later, and did not take it then either. A few of these are usual.
    [message] The server did not take the message itself. Tell the maintainers if it happens again.
    [unclear] The connection broke after the message was handed over: whether it went is not known.
   *[other] The log says more about this.
}
operator-code = The answer was { $code }.
operator-test = Try it out
operator-test-what = A message goes to { $email }, the way all messages go: into the queue, to the relay, to the mailbox.
operator-test-button = Send me a test message
operator-test-many = You have asked for several test messages within minutes. Wait two minutes, then ask for the next one.
operator-test-waits = The test message waits for the mail worker. That takes seconds as a rule.
operator-test-put-off = The test message could not be handed over yet. It is tried again at { $time } UTC, or as soon as the relay is back.
operator-test-taken = The relay took the test message on { $time } UTC (answer { $code }). See whether it arrives, and in which folder.
operator-test-failed = The test message was refused, and is not tried again.
operator-test-skipped = The test message was not sent: this mailbox has had too many within an hour, or has been erased from this site.
operator-test-again = Look again

## Reports of pages

operator-reports-open = { $n ->
    [0] Nothing waits for you.
    [one] { $n } report waits for you.
   *[other] { $n } reports wait for you.
}
operator-reports-what = Kept for half a year. A report hides nothing by itself, and the organizers are not told who sent it.
operator-reports-none = Nobody has reported a page within half a year.
operator-report-open = To be dealt with
operator-report-dealt = Dealt with on { $time } UTC
operator-report-about = About
operator-report-site = About a page of the site that is no petition’s
operator-report-hidden = a petition that is not shown
operator-report-answer = They want an answer at
operator-report-no-answer = They left no address.
operator-report-note = Note for yourself
operator-report-deal = Dealt with
operator-report-save = Save the note
operator-report-reopen = Not dealt with after all

## Events

operator-events-what = Where many people sign from one network at once, as in a lecture hall, their messages go at sixty a minute instead of twenty. Every instance heeds it within ten seconds.
operator-events-running = { $n ->
    [0] No event
    [one] { $n } event
   *[other] { $n } events
}
operator-events-none = No network is named just now.
operator-event-network = Network
operator-event-network-hint = As 192.0.2.0/24 or 2001:db8::/48, or one address
operator-event-hours = Hours
operator-event-hours-hint = 1 to { $n }
operator-event-petition = Petition
operator-event-petition-hint = The last part of its address, where it is for one petition alone
operator-event-every = Every petition
operator-event-until = Until
operator-event-ends = { $time } UTC
operator-event-end = End
operator-event-new = Name a network
operator-event-add = Name it
operator-event-most = At most { $n } at once.
operator-event-no-network = Type a network such as 192.0.2.0/24, or one address
operator-event-no-wide = That network is too wide: at most /16, of IPv6 /32
operator-event-no-hours = Type a whole number of hours, 1 to 168
operator-event-no-petition = There is no petition at that address
operator-event-no-many = So many events run that no more are taken: end one first
