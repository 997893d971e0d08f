"""Units of measure that convert into each other, and nothing else.

A false equation between two of one family may hide a conversion (`2 hours = 120`), so that reading
it as a claim about bare numbers would be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

_FAMILIES = {
    "money": "$ ¢ \\$ dollar cent penny pennie quarter dime nickel usd eur euro pound rupee yuan "
    "元 角 分",
    "time": "second sec s minute min hour hr h day week month year decade century fortnight "
    "weekend am pm 秒 分钟 小时 时 天 日 周 星期 月 年",
    "length": "mm cm m km millimeter millimetre centimeter centimetre meter metre kilometer "
    "kilometre inch inche foot feet ft yard yd mile mi 毫米 厘米 分米 米 千米 公里",
    "weight": "mg g kg gram kilogram ton tonne pound lb ounce oz 克 千克 公斤 吨 斤",
    "volume": "ml l liter litre milliliter gallon quart pint cup tablespoon teaspoon tbsp tsp "
    "ounce oz container bottle 升 毫升",
    "data": "bit byte kb mb gb tb",
    "count": "dozen pair score gross hundred thousand million billion couple set pack box case "
    "打 双 对 百 千 万 亿",
    "angle": "degree radian turn",
    "ratio": "percent percentage % fraction tenth hundredth half halve third quarter",
}
_FAMILY: dict[str, set[str]] = {}
for _name, _words in _FAMILIES.items():
    for _word in _words.split():
        _FAMILY.setdefault(_word, set()).add(_name)


def unit(word: str) -> str:
    """A word with the ending of the plural off."""
    word = word.lower()
    return word[:-1] if len(word) > 2 and word.endswith("s") else word


def may_convert(left: Iterable[str], right: Iterable[str]) -> str:
    """Two different units of one family, in words; "" if there are none.

    Both may be on the left: `4 pounds - 6 ounces = 58 ounces`.
    """
    ours, theirs = {unit(w) for w in left}, {unit(w) for w in right}
    for a in sorted(ours):
        for b in sorted((ours | theirs) - {a}):
            if _FAMILY.get(a, set()) & _FAMILY.get(b, set()):
                return f"{a} and {b}"
    # `3 dozen = 36`: a count word on one side only may stand for its number.
    for word in sorted(ours ^ theirs):
        if "count" in _FAMILY.get(word, set()):
            return f"{word} and no {word}"
    return ""
