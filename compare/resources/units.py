"""Units of quantities: what is written, the canonical English name, and conversions.

In: a counter or unit as written (both Chinese scripts, English). Out: canonical unit names with
their kind, so that 12个小时 and 12 hours meet.
"""

from __future__ import annotations

NUMBER, PERCENT, CURRENCY, DURATION = "number", "percent", "currency", "duration"
ORDINAL, MEASURE, PEOPLE, AGE = "ordinal", "measure", "people", "age"

_DURATIONS = "second minute hour day week month year"
_CURRENCIES = (
    "USD CNY TWD HKD EUR GBP JPY KRW RUB INR CHF AUD CAD SGD THB TRY UAH BRL ILS yuan dollar"
)
KIND = (
    dict.fromkeys(_DURATIONS.split(), DURATION)
    | dict.fromkeys(_CURRENCIES.split(), CURRENCY)
    | {"person": PEOPLE, "year old": AGE, "percent": PERCENT, "percentage point": PERCENT}
    | {"share": PERCENT, "times": NUMBER, "": NUMBER}
)

# what follows a number in Chinese, longest first by the compiler of the pattern
HAN: dict[str, str] = {}


def _han(unit: str, words: str) -> None:
    HAN.update(dict.fromkeys(words.split(), unit))


_han("person", "人 名 位 口人 人次")
_han("year old", "岁 歲 周岁 週歲")
_han("year", "年 个年头 年时间 年時間")
_han("month", "个月 個月")
_han("week", "周 週 星期 个星期 個星期 个礼拜 個禮拜 禮拜 礼拜")
_han("day", "天 日内 日內 昼夜 晝夜")
_han("hour", "小时 小時 个小时 個小時 钟头 鐘頭 个钟头 個鐘頭 個鐘")
_han("minute", "分钟 分鐘")
_han("second", "秒 秒钟 秒鐘")
_han("percentage point", "个百分点 個百分點 百分点 百分點")
_han("percent", "% ％")
_han("times", "倍")
_han("km", "公里 千米 km 里程")
_han("mile", "英里 英哩 哩")
_han("nautical mile", "海里 海浬 浬")
_han("m", "米 公尺")
_han("cm", "厘米 公分 釐米")
_han("mm", "毫米 公厘")
_han("foot", "英尺 呎 英呎")
_han("inch", "英寸 吋")
_han("sq km", "平方公里 平方千米")
_han("sq m", "平方米 平方公尺")
_han("hectare", "公顷 公頃")
_han("mu", "亩 畝")
_han("kg", "公斤 千克 kg")
_han("g", "克 公克")
_han("jin", "斤")
_han("tonne", "吨 噸 公吨 公噸")
_han("pound weight", "磅")
_han("litre", "升 公升")
_han("barrel", "桶")
_han("cu m", "立方米 立方公尺")
_han("celsius", "摄氏度 攝氏度 ℃ °C")
_han("fahrenheit", "华氏度 華氏度")
_han("degree", "度")
_han("kW", "千瓦")
_han("MW", "兆瓦")
_han("kWh", "千瓦时 千瓦時 度电 度電")
_han("level", "级 級")
_han("aircraft", "架 架次")
_han("ship", "艘")
_han("vehicle", "辆 輛")
_han("vote", "票")
_han("seat", "席")
_han("case", "例 宗 起")
_han("time", "次 回")
_han("country", "个国家 個國家 国 國")
_han("anniversary", "周年 週年")
_han("company", "家公司 家企业 家企業")
_han("household", "户 戶")
_han("USD", "美元 美金")
_han("CNY", "元人民币 元人民幣 人民币 人民幣")
_han("TWD", "元新台币 元新台幣 新台币 新台幣 新臺幣 台币 台幣 元台币 元台幣")
_han("HKD", "港元 港币 港幣")
_han("EUR", "欧元 歐元")
_han("GBP", "英镑 英鎊")
_han("JPY", "日元 日圆 日圓 日币 日幣")
_han("KRW", "韩元 韓元 韩圆 韓圓 韩圜 韓圜")
_han("RUB", "卢布 盧布")
_han("INR", "印度卢比 印度盧比")
_han("CHF", "瑞士法郎")
_han("AUD", "澳元 澳币 澳幣")
_han("CAD", "加元 加币 加幣")
_han("SGD", "新元 新加坡元")
_han("THB", "泰铢 泰銖")
_han("UAH", "格里夫纳 格里夫納")
_han("yuan", "元 块钱 塊錢 圓 圆")
_han(
    "",
    "个 個 件 条 條 项 項 份 场 場 栋 棟 座 所 家 间 間 枚 颗 顆 发 發 门 門 台 臺 部 张 "
    "張 本 篇 句 支 只 隻 头 頭 匹 株 种 種 类 類 点 點 步 轮 輪 页 頁 集 首 艘次 方 处 "
    "處 道 套 批",
)

# Japanese counters and currencies that Chinese does not share
for _unit, _words in {
    "hour": "時間",
    "day": "日間",
    "week": "週間",
    "month": "か月 カ月 ヶ月 ヵ月",
    "year": "年間",
    "minute": "分間",
    "USD": "ドル 米ドル",
    "JPY": "円",
    "EUR": "ユーロ",
    "GBP": "ポンド",
    "KRW": "ウォン",
    "km": "キロ キロメートル",
    "year old": "歳",
    "percent": "パーセント",
    "tonne": "トン",
}.items():
    _han(_unit, _words)

# words that stand before an amount and name its currency or scale
HAN_FRONT = {
    "人民币": "CNY",
    "人民幣": "CNY",
    "新台币": "TWD",
    "新台幣": "TWD",
    "新臺幣": "TWD",
    "台币": "TWD",
    "台幣": "TWD",
    "港币": "HKD",
    "港幣": "HKD",
    "规模": "magnitude",
    "規模": "magnitude",
    "里氏": "magnitude",
    "芮氏": "magnitude",
    "芮氏規模": "magnitude",
    "里氏规模": "magnitude",
    "里氏震级": "magnitude",
}
SYMBOLS = {
    "US$": "USD",
    "USD": "USD",
    "$": "USD",
    "＄": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "€": "EUR",
    "EUR": "EUR",
    "£": "GBP",
    "GBP": "GBP",
    "¥": "yuan",
    "￥": "yuan",
    "RMB": "CNY",
    "CNY": "CNY",
    "CN¥": "CNY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₩": "KRW",
    "JPY": "JPY",
    "Rs": "INR",
    "CHF": "CHF",
    "R$": "BRL",
    "₪": "ILS",
}

ENGLISH: dict[str, str] = {}


def _english(unit: str, words: str) -> None:
    ENGLISH.update(dict.fromkeys(words.replace("_", " ").split(","), unit))


_english("second", "second,seconds")
_english("minute", "minute,minutes")
_english("hour", "hour,hours")
_english("day", "day,days")
_english("week", "week,weeks")
_english("month", "month,months")
_english("year", "year,years")
_english("year old", "year-old,year-olds,years_old,years_of_age")
_english("percent", "%,percent,per_cent,pct")
_english("percentage point", "percentage_point,percentage_points,percentage-point")
_english("times", "times,fold,-fold")
_english("USD", "dollars,dollar,U.S._dollars,US_dollars,USD")
_english("EUR", "euros,euro")
_english("CNY", "yuan,renminbi,RMB")
_english("GBP", "pounds_sterling")
_english("JPY", "yen")
_english("KRW", "won")
_english("RUB", "rubles,roubles,ruble")
_english("INR", "rupees")
_english("TWD", "Taiwan_dollars,New_Taiwan_dollars")
_english("HKD", "Hong_Kong_dollars")
_english("UAH", "hryvnia,hryvnias")
_english("km", "km,kilometers,kilometres,kilometer,kilometre,kms")
_english("mile", "mile,miles")
_english("nautical mile", "nautical_miles,nautical_mile")
_english("m", "meters,metres,meter,metre,m")
_english("cm", "cm,centimeters,centimetres,centimeter,centimetre")
_english("mm", "mm,millimeters,millimetres")
_english("foot", "feet,foot,ft")
_english("inch", "inches,inch")
_english("mph", "mph,miles_per_hour")
_english("km/h", "km/h,kph,kilometers_per_hour,kilometres_per_hour")
_english("sq km", "square_kilometers,square_kilometres,sq_km,km²,km2")
_english("sq m", "square_meters,square_metres,sq_m")
_english("sq mile", "square_miles")
_english("hectare", "hectares,hectare,ha")
_english("acre", "acres,acre")
_english("kg", "kg,kilograms,kilograms,kilos,kilogram,kilo")
_english("g", "grams,gram")
_english("tonne", "tonnes,tonne,metric_tons,tons,ton,metric_ton")
_english("barrel", "barrels,barrel,bpd")
_english("litre", "liters,litres,liter,litre")
_english("celsius", "degrees_Celsius,°C,degrees_celsius,C")
_english("fahrenheit", "degrees_Fahrenheit,°F")
_english("degree", "degrees,degree")
_english("MW", "megawatts,MW,megawatt")
_english("magnitude", "magnitude")
_english(
    "person",
    "people,persons,person,soldiers,troops,workers,civilians,children,women,men,students,"
    "officers,protesters,refugees,migrants,hostages,prisoners,residents,passengers,"
    "patients,demonstrators,lawmakers,employees,officials,victims,deaths,survivors,"
    "members,fighters,militants,police_officers,journalists,citizens,volunteers,delegates,"
    "personnel,sailors,deputies,miners",
)
_english(
    "aircraft", "aircraft,planes,jets,warplanes,airplanes,sorties,fighter_jets,military_aircraft"
)
_english("ship", "ships,vessels,warships,boats")
_english("vehicle", "vehicles,cars,trucks")
_english("vote", "votes")
_english("seat", "seats")
_english("case", "cases,infections")
_english("country", "countries,nations,states")
_english("company", "companies,firms,businesses")
_english("household", "households,homes")
_english("", "points,others,missiles,drones,rockets,buildings,houses,cities,parties,meetings")

# a unit in terms of a base unit: (base, factor); converted only to compare
BASE: dict[str, tuple[str, float]] = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("second", 86400),
    "week": ("second", 604800),
    "month": ("month", 1),
    "year": ("month", 12),
    "mm": ("m", 0.001),
    "cm": ("m", 0.01),
    "m": ("m", 1),
    "km": ("m", 1000),
    "mile": ("m", 1609.344),
    "nautical mile": ("m", 1852),
    "foot": ("m", 0.3048),
    "inch": ("m", 0.0254),
    "sq m": ("sq m", 1),
    "sq km": ("sq m", 1e6),
    "hectare": ("sq m", 1e4),
    "acre": ("sq m", 4046.86),
    "sq mile": ("sq m", 2589988),
    "mu": ("sq m", 666.67),
    "g": ("kg", 0.001),
    "kg": ("kg", 1),
    "jin": ("kg", 0.5),
    "pound weight": ("kg", 0.4536),
    "tonne": ("kg", 1000),
    "kW": ("kW", 1),
    "MW": ("kW", 1000),
    "share": ("percent", 100),
    "percent": ("percent", 1),
}


def kind_of(unit: str) -> str:
    """The kind of a quantity by its unit: counters are plain numbers, other units measures."""
    if unit in KIND:
        return KIND[unit]
    return MEASURE if unit in BASE or unit in _MEASURES else NUMBER


_MEASURES = frozenset(
    (
        "celsius",
        "fahrenheit",
        "degree",
        "level",
        "magnitude",
        "barrel",
        "litre",
        "cu m",
        "kWh",
        "pound weight",
        "mph",
        "km/h",
    )
)
