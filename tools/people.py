"""Reads the hand-kept list of people in public life, tools/data/people*.tsv.

In: lines `English|alias  mainland|form  Taiwan|form  Hong Kong|form  hint`, under `#order given`
(Joe Biden) or `#order family` (Xi Jinping, with Chinese, Korean and Vietnamese names). Out: `Person`
values. An empty Taiwan or Hong Kong field means that the mainland form is used there too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PARTICLES = {"von", "van", "der", "den", "de", "da", "do", "dos", "del", "di", "bin", "al", "el", "ter", "la", "le", "ben"}
# Family names of Chinese, Korean and Vietnamese people in Latin script: one of them in front says
# that the family name comes first, and alone it never names one person.
EASTERN = set(
    "Ahn Ai An Ann Au Ba Bai Bao Bo Bong Bui Cai Cao Chan Chang Chao Chau Chen Cheng Cheung Chey Chiang Chiu Cho Choe "
    "Choi Choo Chou Chow Chu Chui Chun Chung Cong Cui Dai Deng Ding Doan Dong Du Fan Fang Feng Fu Fung Gan Gao Geng Goh "
    "Gong Goo Gou Gu Gui Guo Hak Han He Heng Ho Hon Hong Hou Hsia Hsiao Hsieh Hsing Hsu Hu Hua Huai Huang Hun Hung Hui "
    "Hwang Ip Jang Jaw Jeon Jeong Ji Jia Jiang Jin Jing Jo Ju Jung Kan Kang Kao Kem Ker Kim King Ko Kong Koo Ku Kuo Kwok "
    "Kwon Kweon Lai Lam Lan Lang Lau Law Le Lee Lei Leung Li Liang Lien Lim Lin Ling Liu Lo Lou Low Lu Lui Lung Luo Luong "
    "Ma Mak Mao Meng Miao Mo Mok Moon Na Ng Ngo Nguyen Nie No Nong Norodom Oh Ong Ou Pai Pak Pan Park Peng Perng Pham Phan "
    "Pol Prak Pu Qi Qin Qiu Quan Rhee Ren Ri Roh Sam Sar She Shen Shi Shih Shin Shu Shum Si Sim Siu So Sok Son Song Soong "
    "Su Suh Sui Sun Ta Tai Tam Tan Tang Tao Tea Teng Teo Thae Tian Tie To Tong Tran Trinh Truong Tsai Tsang Tse Tu Tung "
    "Vo Vu Vuong Wan Wang Wee Wei Wen Wi Wong Woo Wu Xi Xia Xiao Xie Xing Xu Xue Yan Yang Yao Ye Yen Yeo Yeung Yi Yin Ying "
    "Yoon You Youn Yu Yuan Yue Yuen Yui Yun Zeng Zhai Zhang Zhao Zheng Zhong Zhou Zhu Zi Zong Chea Koh Yau Yip Sung".split()
)
# Family names that are also English words, given names or places: never a surface alone.
NOT_ALONE = EASTERN | set(
    "May Brown King Young Long Short Rice Grant Wood White Black Green Hill Cook Page Rose Stone Church Price Case Small "
    "Bell Ford Ross Scott Gates Jobs Bush Swift Cruz Martin Nelson Austin Gordon Howard Wallace Warren Thomas George James "
    "John Paul Charles Simon Henry Frank Lewis Bass Fox Day Rush Hope Holder Major Barak Hall Marshall Fisher Carter Clark "
    "Taylor Adams Allen Jordan Israel Chad Francis Leo Diana Murray Woods Summers Waters Walker Cooper Turner Porter Burns "
    "Banks Bird Bond Costa Dean Duke Good Hand Hunt Lake Love Mann Maas Pence Pope Reed Rich Sharma Singh Shah Khan Ali "
    "Ahmed Hassan Hussein Abdullah Mohammed Muhammad Ibrahim Omar Salman Santos Silva Lopez Garcia Perez Sanchez Rodriguez "
    "Fernandez Gomez Williams Johnson Smith Jones Davis Miller Wilson Moore Jackson Harris Thompson Robinson Vance West Wise "
    "Truss Abe Aso Mori Kono Noda Ota Ueda Amano Oe Power Store Wine Heard Turk Dan Das Cotton Sessions Daniels Peters Gabriel "
    "Philip William Harry Curry Sinner Pavel Bishop Talon Rama Pena Paz Puna Cabello Faye Sall Dar Oli Zen Massa Michel Bonne "
    "Kelly Graham Roberts Manning Holmes Chew Bout Philippe Camilla Mustafa Hasan Mohamad Salam Store Akane Baba Kuma Ando "
    "Castro Clinton Obama Biden Trump Kishi Suzuki Saito Tanaka Kobayashi Yamada Yoshida Kato Kimura Nakamura Kobayashi "
    "Kyi Hlaing Myint Sein Kyaw XIV XVI III II VI Jr. Gaga Lisa Psy Faker Dahal".split()
)

# The same in Chinese: family names and given names that many people bear.
NOT_ALONE_ZH = set(
    "史密斯 约翰逊 威廉姆斯 布朗 琼斯 米勒 戴维斯 威尔逊 安德森 托马斯 泰勒 摩尔 杰克逊 马丁 汤普森 怀特 哈里斯 克拉克 刘易斯 "
    "罗宾逊 沃克 艾伦 斯科特 格林 亚当斯 纳尔逊 坎贝尔 米切尔 卡特 罗伯茨 科恩 戴维森 库珀 布莱恩特 凯利 格雷厄姆 贝利 墨菲 "
    "福斯特 威廉 查尔斯 詹姆斯 丹尼尔斯 彼得斯 阿里 辛格 穆罕默德 侯赛因 哈桑 冈萨雷斯 罗德里格斯 费尔南德斯 帕特尔 罗斯 亨特 "
    "伯恩斯 霍姆斯 瑞安 弗朗西斯 亨利 菲利普 乔纳森 以色列 乔丹 戴夫 达斯 巴罗 阿曼 巴黎 罗马 安德松 拉莫斯 卡森 柯恩 强生 莱恩 "
    "马丁斯 伊万卡 丹尼尔 阿布 罗宾 鲍尔 柯比 贝利 皮特 库克 雅各布 萨尔 马斯 特本 乌拉 邦迪 普莱斯 阿达 博拉 扎耶德 哈迪 拉马".split()
) - {"伊万卡", "库克"}
# Forms that news uses for the first bearer alone although others on the list share them.
PRINCIPAL = set(
    "特朗普 川普 拜登 奥巴马 欧巴马 克林顿 柯林顿 马斯克 马克龙 马克宏 基辛格 季辛吉 鲍威尔 杜特尔特 杜特蒂 马科斯 马可仕 "
    "勒庞 盖茨 盖兹 切尼 钱尼 麦凯恩 佩洛西".split()
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
    first = family_first and latin[0].split()[0] in EASTERN
    family = family_of(latin[0], first)
    return Person(tuple(latin), tuple(chinese), (taiwan or mainland).split("|")[0], family, first)


def family_of(name: str, family_first: bool) -> str:
    """The family name: the first word, or the last with the particles before it."""
    words = name.split()
    if family_first or len(words) == 1:
        return words[0]
    start = len(words) - 1
    if words[start] == "Jr." and start > 1:
        words, start = words[:start], start - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:])
