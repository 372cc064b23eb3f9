"""Holds the document of the interface against the built program: schemathesis, with all of its checks."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

from program import Program

HERE = Path(__file__).parent
# What stands in the examples for the id of a person.
PERSON = "0193b3a5-0000-7000-8000-000000000000"


def asked(program, token, path, body=None):
    request = urllib.request.Request(program.origin + "/api" + path, body and json.dumps(body).encode(), {"OSDI-API-Token": token})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def id_of(thing):
    return thing["_links"]["self"]["href"].rsplit("/", 1)[1]


def known_ids(program, token):
    """Of what there is: a petition that can be signed, somebody who signed, a webhook, a tag."""
    petitions = asked(program, token, "/v2/petitions")["_embedded"]["osdi:petitions"]
    people = asked(program, token, "/v2/people")["_embedded"]["osdi:people"]
    return {
        "petitions": next(id_of(one) for one in petitions if one["undersigned:status"] == "open"),
        "people": id_of(people[0]),
        "webhooks": asked(program, token, "/v1/webhooks", {"url": "https://hooks.example.org/in", "events": ["petition.closed"]})["id"],
        "tags": id_of(asked(program, token, "/v2/tags", {"name": "faculty"})),
    }


def command(program, token):
    """How schemathesis is run, in the program's folder."""
    folder = Path(program.data.name)
    known = known_ids(program, token)
    with urllib.request.urlopen(program.origin + "/api/openapi.json") as answer:
        document = answer.read().decode()
    Path(folder, "openapi.json").write_text(document.replace(PERSON, known["people"]))
    # lists of ids are looked for beside what names them
    shutil.copy(HERE / "document.toml", folder)
    for name, id in known.items():
        Path(folder, f"{name}.txt").write_text(f'"{id}"\n')
    return [
        Path(sys.executable).with_name("schemathesis"), "--config-file", "document.toml", "run", "openapi.json",
        "--url", program.origin + "/api", "--checks", "all", "--header", f"OSDI-API-Token: {token}",
        "--max-examples", os.environ.get("EXAMPLES", "30"), "--seed", os.environ.get("SEED", "1"),
    ]


def main():
    program = Program(*sys.argv[1:])
    try:
        run = subprocess.run(
            command(program, program.token()), cwd=program.data.name, check=False, text=True, stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(HERE), "SCHEMATHESIS_HOOKS": "document_hooks"},
        )
    finally:
        program.stop()
    print(run.stdout)
    operations = re.search(r"Tested: (\d+)", run.stdout)
    found = re.search(r"(\d+) found (\d+) unique failures", run.stdout)
    if run.returncode and not found:
        print("0 passed, 1 failed")
    else:
        print(f"{operations.group(1)} passed, {found.group(2) if found else 0} failed")
    sys.exit(run.returncode)


main()
