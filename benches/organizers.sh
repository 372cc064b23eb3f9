# (l) and (m) of benches/run, which reads this file: what organizers wait for.
# shellcheck shell=bash disable=SC2154

# Decisions about 100,000 signatures, on a petition of their own.
measure_decide() {
    local key db gathered removed back longest
    for key in sqlite postgres; do
        say "decisions, $key"
        db=$(database "$key" decide)
        "$bench" seed "$db" "$secrets" 100000 >/dev/null
        read -r gathered removed back longest < <("$bench" decide "$db" "$secrets")
        note "$key.gathered" 1 "$gathered"
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
