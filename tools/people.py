"""Reads the hand-kept list of people in public life, tools/data/people*.tsv.

In: lines `English|alias  mainland|form  Taiwan|form  Hong Kong|form  hint`, under `#order given`
(Joe Biden) or `#order family` (Xi Jinping, with Chinese, Korean and Vietnamese names). Out: `Person`
values. An empty Taiwan or Hong Kong field means that the mainland form is used there too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PARTICLES = {"von", "van", "der", "den", "de", "da", "dos", "del", "di", "bin", "al", "el", "ter", "la", "le"}
# Family names that are also English words, given names or places: never a surface alone.
NOT_ALONE = set(
    "May Brown King Young Long Short Rice Grant Wood White Black Green Hill Cook Page Rose Stone Church Price Case "
    "Small Law Bell Ford Ross Scott Gates Jobs Bush Swift Cruz Lee Park Kim Moon Ban Bach Chan Cheng Chang Chen "
    "Wang Li Liu Zhang Han Hu Lin Ma Lu Wu Xu Yang Zhao Zhou Sun Song He Qin Wei Lam Ho Leung Tang Tsang Law Lai "
    "Martin Nelson Austin Gordon Howard Wallace Warren Thomas George James John Paul Charles Simon Henry Frank Lewis "
    "Powell Bass Fox Day Rush Hope Holder Major Barak Blair Hall Marshall Fisher Carter Clark Taylor Adams Allen "
    "Jordan Israel Chad Francis Leo Diana Murray Woods Summers Waters Walker Cooper Turner Porter Mills Burns Banks "
    "Best Bird Bond Booker Boxer Burr Bolt Conte Costa Dean Duke Field Guard Good Hand Hunt Hurd Ki Lake Lamb Love "
    "Mann Maas Moe Nunn Pence Pope Reed Rich Rocha Rule Rock Salt Sands Sharp Sharma Singh Shah Khan Ali Ahmed Hassan "
    "Hussein Abdullah Mohammed Muhammad Ibrahim Omar Salman Santos Silva Lopez Garcia Diaz Perez Sanchez Rodriguez "
    "Fernandez Gomez Williams Johnson Smith Jones Davis Miller Wilson Moore Jackson Harris Thompson Robinson "
    "Vance Bragg Smart Strong West Wise Winter Wells Ward Vale Truss Cash Ball Bean Baker Butler Tan Wong Ng Lim Ong "
    "Hun Le To Vo Pham Tran Nguyen Do Phan Ko Hou Su Tsai Abe Aso Mori Seko Kan Kono Noda Ota Ueda Amano Oh Oe Ono Na An "
    "Cai Cui Ding Dong Fu Gao Gong Guo Hao Hong Hua Huang Ji Jin Kang Kong Lei Ling Long Luo Mao Meng Miao Nie Pan "
    "Peng Qi Qiu Ren Shen Shi Tian Tong Wan Wen Xi Xia Xiao Xie Xin Xing Xiong Xue Yan Yao Ye Yi Yin You Yu Yuan Yue "
    "Zeng Zhong Zhu Zou Zuo Deng Du Fan Fang Feng Gu Guan Hai Jia Jiang Kuang Liang Liao".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person: full names in Latin script (with both orders where news uses both) and Chinese."""

    latin: tuple[str, ...]
    chinese: tuple[str, ...]
    taiwan: str
    family: str
    family_first: bool

    @property
    def family_alone(self) -> bool:
        """True when the family name may stand for the person in English text."""
        return self.family not in NOT_ALONE and len(self.family) > 2

    def zh_families(self) -> tuple[str, ...]:
        """The last part of each Chinese form that has parts."""
        return tuple(dict.fromkeys(f.rsplit("·", 1)[1] for f in self.chinese if "·" in f))


def read_people(folder: Path) -> list[Person]:
    """Everybody in people*.tsv; ValueError with file and line for somebody listed twice."""
    people: dict[str, Person] = {}
    for path in sorted(folder.glob("people*.tsv")):
        family_first = False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("#order "):
                family_first = line.split()[1] == "family"
            if not line.strip() or line.startswith("#"):
                continue
            person = parse(line, family_first)
            if person.latin[0] in people:
                raise ValueError(f"{path.name}:{number}: {person.latin[0]} is listed twice")
            people[person.latin[0]] = person
    return list(people.values())


def parse(line: str, family_first: bool) -> Person:
    """One line as a Person."""
    english, mainland, taiwan, hong_kong = [*line.split("\t"), "", "", ""][:4]
    latin = english.split("|")
    chinese = [f for field in (mainland, taiwan, hong_kong) for f in field.split("|") if f]
    family = family_of(latin[0], family_first)
    return Person(tuple(latin), tuple(chinese), (taiwan or mainland).split("|")[0], family, family_first)


def family_of(name: str, family_first: bool) -> str:
    """The family name: the first word, or the last with the particles before it."""
    words = name.split()
    if family_first or len(words) == 1:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return " ".join(words[start:])
