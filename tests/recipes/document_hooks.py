"""What schemathesis cannot know of the interface."""

import string
import uuid

import schemathesis
from hypothesis import strategies
from schemathesis.core.parameters import ParameterLocation

# Formats of the document that no standard has.
LETTERS = string.ascii_letters + string.digits + "áéñßøŁЖ字あ -'!?()"
LINES = strategies.text(LETTERS, min_size=1, max_size=60).filter(lambda line: line.strip())
schemathesis.openapi.format("line", LINES)
schemathesis.openapi.format("name", LINES.map(lambda line: "Ada " + line))
schemathesis.openapi.format("text", strategies.lists(LINES, min_size=1, max_size=3).map("\n\n".join))


@schemathesis.hook
def before_call(context, case, kwargs):
    """A key that came with another body is refused before the body is looked at, and few keys are drawn: each request has its own."""
    if "Idempotency-Key" in (case.headers or {}) and not case.meta.is_negative_at(ParameterLocation.HEADER):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
