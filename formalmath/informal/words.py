"""Words that decide how the mathematics beside them is read, English and Chinese; nothing else."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHANGES_NUMBER = _words(
    """half halves twice thrice double doubled triple tripled quadruple quarter quarters third
    thirds fourth fourths fifth fifths
    dozen dozens hundred thousand million billion pair pairs squared cubed two three four five six
    seven eight nine ten eleven twelve twenty thirty more less fewer 半 倍 百 千 万 亿"""
)
"""Behind a number: it may not be the number meant."""

CLAUSE = _words(
    """because so since if then that which therefore thus hence when while who but or we he she it
    they i you get gets got cost costs has have had was were is are be will would can need needs
    there this these also where let 所以 因此 那么 共有"""
)
"""They begin something new, so they are no unit of the number before them."""

WHOLE = _words(
    "remain remaining remainder remains left leftover full whole complete completely round rounded "
    "rounding rounds nearest least most about approximately enough 余 剩 约"
)
"""Beside a quotient: only its whole part may be meant."""

CONDITION = _words("if when suppose assume assuming 若 如果 假设")
"""Before an equation: what it supposes, for now."""

BELONGS = _words(
    """twice half double triple thrice quarter third fourth fifth squared root square plus minus
    times 半 倍"""
)
"""Before an expression: they may be part of it."""

JOINS = _words("and in per for at by with to from 和")
"""Between a number and an expression: the number may be part of it."""

LABELS = _words(
    """day step week month year part case question problem number page level chapter equation round
    option item line no grade section figure table row group team phase stage type player 第"""
)
"""Before a number that only numbers something."""

FILLERS = _words("a an the of total only exactly just about approximately around 共 一共 约 大约")
"""Between an equals sign and its number."""

ROUGH = _words("about approximately around almost nearly roughly 约")
"""Behind an equals sign: it is none."""
