"""Functions that say whether something is so, or find it: which say yes in a text, and how one is made to say no."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from types import FunctionType
from typing import Any, NamedTuple

from bot.lazy import once
from tools.earns.parts import Note, Part, Wanted, any_part
from tools.earns.places import Place, forget, modules, steps


def rule_parts() -> Iterator[Part]:
    """Functions, methods and properties that return a bool or may return nothing."""
    for rule in _rules():
        yield Part("rule", rule.name, partial(rule.replaced, _refusing(rule.function)))


@contextmanager
def watched_rules(note: Note, wanted: Wanted = any_part) -> Iterator[None]:
    """Tell of the rules that say yes."""
    with ExitStack() as stack:
        for rule in _rules():
            key = f"rule {rule.name}"
            if wanted(key):
                stack.enter_context(rule.replaced(_noting(rule.function, key, note)))
        yield


class _Rule(NamedTuple):
    name: str
    function: Callable[..., Any]
    replaced: Callable[[Callable[..., Any]], AbstractContextManager[None]]


def _is_rule(value: object, module: str) -> bool:
    if not inspect.isfunction(value) or value.__module__ != module:
        return False
    returned = str(value.__annotations__.get("return"))
    return returned == "bool" or returned.endswith("| None")


def _rules() -> list[_Rule]:
    found = []
    for module in modules():
        for name, value in list(vars(module).items()):
            if _is_rule(value, module.__name__):
                found.append(_Rule(str(Place(module, name)), value, partial(_replaced, value, Place(module, name))))
            elif inspect.isclass(value) and value.__module__ == module.__name__ and not _is_protocol(value):
                found += _members(str(Place(module, name)), value, module.__name__)
    return found


def _is_protocol(owner: type) -> bool:
    return bool(getattr(owner, "_is_protocol", False))


def _members(name: str, owner: type, module: str) -> Iterator[_Rule]:
    for attribute, value in list(vars(owner).items()):
        made: Any = value._make if isinstance(value, once) else value
        if not attribute.startswith("__") and _is_rule(made, module):
            yield _Rule(f"{name}.{attribute}", made, partial(_member, owner, attribute))


@contextmanager
def _replaced(function: FunctionType, home: Place, other: Callable[..., Any]) -> Iterator[None]:
    """Another function in its place, and in the tables that hold it."""
    tables = [
        place
        for name, value in list(vars(home.module).items())
        for place in _held(Place(home.module, name), value, function)
    ]
    with ExitStack() as stack:
        for place in (home, *tables):
            stack.enter_context(place.holding(other))
        for owner, attribute in _members_made_of().get(function, ()):
            stack.enter_context(_member(owner, attribute, other))
        yield


@functools.cache
def _members_made_of() -> dict[FunctionType, list[tuple[type, str]]]:
    """The methods and properties of classes that are functions of modules."""
    found: dict[FunctionType, list[tuple[type, str]]] = {}
    for module in modules():
        for owner in vars(module).values():
            if inspect.isclass(owner) and owner.__module__ == module.__name__:
                for attribute, value in vars(owner).items():
                    made: Any = value._make if isinstance(value, once) else value
                    if inspect.isfunction(made) and made.__qualname__ == made.__name__:
                        found.setdefault(made, []).append((owner, attribute))
    return found


def _held(place: Place, value: object, function: FunctionType) -> Iterator[Place]:
    for step, each in steps(value):
        inner = Place(place.module, place.name, (*place.path, step))
        if each is function:
            yield inner
        elif not isinstance(each, (str, dict)):
            yield from _held(inner, each, function)


@contextmanager
def _member(owner: type, attribute: str, function: Callable[..., Any]) -> Iterator[None]:
    old = vars(owner)[attribute]
    new: Any = function
    if isinstance(old, once):
        new = once(function)
        new.__set_name__(owner, attribute)
    setattr(owner, attribute, new)
    forget()
    try:
        yield
    finally:
        setattr(owner, attribute, old)
        forget()


def _refusing(function: Callable[..., Any]) -> Callable[..., Any]:
    nothing = False if str(function.__annotations__["return"]) == "bool" else None
    return lambda *_, **__: nothing


def _noting(function: Callable[..., Any], key: str, note: Note) -> Callable[..., Any]:
    @functools.wraps(function)
    def noting(*arguments: Any, **named: Any) -> Any:
        result = function(*arguments, **named)
        if result is not None and result is not False:
            note(key)
        return result

    return noting
