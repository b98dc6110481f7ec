"""What is worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, Generic, TypeVar, overload
from weakref import WeakMethod

Owner = TypeVar("Owner")
Value = TypeVar("Value")
Key = TypeVar("Key", bound=Hashable)


class once(Generic[Owner, Value]):  # noqa: N801 - used as a decorator, like property
    """Like ``functools.cached_property``, without the lock that Python 3.11 takes for it.

    Two threads that ask the same object at once may both work the value out, and get equal ones.
    """

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: Any = None) -> once[Owner, Value]: ...
    @overload
    def __get__(self, instance: Owner, owner: Any = None) -> Value: ...
    def __get__(self, instance: Owner | None, owner: Any = None) -> once[Owner, Value] | Value:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._make(instance)
        return value


class Worked(dict[Key, Value]):
    """What is worked out of each key the first time that it is looked up; for keys of which there are few."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        self._make = make

    def __missing__(self, key: Key) -> Value:
        value = self[key] = self._make(key)
        return value


def remembered(method: Callable[[Key], Value], most: int) -> Callable[[Key], Value]:
    """A method that keeps its latest results, for its own object to hold: it does not keep that object alive in turn, so
    the object goes as soon as nobody else has it."""
    weak = WeakMethod(method)

    @lru_cache(most)
    def ask(what: Key) -> Value:
        bound = weak()
        assert bound is not None, "only its own object asks"
        return bound(what)

    return ask
