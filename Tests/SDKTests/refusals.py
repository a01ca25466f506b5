"""Wrong uses, and what they raise."""

import inspect
import re
import typing

import anthropic
from anthropic import BadRequestError, NotFoundError

# A filter, which nothing passes then.
TAKES_ANY_ID = {"claude_tag.slack_channels.list"}


def enumerations(method):
    """The parameters that take one of some words; and whether they take a list of them."""
    try:
        hints = typing.get_type_hints(method)
    except NameError:
        return
    for name, hint in hints.items():
        if name in ("betas", "return"):
            continue
        words, others = set(), set()
        collect(hint, words, others)
        if words and str not in others and not words <= {"latest"}:
            yield name, is_list(hint)


def collect(hint, words, others):
    if typing.get_origin(hint) is typing.Literal:
        words.update(typing.get_args(hint))
    elif typing.get_args(hint):
        for part in typing.get_args(hint):
            collect(part, words, others)
    else:
        others.add(hint)


def is_list(hint):
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return False
    if inspect.isclass(origin) and issubclass(origin, typing.Iterable):
        return True
    return any(is_list(part) for part in typing.get_args(hint))


def sent(method, arguments):
    """A list is sent when it is made; the first page is enough."""
    return lambda: method(**arguments)


def wrong_words(report, name, method, arguments):
    """Each parameter that takes words of a set refuses another one."""
    with report.part(f"wrong words for {name}"):
        for parameter, takes_list in enumerations(method):
            value = ["no_such_word"] if takes_list else "no_such_word"
            call = sent(method, {**arguments, parameter: value})
            report.refused(BadRequestError, call, parameter)


def wrong_limits(report, name, method, arguments):
    parameters = inspect.signature(method).parameters
    if "limit" not in parameters or name.startswith("federation.rules.workspaces"):
        return
    with report.part(f"wrong limits for {name}"):
        for limit in (-1, 100_000):
            report.refused(BadRequestError, sent(method, {**arguments, "limit": limit}), f"limit {limit}")


def wrong_types(report, name, method, arguments):
    """Each field of a body refuses what is of another type."""
    source = inspect.getsource(method)
    if "self._post(" not in source or "files" in arguments or "archive" in arguments:
        return
    in_path = set(re.findall(r"\{(\w+)\}", source.partition("path_template(")[2].partition(",")[0]))
    with report.part(f"wrong types for {name}"):
        for field, value in arguments.items():
            if field in in_path:
                continue
            wrong = 5 if isinstance(value, str) else "text"
            report.refused(BadRequestError, sent(method, {**arguments, field: wrong}), f"{field}={wrong!r}")


def unknown_ids(report, methods, label):
    """Whatever needs nothing but ids does not find one that nothing has."""
    for name, method in methods.items():
        required = [
            parameter.name
            for parameter in inspect.signature(method).parameters.values()
            if parameter.default is inspect.Parameter.empty
        ]
        if not required or not all(word == "id" or word.endswith("_id") for word in required):
            continue
        if name in TAKES_ANY_ID:
            continue
        with report.part(f"{label}.{name}"):
            unknown = {word: f"{word}_that_nothing_has" for word in required}
            report.refused(NotFoundError, sent(method, unknown), "an unknown id")


def too_long(report, org):
    """Names one longer than the API takes, and as long as it takes."""
    # Some names are taken once; the plain and the beta classes have one organization.
    letter = "b" if hasattr(org, "telemetry_destinations") else "n"
    aws = {"type": "aws", "kms_arn": "arn:aws:kms:us-east-1:111122223333:key/1", "region": "us-east-1"}
    workspace = list(org.workspaces.list())[0].id
    key = [row for row in org.api_keys.list() if row.status == "active"][0].id
    cases = [
        ("workspaces.update", 40, lambda name: org.workspaces.update(workspace, name=name)),
        ("api_keys.update", 500, lambda name: org.api_keys.update(key, name=name)),
        ("external_keys.create", 255, lambda name: org.external_keys.create(provider_config=aws, display_name=name)),
        ("service_accounts.create", 255, lambda name: org.service_accounts.create(name=name)),
        (
            "federation.issuers.create",
            255,
            lambda name: org.federation.issuers.create(name=name, issuer_url="https://long.acme.example"),
        ),
    ]
    if hasattr(org, "telemetry_destinations"):
        telemetry = lambda name: org.telemetry_destinations.create(
            endpoint_url="https://otel.acme.example", workspaces={"type": "all"}, display_name=name
        )
        cases += [
            ("rbac_groups.create", 255, lambda name: org.rbac_groups.create(name=name)),
            ("telemetry_destinations.create", 255, telemetry),
        ]
    for name, most, call in cases:
        with report.part(f"{name} with a long name"):
            report.refused(BadRequestError, lambda: call(letter * (most + 1)), f"{most + 1} characters")
            report.refused(BadRequestError, lambda: call(""), "an empty name")
            answer = call(letter * most)
            given = getattr(answer, "name", None) or answer.display_name
            report.equal(given, letter * most, f"{most} characters")


def credentials(report, connect):
    with report.part("credentials"):
        for key, expected in (
            ("sk-ant-admin01-wrong", anthropic.AuthenticationError),
            ("sk-ant-oat02-wrong", anthropic.AuthenticationError),
            ("sk-ant-api03-of-a-workspace", anthropic.PermissionDeniedError),
        ):
            org = connect(api_key=key).organization
            report.refused(expected, org.retrieve, key)
            report.refused(expected, org.users.list, key)


def everywhere(report, org):
    with report.part("refusals"):
        report.refused(BadRequestError, lambda: org.invites.create(email="nobody", role="user"), "no address")
        report.refused(BadRequestError, lambda: org.invites.create(email="a@b.example", role="admin"), "an admin")
        report.refused(BadRequestError, lambda: org.workspaces.create(name="A", display_color="red"), "a colour")
        report.refused(
            BadRequestError, lambda: org.workspaces.create(name="A", tags={"anthropic-x": "y"}), "a tag"
        )
        report.refused(BadRequestError, lambda: org.users.list(extra_query={"nickname": "x"}), "a parameter")
        report.refused(
            BadRequestError, lambda: org.workspaces.create(name="A", extra_body={"colour": "x"}), "a field"
        )
    too_long(report, org)
