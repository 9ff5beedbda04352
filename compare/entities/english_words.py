"""Words that decide what a run of capitals is in English.

Values only. Offices prove a person; heads tell organisations and places; common words are written
with a capital and name nothing that interests us.
"""

from __future__ import annotations

TITLE_HEADS = frozenset(
    "President Vice-President Premier Minister Secretary Secretary-General Chancellor King Queen Prince Princess Pope Senator Sen. Sen "
    "Rep. Rep Representative Congressman Congresswoman Gen. Gen General Adm. Admiral Col. Colonel Lt. Lieutenant Maj. Major Capt. Captain "
    "Sgt. Sergeant Gov. Governor Mayor Ambassador Speaker Chairman Chairwoman Chair Director Director-General Commissioner Justice Judge "
    "Dr. Dr Mr. Mr Mrs. Mrs Ms. Ms Prof. Professor Envoy Spokesman Spokeswoman Spokesperson Leader Commander Sheikh Emir Sultan "
    "Ayatollah Archbishop Bishop Cardinal Sir Lord Lady Dame Imam Rabbi Comrade Chief Executive CEO Counselor Councilor Marshal Brigadier "
    "Adviser Advisor VP PM FM Coach Superintendent Inspector Detective Officer Undersecretary Deputy Treasurer Prosecutor".split()
)
TITLE_PARTS = frozenset(
    "Vice Prime Foreign Defense Defence Treasury Commerce Finance Interior State Acting Former Assistant Under Attorney First "
    "Crown Supreme Deputy Chief National Security Trade Energy Health Education Justice Labor Labour Home Homeland Transport "
    "Agriculture Environment Culture Senior Special Climate House Senate Majority Minority Party Opposition Army Navy Permanent "
    "General Executive Managing Press Police Lieutenant Major Brigadier Rear Field Then Ex Premier Economy Press Presidential".split()
)
LOWER_TITLES = frozenset(
    "president premier minister secretary chancellor king queen prince princess pope senator representative general admiral colonel "
    "governor mayor ambassador speaker chairman chairwoman chair director commissioner justice judge professor envoy spokesman "
    "spokeswoman spokesperson leader commander adviser advisor analyst economist lawyer attorney lawmaker activist author reporter "
    "journalist correspondent researcher scientist engineer editor chief founder co-founder executive officer partner student "
    "resident farmer teacher doctor coach player striker singer actor actress director researcher historian expert fellow candidate "
    "wife husband son daughter brother sister mother father predecessor successor counterpart deputy diplomat negotiator "
    "coordinator official manager owner driver fisherman worker volunteer professor writer poet artist billionaire mogul magnate "
    "strategist pollster prosecutor dissident cleric rapporteur administrator".split()
)
ORGANISATION_WORDS = frozenset(
    "Ministry Department Agency Committee Council Commission University College Institute Institution School Party Bank Inc Corp Co Ltd "
    "Company Group Organization Organisation Association Union Court Center Centre Office Bureau Times Post News Journal Fund Foundation "
    "Forum Parliament Congress Senate Assembly Army Navy Force Forces Guard Police Authority Administration Board Federation League "
    "Alliance Coalition Front Movement Society Club Chamber Command Fleet Corps Service Services Television Radio Network Press "
    "Academy Hospital Museum Airlines Airways Motors Electric Pharmaceuticals Holdings Industries Technologies Systems Semiconductor "
    "Cabinet Secretariat Tribunal Embassy Consulate Exchange Observatory Watch Exchequer Legislature Kremlin Pentagon Ministries".split()
)
PLACE_WORDS = frozenset(
    "Strait Straits Sea Ocean River Island Islands Mountain Mountains Mount Province County City Bay Gulf Valley Street Avenue Road Square "
    "Lake Airport Shoal Peninsula Reef Canal Desert Park District Prefecture Region Territory Coast Cape Port Harbor Harbour Heights "
    "Bridge Plaza Palace Stadium Township Village".split()
)
COMMON = frozenset(
    "The A An In On At Of And But Or If It He She They We I This That These Those From With For As By To Its His Her Their Our My Your "
    "Currently Neither Either Both Not No Yes So Such Some Any All Most Many Much More Few Each Every Other Another Last Next "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec There Here When While After Before During Since Until Under "
    "Over Through Between Among Against Despite However Meanwhile Earlier Later Still Also Even Only Just Then Now Today Yesterday "
    "Tomorrow What Who Why How Where Which Whose Whether One Two Three Four Five Six Seven Eight Nine Ten Hundreds Thousands Millions "
    "First Second Third New Old World Cold War Act Cup Prize Treaty Agreement Accord Accords Day Week Year Summit Conference Meeting "
    "Talks Dialogue Olympic Olympics Games Bill Plan Initiative Project Program Programme Policy Law Constitution Amendment Internet "
    "Christmas Easter Ramadan God Bible Koran Nobel Peace Black Covid COVID COVID-19 AI TV GDP CEO CFO USD EU-wide Brexit Belt Road "
    "Human Rights Climate Change Air Force One General Breaking Exclusive Update Updated Analysis Explainer Opinion Photo Video File "
    "Reporting Editing Additional Writing Read Watch Live Top Officials Police People Experts Analysts Investors Shares Stocks Oil "
    "Gold According Because Although Though Unless Once Like Unlike Without Within Around About Above Below Across Along Near "
    "Asked Speaking Citing Following Including Amid Ahead Based Given Two-day Chapter Article Section Resolution Operation Phase "
    "North South East West Northern Southern Eastern Western Central Great Big Good Let Do Does Did Is Are Was Were Be Been Has Have Had "
    "Will Would Can Could Should May Might Must Never Always Often Perhaps Maybe Indeed Instead Rather Moreover Furthermore Thus "
    "Hence Therefore Finally Separately Recently Previously Initially Originally Eventually Together Please Thank Thanks Dear Hello "
    "Liberation Independence National International Global Federal Royal Democratic Republican Republic State States United Mr Mrs Ms Dr".split()
)
PARTICLES = frozenset(
    "de da del della di du dos van von der den ter bin ibn al el la le bint abu ben".split()
)
SAYING_WORDS = frozenset(
    "said says told added adds noted wrote tweeted posted argued warned called urged announced stated replied asked insisted met "
    "visited has had was is will would who also".split()
)
GIVEN = frozenset(
    "Aaron Abdul Abdullah Adam Ahmed Alan Albert Alberto Alex Alexander Alexei Ali Alice Amanda Amy Ana Andrea Andreas Andrei Andrew "
    "Andrzej Angela Anna Anne Annalena Anthony Antonio Antony Arthur Ayman Barbara Ben Benjamin Bernard Bernie Beth Bill Bob Boris Brad Brian Bruce "
    "Carl Carlos Carol Caroline Catherine Charles Charlie Chris Christian Christina Christine Christopher Chuck Claire Claudia Cyril "
    "Dan Daniel David Deborah Dennis Diana Diego Dmitri Dmitry Donald Doug Douglas Ed Eduardo Edward Elaine Elena Elizabeth Ellen Emily Emma "
    "Emmanuel Eric Ernesto Eva Evan Fatima Felix Fernando Francis Francisco Francois Frank Franz Fred Gabriel Gary Geoffrey George Gerald Gina "
    "Giorgia Giovanni Giuseppe Gordon Graham Greg Gregory Hans Harold Harry Hassan Heather Helen Henry Hugo Ibrahim Igor Ivan Jack Jacob "
    "Jake James Jan Jane Janet Jason Jean Jeff Jeffrey Jennifer Jens Jeremy Jerome Jerry Jessica Jim Joan Joanna Joe Johannes John Jon Jonathan "
    "Jordan Jorge Jose Joseph Josep Joshua Juan Judith Julia Julian Julie Justin Karen Karl Kate Katherine Kathleen Kathy Keir Keith Kelly Ken Kenneth "
    "Kevin Kim Kurt Kyle Larry Laura Lauren Lee Leo Leon Liam Linda Lindsey Lisa Lloyd Louis Lucas Luis Luiz Lynn Manuel Marc Marco Marcos "
    "Margaret Maria Marie Mario Mark Marta Martha Martin Mary Mathias Matt Matteo Matthew Max Mehdi Melissa Michael Michel Michelle Miguel Mike "
    "Mikhail Mitch Mohamed Mohammad Mohammed Monica Muhammad Mustafa Nadia Nancy Natalia Natalie Nathan Nicholas Nick Nicolas Nicole Nikki "
    "Nikolai Nina Noah Oleg Olaf Oliver Olga Omar Oscar Pablo Pat Patricia Patrick Paul Paula Pedro Peter Philip Philippe Pierre Rachel Rafael "
    "Ralph Ray Raymond Rebecca Ricardo Richard Rishi Rob Robert Roberto Roger Ron Ronald Rosa Ross Roy Russell Ruth Ryan Sally Sam Samantha "
    "Samuel Sandra Sara Sarah Scott Sean Sebastian Serge Sergei Sergey Sergio Shinzo Silvia Simon Sofia Sophie Stefan Stephanie Stephen Steve Steven Stuart "
    "Susan Sylvia Tammy Taras Ted Terry Theresa Thomas Tim Timothy Todd Tom Tony Tracy Ursula Valery Vanessa Victor Victoria Viktor Vincent "
    "Virginia Vladimir Volodymyr Walter Wendy Will William Xavier Yevgeny Yoav Yuri Yusuf Zachary".split()
)
ORGANS = {
    "Foreign Ministry": "foreign-ministry",
    "foreign ministry": "foreign-ministry",
    "Ministry of Foreign Affairs": "foreign-ministry",
    "Defense Ministry": "defence-ministry",
    "Defence Ministry": "defence-ministry",
    "defense ministry": "defence-ministry",
    "defence ministry": "defence-ministry",
    "Ministry of Defense": "defence-ministry",
    "Ministry of Defence": "defence-ministry",
    "Ministry of National Defense": "defence-ministry",
    "Commerce Ministry": "commerce-ministry",
    "commerce ministry": "commerce-ministry",
    "Ministry of Commerce": "commerce-ministry",
    "Finance Ministry": "finance-ministry",
    "finance ministry": "finance-ministry",
    "Ministry of Finance": "finance-ministry",
    "Interior Ministry": "interior-ministry",
    "interior ministry": "interior-ministry",
    "Health Ministry": "health-ministry",
    "health ministry": "health-ministry",
    "Energy Ministry": "energy-ministry",
    "Justice Ministry": "justice-ministry",
    "parliament": "parliament",
    "Parliament": "parliament",
    "Supreme Court": "supreme-court",
    "Embassy": "embassy",
    "embassy": "embassy",
    "central bank": "central-bank",
    "Central Bank": "central-bank",
}
