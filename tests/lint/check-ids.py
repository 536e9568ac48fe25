#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids are a promise to saved cases and to programs that read the output: what ids.json lists is in
the knowledge base, with the kind, values and condition it had. More may be added."""
import json

import lint

BASE = "data/knowledge/leiomyosarcoma"
KEPT = ("kind", "unit", "min", "max", "ask_if", "if_not_asked")


def load(root, name):
    return json.loads(lint.read(root, f"{BASE}/{name}"))


def get(member, field):
    return member.get(field, "always" if field == "ask_if" else None)


def check_values(where, wanted, there):
    for value in wanted:
        if value not in there:
            yield f"{where}: the value {value} is missing"


def check_question(wanted, there):
    where = f"question {wanted['id']}"
    for field in KEPT:
        if get(wanted, field) != get(there, field):
            yield f"{where}: {field} is {get(there, field)}, was {get(wanted, field)}"
    values = [value["id"] for value in there.get("values", [])]
    yield from check_values(where, wanted.get("values", []), values)
    if wanted["kind"] == "scale" and values != wanted["values"]:
        yield f"{where}: the order of the scale changed"


def check_list(what, wanted, there):
    for name in wanted:
        if name not in there:
            yield f"{what} {name} is missing"


def find_faults(root):
    ids = json.loads(lint.read(root, "tests/lint/ids.json"))
    questions = {item["id"]: item for item in load(root, "questions.json")["questions"]}
    treatments = load(root, "treatments.json")
    derived = {item["id"]: [value["id"] for value in item["values"]]
               for item in load(root, "definitions.json")["derived"]}

    yield from check_list("question", [item["id"] for item in ids["questions"]], questions)
    for item in ids["questions"]:
        if item["id"] in questions:
            yield from check_question(item, questions[item["id"]])
    groups = {item["id"]: item["group"] for item in treatments["treatments"]}
    yield from check_list("group", ids["treatment_groups"],
                          [item["id"] for item in treatments["groups"]])
    for group, names in ids["treatments"].items():
        yield from check_list("treatment", names, groups)
        for name in names:
            if groups.get(name, group) != group:
                yield f"treatment {name}: the group is {groups[name]}, was {group}"
    yield from check_list("derived fact", ids["derived"], derived)
    for name, values in ids["derived"].items():
        yield from check_values(f"derived fact {name}", values, derived.get(name, values))


PLANTS = [
    ("question tempo is missing",
     lambda root: lint.replace(root, f"{BASE}/questions.json", '"id": "tempo"', '"id": "pace"')),
    ("question site: the value vessel is missing", lambda root: lint.replace(
        root, f"{BASE}/questions.json", '"id": "vessel"', '"id": "vein"')),
    ("treatment doxorubicin is missing", lambda root: lint.replace(
        root, f"{BASE}/treatments.json", '"id": "doxorubicin"', '"id": "adriamycin"')),
    ("derived fact figo_stage: the value IVB", lambda root: lint.replace(
        root, f"{BASE}/definitions.json", '"id": "IVB"', '"id": "IVC"')),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
