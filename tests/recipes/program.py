"""The built program in demo mode over an empty data folder, for scripts of others."""

import email
import email.policy
import os
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

BINARY = Path(os.environ.get("UNDERSIGNED_BINARY", "target/debug/undersigned")).resolve()


def free_port():
    """A port below those that the kernel gives to whoever connects."""
    for port in range(20_000 + os.getpid() % 5_000, 32_000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise OSError("no port is free")


class Program:
    """Runs until it is stopped; its letters are files."""

    def __init__(self, database=None):
        self.data = tempfile.TemporaryDirectory(prefix="undersigned-")
        self.origin = f"http://127.0.0.1:{free_port()}"
        self.base = self.origin + "/api/v2"
        kept = {k: v for k, v in os.environ.items() if not k.startswith("UNDERSIGNED_")}
        self.env = {**kept, "UNDERSIGNED_METRICS": "off"}
        self.place = ["--data", self.data.name]
        if database:
            self.place += ["--database", database]
        listen = self.origin.removeprefix("http://")
        self.child = subprocess.Popen(
            [BINARY, "demo", *self.place, "--listen", listen],
            env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        until = time.monotonic() + 120
        while not self.is_ready():
            if self.child.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the program did not start: " + self.child.stderr.read())
            time.sleep(0.05)

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.origin + "/readyz", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def command(self, *words):
        """What a command prints."""
        done = subprocess.run([BINARY, *words, *self.place], env=self.env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{words}: {done.stderr}")
        return done.stdout

    def token(self, scopes="all"):
        """A new token of the demonstration's organization."""
        made = self.command("token", "add", "--name", "Recipes", "--scopes", scopes, "--organization", "Sanctuary Research Network")
        return made.split()[-1]

    def letter(self, address):
        """The letter to this address, as text, awaited."""
        until = time.monotonic() + 120
        while time.monotonic() < until:
            for path in sorted(Path(self.data.name, "mail").glob("*.eml")):
                letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                if address in letter["to"]:
                    return letter.get_body(("plain",)).get_content()
            time.sleep(0.05)
        raise RuntimeError(f"no letter to {address}")

    def confirm(self, address):
        """Presses what the letter leads to, as a browser without script does; with the letter's word where it is asked for."""
        text = self.letter(address)
        link = re.search(r"https?://\S+/c/\S+", text).group(0)
        word = re.search(r"asks for a word, it is: (\w+)", text).group(1)
        page = urllib.request.urlopen(link).read().decode()
        for typed in ({}, {"word": word}):
            nonce = re.search(r'name="nonce" value="([^"]*)"', page)
            if not nonce:
                break
            body = urllib.parse.urlencode({"nonce": nonce.group(1), "choice": "confirm", **typed}).encode()
            request = urllib.request.Request(link, body, {"Origin": self.origin})
            try:
                page = urllib.request.urlopen(request).read().decode()
            except urllib.error.HTTPError as asks:
                page = asks.read().decode()
        return page

    def stop(self):
        self.child.terminate()
        self.child.wait(20)
        self.data.cleanup()
