"""`formalmath train` as a module of its own, which torchrun starts several of."""

from __future__ import annotations

import torch

from training.train_command import app

if __name__ == "__main__":
    torch.set_num_threads(1)
    app(standalone_mode=False)
