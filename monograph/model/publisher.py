"""Who runs a copy of the guide."""

from typing import Annotated

from pydantic import Field, StringConstraints

from monograph.model.json_schema_hints import NUMBER, hint
from monograph.model.shape import MEANT, SITE, Shape, Text

NAME = r"[^<>{}]+"
REACH = rf"^(?:https://{SITE}|[^\s@<>&\"]+@[^\s@<>&\"/]+\.[^\s@<>&\"/.]+)$"
NOT_NAME = "write the name in plain letters, without < > and braces"
NOT_REACH = (
    'write an address of the web that begins with "https://", or one of e-mail, such as ask@example.org'
)

Name = Annotated[
    Text,
    StringConstraints(pattern=f"^{NAME}$", max_length=80),
    hint(
        f"^{MEANT}{NAME}$",
        NOT_NAME,
        ["Riverside Clinic"],
        ["<b>Riverside</b>", "{name}"],
        NUMBER,
        maxLength=80,
    ),
]
Reach = Annotated[
    Text,
    StringConstraints(pattern=REACH, max_length=200),
    hint(
        REACH,
        NOT_REACH,
        ["https://example.org/guide", "ask@example.org"],
        ["http://example.org", "call us", "https://ask@example.org/"],
        maxLength=200,
    ),
]


class Publisher(Shape):
    """Who runs this copy of the guide. Without this file, each page says that nobody has said so yet."""

    name: Name | None = Field(None, examples=["Riverside Clinic"])
    """The people or the body behind this copy, as they call themselves."""
    contact: Reach | None = None
    """Where readers reach them: an address of the web or of e-mail."""
    corrections: Reach | None = None
    """Where a reader sends a correction; without it, the repository or the page about this guide."""
