"""No number that shapes a result stands in the code of a stage: it is an option, or is kept here.

`tests/cases/options/kept.txt` lists the others, one place a line, with the reason:

    sources _ZONES: 2 3 5 | hours of time zones

A place is a folder with a function, class or constant in it (so that modules may be moved), or with
`*` for all of it (grammars). Not listed
are 0, 1 and -1, which begin and step; 2 where it is a position, a half, a pair, or asks whether
there is a second one; sizes of caches; digits of `round`.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import compare

PACKAGE = Path(compare.__file__).parent
KEPT = Path(__file__).parents[1] / "cases" / "options" / "kept.txt"
# folders that hold no stage: nouns, options, characters, and what shows or starts results
OTHER = {"cli", "model", "options", "reports", "text", "web"}
Places = dict[tuple[str, str], set[float]]


def scopes(node: ast.AST, scope: str = "*") -> Iterator[tuple[str, ast.AST, ast.AST]]:
    """(function, class or constant; node; its parent) of everything below `node`."""
    for child in ast.iter_child_nodes(node):
        inner = scope
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            inner = child.name
        elif isinstance(child, ast.Assign | ast.AnnAssign) and isinstance(node, ast.Module):
            target = child.targets[0] if isinstance(child, ast.Assign) else child.target
            inner = ast.unparse(target).strip("()").replace(" ", "")
        if isinstance(child, ast.Call) and ast.unparse(child.func) == "lru_cache":
            continue
        yield inner, child, node
        yield from scopes(child, inner)


def numbers(path: Path) -> Places:
    """The numbers of one module by place."""
    folder = path.relative_to(PACKAGE).parent.as_posix()
    found: Places = defaultdict(set)
    for scope, node, parent in scopes(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Constant) or type(node.value) not in (int, float):
            continue
        if node.value in (0, 1) or _is_shape(node, parent):
            continue
        found[folder, scope].add(float(node.value))
    return found


def _is_shape(node: ast.Constant, parent: ast.AST) -> bool:
    """Whether the number says what is done, and not how much."""
    if isinstance(parent, ast.Call):
        name = ast.unparse(parent.func)
        if name.endswith("round"):
            return node in parent.args[1:]
        return name in ("combinations", "permutations")
    if node.value != 2:
        return False
    if isinstance(parent, ast.Compare):
        return ast.unparse(parent.left).startswith("len(")
    halves = isinstance(parent, ast.BinOp) and not isinstance(
        parent.op, ast.Mult | ast.Add | ast.Sub
    )
    return halves or isinstance(parent, ast.Subscript | ast.Slice)


def in_code() -> Places:
    """The numbers of all stages by place."""
    found: Places = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] not in OTHER:
            for place, values in numbers(path).items():
                found[place] |= values
    return found


def kept() -> Places:
    """The list; every line has a reason."""
    found: Places = {}
    for line in KEPT.read_text("utf-8").splitlines():
        place, reason = line.split(" | ")
        folder, scope, values = *place.split(": ")[0].split(" "), place.split(": ")[1]
        assert reason
        assert (folder, scope) not in found, line
        found[folder, scope] = {float(value) for value in values.split(" ")}
    return found


def test_every_number_is_an_option_or_kept_for_a_reason() -> None:
    """A new number in a stage is hoisted into compare/options, or gets a line in kept.txt."""
    listed = kept()
    extra = {
        place: sorted(left)
        for place, values in in_code().items()
        if (left := values - listed.get(place, set()) - listed.get((place[0], "*"), set()))
    }
    assert extra == {}


def test_the_list_holds_nothing_that_is_gone() -> None:
    """A line goes with its number."""
    code = in_code()
    whole: dict[str, set[float]] = defaultdict(set)
    for (folder, _), values in code.items():
        whole[folder] |= values
    gone = {
        place: sorted(left)
        for place, values in kept().items()
        if (left := values - (whole[place[0]] if place[1] == "*" else code.get(place, set())))
    }
    assert gone == {}
