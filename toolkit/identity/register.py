"""What one run remembers for the next: which petition has which id."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from dataclasses import field as dataclass_field

from toolkit.values import hamlets
from toolkit.values.texts import fold


@dataclass(frozen=True, slots=True)
class Known:
    """A petition of an earlier run.

    `digest` changes with any of its values. `present` is False once it was in no file any more:
    its id stays its own.
    """

    id: str
    content: str = ""
    petitioner: str = ""
    hamlet: str = ""
    digest: str = ""
    present: bool = True

    @property
    def fingerprint(self) -> tuple[str, str, str]:
        """Content, petitioner and hamlet, for comparing."""
        return fold(self.content), fold(self.petitioner), hamlets.key(self.hamlet)


@dataclass(frozen=True, slots=True)
class Register:
    """All petitions ever given an id, sorted by it.

    `highest` is the last number given in each series: {"25498-2026": 45}.
    """

    petitions: tuple[Known, ...] = ()
    highest: Mapping[str, int] = dataclass_field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """What `from_json` reads again."""
        return {
            "petitions": [asdict(known) for known in self.petitions],
            "highest": {**self.highest},
        }

    @classmethod
    def from_json(cls, data: object) -> "Register":
        """A register that was kept; what is blank, missing or of another type is left out.

        >>> Register.from_json(None) == Register.from_json({}) == Register()
        True
        """
        kept = data if isinstance(data, Mapping) else {}
        listed, numbers = kept.get("petitions"), kept.get("highest")
        return cls(
            tuple(known for item in _items(listed) if (known := _known(item))),
            {str(k): v for k, v in numbers.items() if type(v) is int}
            if isinstance(numbers, Mapping)
            else {},
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids by what became of them since the last run; those that came back are new."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def _items(listed: object) -> list[object]:
    return listed if isinstance(listed, list) else []


def _known(item: object) -> Known | None:
    if not isinstance(item, Mapping) or not item.get("id"):
        return None
    texts = {f.name: str(item.get(f.name) or "") for f in fields(Known) if f.name != "present"}
    return Known(**texts, present=item.get("present") is not False)
