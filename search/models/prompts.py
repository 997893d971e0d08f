"""What a causal model is given to read at a state, and what answers look like; nothing else.

It is what training shows it: the prompt that asks for a tactic through the tokenizer's chat
template, and an answer whose tokens are its own, apart from the prompt's.
"""

from __future__ import annotations

from typing import Any

from formalmath.errors import InputError
from formalmath.informal.prompts import PROMPTS, Prompt, filled
from search.models.prefix import Tokens

_MARK = "rfl"


class TacticPrompts:
    """States and tactics as tokens of one tokenizer."""

    def __init__(self, tokenizer: Any) -> None:
        """Raises InputError for a tokenizer that has no chat template, or no token for the end."""
        if not getattr(tokenizer, "chat_template", None) or tokenizer.eos_token_id is None:
            raise InputError(
                "The model's tokenizer has no chat template or no end-of-sequence token, so it is "
                "not known how to ask the model. Take an instruct model, or set both in its "
                "tokenizer_config.json."
            )
        self._tokenizer = tokenizer
        self._known: dict[str, Tokens] = {}
        end = tokenizer.eos_token_id
        asked, answered = self._rendered("", ask=True), self._rendered("", answer=_MARK)
        tail = self._tokens(answered[len(asked) :].partition(_MARK)[2])
        self._tail = (*tail[: tail.index(end) if end in tail else None], end)

    def prompt(self, state: str, room: int) -> Tokens:
        """The tokens that ask for a tactic at a pretty-printed state, `room` of them at most.

        A state that is too long loses lines from its top; if its goal alone is too long, that loses
        its beginning.

        Raises:
            InputError: there is no room for even one token of a state.
        """
        lines = state.split("\n")
        tokens = self._tokens(self._rendered(state))
        while len(tokens) > room and len(lines) > 1 and not lines[0].startswith("⊢"):
            # Half as many lines as would do if each were as long as the average one, so that few
            # are lost for nothing.
            cut = max(1, (len(tokens) - room) * len(lines) // (2 * len(tokens)))
            goal = next((n for n, line in enumerate(lines) if line.startswith("⊢")), len(lines) - 1)
            lines = lines[min(cut, goal) or 1 :]
            tokens = self._tokens(self._rendered("\n".join(lines)))
        text = "\n".join(lines)
        while len(tokens) > room:
            # Characters go, not tokens: what is left of a character cut in two is read as other
            # tokens, more of them at times, and would never become few enough.
            text = text[max(1, (len(tokens) - room) * len(text) // (2 * len(tokens))) :]
            if not text:
                raise InputError(
                    f"The model's window leaves {room} tokens for a prompt, too few for any state. "
                    "Take a model with a longer one, or ask for shorter tactics."
                )
            tokens = self._tokens(self._rendered(text))
        return tokens

    def answer(self, tactic: str) -> Tokens:
        """The tokens of a tactic and of the end of its turn."""
        if (known := self._known.get(tactic)) is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[tactic] = (*self._tokens(tactic), *self._tail)
        return known

    def text(self, answer: Tokens) -> str:
        """The tactic that an answer's tokens write."""
        kept = answer
        for size in range(min(len(answer), len(self._tail)), 0, -1):
            if answer[-size:] == self._tail[-size:]:
                kept = answer[:-size]
                break
        text: str = self._tokenizer.decode(kept, skip_special_tokens=True)
        return text.strip()

    def _rendered(self, state: str, answer: str = "", ask: bool = True) -> str:
        messages = [{"role": "user", "content": filled(PROMPTS[Prompt.TACTIC], STATE=state)}]
        if answer:
            messages.append({"role": "assistant", "content": answer})
        text: str = self._tokenizer.apply_chat_template(
            messages, tokenize=False, add_generation_prompt=ask and not answer
        )
        return text

    def _tokens(self, text: str) -> Tokens:
        return tuple(self._tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])


_MOST_KNOWN = 1 << 16
"""Tactics whose tokens are remembered."""
