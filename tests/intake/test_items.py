"""Items are typed here and JSON in the database; what was stored before they were typed is still read."""

import json

from intake.items import Facts, FactsItem, ItemEncoder, OpinionItem, PersonItem, StatementItem, read

#: As the first version wrote them, with a field that nothing knows any more.
STORED = [
    {
        "id": "facts",
        "kind": "facts",
        "state": "accepted",
        "values": {
            "title": "A talk",
            "kind": "lecture",
            "date": "2019-04",
            "end_date": "",
            "venue": "",
            "city": "Oslo",
            "country": "",
            "language": "en",
            "record_rule": "on-record",
            "lead": "",
            "mood": "good",
        },
        "made": True,
    },
    {"id": "p0", "kind": "person", "state": "open", "name": "Ada", "post": "", "role": "speaker", "choice": "7"},
    {"id": "s0", "kind": "statement", "state": "refused", "start": 3, "end": 9, "speaker": "g:The experts",
     "evidence": "quote", "why": "named", "sure": True},
    {"id": "o0", "kind": "opinion", "state": "open", "title": "On bread", "author": "", "choice": ""},
]  # fmt: skip


def test_stored_items_are_read_as_what_they_are():
    facts, person, statement, opinion = read(STORED)

    assert (type(facts), facts.made) == (FactsItem, True)
    assert facts.values == Facts(
        title="A talk", kind="lecture", date="2019-04", city="Oslo", language="en", record_rule="on-record"
    )
    assert person == PersonItem(id="p0", name="Ada", role="speaker", choice="7")
    assert (type(statement), statement.group, statement.state) == (StatementItem, "The experts", "refused")
    assert opinion == OpinionItem(id="o0", title="On bread")


def test_items_are_written_as_they_were_stored():
    facts, *others = json.loads(json.dumps(read(STORED), cls=ItemEncoder))

    assert {name: value for name, value in facts["values"].items() if value} == {
        name: value for name, value in STORED[0]["values"].items() if value and name != "mood"
    }
    assert others == STORED[1:]
