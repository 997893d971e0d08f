"""`formalmath train` as a module of its own, which torchrun starts several of.

With SHARDED set, the processes shard the model by FSDP 2 as accelerate does it on GPUs. accelerate
itself does so on GPUs only, though torch can on CPUs; so it is told that this is such a run.
"""

from __future__ import annotations

import os
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.state import AcceleratorState
from accelerate.utils import DistributedType, FullyShardedDataParallelPlugin

import training.learning.sft
from training.learning.command import app


def sharding(precision: str) -> Any:
    accelerator = Accelerator(cpu=True)
    accelerator.state.fsdp_plugin = FullyShardedDataParallelPlugin(
        fsdp_version=2,
        auto_wrap_policy="transformer_based_wrap",
        state_dict_type="SHARDED_STATE_DICT",
    )
    Accelerator.distributed_type = property(lambda _: DistributedType.FSDP)
    AcceleratorState.is_fsdp2 = property(lambda _: True)
    return accelerator


def killed_at(step: int) -> None:
    real = training.learning.sft.NextToken.step

    def dying(self: training.learning.sft.NextToken, number: int) -> Any:
        if number == step:
            os._exit(3)
        return real(self, number)

    training.learning.sft.NextToken.step = dying


if __name__ == "__main__":
    torch.set_num_threads(1)
    if os.environ.get("SHARDED"):
        training.learning.sft.accelerator_for = sharding
    if at := os.environ.get("KILLED_AT"):
        killed_at(int(at))
    app(standalone_mode=False)
