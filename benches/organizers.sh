# (l), (m) and (n) of benches/run, which reads this file: what organizers wait for.
# shellcheck shell=bash disable=SC2154

# Decisions about 100,000 signatures, on a petition of their own.
measure_decide() {
    local key db gathered held released removed back longest
    for key in sqlite postgres; do
        say "decisions, $key"
        db=$(database "$key" decide)
        "$bench" seed "$db" "$secrets" 100000 >/dev/null
        read -r gathered held released removed back longest < <("$bench" decide "$db" "$secrets")
        note "$key.gathered" 1 "$gathered"
        note "$key.held" 1 "$held"
        note "$key.released" 1 "$released"
        note "$key.removed" 1 "$removed"
        note "$key.taken-back" 1 "$back"
        note "$key.waited" 1 "$longest"
    done
}

# What organizers look for in a full list, of which some are held and many were removed.
measure_search() {
    local key db name rows longest
    for key in sqlite postgres; do
        db=${seeded[$key.million]:-}
        [ -n "$db" ] || continue
        say "searches, $key"
        ask "$db" "update signatures set state = 1 where id in (select id from signatures where state = 0 order by id desc limit $((full / 60)))"
        ask "$db" "update signatures set state = 3 where id in (select id from signatures where state = 0 order by id limit $((full / 10)))"
        [ "$key" = sqlite ] || ask "$db" 'vacuum analyze' >/dev/null
        while read -r name rows longest; do note "$key.search.$name" 1 "$longest"; done \
            < <("$bench" search "$db" "$secrets")
    done
}

# A book of 100,000 names, as the job writes it.
measure_book() {
    local key db seconds names pages bytes before most
    for key in sqlite postgres; do
        say "a book of signers, $key"
        db=$(database "$key" book)
        "$bench" seed "$db" "$secrets" 100000 >/dev/null
        [ "$key" = sqlite ] || ask "$db" 'vacuum analyze' >/dev/null
        read -r seconds names pages bytes before most < <("$bench" book "$db" "$secrets")
        note "$key.book-seconds" 1 "$seconds"
        note "$key.book-names" 1 "$names"
        note "$key.book-pages" 1 "$pages"
        note "$key.book-file" 1 "$((bytes / 1024))"
        note "$key.book-before" 1 "$before"
        note "$key.book-most" 1 "$most"
    done
}
