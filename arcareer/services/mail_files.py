"""A message as mail programs take it: an .eml file that opens as a draft, or a link."""

from __future__ import annotations

from urllib.parse import quote

LINK_LIMIT = 1_900
"""Characters of the longest link that mail programs on Windows take."""


def eml(subject: str, text: str, to: str = "") -> bytes:
    """Return a mail as a file that opens for writing on; it names no sender and no date, and sends nothing."""
    from email.message import EmailMessage  # noqa: PLC0415 - only saving a mail needs it
    from email.policy import SMTP  # noqa: PLC0415

    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    if to.strip():
        mail["To"] = _one_line(to)
    mail["Subject"] = _one_line(subject)
    mail.set_content(f"{text}\n", cte="quoted-printable")
    return mail.as_bytes()


def mail_link(subject: str, text: str, to: str = "") -> str | None:
    """Return the link that opens the mail program with this message, or None where it would be too long for it."""
    link = f"mailto:{quote(to.strip(), safe='@')}?subject={quote(_one_line(subject))}&body={_body(text)}"
    return link if len(link) <= LINK_LIMIT else None


def _body(text: str) -> str:
    return quote("\r\n".join(text.splitlines()))


def _one_line(text: str) -> str:
    return " ".join(text.split())
