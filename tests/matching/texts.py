"""One event told four times: Chinese in two scripts, English twice."""

from __future__ import annotations

HANS = (
    "青河大桥星期三凌晨在一艘货轮撞击后部分垮塌，至少六人落水。",
    "市长林静在现场说，搜救将持续到所有人被找到为止。",
    "这座桥建于1978年，每天有三万辆汽车通过。",
    "货轮“海安号”悬挂巴拿马旗，船长已被带走问话。",
    "气象部门说，事发时江面有浓雾。",
    "港务局宣布航道关闭一周，二十多艘船只在下游等候。",
)
HANT = (
    "青河大橋週三凌晨遭一艘貨輪撞擊，部分橋面垮塌，至少六人落水。",
    "市長林靜在現場表示，搜救將持續到找到所有人為止。",
    "該橋於1978年建成，每日車流量約三萬輛。",
    "懸掛巴拿馬旗的貨輪「海安號」船長已被帶回訊問。",
    "氣象單位指出，事發當時江上有濃霧。",
    "港務局宣布航道關閉一週，二十多艘船在下游等候。",
)
EN = (
    "Part of the Qinghe bridge fell early Wednesday, hit by a freighter; six or more are missing.",
    "Mayor Lin Jing said at the scene that the search would go on until everyone was found.",
    "The bridge was built in 1978 and carries 30,000 cars a day.",
    "The ship, the Haian, flies the flag of Panama; its captain was led away to be questioned.",
    "There was thick fog on the river at the time, the weather service said.",
    "The port authority closed the channel for a week, and more than twenty ships wait downstream.",
)
OTHER = (
    "The national orchestra opened its season with a new symphony on Sunday evening.",
    "Critics praised the soloist, a cellist of nineteen.",
    "Tickets for the spring concerts go on sale next month.",
)
