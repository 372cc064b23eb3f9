# (k) of benches/run, which reads this file: what other sites ask for.
# shellcheck shell=bash disable=SC2154

# What other sites ask for, from memory; the form of a frame beside that of the page; programs that follow the number, and signing beside them.
measure_partners() {
    local key at bare stamp framed grown middle worst
    helper bare bare
    bare=$port
    local bare_pid=$pid
    for key in sqlite postgres; do
        serve "$key.partners" "${seeded[$key.none]}"
        at=http://127.0.0.1:$port
        stamp=$(cat "$scratch/$key.none.stamp")
        framed=$(curl -s "$at/embed/bench?kind=form&lang=en" | grep -o 'name="token" value="[^"]*"' | cut -d'"' -f4)
        sleep 3
        for round in $(seq "$rounds"); do
            say "other sites, $key, round $round of $rounds"
            load "$key.bare" "$round" "$bare_pid" "http://127.0.0.1:$bare/" report
            load "$key.count" "$round" "$pid" "$at/p/bench/count.json" report
            load "$key.badge" "$round" "$pid" "$at/badge/bench.svg" report
            load "$key.frame-count" "$round" "$pid" "$at/embed/bench?kind=counter&lang=en" report
            load "$key.frame-form" "$round" "$pid" "$at/embed/bench?kind=form&lang=en" report
            signing "$key.page-sign" "$round" "${seeded[$key.none]}" "$pid" "$port" "$stamp"
            load "$key.frame-sign" "$round" "$pid" "$at" sign "$framed" "$(anywhere)" "/embed/bench/sign?kind=form&lang=en"
        done
        "$bench" pending "${seeded[$key.none]}" "$secrets" 20 "$scratch/followed"
        "$bench" listen "$pid" "$port" 2000 "$scratch/followed" 10 >"$scratch/listened"
        read -r grown middle worst <"$scratch/listened"
        note "$key.followers" 1 "$grown"
        note "$key.heard" 1 "$middle"
        note "$key.heard-worst" 1 "$worst"
        for round in $(seq "$rounds"); do
            signing "$key.sign-alone" "$round" "${seeded[$key.none]}" "$pid" "$port" "$stamp"
            "$bench" pending "${seeded[$key.none]}" "$secrets" $((each + 5)) "$scratch/followed"
            "$bench" listen "$pid" "$port" 2000 "$scratch/followed" $((each + 1)) >/dev/null &
            local followers=$!
            sleep 2
            signing "$key.sign-followed" "$round" "${seeded[$key.none]}" "$pid" "$port" "$stamp"
            wait "$followers"
        done
        kill -TERM "$pid"
        wait "$pid" || true
    done
    kill -TERM "$bare_pid"
    servers=()
}
