# (p) of benches/run, which reads this file: a backup of a full petition, restored beside and counted.
# shellcheck shell=bash disable=SC2154

# The drill as an operator runs it, encrypted backups not included: what it prints, and the same again into the table's own lines.
measure_drill() {
    local key db into told
    for key in sqlite postgres; do
        db=${seeded[$key.million]:-}
        [ -n "$db" ] || continue
        say "drill, $key"
        into=()
        [ "$key" = sqlite ] || into=(--into "$(database postgres drill)")
        told=$("$program" drill --database "$db" --data "$scratch/data-drill" --secrets "$secrets" --backup-every 5m \
            ${into[@]+"${into[@]}"})
        printf '%s\n' "$told" | sed "s/^/$key: /"
        note "$key.drill-backup" 1 "$(awk '/^backup: / { print $2 }' <<<"$told")"
        note "$key.drill-restore" 1 "$(awk '/^RTO: / { print $2 }' <<<"$told")"
    done
}
