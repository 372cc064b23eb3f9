# (r) of benches/run, which reads this file: what programs with a token ask for.
# shellcheck shell=bash disable=SC2154

# A form by token beside the form of the page, and the last page of a full list beside its first, a second each in turn. A token is held to
# 20 requests a second, so that each request comes with another one.
measure_programs() {
    local key db at server stamp petition round turn number one tokens=5000
    for key in sqlite postgres; do
        db=${seeded[$key.none]}
        stamp=$(cat "$scratch/$key.none.stamp")
        petition=$("$bench" tokens "$db" "$secrets" "$tokens" "$scratch/$key.tokens")
        serve "$key.programs" "$db"
        server=$pid at=$port
        sleep 3 # a form that comes back sooner than two seconds is a machine's
        for round in $(seq "$rounds"); do
            say "forms by token, $key, round $round of $rounds, load $(cut -d' ' -f1 /proc/loadavg)"
            # Once the one first and once the other: each finds more forms waiting than the one before.
            for turn in $(seq "$each"); do
                number=$((round * each + turn))
                for one in $([ $((turn % 2)) = 0 ] && echo page token || echo token page); do
                    if [ "$one" = page ]; then
                        each=1 signing "$key.sign-page" "$number" "$db" "$server" "$at" "$stamp"
                    else
                        each=1 storing "$key.sign-token" "$number" "$db" "$server" "http://127.0.0.1:$at" hand_in "$petition" \
                            "$(anywhere)" "$scratch/$key.tokens"
                    fi
                done
                # as a relay would have taken them: 200,000 that wait stop the forms
                ask "$db" "delete from outbox"
            done
        done
        kill -TERM "$server"
        wait "$server" || true

        db=${seeded[$key.million]:-}
        [ -n "$db" ] || continue
        petition=$("$bench" tokens "$db" "$secrets" "$tokens" "$scratch/$key.tokens-million")
        serve "$key.programs-million" "$db"
        server=$pid
        at=http://127.0.0.1:$port/api/v2/petitions/$petition/signatures
        # the first who asks has it gone through once
        curl -sf -H "OSDI-API-Token: $(head -n 1 "$scratch/$key.tokens-million")" "$at" >"$scratch/first-page"
        for round in $(seq "$rounds"); do
            say "pages by token, $key, round $round of $rounds, load $(cut -d' ' -f1 /proc/loadavg)"
            in_turns "$round" token "$key.page-first" "$server" "$at?page=1&per_page=25" \
                "$key.page-last" "$server" "$at?page=$((full / 25))&per_page=25" "$scratch/$key.tokens-million"
        done
        kill -TERM "$server"
        wait "$server" || true
    done
}
