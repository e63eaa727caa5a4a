"""Works → labels in the text and entries of a bibliography."""

from __future__ import annotations

import pytest

from deckgen.figures.citations import Name, Style, Work, entry, labels, name_of, sort_key

KNUTH = Work(
    key="knuth",
    names=(name_of("Donald E. Knuth"),),
    year="1984",
    title="The TeXbook",
    publisher="Addison-Wesley",
)  # fmt: skip
TURING = Work(
    key="turing", names=(Name("Turing", "Alan M."),), year="1936", title="On computable numbers",
    container="Proc. LMS", volume="42", number="1", pages="230–265", doi="10.1112/plms/s2-42.1.230",
)  # fmt: skip
BODY = Work(key="ccitt", editors=(Name("CCITT"), Name("Berg", "Ada")), title="What is a fax?")


@pytest.mark.parametrize(
    ("typed", "family", "given"),
    [
        ("Donald E. Knuth", "Knuth", "Donald E."),
        ("Knuth, Donald E.", "Knuth", "Donald E."),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ("{World Health Organization}", "World Health Organization", ""),
        ("Plato", "Plato", ""),
    ],
)
def test_names_as_people_write_them(typed: str, family: str, given: str) -> None:
    assert name_of(typed) == Name(family, given)


def test_labels_tell_works_of_one_author_and_year_apart() -> None:
    other = Work(key="other", names=KNUTH.names, year="1984", title="METAFONT")
    made = labels([KNUTH, other, TURING, BODY], "de")
    assert made == {
        "knuth": "Knuth 1984a", "other": "Knuth 1984b", "turing": "Turing 1936",
        "ccitt": "CCITT & Berg o. J.",
    }  # fmt: skip


def test_three_authors_are_shortened() -> None:
    work = Work(key="x", names=(Name("A"), Name("B"), Name("C")), year="2001")
    assert labels([work], "en") == {"x": "A et al. 2001"}


@pytest.mark.parametrize(
    ("work", "style", "words"),
    [
        (KNUTH, Style.AUTHOR_YEAR, "Knuth, Donald E. 1984. The TeXbook. Addison-Wesley."),
        (KNUTH, Style.NUMERIC, "Knuth, Donald E. The TeXbook. Addison-Wesley, 1984."),
        (
            TURING,
            Style.AUTHOR_YEAR,
            "Turing, Alan M. 1936. On computable numbers. Proc. LMS 42 (1), 230–265. "
            "https://doi.org/10.1112/plms/s2-42.1.230",
        ),
        (BODY, Style.AUTHOR_YEAR, "CCITT & Ada Berg (ed.). n.d. What is a fax?"),
        (Work(key="k", title="Alone", year="2020"), Style.AUTHOR_YEAR, "Alone. 2020."),
    ],
)
def test_entries(work: Work, style: Style, words: str) -> None:
    label = labels([work], "en")[work.key]
    assert "".join(piece.text for piece in entry(work, style, label, "en")) == words


def test_what_can_be_borrowed_is_in_italics_and_addresses_are_links() -> None:
    pieces = entry(TURING, Style.AUTHOR_YEAR, "Turing 1936", "en")
    assert [piece.text for piece in pieces if piece.italic] == ["Proc. LMS"]
    assert [piece.href for piece in pieces if piece.href] == ["https://doi.org/10.1112/plms/s2-42.1.230"]


def test_entries_are_sorted_by_name_and_year() -> None:
    assert sorted([TURING, BODY, KNUTH], key=sort_key) == [BODY, KNUTH, TURING]
