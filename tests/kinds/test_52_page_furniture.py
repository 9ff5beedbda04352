# ruff: noqa: E501 - a line of a page or text is shown as one
"""What is left of a page in copied text (lone marks, menus, credits, notices, hotlines, adverts) is a
Part, never a claim and never a speaker (reference: real articles).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compare import attributions
from tests.kinds.saved import article, paragraphs

_HEAD = {
    "hans": ("标题：云岭煤矿透水\n来源：某报\n日期：2024-03-05\n\n",
             ["云岭一处煤矿5日清晨透水，11名矿工被困。", "救援队长罗成说，水位正在下降。"]),
    "hant": ("標題：東澳大樓起火\n來源：某報\n日期：2024-03-05\n\n",
             ["東澳一棟大樓5日凌晨起火，7人送醫。", "消防局長何美珍表示，火勢已經撲滅。"]),
    "en": ("Title: Mine floods\nSource: Orme Herald\nDate: 2024-03-05\n\n",
           ["Eleven miners were trapped when a shaft flooded early on Tuesday.",
            "The water is falling, rescue chief Hal Orr said."]),
    "fr": ("Title: Mine inondée\nSource: Le Courrier\nDate: 2024-03-05\n\n",
           ["Onze mineurs ont été bloqués mardi par une inondation.",
            "L'eau baisse, a déclaré le chef des secours, Paul Morin."]),
    "de": ("Title: Grube geflutet\nSource: Der Bote\nDate: 2024-03-05\n\n",
           ["Elf Bergleute sind am Dienstag in einer Grube eingeschlossen worden.",
            "Das Wasser sinke, sagte Einsatzleiter Udo Kern."]),
    "es": ("Title: Mina inundada\nSource: El Correo\nDate: 2024-03-05\n\n",
           ["Once mineros quedaron atrapados el martes en una mina inundada.",
            "El agua baja, dijo el jefe de rescate, Luis Mora."]),
    "ja": ("Title: 炭鉱で出水\nSource: 某新聞\nDate: 2024-03-05\n\n",
           ["霧島の炭鉱で5日、出水があり、11人が閉じ込められた。", "水位は下がっていると消防は発表した。"]),
}  # fmt: skip

# language, lines above, lines between, lines below
SIBLINGS = [
    ("marks", "en", ["x", "—", "|", ">>"], ["* * *", "•", "“"], ["■", "<", "1", "END"]),
    ("adverts", "en", ["Advertisement", "ADVERTISEMENT - CONTINUE READING BELOW"],
     ["Article continues after advertisement", "Sponsored Content", "Story continues below"],
     ["Sponsored", "Promoted by Orme Motors"]),
    ("read more", "en", ["Skip to content", "Skip to main content"],
     ["READ MORE: Floods close four roads in the valley", "Read also: Where the water came from",
      "Related: Miners' strike ends", "More on this story"],
     ["Read more", "Back to top", "↑ Top", "Show comments", "Leave a comment", "View all 12 comments",
      "Most read", "1. Rain again", "2. Cup draw"]),
    ("photos", "en", ["Image credit: Lena Orr/Orme Herald", "Photo by Sam Ode on Photoshare"],
     ["(Photo: AB Images)", "▲ The shaft at Low Barton. (Photo: Orme Herald)", "Getty Images",
      "File image of the mine, 2019. Photograph: Lena Orr/AB"],
     ["[Photo/Agency]", "View image in fullscreen"]),
    ("foot", "en", [], ["Listen to this article", "4 min read"],
     ["© 2024 Orme Herald", "All rights reserved", "Copyright 2024 Orme Media Ltd.", "Terms of use | Privacy",
      "Tags: mines, floods", "Topics", "Mining", "Weather", "Follow us on X and Instagram",
      "Sign up for our newsletter", "Email: news@orme.example", "Tel: 000-1234 567",
      "Got a story? Email tips@orme.example", "Report an error", "Print this page"]),
    ("menu and icons", "en", ["Home | News | Sport | Weather", "- menu-icon", "- search-icon", "- EN", "☰ Menu",
      "Home > News > Local"], [], ["facebook-icon", "twitter-icon", "Facebook Twitter WhatsApp"]),
    ("bylines", "en", ["By Nora Field", "Orme Herald Reporter", "Updated 5 March 2024, 10:15 GMT"], [],
     ["— Nora Field", "Nora Field is a reporter with the Orme Herald."]),
    ("helplines", "en", [], [],
     ["Samaritans can be called free on 000 123.", "If you need help, call the hotline on 000-123-4567.",
      "Helpline: 000 123"]),
    ("menus and icons", "hans", ["首页 > 新闻 > 国内", "首页 新闻 体育 财经", "登录 | 注册", "字号：A- A+", "分享到：", "听新闻"],
     ["广告", "点击查看更多", "【相关阅读】", "▲ 救援现场。 某社记者 田野 摄"],
     ["返回顶部", "上一篇：大雪封路", "下一篇：明日晴", "责任编辑：田野", "打印本页", "关闭窗口", "我要评论", "举报/反馈"]),
    ("notices", "hans", ["某报记者 田野 李木", "2024-03-05 10:15"], [],
     ["（来源：某报）", "声明：转载此文是出于传递更多信息之目的。", "版权声明：本网所有内容未经许可不得转载。",
      "如有侵权请联系删除。", "本文仅代表作者观点，不代表本站立场。", "联系电话：000-12345678", "新闻热线：000-1234567",
      "京ICP备00000000号", "标签：", "煤矿", "透水", "热门推荐", "猜你喜欢", "扫一扫关注我们", "原标题：云岭煤矿透水11人被困"]),
    ("pointers", "hans", ["👇点击关注，每日推送", "◆ ◆ ◆"], ["👉更多精彩内容请点击", "———"], ["★", "▼往期推荐", "· END ·", "完"]),
    ("furniture", "hant", ["記者林某／東澳報導", "文字大小", "A A A", "分享", "字級設定：小 中 大 特"],
     ["廣告", "請繼續往下閱讀", "▲東澳大樓起火。（圖／記者林某攝）", "（圖片來源：某社）", "★更多相關新聞"],
     ["《某報》關心您：", "◎自殺防治專線：0000", "珍惜生命，請撥打0000求助", "回上一頁", "延伸閱讀", "更多某報報導",
      "點我下載APP", "☎ 爆料專線：(00)0000-0000", "本文版權為某報所有，未經授權不得轉載", "加入LINE好友", "關鍵字：火災、東澳"]),
    ("furniture", "fr", ["Accueil", "Par Odile Brun", "Publié le 5 mars 2024 à 10h15", "Temps de lecture : 2 min"],
     ["Publicité", "Lire aussi : La pluie revient", "La suite après cette publicité", "Crédit photo : Paul Brun / AB"],
     ["Partager", "S'abonner", "À lire aussi", "© 2024 Le Courrier. Tous droits réservés.", "Haut de page",
      "Retour en haut de page", "Mots-clés : mine", "Commentaires"]),
    ("furniture", "de", ["Von Jan Loos", "Stand: 05.03.2024 10:15 Uhr", "Lesedauer: 2 Min."],
     ["Anzeige", "Lesen Sie auch: Der Regen kommt zurück", "Foto: Ute Kern/AB"],
     ["Mehr zum Thema", "Zur Startseite", "Nach oben", "Alle Rechte vorbehalten", "Impressum | Datenschutz",
      "Kommentare", "Artikel teilen", "Artikel drucken"]),
    ("furniture", "es", ["Por Ana Sol", "Actualizado 5 de marzo de 2024", "Inicio"],
     ["Publicidad", "Lea también: Vuelve la lluvia", "Te puede interesar", "Foto: Luis Sol / AB"],
     ["Compartir", "Volver arriba", "Todos los derechos reservados", "Etiquetas: mina", "Suscríbete a nuestro boletín",
      "Comentarios"]),
    ("furniture", "ja", ["ホーム > 社会", "文字サイズ", "記者 霧島太郎"], ["広告", "【写真】炭鉱の入り口"],
     ["関連記事", "あわせて読みたい", "ページトップへ", "無断転載を禁じます", "シェアする", "続きを読む", "© 某新聞社", "コメントを書く"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "language", "above", "between", "below"),
    SIBLINGS,
    ids=[f"{s[0]} {s[1]}" for s in SIBLINGS],
)
def test_furniture_is_no_body(
    tmp_path: Path, name: str, language: str, above: list[str], between: list[str], below: list[str]
) -> None:
    """The body is the two sentences of the text and nothing else."""
    head, (first, second) = _HEAD[language]
    text = head + "\n\n".join([*above, first, *between, second, *below]) + "\n"
    assert paragraphs(article(tmp_path, text, "copied.txt")) == [first, second], name


@pytest.mark.parametrize(
    ("name", "language", "above", "between", "below"),
    SIBLINGS,
    ids=[f"{s[0]} {s[1]}" for s in SIBLINGS],
)
def test_furniture_never_speaks(
    tmp_path: Path, name: str, language: str, above: list[str], between: list[str], below: list[str]
) -> None:
    """No speaker is named by one of those lines, where lines stand close together too."""
    head, (first, second) = _HEAD[language]
    text = head + "\n".join([*above, first, *between, second, *below]) + "\n"
    got = article(tmp_path, text, "copied.txt")
    junk = "\n".join([*above, *between, *below])
    heard = [a.source_text for a in attributions(got) if a.source_text and a.source_text in junk]
    assert not heard, (name, heard)


# sentences that hold the words of furniture, and short lines that are text
CONTROLS = [
    ("en", ["Advertisement spending fell by a tenth.", "Read more books, the minister told pupils.",
            "The photo was taken in 2019, police said.", "All rights reserved for members were dropped.",
            "“Stay home.”", "Why it matters", "Call 911 was what she heard.", "No.", "Ten dead."]),
    ("en", ["The hotline took 4,000 calls on Monday, the ministry said.", "Back to top form, the side won 3-0.",
            "Copyright law will change in May.", "Tags on the animals showed where they came from."]),
    ("hans", ["广告收入下降一成。", "版权局5日通报此案。", "热线电话当天接到四千个来电。", "记者5日在现场看到，道路已经恢复。", "他说：“不。”",
              "编辑部5日发表声明。", "图书馆将于周三开放。", "一、矿工全部获救。", "网友评论说，很好。"]),
    ("hant", ["廣告收入減少一成。", "他提醒您的家人要小心。", "專線當天接到四千通電話。", "圖書館週三開放。", "記者會5日舉行。"]),
    ("fr", ["La publicité a reculé de 10 %.", "Partager l'eau, dit-il, est un devoir."]),
    ("de", ["Die Anzeige ging am Montag bei der Polizei ein.", "Von Montag an fahren wieder Züge."]),
    ("es", ["La publicidad bajó un 10 %.", "Por la noche llovió."]),
    ("ja", ["広告費は一割減った。", "写真は5日に撮影された。"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "lines"), CONTROLS, ids=[f"{c[0]}-{len(c[1])}" for c in CONTROLS]
)
def test_sentences_about_such_things_stay(tmp_path: Path, language: str, lines: list[str]) -> None:
    """A sentence with the same words, and a short line of the text, stay in the body."""
    head, (first, second) = _HEAD[language]
    text = head + "\n\n".join([first, *lines, second]) + "\n"
    assert paragraphs(article(tmp_path, text, "copied.txt")) == [first, *lines, second]
