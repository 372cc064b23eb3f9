# Two stages: the first builds with TLS to a remote PostgreSQL, the second holds the program and OpenSSL's library, nothing else.
FROM rust:1.95-slim-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libssl-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY .cargo .cargo
COPY Cargo.toml Cargo.lock ./
COPY migrations migrations
COPY templates templates
COPY src src
# cargo wants the files it was told of, whether it builds them or not
COPY tests tests
COPY benches benches
RUN cargo build --locked --profile dist --features postgres-tls

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libssl3 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin undersigned \
    && install -d -m 0700 -o undersigned -g undersigned /data
COPY --from=build /build/target/dist/undersigned /usr/local/bin/undersigned
COPY LICENSE /usr/share/doc/undersigned/LICENSE
USER undersigned
WORKDIR /data
VOLUME /data
ENV UNDERSIGNED_DATA=/data UNDERSIGNED_LISTEN=0.0.0.0:8080
EXPOSE 8080
# 10 s is what the program itself takes at most to finish what is in flight
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["undersigned"]
CMD ["serve"]
