"""Policies and critics that are language models: batched, exact, deterministic by seed."""
