"""The objects of Lean's runtime, through the C functions of its shared library, and nothing else.

For programs that have only the standard library. An object is a pointer: a boxed scalar if it is
odd, else the address of a header (reference count, size, fields, tag) and what follows it. Most of
Lean's functions consume what they are given; whoever wants to keep an object counts it first.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

NIL = 1
"""box(0): the empty list, `none`, the anonymous name."""
_ARRAY_TAG = 246
_STRING_DATA = 32
_TYPES = {
    "p": ctypes.c_void_p,
    "s": ctypes.c_size_t,
    "b": ctypes.c_uint8,
    "c": ctypes.c_char_p,
    "u": ctypes.c_uint32,
}


def box(number: int) -> int:
    """A small number as Lean's runtime holds it."""
    return number << 1 | 1


def field(pointer: int, index: int) -> int:
    """Field `index` of a constructor's object."""
    return ctypes.c_uint64.from_address(pointer + 8 + 8 * index).value


def tag(pointer: int) -> int:
    """The constructor that made the object, or that a boxed scalar stands for."""
    return pointer >> 1 if pointer & 1 else ctypes.c_uint8.from_address(pointer + 7).value


def fields_of(pointer: int) -> int:
    """How many fields a constructor's object has."""
    return ctypes.c_uint8.from_address(pointer + 6).value


def items(array: int) -> Iterator[int]:
    """The elements of an array."""
    size = ctypes.c_size_t.from_address(array + 8).value
    return iter((ctypes.c_uint64 * size).from_address(array + 24))


def text_of(string: int) -> bytes:
    """The text of a string, in UTF-8."""
    size = ctypes.c_size_t.from_address(string + 8).value
    return ctypes.string_at(string + _STRING_DATA, size - 1)


class Runtime:
    """Lean's shared library, loaded and initialised.

    Attributes:
        born: the reference count that a made object begins with: 1, as in Lean; 0 in a process
            whose objects all live for ever.
    """

    born = 1

    def __init__(self, path: str) -> None:
        ctypes.CDLL(path, mode=ctypes.RTLD_GLOBAL)
        # PyDLL: no other Python thread needs the interpreter while Lean works.
        self.library = ctypes.PyDLL(path)
        self.call("lean_initialize", "", None)()
        self._allocate = self.call("lean_alloc_object", "s")
        self._string = self.call("lean_mk_string_from_bytes", "cs")
        self._name = self.call("l_Lean_Name_str___override", "pp")
        self._free = self.call("lean_dec_ref_cold", "p", None)
        self._persist = self.call("lean_mark_persistent", "p", None)

    def call(self, name: str, arguments: str, result: Any = ctypes.c_void_p) -> Any:
        """A C function; its arguments are pointers (p), sizes (s), bytes (b), text (c), u32 (u).

        Raises:
            AttributeError: the library has none of this name.
        """
        function = getattr(self.library, name)
        function.restype = result
        function.argtypes = [_TYPES[letter] for letter in arguments]
        return function

    def constant(self, name: str) -> int:
        """A constant of the library."""
        return int(ctypes.c_void_p.in_dll(self.library, name).value or 0)

    def kept(self, pointer: int) -> int:
        """The object, counted once more. No other thread may be at work on it."""
        if not pointer & 1:
            count = ctypes.c_int32.from_address(pointer)
            if count.value:  # 0: it lives for ever; below 0: it is shared by threads
                count.value += 1 if count.value > 0 else -1
        return pointer

    def drop(self, pointer: int) -> None:
        """Count the object once less, and free it if nobody has it any more."""
        if pointer & 1:
            return
        count = ctypes.c_int32.from_address(pointer)
        if count.value > 1:
            count.value -= 1
        elif count.value:
            self._free(pointer)

    def persist(self, pointer: int) -> int:
        """Make an object and all that it holds live for ever: nothing writes to it any more."""
        if not pointer & 1:
            self._persist(pointer)
        return pointer

    def make(self, number: int, operands: Sequence[int], scalars: bytes = b"") -> int:
        """A constructor's object; `scalars` are at most eight bytes."""
        size = 8 + 8 * len(operands) + (len(scalars) + 7) // 8 * 8
        pointer = int(self._allocate(size))
        words = (ctypes.c_uint64 * (size // 8)).from_address(pointer)
        words[0] = number << 56 | len(operands) << 48 | size << 32 | self.born
        words[1 : 1 + len(operands)] = list(operands)
        if scalars:
            words[-1] = int.from_bytes(scalars, "little")
        return pointer

    def list(self, elements: Sequence[int]) -> int:
        """A list of objects."""
        result = NIL
        for element in reversed(elements):
            result = self.make(1, [element, result])
        return result

    def array(self, elements: Sequence[int]) -> int:
        """An array of objects."""
        pointer = int(self._allocate(24 + 8 * len(elements)))
        words = (ctypes.c_uint64 * (3 + len(elements))).from_address(pointer)
        words[0] = _ARRAY_TAG << 56 | self.born
        words[1] = words[2] = len(elements)
        words[3:] = list(elements)
        return pointer

    def string(self, text: str) -> int:
        """A string."""
        data = text.encode()
        return int(self._string(data, len(data)))

    def name(self, dotted: str) -> int:
        """A name without quoted parts."""
        result = NIL
        for part in dotted.split("."):
            result = int(self._name(result, self.string(part)))
        return result
