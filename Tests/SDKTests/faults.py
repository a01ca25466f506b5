"""What the official SDK raises when a sandbox breaks, and what it gets through.

    python faults.py BASE_URL KEY ERROR

Every request to this sandbox fails; the class of what is raised is given by its name.
"""

import sys

import anthropic

from report import Report


def main():
    base_url, key, expected = sys.argv[1:]
    report = Report()
    expected = getattr(anthropic, expected)
    client = anthropic.Anthropic(api_key=key, base_url=base_url, max_retries=0)
    org = client.organization
    with report.part("faults"):
        for text, call in (
            ("a read", org.retrieve),
            ("a list", org.users.list),
            ("a change", lambda: org.workspaces.create(name="Fault")),
        ):
            if issubclass(expected, anthropic.APIStatusError):
                report.refused(expected, call, text)
                continue
            try:
                call()
                report.fail(f"{text}: nothing was raised")
            except expected:
                report.held += 1
    for line in report.failed:
        print("FAILED", line)
    print(f"{report.held} facts proven, {len(report.failed)} failed")
    sys.exit(1 if report.failed else 0)


main()
