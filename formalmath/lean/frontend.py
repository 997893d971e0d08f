"""Lean's frontend through the C functions of its shared library, and nothing else.

For the fork server, which has only the standard library. It does what `lean --stdin --json` does,
in parts: import once, then elaborate many texts on what the import gave. Elaboration is Lean's own
`Lean.Elab.IO.processCommandsIncrementally`, which also serves the editor: of a text that begins as
the one before did (the same statement, the same first tactics), it takes over what that beginning
meant instead of elaborating it again.

A process that has elaborated has threads, unless it was in `Frontend.threads`; only one that has
none may be forked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from formalmath.lean.native import NIL, Runtime, box, field, items, tag, text_of

_TRUST_ALL = 1024
_PRIVATE_LEVEL = 2
_EMPTY_MAP = box(1)
_THREADS = 2
_FILE = "<stdin>"
_MODULE = "_stdin"


class Frontend:
    """Elaborates texts. A state is what commands begin from: environment, options, open names."""

    def __init__(self, runtime: Runtime, lean_path: str) -> None:
        """`lean_path`: folders of compiled modules, as in LEAN_PATH."""
        self._lean = lean = runtime
        call = lean.call
        call("lean_io_mark_end_initialization", "", None)()
        paths = lean.list([lean.string(path) for path in lean_path.split(":") if path])
        call("l_Lean_initSearchPath", "pp")(lean.string("/nonexistent"), paths)
        self._initializers = call("lean_enable_initializer_execution", "")
        self._start_threads = call("lean_init_task_manager_using", "u", None)
        self._end_threads = call("lean_finalize_task_manager", "", None)
        self._import = call("l_Lean_importModules", "ppupbbbp")
        self._set_module = call("l_Lean_Environment_setMainModule", "pp")
        self._state = call("l_Lean_Elab_Command_mkState", "ppp")
        self._input = call("l_Lean_Parser_mkInputContext___redArg", "ppbp")
        self._header = call("l_Lean_Parser_parseHeader", "p")
        self._process_header = call("l_Lean_Elab_processHeader", "ppppupbp")
        self._commands = call("l_Lean_Elab_IO_processCommandsIncrementally", "pppp")
        self._to_array = call("l_Lean_MessageLog_toArray", "p")
        self._to_json = call("l_Lean_Message_toJson", "p")
        self._compress = call("l_Lean_Json_compress", "p")

    @contextmanager
    def threads(self) -> Iterator[None]:
        """Lean's threads, which elaboration needs; none is left at the end of the `with`."""
        self.start_threads()
        try:
            yield
        finally:
            self._end_threads()

    def start_threads(self) -> None:
        """Start Lean's threads, for the rest of the process."""
        self._start_threads(_THREADS)

    def imported(self, modules: Sequence[str]) -> int | None:
        """The state after `import` of the modules; None if Lean refuses. It lives for ever."""
        lean = self._lean
        imports = [lean.make(0, [lean.name(module)], b"\0\1\0") for module in modules]
        self._initializers()  # Lean forgets it after every import
        # no plugins, environment kept for ever, extensions initialised
        result = self._import(
            *(lean.array(imports), self._no_options(), _TRUST_ALL, lean.array([])),
            *(1, 1, _PRIVATE_LEVEL, _EMPTY_MAP),
        )
        if tag(result):
            return None
        environment = self._set_module(lean.kept(field(result, 0)), lean.name(_MODULE))
        return lean.persist(self._state(environment, self._no_messages(), self._no_options()))

    def header(self, text: str) -> tuple[int, int, list[bytes]]:
        """Import what the text's own header says: a state, the header's length in bytes, messages.

        Raises:
            RuntimeError: Lean cannot read it at all.
        """
        lean = self._lean
        context = self._context(text)
        parsed = self._header(lean.kept(context))
        if tag(parsed):
            raise RuntimeError("Lean cannot read the header")
        syntax, rest = field(field(parsed, 0), 0), field(field(parsed, 0), 1)
        parser, messages = lean.kept(field(rest, 0)), lean.kept(field(rest, 1))
        self._initializers()
        result = self._process_header(
            *(lean.kept(syntax), self._no_options(), messages, context, _TRUST_ALL),
            *(lean.array([]), 1, lean.name(_MODULE)),
        )
        if tag(result):
            raise RuntimeError("Lean cannot import what the header says")
        environment, log = (lean.kept(field(field(result, 0), i)) for i in range(2))
        said = self._said(log)
        state = self._state(environment, self._no_messages(), self._no_options())
        return lean.persist(state), field(parser, 0) >> 1, said

    def elaborate(self, text: str, state: int, start: int = 0, before: int = NIL) -> int:
        """Elaborate a text's commands from its byte `start` on: a run, for the functions below.

        Args:
            text: may begin with a header, which `start` passes over.
            state: what the commands begin from. It is not used up.
            before: an earlier run from the same state, whose common beginning is taken over. It is
                used up.
        """
        lean = self._lean
        parser = lean.make(0, [box(start)], b"\0")
        earlier = before if before == NIL else lean.make(1, [before])
        return int(self._commands(self._context(text), parser, lean.kept(state), earlier))

    def messages(self, run: int) -> list[bytes]:
        """What Lean said, each message in the JSON of `lean --json`."""
        return self._said(field(self._after(run), 1))

    def state(self, run: int) -> int:
        """The state after the run."""
        return self._lean.kept(self._after(run))

    def _after(self, run: int) -> int:
        return field(field(run, 0), 0)

    def _said(self, log: int) -> list[bytes]:
        lean, said = self._lean, []
        array = self._to_array(log)
        for message in items(array):
            string = self._compress(self._to_json(lean.kept(message)))
            said.append(text_of(string))
            lean.drop(string)
        lean.drop(array)
        return said

    def _context(self, text: str) -> int:
        string, size = self._lean.string(text), len(text.encode())
        return int(self._input(string, self._lean.string(_FILE), 1, box(size)))

    def _no_options(self) -> int:
        return self._lean.constant("l_Lean_Options_empty")

    def _no_messages(self) -> int:
        return self._lean.constant("l_Lean_MessageLog_empty")
