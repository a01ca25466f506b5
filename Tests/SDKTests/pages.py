"""Lists in pieces are the same as lists at once, forward and backward."""

import inspect

from anthropic import BadRequestError

from report import plain

# What the API itself does not page, or not by number of rows.
WHOLE = {
    "federation.rules.workspaces.list",
    "analytics.summaries.list",
    "analytics.usage_report.list",
    "analytics.cost_report.list",
    "analytics.usage.list",
    "analytics.cost.list",
    "analytics.user_usage_report.list",
    "analytics.user_cost_report.list",
    "analytics.artifacts.list",
}
# They take a page and never give one.
NEVER_PAGED = {"analytics.summaries.list", "federation.rules.workspaces.list"}
# `before_id` gives the first of the list there, not the nearest.
FIRST_BEFORE = {"webhooks.list"}


def prove(report, name, method, arguments):
    arguments = {key: value for key, value in arguments.items() if key != "limit"}
    parameters = inspect.signature(method).parameters
    with report.part(f"pages of {name}"):
        whole = [plain(row) for row in method(**arguments)]
        if "limit" not in parameters:
            return
        if name not in WHOLE:
            for limit in (1, 3):
                pieces = [plain(row) for row in method(**arguments, limit=limit)]
                report.equal(pieces, whole, f"pages of {limit}")
        if "page" in parameters and name not in NEVER_PAGED:
            made_up = lambda: method(**arguments, page="page_made_up").data
            report.refused(BadRequestError, made_up, "a page that is none")
        if "after_id" in parameters:
            ids(report, name, method, arguments, whole)


def ids(report, name, method, arguments, whole):
    key = "user_id" if name == "workspaces.members.list" else "id"
    for cursor in ("after_id", "before_id"):
        made_up = lambda: method(**arguments, **{cursor: "made_up"}).data
        report.refused(BadRequestError, made_up, f"{cursor} that is none")
    if not whole:
        return
    first, last = whole[0][key], whole[-1][key]
    both = lambda: method(**arguments, after_id=first, before_id=last).data
    report.refused(BadRequestError, both, "after_id and before_id together")
    page = method(**arguments, limit=1)
    report.equal((page.first_id, page.last_id), (first, first), "first_id and last_id of one row")
    report.equal(page.has_more, len(whole) > 1, "has_more of one row")
    after = [plain(row) for row in method(**arguments, after_id=first, limit=2)]
    report.equal(after, whole[1:], "all after the first")
    if name in FIRST_BEFORE:
        before = [plain(row) for row in method(**arguments, before_id=last, limit=1).data]
        report.equal(before, whole[:-1][:1], "the first before the last")
        return
    for limit in (1, 2):
        pages = method(**arguments, before_id=last, limit=limit).iter_pages()
        before = [[plain(row) for row in page.data] for page in pages]
        flat = [row for page in reversed(before) for row in page]
        report.equal(flat, whole[:-1], f"pages of {limit} backward")
