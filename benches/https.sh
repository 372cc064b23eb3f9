# (o) of benches/run, which reads this file: what TLS costs.
# shellcheck shell=bash disable=SC2154

# count.json over TLS with kept connections, beside the same without: what TLS costs.
measure_https() {
    local db args plain plain_pid tls tls_pid round
    db=$(database sqlite https)
    "$bench" seed "$db" "$secrets" 0 >/dev/null
    serve https-plain "$db"
    plain=$port plain_pid=$pid
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=bench \
        -addext subjectAltName=DNS:bench.example.org -keyout "$scratch/key.pem" -out "$scratch/cert.pem" 2>/dev/null)
    tls=$(free_port)
    mapfile -t args < <(options "$db" data-https)
    RUST_LOG=warn "$program" "${args[@]}" --listen "127.0.0.1:$tls" --base-url https://bench.example.org --http off --metrics off \
        --https files --https-cert "$scratch/cert.pem" --https-key "$scratch/key.pem" >"$scratch/https.log" 2>&1 &
    tls_pid=$!
    servers+=("$tls_pid")
    for _ in $(seq 600); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$tls") 2>/dev/null; then break; fi
        kill -0 "$tls_pid" 2>/dev/null || { cat "$scratch/https.log" >&2; return 1; }
        sleep 0.1
    done
    for round in $(seq "$rounds"); do
        say "over TLS, round $round of $rounds"
        in_turns "$round" report https.plain "$plain_pid" "http://127.0.0.1:$plain/p/bench/count.json" \
            https.tls "$tls_pid" "https://127.0.0.1:$tls/p/bench/count.json"
    done
    kill -TERM "$plain_pid" "$tls_pid"
    wait "$plain_pid" "$tls_pid" || true
}
