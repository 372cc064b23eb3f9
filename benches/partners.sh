# (k) of benches/run, which reads this file: what other sites ask for.
# shellcheck shell=bash disable=SC2154

# What other sites ask for, from memory; the form of a frame beside that of the page; programs that follow the number.
measure_partners() {
    local key at bare stamp framed grown middle worst program_pid program_port turn number one same same_pid
    local names=(count badge frame-count frame-form)
    local asked=(/p/bench/count.json /badge/bench.svg "/embed/bench?kind=counter&lang=en" "/embed/bench?kind=form&lang=en")
    helper bare bare
    bare=$port
    local bare_pid=$pid
    for key in sqlite postgres; do
        serve "$key.partners" "${seeded[$key.none]}"
        at=http://127.0.0.1:$port
        stamp=$(cat "$scratch/$key.none.stamp")
        framed=$(curl -s "$at/embed/bench?kind=form&lang=en" | grep -o 'name="token" value="[^"]*"' | cut -d'"' -f4)
        # first: a source has twenty places, and gets those of programs that are gone back with the next event
        "$bench" pending "${seeded[$key.none]}" "$secrets" 20 "$scratch/followed"
        "$bench" listen "$pid" "$port" 2000 "$scratch/followed" 10 >"$scratch/listened"
        read -r grown middle worst <"$scratch/listened"
        note "$key.followers" 1 "$grown"
        note "$key.heard" 1 "$middle"
        note "$key.heard-worst" 1 "$worst"
        sleep 3
        program_pid=$pid program_port=$port
        helper same same "$port" "${asked[@]}"
        same_pid=$pid same=http://127.0.0.1:$port
        pid=$program_pid port=$program_port
        for round in $(seq "$rounds"); do
            say "other sites, $key, round $round of $rounds"
            load "$key.bare" "$round" "$bare_pid" "http://127.0.0.1:$bare/" report
            for number in "${!asked[@]}"; do
                load "$key.${names[number]}" "$round" "$pid" "$at${asked[number]}" report
                load "$key.${names[number]}-same" "$round" "$same_pid" "$same${asked[number]}" report
            done
            # A second each, once the one first and once the other: each finds more forms waiting than the one before.
            for turn in 0 1; do
                number=$((round * 2 + turn))
                for one in $([ "$turn" = 0 ] && echo page frame || echo frame page); do
                    if [ "$one" = page ]; then
                        each=1 signing "$key.page-sign" "$number" "${seeded[$key.none]}" "$pid" "$port" "$stamp"
                    else
                        each=1 load "$key.frame-sign" "$number" "$pid" "$at" sign "$framed" "$(anywhere)" \
                            "/embed/bench/sign?kind=form&lang=en"
                    fi
                done
            done
            # as a relay would have taken them: 200,000 that wait stop the forms
            ask "${seeded[$key.none]}" "delete from outbox"
            # once more, while 2,000 follow the number and are told of a change each second: each round from a network of its own
            program_pid=$pid program_port=$port
            "$bench" pending "${seeded[$key.none]}" "$secrets" 10 "$scratch/followed"
            helper following follow "$port" 2000 "$round" "$scratch/followed"
            each=1 signing "$key.sign-beside" "$((round * 2))" "${seeded[$key.none]}" "$program_pid" "$program_port" "$stamp"
            kill -TERM "$pid"
            wait "$pid" || true
            pid=$program_pid port=$program_port
        done
        kill -TERM "$pid" "$same_pid"
        wait "$pid" "$same_pid" || true
    done
    kill -TERM "$bare_pid"
    servers=()
}
