"""Confines programs that run untrusted text: what they see, write, reach and leave behind.

sandbox = find_sandbox()                      # probed once; SandboxError if nothing holds
confined = sandbox.wrap(command, Policy(readable=(library,), writable=(output,)))
"""

from formalmath.sandbox.find import find_sandbox
from formalmath.sandbox.mechanisms import Kind, Sandbox
from formalmath.sandbox.policy import Policy, Processes, SandboxLimits
from formalmath.sandbox.probe import ProbeReport, probe

__all__ = [
    "Kind",
    "Policy",
    "ProbeReport",
    "Processes",
    "Sandbox",
    "SandboxLimits",
    "find_sandbox",
    "probe",
]
