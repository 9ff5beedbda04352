"""Words around names: offices, verbs of saying, heads of organisations and places.

Values only, in Simplified Chinese and English. An office tells that a name stands beside it; a head
(部, Ministry) tells what kind of thing a name is; a stop word is never a name although it looks
like one.
"""

from __future__ import annotations

ROLES = frozenset(
    "国务卿 副国务卿 助理国务卿 总统 副总统 前总统 候任总统 当选总统 主席 副主席 国家主席 国家副主席 总理 副总理 首相 副首相 "
    "外长 外交部长 副外长 外交部副部长 外相 外务大臣 部长 副部长 防长 国防部长 副防长 防卫大臣 防卫相 财长 财政部长 财务大臣 "
    "商务部长 司法部长 内政部长 能源部长 农业部长 交通部长 教育部长 卫生部长 劳工部长 国土安全部长 贸易代表 环境部长 "
    "发言人 新闻发言人 女发言人 特使 气候特使 特别代表 高级代表 顾问 国家安全顾问 国安顾问 大使 驻华大使 驻美大使 常驻代表 "
    "公使 参赞 领事 总领事 议长 众议长 众议院议长 参议院议长 总书记 书记 市委书记 省委书记 委员长 委员 国务委员 司令 司令员 "
    "总司令 秘书长 副秘书长 行政长官 特首 议员 参议员 众议员 国会议员 立法委员 立委 州长 省长 市长 县长 区长 镇长 总裁 副总裁 "
    "首席执行官 执行长 董事长 总经理 经理 教授 副教授 研究员 学者 专家 分析师 经济学家 记者 特派记者 作家 律师 女王 国王 王储 "
    "王子 公主 教皇 教宗 外交官 领导人 最高领袖 领袖 精神领袖 主任 副主任 办公室主任 大臣 官房长官 秘书 女婿 检察长 总检察长 检察官 法官 "
    "大法官 将军 上将 中将 少将 上校 党魁 党主席 党首 主播 创办人 创始人 负责人 幕僚长 总干事 局长 副局长 处长 院长 副院长 "
    "校长 所长 会长 副会长 理事长 司长 署长 厅长 庭长 队长 主委 副主委 参谋长 参谋总长 代表 副代表 先生 女士 小姐 夫人 博士 "
    "同志 总监 监事 主编 编辑 责任编辑 责编 摄影 通讯员 导演 演员 歌手 球员 教练 医生 船长 机长 前首相 前总理 前外长 "
    "首席代表 首席经济学家 外交大臣 财政大臣 内政大臣 国防大臣 外交与安全政策高级代表 欧盟委员会主席 纪委书记 政协主席 "
    "副总编辑 总编辑 评论员 活动人士 异见人士 维权人士 企业家 政治家 诗人 画家 候选人 总统候选人 副手 前总统 已故总统 总警司".split()
)
# an office with which a bare surname is a full reference (习主席, 王外长)
HONORIFICS = frozenset(
    "主席 副主席 总统 副总统 总理 副总理 首相 外长 部长 防长 财长 先生 女士 小姐 夫人 教授 博士 书记 总书记 司令 将军 委员 "
    "委员长 主任 议员 市长 省长 县长 大使 同志 院长 校长 局长 律师 法官 医生 董事长 总裁 立委 特首 市长 州长 校长".split()
)
# offices that may stand behind a full name (布林肯国务卿); others there begin the next phrase
AFTER_NAME = HONORIFICS | frozenset(
    "国务卿 外相 防相 特使 国王 女王 王储 大臣 法官 上将 中将 秘书长 议长 教皇 教宗 公主 王子".split()
)
# after these a name ends although the character could be part of one
NEVER_IN_NAME = frozenset("于向因所若尚乃约当今曾赴")
CONJUNCTIONS = (
    "以及",
    "与",
    "和",
    "及",
    "、",
    "的",
    "同",
    "跟",
    "或",
    "对",
    "由",
    "让",
    "在",
    "据",
    "向",
    "为",
    "是",
    "府",
)
SAYING = frozenset(
    "说 表示 指出 强调 认为 称 宣布 透露 补充 回应 呼吁 告诉 警告 承认 解释 批评 坦言 介绍 写道 问 答 重申 提到 相信 担心 希望 "
    "会见 会晤 访问 抵达 出席 主持 发表 签署 率 率领 率团 当选 获 被 将 已 曾 今天 昨天 日前 指 谈到 估计 预计 报导 报道 摄 "
    "先生 女士 分别 一行 等 当天 周一 周二 周三 周四 周五 周六 周日 下午 上午 则 也 还 在".split()
)
# heads of organisations; a name in front of one belongs to it
ORGANISATION_HEADS = tuple(
    "大学 学院 中学 医院 银行 公司 集团 委员会 法院 检察院 检察署 公安局 公安厅 警察局 警署 研究所 研究院 研究中心 协会 学会 "
    "基金会 联合会 联盟 商会 总局 管理局 气象局 统计局 海关总署 通讯社 日报 晚报 时报 周刊 电视台 电台 广播电台 杂志社 出版社 "
    "外交部 国防部 商务部 财政部 司法部 内政部 教育部 卫生部 能源部 交通部 农业部 劳工部 环境部 文化部 外务省 防卫省 财务省 "
    "国会 议会 众议院 参议院 立法院 行政院 监察院 大使馆 总领事馆 领事馆 办事处 办公厅 办公室 总统府 首相府 最高法院 央行 "
    "中央银行 工会 工党 民主党 共和党 自民党 保守党 社会党 共产党 国务院 国安会 情报局 联邦调查局 消防局 救援队 红十字会 "
    "智库 论坛 组织 航空 证券 科技 药业 汽车 石油 电力 运动 阵线 舰队 战区 军区 海警局 交易所 法庭 理事会".split()
)
STATE_HEADS = ("部", "院", "会", "署", "局", "府", "军", "省", "馆", "央行")
# organs of state: what follows a country in an organisation's name -> key that languages share
ORGANS = {
    "外交部": "foreign-ministry",
    "外务省": "foreign-ministry",
    "国防部": "defence-ministry",
    "防卫省": "defence-ministry",
    "商务部": "commerce-ministry",
    "财政部": "finance-ministry",
    "财务省": "finance-ministry",
    "司法部": "justice-ministry",
    "内政部": "interior-ministry",
    "教育部": "education-ministry",
    "卫生部": "health-ministry",
    "能源部": "energy-ministry",
    "农业部": "agriculture-ministry",
    "交通部": "transport-ministry",
    "环境部": "environment-ministry",
    "国会": "parliament",
    "议会": "parliament",
    "众议院": "lower-house",
    "参议院": "upper-house",
    "最高法院": "supreme-court",
    "央行": "central-bank",
    "中央银行": "central-bank",
    "大使馆": "embassy",
    "总统府": "presidency",
}
# look like names to the segmenter, and are none
NOT_NAMES = frozenset(
    "两国 双边 外国 中方 美方 顾问 上周 本周 中文 英文 国关 国大 十国 和平 方面 各国 多国 全国 我国 他国 本国 邻国 大国 小国 盟国 "
    "国内 国外 海外 内地 当地 境内 岛内 两岸 全球 世界 国际 东方 西方 南方 北方 东部 西部 南部 北部 中部 东北 西北 西南 东南 "
    "首都 省会 城市 农村 郊区 山区 地区 边境 沿海 中央 地方 官方 警方 军方 校方 院方 陆方 我方 对方 海军 陆军 空军 军队 部队 部门 "
    "国会 政府 议会 法院 总统府 办公室 委员会 公司 集团 银行 机场 医院 大学 学院 中学 小学 高铁 地铁 港口 码头 阵营 联盟 组织 "
    "小组 代表团 使馆 大使馆 领馆 党 工会 协会 安全部 国防 外交 高校 母校 学校 企业 外企 国企 民企 央企 华人 华裔 华侨 汉字 "
    "汉语 洋人 老外 明星 高层 平民 严重 安全 和谐 能否 周一 周二 周三 周四 周五 周六 周日 周末 高度 高级 高官 白天 黄金 金融 "
    "华语 温和 安排 马上 万一 阳光 文明 文化 常任 常务 安理 任内 任期 东道国 东道主 乌有 贝壳 包括 宁愿 宁静 康复 柯林 石油 "
    "太阳 地球 月球 火星 大选 大陆 本地 外地 原地 异地 各地 高地 领土 领空 领海 海域 空域 海上 岛上 山上 湖边 河边 江边 路上 "
    "西式 中式 美式 日式 美元 日元 欧元 英镑 卢布 韩元 台币 港币 美金 华尔街日报社 高峰 万元 明确 凯旋 宗教 季度 安装 温室 "
    "谢谢 成功 明显 尤其 宣布 于是 明年 平均 强劲 康庄 洪水 洪灾 安保 范围 白宫方面 国语 国人".split()
)
