"""What schemathesis cannot know of the interface."""

import string
import uuid

import schemathesis
from hypothesis import strategies
from schemathesis.core.parameters import ParameterLocation
from schemathesis.openapi.checks import EnsureResourceAvailability, UseAfterFree

# Formats of the document that no standard has.
LETTERS = string.ascii_letters + string.digits + "áéñßøŁЖ字あ -'!?()"
LINES = strategies.text(LETTERS, min_size=1, max_size=60).filter(lambda line: line.strip())
schemathesis.openapi.format("line", LINES)
schemathesis.openapi.format("name", LINES.map(lambda line: "Ada " + line))
schemathesis.openapi.format("text", strategies.lists(LINES, min_size=1, max_size=3).map("\n\n".join))


@schemathesis.hook
def filter_case(context, case):
    """A text that is drawn for not being a line may well be one: nothing but the program knows."""
    mutations = getattr(case.meta.phase.data, "mutations", None) or []
    return not any("format" in one.keywords for one in mutations)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """What looks like a fault and is the contract, each for what it is said of."""
    path = case.operation.path
    # whoever was told of is nobody to read before their own mailbox has confirmed it: 404 until then
    unconfirmed = isinstance(failure, EnsureResourceAvailability) and path.startswith("/people/{id}")
    # a signature that was taken out is still read, as `removed`: organizers can take that back
    removed = isinstance(failure, UseAfterFree) and path == "/petitions/{id}/signatures/{part}"
    return not (unconfirmed or removed)


@schemathesis.hook
def before_call(context, case, kwargs):
    """A key that came with another body is refused before the body is looked at, and few keys are drawn: each request has its own."""
    if "Idempotency-Key" in (case.headers or {}) and not case.meta.is_negative_at(ParameterLocation.HEADER):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
