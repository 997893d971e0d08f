"""A model behind a server that speaks OpenAI's chat protocol, and nothing else."""

from __future__ import annotations

import asyncio
import json
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from formalmath.errors import InputError, ModelError
from formalmath.informal.chat import Message

KEY_VARIABLES = ("FORMALMATH_API_KEY", "OPENAI_API_KEY")
"""Environment variables that may hold the server's key; the first that is set counts."""

MAX_ANSWER_BYTES = 16 << 20
_TRY_AGAIN = {408, 429, 500, 502, 503, 504}


@dataclass(frozen=True)
class ModelLimits:
    """Limits on one request.

    Attributes:
        seconds: wall-clock time for a whole answer.
        connect_s: for a connection.
        tokens: new tokens of one reply.
        temperature: of sampling, where several replies are asked for; one alone is the likeliest.
        tries: requests until one is answered; a server that is busy is asked again.
    """

    seconds: float = 120.0
    connect_s: float = 10.0
    tokens: int = 512
    temperature: float = 0.7
    tries: int = 3


@dataclass(frozen=True)
class ScoredReply:
    """A reply and the log-probability of all its tokens; None where the server gave none."""

    text: str
    log_prob: float | None


class OpenAIModel:
    """`POST BASE/chat/completions`."""

    def __init__(
        self,
        base: str,
        name: str = "",
        limits: ModelLimits | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`base`: such as `http://localhost:8000/v1`. `name`: "" for the first that the server
        lists. `transport`: how requests travel; for tests."""
        self._base = base.rstrip("/")
        self._name = name
        self._limits = limits or ModelLimits()
        self._transport = transport

    async def replies(self, messages: Sequence[Message], samples: int = 1) -> list[str]:
        """As `ChatModel`. A role that the protocol has no word for is sent as `user`."""
        return [_text(choice) for choice in await self._choices(messages, samples)]

    async def scored_replies(
        self, messages: Sequence[Message], samples: int = 1
    ) -> list[ScoredReply]:
        """As `replies`, with log-probabilities if the server gives them.

        Raises:
            ModelError: it gave no reply.
        """
        choices = await self._choices(messages, samples, logprobs=True)
        return [ScoredReply(_text(choice), _log_prob(choice)) for choice in choices]

    async def _choices(
        self, messages: Sequence[Message], samples: int, **more: Any
    ) -> list[dict[str, Any]]:
        known = {"system", "user", "assistant"}
        body = {
            "model": await self._model(),
            "messages": [
                {**m.record(), "role": m.role if m.role in known else "user"} for m in messages
            ],
            "n": samples,
            "max_tokens": self._limits.tokens,
            "temperature": self._limits.temperature if samples > 1 else 0.0,
            **more,
        }
        answer = await self._ask("POST", "/chat/completions", body)
        try:
            choices = list(answer["choices"])
            texts = [_text(choice) for choice in choices]
        except (KeyError, TypeError):
            raise self._error("answered with no `choices`") from None
        if not texts or not all(isinstance(text, str) for text in texts):
            raise self._error("answered with no text")
        return choices[:samples]

    async def _model(self) -> str:
        if not self._name:
            listed = await self._ask("GET", "/models", None)
            try:
                self._name = str(listed["data"][0]["id"])
            except (KeyError, IndexError, TypeError):
                raise InputError(
                    f"{self._base} lists no model. Name one: --model {self._base}#NAME"
                ) from None
        return self._name

    async def _ask(self, method: str, path: str, body: Any) -> dict[str, Any]:
        fault = ""
        for attempt in range(self._limits.tries):
            if attempt:
                await asyncio.sleep(0.5 * 2**attempt)
            try:
                async with asyncio.timeout(self._limits.seconds):
                    code, content = await self._send(method, path, body)
            except (TimeoutError, httpx.TimeoutException):
                fault = f"did not answer in {self._limits.seconds:g} s"
                continue
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                fault = f"cannot be asked ({type(error).__name__}: {error})"
                continue
            if code == httpx.codes.OK:
                return self._object(content)
            fault = f"answered {code}: {content[:200].decode('utf-8', 'replace')}"
            if code not in _TRY_AGAIN:
                break
        raise self._error(fault)

    async def _send(self, method: str, path: str, body: Any) -> tuple[int, bytes]:
        key = next((os.environ[name] for name in KEY_VARIABLES if os.environ.get(name)), "")
        limits = httpx.Timeout(self._limits.seconds, connect=self._limits.connect_s)
        async with (
            httpx.AsyncClient(
                timeout=limits,
                headers={"Authorization": f"Bearer {key}"} if key else {},
                transport=self._transport,
            ) as client,
            client.stream(method, f"{self._base}{path}", json=body) as response,
        ):
            content = bytearray()
            async for block in response.aiter_bytes():
                content += block
                if len(content) > MAX_ANSWER_BYTES:
                    raise self._error(f"answered with more than {MAX_ANSWER_BYTES >> 20} MiB")
            return response.status_code, bytes(content)

    def _object(self, content: bytes) -> dict[str, Any]:
        try:
            answer = json.loads(content)
        except (ValueError, RecursionError):
            raise self._error("answered with no JSON") from None
        if not isinstance(answer, dict):
            raise self._error("answered with no JSON object")
        return answer

    def _error(self, what: str) -> ModelError:
        return ModelError(
            f"The model server {self._base} {what}.\nCheck its address, that it runs, and the key "
            f"in {KEY_VARIABLES[0]}."
        )


def _text(choice: dict[str, Any]) -> str:
    text: str = choice["message"]["content"] or ""
    return text


def _log_prob(choice: dict[str, Any]) -> float | None:
    """The sum over the reply's tokens; None if a part of it is missing or is no log-probability."""
    try:
        steps = [float(token["logprob"]) for token in choice["logprobs"]["content"]]
    except (KeyError, TypeError, ValueError):
        return None
    return sum(steps) if steps and all(-math.inf < step <= 0 for step in steps) else None
