# (q) of benches/run, which reads this file: events to a local receiver, and signing meanwhile.
# shellcheck shell=bash disable=SC2154

# Queued and sent against a bare loop; then the real server: signing while nobody listens, and while as many events go out beside it.
measure_webhooks() {
    local key db rate bare grown sink
    for key in sqlite postgres; do
        say "webhooks, $key: $events events"
        db=$(database "$key" webhooks)
        "$bench" seed "$db" "$secrets" 20000 >"$scratch/$key.webhooks.stamp"
        read -r rate bare grown < <("$bench" webhooks "$db" "$secrets" "$events")
        note "$key.webhooks" 1 "$rate"
        note "$key.webhooks-loop" 1 "$bare"
        note "$key.webhooks-memory" 1 "$grown"
        db=$(database "$key" hooked)
        "$bench" seed "$db" "$secrets" 20000 >"$scratch/$key.hooked.stamp"
        serve "$key.hooked" "$db"
        local server=$pid at=$port
        helper sink sink
        sink=$port
        sleep 3 # a form that comes back sooner than two seconds is a machine's
        for round in $(seq "$rounds"); do
            signing "$key.sign-alone" "$round" "$db" "$server" "$at" "$(cat "$scratch/$key.hooked.stamp")"
        done
        "$bench" occur "$db" "$secrets" "http://127.0.0.1:$sink/hook" "$events"
        for round in $(seq "$rounds"); do
            signing "$key.sign-hooked" "$round" "$db" "$server" "$at" "$(cat "$scratch/$key.hooked.stamp")"
        done
        kill -TERM "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    done
}
