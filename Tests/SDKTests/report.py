"""What was held against the sandbox, and what did not hold."""

import contextlib
import traceback

import anthropic


class Report:
    """Counts what held; keeps a line for each thing that did not."""

    def __init__(self):
        self.held = 0
        self.failed = []

    @contextlib.contextmanager
    def part(self, name):
        """A part of the story; what it raises ends this part only."""
        before = self.name if hasattr(self, "name") else ""
        self.name = name
        try:
            yield
        except Exception as error:  # the report is the test's
            frame = traceback.extract_tb(error.__traceback__)[1:] or traceback.extract_tb(error.__traceback__)
            self.fail(f"line {frame[0].lineno}: {type(error).__name__}: {str(error)[:300]}")
        self.name = before

    def fail(self, text):
        self.failed.append(f"{self.name}: {text}")

    def check(self, condition, text):
        if condition:
            self.held += 1
        else:
            self.fail(text)

    def equal(self, given, expected, text):
        self.check(given == expected, f"{text}: {given!r:.200}, not {expected!r:.200}")

    def refused(self, expected, call, text, code=None):
        """What a call raises is of a class, and tells what a caller needs to know."""
        try:
            answer = call()
        except expected as error:
            self.check(bool(error.api_message), f"{text}: the error has no message")
            self.check(
                (error.request_id or "").startswith("req_"), f"{text}: request id {error.request_id}"
            )
            self.equal(
                (error.body or {}).get("request_id"), error.request_id, f"{text}: request id of the body"
            )
            self.equal(error.type, TYPES[error.status_code], f"{text}: type")
            if code:
                self.equal(error.error_code, code, f"{text}: code")
        except Exception as error:
            self.fail(f"{text}: {type(error).__name__}, not {expected.__name__}: {str(error)[:200]}")
        else:
            self.fail(f"{text}: not refused: {answer!r:.120}")


TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    409: "conflict_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
}


def plain(row):
    return row.model_dump(mode="json") if isinstance(row, anthropic.BaseModel) else row
