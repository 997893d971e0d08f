"""Proofs by certificates: search proposes multipliers, Lean's kernel disposes."""

from search.certificates.policy import CertificatePolicy

__all__ = ["CertificatePolicy"]
