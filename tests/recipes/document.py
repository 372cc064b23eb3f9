"""Holds the document of the interface against the built program: schemathesis, with all of its checks."""

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

from program import Program

HERE = Path(__file__).parent
# What stands in the examples for the ids of a person and of a petition.
PERSON = "0193b3a5-0000-7000-8000-000000000000"
PETITION = "0193b3a5-1111-7000-8000-000000000000"


def read(program, token, path):
    request = urllib.request.Request(program.base + path, headers={"OSDI-API-Token": token})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def ids(things):
    return [one["_links"]["self"]["href"].rsplit("/", 1)[1] for one in things]


def first_of(program, token):
    """Ids of what there is: petitions that can be signed, people, a draft, a tag."""
    petitions = read(program, token, "/petitions")["_embedded"]["osdi:petitions"]
    by_status = {}
    for one in petitions:
        by_status.setdefault(one["undersigned:status"], []).extend(ids([one]))
    people = ids(read(program, token, "/people")["_embedded"]["osdi:people"])
    posted = urllib.request.Request(
        program.base + "/tags", json.dumps({"name": "faculty"}).encode(), {"OSDI-API-Token": token}
    )
    with urllib.request.urlopen(posted) as answer:
        tag = ids([json.load(answer)])
    return {"petitions": by_status["open"][0], "people": people[0], "tags": tag[0]}


def main():
    program = Program(*sys.argv[1:])
    try:
        token = program.token()
        known = first_of(program, token)
        with urllib.request.urlopen(program.origin + "/api/openapi.json") as answer:
            document = answer.read().decode()
        if "DOCUMENT" in os.environ:
            document = Path(os.environ["DOCUMENT"]).read_text()
        document = document.replace(PERSON, known["people"]).replace(PETITION, known["petitions"])
        place = Path(program.data.name, "openapi.json")
        place.write_text(document)
        # the lists of ids are looked for beside it
        config = Path(shutil.copy(HERE / "document.toml", program.data.name))
        for name, id in known.items():
            Path(program.data.name, f"{name}.txt").write_text(f'"{id}"\n')
        done = subprocess.run(
            [
                Path(sys.executable).with_name("schemathesis"), "--config-file", config, "run", place,
                "--url", program.base, "--checks", "all", "--header", f"OSDI-API-Token: {token}", *os.environ.get("MORE", "").split(),
            ],
            cwd=program.data.name, check=False,
        )
    finally:
        program.stop()
    sys.exit(done.returncode)


main()
