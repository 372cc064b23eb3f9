### What the doctor finds: in the console, and on the command line.

operator-doctor = Look at everything now
operator-doctor-what = This asks the site’s own address from outside, the name server, the relay and the database, changes nothing, and takes up to half a minute.
operator-doctor-button = Look now
operator-doctor-found = What was found
operator-doctor-busy = Somebody else is looking just now. Wait half a minute, then look again.

## The machine

doctor-settings = The settings can be read. They stand on the command line or in the environment; there is no settings file.
doctor-settings-file = The settings can be read; the settings file is { $path }.
doctor-files = Other accounts of this machine cannot read what is kept, and the data folder can be written.
doctor-open = { $what ->
    [data] The data folder { $path } is open to other accounts (mode { $mode }). Run: chmod 700 { $path }
    [database] The database { $path } is open to other accounts (mode { $mode }). Stop the program, and run: chmod 600 { $path }*
   *[key] The certificate’s key { $path } is open to every account (mode { $mode }). Run: chmod o-rwx { $path }
}
doctor-data = { $why ->
    [missing] There is no data folder { $path }, or this account may not see it. Correct the setting “data”, start the program once, or look with the account that serves.
    [no-folder] { $path } is no folder. Correct the setting “data”.
    [mounted] The data folder { $path } is mounted read-only. Mount it so that it can be written.
    [mode] The data folder { $path } cannot be written by its own account. Run: chmod 700 { $path }
   *[account] This account cannot write in the data folder { $path }. Look with the account that serves; if that is this one, run chown on the folder.
}
doctor-disk-hangs = The disk of the data folder does not answer within ten seconds. Look at the disk and its mount.
doctor-secrets = { $why ->
    [fit] The secrets file { $path } is the one that the database was made with.
    [noted] The secrets file { $path } is there; the database notes at the next start that it belongs to it.
    [first] There is no secrets file { $path } yet: the first start makes it.
    [missing] The secrets file { $path } is not there, but the database was made with one. Put it back from your backup; if it is lost for good, stop every instance and run: undersigned secrets adopt
    [foreign] The secrets file { $path } is not the one that the database was made with: every link that is out would be dead. Put the right one back from your backup; if it is lost for good, stop every instance and run: undersigned secrets adopt
    [open] The secrets file { $path } can be read by other accounts. Run: chmod 600 { $path } – and if somebody else may have read it, make new ones (undersigned secrets adopt).
    [shape] The secrets file { $path } does not hold secrets. Put the right one back from your backup.
    [disk] The secrets file { $path } cannot be read. Look with the account that serves, and see whose file it is.
   *[unknown] Whether the secrets file { $path } belongs to the database cannot be told, because the database cannot be asked.
}

## The database

doctor-database = { $kind } { $version }, { $size }. It keeps what was acknowledged, and its schema is this program’s.
doctor-database-away = The database cannot be looked at: { $why } Nobody can sign while that is so.
doctor-database-why = { $why ->
    [missing] there is no database at { $path }, or this account may not see it.
    [empty] there is nothing in { $path }.
    [cut-off] { $path } is a part of a copy that was cut off; use another backup.
    [foreign] { $path } is no database of SQLite’s.
    [damaged] { $path } is damaged; keep a copy of it, and restore a backup.
    [unreadable] this account cannot open { $path }. SQLite needs to read the file and to write in its folder: look with the account that serves, and at how the disk is mounted.
    [faulty] its disk is full, or does not give what is on it.
    [busy] it is busy, or takes too long to answer: try again.
    [lost] the connection to it ended while it was asked.
    [password] the password or the name of the account is wrong.
    [no-password] it asks for a password, and the address has none.
    [closed] this database takes no connections (see datallowconn).
    [no-room] it has no connection left for another (see max_connections).
    [no-right] the account may not connect to this database.
    [no-login] the account may not log in (see ALTER ROLE .. LOGIN).
    [not-let-in] its pg_hba.conf lets nobody in from this machine with this account, or only over TLS.
    [peer] it wants the account of the system to have the same name; give host and password instead.
    [no-tls] it does not speak TLS, and the address asks for it (sslmode).
    [build-without-tls] this build speaks without TLS, and the address asks for it (sslmode); build with --features postgres-tls.
    [certificate] its certificate is not accepted (see sslrootcert).
    [no-host] there is no host of this name.
    [nothing-listens] nothing listens at this host and port: is the server running?
    [no-socket] there is no socket at this place: is the server running?
    [silent] the host does not answer in time: look at the network and the firewall.
    [starting] it is starting: try again.
    [ending] it is shutting down.
    [no-account] there is no account of this name.
    [no-database] there is no database of this name.
    [general] check host, name, user and password, and that the server is running.
   *[refused] it refuses what it is asked: it may be another program’s.
}
doctor-database-silent = The database does not answer within ten seconds. See whether its server is overloaded or its disk hangs; nobody can sign while that is so.
doctor-database-network = The database’s file is on a network file system ({ $kind }), where its locks cannot be trusted. Move it to a disk of this machine, or use PostgreSQL.
doctor-database-copy = The database’s file is a copy that nobody has served yet; “undersigned serve” puts it in order.
doctor-database-careless = PostgreSQL runs with { $name } = off: what was acknowledged may be lost with the power. Set it to on in postgresql.conf, and reload.
doctor-database-encoding = The database keeps text as { $name }. Names need UTF8: make a new database with encoding UTF8, and copy this one with “undersigned backup”.
doctor-database-connections = PostgreSQL leaves { $there } connections to ordinary accounts, and one instance uses up to { $most }. Raise max_connections.
doctor-schema-nothing = There is nothing in the database yet. “undersigned serve” makes its schema.
doctor-schema-older = { $n ->
    [one] The schema is { $n } step behind this program. Make a backup, then start this version: it brings the schema up to date.
   *[other] The schema is { $n } steps behind this program. Make a backup, then start this version: it brings the schema up to date.
}
doctor-schema-newer = The database was written by a newer version of this program. Start that version, or restore an older backup.

## The clock

doctor-span = { $unit ->
    [seconds] { $n ->
        [one] { $n } second
       *[other] { $n } seconds
    }
    [minutes] { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
    [hours] { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
   *[days] { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
}
doctor-clock = { $of ->
    [database] This machine’s clock and the database’s agree.
   *[answer] This machine’s clock and that of what answers under the base URL agree.
}
doctor-clock-off = This machine’s clock is { $span } { $way ->
    [ahead] ahead of
   *[behind] behind
} { $of ->
    [database] the database’s.
   *[answer] that of what answers under the base URL.
} Set both by the network (timedatectl set-ntp true): links, sessions and certificates end too early or too late.
doctor-clock-file = Nothing in the database is later than this machine’s clock. No other clock can be asked from here.
doctor-clock-file-off = The database holds something of { $at } UTC, which is { $span } later than this machine’s clock. Set the clock by the network (timedatectl set-ntp true).
doctor-clock-unknown = No other clock can be asked: neither the database nor what is under the base URL answers.

## From outside

doctor-reach = { $url } leads to this installation.
doctor-reach-settings = What runs was started with another base URL, { $url }. Start it anew, so that it reads the settings as they are now.
doctor-reach-version = What runs is version { $runs }, and this program is version { $own }. Start it anew, so that the new version serves.
doctor-reach-partly = { $host } leads to this installation, but its address { $address } does not: { $what ->
    [answer] another server answers there.
    [certificate] a server answers there whose certificate browsers warn of.
    [no-tls] what is there does not speak TLS, or has no certificate.
    [no-http] what is there does not speak HTTP.
    [nothing] nothing listens there.
   *[silence] nothing answers there.
} Take that address (A or AAAA) out of the DNS.
doctor-reach-no-name = The name { $host } has no address. Make a record (A, and AAAA where you have IPv6) with this machine’s address where you registered the name.
doctor-reach-elsewhere = This program runs here, but { $url } leads to { $address }, where { $what ->
    [answer] another server answers, or an instance with other secrets. Have the name lead here, or see where the proxy sends visitors.
    [certificate] a server answers whose certificate browsers warn of, so that it cannot be told whether it is this one.
    [no-tls] what answers does not speak TLS, or has no certificate yet.
    [no-http] what answers does not speak HTTP. See what has this port there.
    [nothing] nothing listens. Have the name lead here, and see that port and proxy are the right ones.
   *[silence] nobody answers. Some networks lead nobody back to themselves: try it from a phone. If that fails too, look at firewall and DNS.
}
doctor-reach-not-running = The program does not run: nothing answers at { $listen }. Start it (systemctl start undersigned), and see in its log why it ended.
doctor-reach-other-program = What listens at { $listen } is another program, or one that was started with other secrets. See which (ss -ltnp), and stop it or choose another address for “listen”.
doctor-reach-untold = Under { $url } { $what ->
    [answer] another server answers.
    [certificate] a server answers whose certificate browsers warn of.
    [no-tls] what answers does not speak TLS, or has no certificate yet.
    [no-http] what answers does not speak HTTP.
    [nothing] nothing listens.
   *[silence] nobody answers.
} What listens at { $listen } on this machine has no certificate that can be trusted: whether it is this program cannot be told. See which it is (ss -ltnp), and its log.
doctor-reach-no-secrets = { $what ->
    [answer] A server answers under the base URL. Whether it is this installation cannot be told without the secrets file.
    [certificate] A server answers under the base URL whose certificate browsers warn of.
    [no-tls] What answers under the base URL does not speak TLS, or has no certificate yet.
    [no-http] What answers under the base URL does not speak HTTP.
    [nothing] Nothing listens under the base URL. Start the program, and see that the name leads here.
   *[silence] Nobody answers under the base URL from here. Try it from a phone.
}
doctor-certificate = The certificate that visitors get is good until { $date }.
doctor-certificate-unknown = Which certificate visitors get cannot be told, because nothing that speaks TLS could be reached.
doctor-certificate-warned = { $why ->
    [over] The certificate that visitors get for { $host } is over, or this machine’s clock is ahead. Browsers warn of the site: renew it, or set the clock.
    [not-yet] The certificate that visitors get for { $host } has not begun, or this machine’s clock is behind. Set the clock.
    [other-name] The certificate that visitors get is not for { $host }. Browsers warn of the site: see who serves it.
    [stranger] The certificate that visitors get for { $host } is of an authority that browsers do not trust. Have it made by one that they do.
   *[other] Browsers warn of the certificate that visitors get for { $host }. Have another one made.
}
doctor-proxies = The proxy in front is believed, and says for whom it asks.
doctor-proxies-none = No proxy is in front.
doctor-proxies-unknown = What a proxy in front says cannot be told, because this installation was not reached under its base URL.
doctor-workers-unknown = Workers can be asked of an instance that runs and answers, and none did.

## Mail

doctor-relay = The relay { $place } lets this installation in. Whether mail arrives, a test message shows (This site, Mail).
doctor-relay-not = { $why ->
    [host] There is no host of the relay’s name ({ $place }). Correct the setting “mail”.
    [public] The relay { $place } has a public address, and without TLS nothing is said to it. Use smtp:// (STARTTLS) or smtps:// in the setting “mail”.
    [away] The relay { $place } cannot be reached, or does not answer in time. See whether it runs, whether the setting “mail” names the right port, and whether your provider lets mail out.
    [no-starttls] The relay { $place } offers no STARTTLS, which smtp:// asks for. Use smtps:// if it speaks TLS from the beginning (port 465 as a rule), or smtp+insecure:// if it is on this machine or a private network.
    [tls] TLS with the relay { $place } fails. See whether the port is one for STARTTLS (smtp://, 587) or for TLS from the beginning (smtps://, 465), and whether its certificate is for the name in the setting “mail”.
    [credentials] The relay { $place } does not take user name and password, or asks for some. Put them right in the setting “mail”.
   *[greeting] The relay { $place } lets this server in no further. Ask whoever runs it whom it takes mail from.
}
doctor-names-silent = The name server does not answer for { $domain }, so that this cannot be told from here.
doctor-spf = { $domain } says which servers may send its mail (SPF).
doctor-spf-none = { $domain } does not say which servers may send its mail (SPF), so that much of it ends as spam. Add a TXT record at { $domain }: { $record } – with what the provider of your relay says after “include:”, where there is one.
doctor-spf-many = { $domain } has more than one SPF record, which counts as none. Put them together into one.
doctor-spf-all = The SPF record of { $domain } lets everybody send its mail. End it with -all or ~all.
doctor-dkim = { $why ->
    [there] The DKIM key { $name } is there.
    [taken-back] The DKIM key { $name } is taken back (its p= is empty): what is signed with it is refused. Publish the key that your relay signs with.
   *[none] There is no DKIM key at { $name }. Publish the TXT record that the provider of your relay gives you.
}
doctor-dkim-unknown = Whether messages of { $domain } are signed (DKIM) cannot be told from here. Send a test message to a large provider and look for “dkim=pass” in its headers, or name the key: undersigned doctor --dkim-selector NAME
doctor-dmarc = { $domain } says what becomes of mail that is not its own (DMARC).
doctor-dmarc-none = { $domain } does not say what becomes of mail that is not its own (DMARC), which large providers ask for. Add a TXT record at { $name }: { $record }
doctor-dmarc-many = { $domain } has more than one DMARC record, which counts as none. Keep one.
doctor-ptr = The addresses of this machine have names that lead back to them.
doctor-ptr-none = The address { $address } has no name that leads back to it (PTR), so that many servers take no mail from it. Have your provider give it the name { $host }, or send through a relay of theirs.
doctor-ptr-elsewhere = The relay is on another machine: the name of its address (PTR) is not ours to look at.
doctor-ptr-no-address = The name of this machine’s address (PTR) cannot be told, because the host has no public address in the DNS.
