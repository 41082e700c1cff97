"""The words that people use, in English and in Spanish, and what each means.

What befit offers are the words of its enums; the others are understood, and told nowhere. They
stand here in small letters, in the singular and without accents: none of that makes a difference.
"""

from __future__ import annotations

import re

from befit_cli.language import Language, message
from befit_cli.runner.alone import ALL, NONE
from befit_cli.runner.letters import folded
from befit_cli.values import Day, Group, Kit, Level, Niggle, Off, Pattern, Race, Units

_AND = "and|y|e"
_ARTICLES = "an?|the|my|una?|el|la|los?|las|mi|del?"

KIT_PRESETS = {
    NONE: (),
    "home": (Kit.TOWEL, Kit.STEP, Kit.BENCH, Kit.BACKPACK),
    "gym": tuple(Kit),
}
"""`home` has a towel, a stair to step on, a sturdy chair for a bench, and a backpack to fill."""

RACE_WORDS: dict[str, Race] = {
    "parkrun": Race.FIVE_K,
    "half marathon": Race.HALF,
    "hm": Race.HALF,
    "13.1": Race.HALF,
    "media maraton": Race.HALF,
    "medio maraton": Race.HALF,
    "media": Race.HALF,
    "medio": Race.HALF,
    "cinco kilometros": Race.FIVE_K,
    "diez kilometros": Race.TEN_K,
    "full marathon": Race.MARATHON,
    "full": Race.MARATHON,
    "fm": Race.MARATHON,
    "26.2": Race.MARATHON,
    "maraton": Race.MARATHON,
}
RACE_FILLERS = f"{_ARTICLES}|race|run|carrera"
TOO_LONG = message("'{word}' is longer than befit plans for: befit plans to the marathon.")
_DATE_OF_RACE = message("'{word}' is a date: say --race-date {word}, and --race for which race.")
_DATE = "(?:[0-9]{4}[ /.]?[0-9]{1,2}[ /.]?[0-9]{1,2}|[0-9]{1,2}[ /.][0-9]{1,2}[ /.][0-9]{4})$"
"""A whole date in numbers; words are compared with blanks in the place of dashes."""
UNSURE_RACE = {"ultra": TOO_LONG, _DATE: _DATE_OF_RACE}

LEVEL_WORDS: dict[str, Level] = {
    "novice": Level.BEGINNER,
    "rookie": Level.BEGINNER,
    "newbie": Level.BEGINNER,
    "new": Level.BEGINNER,
    "never": Level.BEGINNER,
    "never lifted": Level.BEGINNER,
    "nunca": Level.BEGINNER,
    "nuevo": Level.BEGINNER,
    "nueva": Level.BEGINNER,
    "starter": Level.BEGINNER,
    "principiante": Level.BEGINNER,
    "novato": Level.BEGINNER,
    "novata": Level.BEGINNER,
    "sin experiencia": Level.BEGINNER,
    "mid": Level.INTERMEDIATE,
    "medium": Level.INTERMEDIATE,
    "medio": Level.INTERMEDIATE,
    "intermedio": Level.INTERMEDIATE,
    "intermedia": Level.INTERMEDIATE,
    "avanzado": Level.ADVANCED,
    "avanzada": Level.ADVANCED,
}
UNSURE_LEVEL = {
    # a fast runner who never lifted begins as anybody does
    "pro|elite|expert|experienc|athlete|atleta": message(
        "'{word}' could be of running, and this is about lifting: say beginner, intermediate "
        "(after 6 months of it) or advanced (after 2 years)."
    ),
}

KIT_WORDS: dict[str, tuple[Kit, ...]] = {
    "bodyweight": (),
    "peso corporal": (),
    "casa": KIT_PRESETS["home"],
    "gimnasio": tuple(Kit),
    "full gym": tuple(Kit),
    "everything": tuple(Kit),
    ALL: tuple(Kit),
    "todo": tuple(Kit),
    "chair": (Kit.BENCH,),
    "sofa": (Kit.BENCH,),
    "couch": (Kit.BENCH,),
    "weight bench": (Kit.BENCH,),
    "silla": (Kit.BENCH,),
    "silla firme": (Kit.BENCH,),
    "banco": (Kit.BENCH,),
    "banca": (Kit.BENCH,),
    "stair": (Kit.STEP,),
    "escalon": (Kit.STEP,),
    "escalera": (Kit.STEP,),
    "peldano": (Kit.STEP,),
    "grada": (Kit.STEP,),
    "rucksack": (Kit.BACKPACK,),
    "mochila": (Kit.BACKPACK,),
    "resistance band": (Kit.BAND,),
    "rubber band": (Kit.BAND,),
    "elastic band": (Kit.BAND,),
    "elastic": (Kit.BAND,),
    "power band": (Kit.BAND,),
    "loop": (Kit.BAND,),
    "resistance loop": (Kit.BAND,),
    "loop band": (Kit.BAND,),
    "mini band": (Kit.BAND,),
    "theraband": (Kit.BAND,),
    "goma": (Kit.BAND,),
    "goma elastica": (Kit.BAND,),
    "liga": (Kit.BAND,),
    "liga elastica": (Kit.BAND,),
    "liga de resistencia": (Kit.BAND,),
    "elastico": (Kit.BAND,),
    "banda": (Kit.BAND,),
    "banda elastica": (Kit.BAND,),
    "banda de resistencia": (Kit.BAND,),
    "cinta elastica": (Kit.BAND,),
    "db": (Kit.DUMBBELL,),
    "mancuerna": (Kit.DUMBBELL,),
    "kb": (Kit.KETTLEBELL,),
    "kettle": (Kit.KETTLEBELL,),
    "pesa rusa": (Kit.KETTLEBELL,),
    "bar": (Kit.BARBELL,),
    "rack": (Kit.BARBELL,),
    "squat rack": (Kit.BARBELL,),
    "power rack": (Kit.BARBELL,),
    "barra": (Kit.BARBELL,),
    "barra olimpica": (Kit.BARBELL,),
    "barra con discos": (Kit.BARBELL,),
    "barra y discos": (Kit.BARBELL,),
    "leg press": (Kit.MACHINE,),
    "maquina": (Kit.MACHINE,),
    "prensa": (Kit.MACHINE,),
    "prensa de piernas": (Kit.MACHINE,),
    "plyo box": (Kit.BOX,),
    "cajon": (Kit.BOX,),
    "caja": (Kit.BOX,),
    "chin-up bar": (Kit.PULL_UP_BAR,),
    "barra de dominadas": (Kit.PULL_UP_BAR,),
    "barra para dominadas": (Kit.PULL_UP_BAR,),
    "barra fija": (Kit.PULL_UP_BAR,),
    "toalla": (Kit.TOWEL,),
}
KIT_FILLERS = (
    f"{_AND}|{_ARTICLES}|one|two|dos|pair|par|set|some|of|at|en|unos|unas|adjustable|heavy|light|"
    "ajustables?|[0-9]+(?:x[0-9]+)?(?:kg|lbs?)?|kg|lbs?|x"
)
_CABLE = message(
    "'{word}' could be several machines: say machine where you have a leg press, a leg curl, a "
    "calf machine and a lat pulldown."
)
_WEIGHT = message("'{word}' could be dumbbell, kettlebell or barbell: say which.")
UNSURE_KIT = {"cable|polea": _CABLE, r"weights?\b|pesas?\b": _WEIGHT}
SOME_GYM = "(?:home|garage|hotel|casa) (?:gym|gimnasio)|(?:gym|gimnasio) casa"
"""A gym that has something, and hardly everything."""
ASK_WHAT_IT_HAS = message(
    "'{word}' may lack what a gym has: say what is there, such as home,dumbbell,bench."
)

GROUP_WORDS: dict[str, Group] = {
    "rodilla": Group.KNEE,
    "quad": Group.KNEE,
    "quadriceps": Group.KNEE,
    "cuadriceps": Group.KNEE,
    "pie": Group.FOOT,
    "feet": Group.FOOT,
    "ankle": Group.FOOT,
    "shin": Group.FOOT,
    "toe": Group.FOOT,
    "tobillo": Group.FOOT,
    "espinilla": Group.FOOT,
    "cadera": Group.HIP,
    "glute": Group.HIP,
    "gluteo": Group.HIP,
    "pierna": Group.LEG,
    "trunk": Group.CORE,
    "abs": Group.CORE,
    "tronco": Group.CORE,
    "abdomen": Group.CORE,
    "abdominal": Group.CORE,
    "zona media": Group.CORE,
    "maraton": Group.MARATHON,
}
PATTERN_WORDS: dict[str, Pattern] = {
    "sentadilla": Pattern.SQUAT,
    "zancada": Pattern.LUNGE,
    "desplante": Pattern.LUNGE,
    "bisagra": Pattern.HINGE,
    "bisagra de cadera": Pattern.HINGE,
    "hamstring": Pattern.HINGE,
    "isquio": Pattern.HINGE,
    "isquiotibiales": Pattern.HINGE,
    "deadlift": Pattern.HINGE,
    "peso muerto": Pattern.HINGE,
    "calves": Pattern.CALF,
    "soleus": Pattern.CALF,
    "soleo": Pattern.CALF,
    "pantorrilla": Pattern.CALF,
    "gemelo": Pattern.CALF,
    "pie": Pattern.FOOT,
    "equilibrio": Pattern.BALANCE,
    "abduccion": Pattern.ABDUCTION,
    "tronco firme": Pattern.ANTI_EXTENSION,
    "antiextension": Pattern.ANTI_EXTENSION,
    "core antiextension": Pattern.ANTI_EXTENSION,
    "extension de tronco": Pattern.EXTENSION,
    "extension de espalda": Pattern.EXTENSION,
    "low back": Pattern.EXTENSION,
    "lower back": Pattern.EXTENSION,
    "lumbar": Pattern.EXTENSION,
    "rotacion": Pattern.ROTATION,
    "tiron": Pattern.PULL,
    "traccion": Pattern.PULL,
    "jalon": Pattern.PULL,
    "row": Pattern.PULL,
    "remo": Pattern.PULL,
    "upper back": Pattern.PULL,
    "lat": Pattern.PULL,
    "dorsal": Pattern.PULL,
    "empuje": Pattern.PUSH,
    "chest": Pattern.PUSH,
    "shoulder": Pattern.PUSH,
    "pecho": Pattern.PUSH,
    "hombro": Pattern.PUSH,
    "plyo": Pattern.PLYOMETRIC,
    "jump": Pattern.PLYOMETRIC,
    "hop": Pattern.PLYOMETRIC,
    "pliometria": Pattern.PLYOMETRIC,
    "pliometrico": Pattern.PLYOMETRIC,
    "salto": Pattern.PLYOMETRIC,
}
UNSURE_PATTERN = {
    "back|espalda": message(
        "'{word}' could be pull (the upper back) or core-extension (the lower back)."
    ),
    r"arms?\b|brazos?\b|upper|tren superior": message(
        "'{word}' could be push (chest and shoulders) or pull (back and arms)."
    ),
}

NIGGLE_WORDS: dict[str, Niggle] = {
    "stress fracture": Niggle.BONE_STRESS,
    "stress reaction": Niggle.BONE_STRESS,
    "bone": Niggle.BONE_STRESS,
    "stress": Niggle.BONE_STRESS,
    "fractura de estres": Niggle.BONE_STRESS,
    "fractura por estres": Niggle.BONE_STRESS,
    "estres oseo": Niggle.BONE_STRESS,
    "lesion por estres": Niggle.BONE_STRESS,
    "lesion osea por estres": Niggle.BONE_STRESS,
    "reaccion de estres": Niggle.BONE_STRESS,
    "reaccion por estres": Niggle.BONE_STRESS,
    "runner knee": Niggle.RUNNERS_KNEE,
    "kneecap": Niggle.RUNNERS_KNEE,
    "front of the knee": Niggle.RUNNERS_KNEE,
    "patellofemoral": Niggle.RUNNERS_KNEE,
    "pfps": Niggle.RUNNERS_KNEE,
    "rodilla de corredor": Niggle.RUNNERS_KNEE,
    "rodilla del corredor": Niggle.RUNNERS_KNEE,
    "rotula": Niggle.RUNNERS_KNEE,
    "rodilla por delante": Niggle.RUNNERS_KNEE,
    "delante de la rodilla": Niggle.RUNNERS_KNEE,
    "frente de la rodilla": Niggle.RUNNERS_KNEE,
    "parte delantera de la rodilla": Niggle.RUNNERS_KNEE,
    "femoropatelar": Niggle.RUNNERS_KNEE,
    "patelofemoral": Niggle.RUNNERS_KNEE,
    "it band": Niggle.ITB,
    "itbs": Niggle.ITB,
    "iliotibial band": Niggle.ITB,
    "outer knee": Niggle.ITB,
    "outer side of the knee": Niggle.ITB,
    "outside of the knee": Niggle.ITB,
    "banda iliotibial": Niggle.ITB,
    "cintilla iliotibial": Niggle.ITB,
    "cintilla": Niggle.ITB,
    "rodilla por fuera": Niggle.ITB,
    "lado de fuera de la rodilla": Niggle.ITB,
    "lado externo de la rodilla": Niggle.ITB,
    "parte externa de la rodilla": Niggle.ITB,
    "cara externa de la rodilla": Niggle.ITB,
    "plantar fasciitis": Niggle.PLANTAR,
    "plantar fascia": Niggle.PLANTAR,
    "sole": Niggle.PLANTAR,
    "sole of the foot": Niggle.PLANTAR,
    "arch": Niggle.PLANTAR,
    "foot arch": Niggle.PLANTAR,
    "arch of the foot": Niggle.PLANTAR,
    "heel spur": Niggle.PLANTAR,
    "fascitis plantar": Niggle.PLANTAR,
    "fascitis": Niggle.PLANTAR,
    "planta": Niggle.PLANTAR,
    "planta del pie": Niggle.PLANTAR,
    "fascia plantar": Niggle.PLANTAR,
    "arco": Niggle.PLANTAR,
    "arco del pie": Niggle.PLANTAR,
    "espolon": Niggle.PLANTAR,
    "espolon calcaneo": Niggle.PLANTAR,
    "shin splint": Niggle.SHIN,
    "medial tibial stress": Niggle.SHIN,
    "mtss": Niggle.SHIN,
    "espinilla": Niggle.SHIN,
    "periostitis": Niggle.SHIN,
    "periostitis tibial": Niggle.SHIN,
    "achilles tendon": Niggle.ACHILLES,
    "back of the heel": Niggle.ACHILLES,
    "aquiles": Niggle.ACHILLES,
    "talon de aquiles": Niggle.ACHILLES,
    "tendon de aquiles": Niggle.ACHILLES,
    "detras del talon": Niggle.ACHILLES,
    "atras del talon": Niggle.ACHILLES,
    "parte de atras del talon": Niggle.ACHILLES,
    "lower back": Niggle.LOW_BACK,
    "lumbar": Niggle.LOW_BACK,
    "lumbalgia": Niggle.LOW_BACK,
    "lumbago": Niggle.LOW_BACK,
    "espalda baja": Niggle.LOW_BACK,
    "zona lumbar": Niggle.LOW_BACK,
    "parte baja de la espalda": Niggle.LOW_BACK,
    "hammy": Niggle.HAMSTRING,
    "hammie": Niggle.HAMSTRING,
    "back of the thigh": Niggle.HAMSTRING,
    "isquio": Niggle.HAMSTRING,
    "isquiotibial": Niggle.HAMSTRING,
    "femoral": Niggle.HAMSTRING,
    "biceps femoral": Niggle.HAMSTRING,
    "detras del muslo": Niggle.HAMSTRING,
    "atras del muslo": Niggle.HAMSTRING,
    "parte de atras del muslo": Niggle.HAMSTRING,
}
NIGGLE_FILLERS = (
    f"{_AND}|{_ARTICLES}|left|right|both|in|on|en|of|sore|soreness|stiff|stiffness|tight|tightness|"
    "painful|pain|aches?|strain|issues?|problems?|injury|syndrome|tend[io]nitis|tendinopathy|"
    "tendinosis|izquierd[ao]|derech[ao]|dolor|molestias?|sindrome|"
    "tendinopatia|sobrecarga"
)
_BONE = message("'{word}' sounds like a bone; did you mean 'bone-stress'?")
_KNEE = message(
    "'{word}' could be runners-knee (front of the knee) or itb (outer side of the knee): say which."
)
_HEEL = message(
    "'{word}' could be plantar (heel or sole) or achilles (back of the heel): say which."
)
_BACK = message("'{word}' could be anywhere on your back: say low-back where it is the lower back.")
_NO_PLAN_FOR_THE_SPOT = message(
    "'{word}' is no spot that befit knows how to plan around; it knows {words}. Leave out the "
    "exercises that hurt (--without), and see a professional if it stays."
)
_PREGNANCY = message(
    "'{word}' needs more than befit knows: a midwife or doctor can tell you which strength work "
    "does you good now."
)
_ILLNESS = message(
    "'{word}' is nothing that befit plans for: get well first, and ask a doctor before you train "
    "again where it was more than a cold."
)
_CONDITION = message(
    "'{word}' is for your doctor first: with their clearance, plan without saying it here."
)
_OTHER_SPOTS = (
    r"hips?\b|cadera|calf\b|calves|pantorrilla|gemelo|sole[ou]|gastroc|perone[ao]|groin|ingle|"
    r"ankle|tobillo|toes?\b|dedo|foot|feet|pies?\b|chin\b|neck|cuello|shoulder|hombro|thigh|muslo|"
    r"patella|quad|cuadricep|glut|butt|arms?\b|brazo|elbow|codo|wrist|muneca|hands?\b|ribs?\b|psoas|"
    r"piriformis|adductor|aductor|empeine|costilla|manos?\b"
)
_ILLNESSES = (
    r"ill\b|illness|sick|flu\b|influenza|covid|fever|cold\b|enferm|gripe|fiebre|resfria|catarro"
)
_CONDITIONS = (
    r"heart|chest|asthma|dizz|corazon|pecho|asma\b|mareo|diabet|sciatic|ciatica|hernia|disc\b|menisc|"
    r"acl\b|ligament|arthr|osteo|artros|artrit|torn\b|tear|rupture|rotura|desgarro|"
    r"surgery|operation|operacion|cirugia|infarto"
)
_SIDES_OF_THE_KNEE = "(?:inner|behind|inside|back)(?: of)?(?: the| my)? knee|jumper"
_BONES = (
    r"bone|fractur|stress|tibia|fibula|femur|metatars|sacr|broken|estres|hueso|perone\b|rot[ao]\b"
)
UNSURE_NIGGLE = {
    "pregnan|embaraz|postpartum|postnatal|post?parto": _PREGNANCY,
    _ILLNESSES: _ILLNESS,
    _CONDITIONS: _CONDITION,
    _BONES: _BONE,
    _SIDES_OF_THE_KNEE: _NO_PLAN_FOR_THE_SPOT,
    "knee|rodilla": _KNEE,
    "heel|talon": _HEEL,
    "back|espalda": _BACK,
    _OTHER_SPOTS: _NO_PLAN_FOR_THE_SPOT,
}

_WEEKDAYS = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)
_WEEKEND = (Day.SAT, Day.SUN)
SPANISH_DAYS = {
    "lunes": Day.MON,
    "martes": Day.TUE,
    "miercoles": Day.WED,
    "jueves": Day.THU,
    "viernes": Day.FRI,
    "sabado": Day.SAT,
    "domingo": Day.SUN,
}
DAYS_TOGETHER: dict[str, tuple[Day, ...]] = {
    "weekday": _WEEKDAYS,
    "entre semana": _WEEKDAYS,
    "weekend": _WEEKEND,
    "fin de semana": _WEEKEND,
    "finde": _WEEKEND,
    ALL: tuple(Day),
    "all days": tuple(Day),
    "all week": tuple(Day),
    "any": tuple(Day),
    "any day": tuple(Day),
    "every day": tuple(Day),
    "everyday": tuple(Day),
    "daily": tuple(Day),
    "todos": tuple(Day),
    "todos los dias": tuple(Day),
    "cualquiera": tuple(Day),
}
DAY_FILLERS = (
    f"{_AND}|{_ARTICLES}|on|or|o|u|from|desde|every|each|cada|mornings?|afternoons?|evenings?|"
    "tardes?"
)

DAYS_AHEAD = {
    "today": 0,
    "hoy": 0,
    "tomorrow": 1,
    "manana": 1,
    "day after tomorrow": 2,
    "pasado manana": 2,
}
"""Words for days, and how far from today they are."""
DAY_OF_NEXT = frozenset({"next", "coming", "proximo", "siguiente", "que", "viene"})
"""Words beside the name of a day that is not today's, nor one of before."""
DAYS_GONE = {
    "today": 0,
    "hoy": 0,
    "yesterday": 1,
    "ayer": 1,
    "day before yesterday": 2,
    "anteayer": 2,
    "antier": 2,
    "antes de ayer": 2,
}
"""Words for days that have come, and how many days ago they were."""
WEEKS_NEAR = {
    "this": 0,
    "this week": 0,
    "esta": 0,
    "esta semana": 0,
    "next": 1,
    "next week": 1,
    "proxima": 1,
    "la proxima": 1,
    "siguiente": 1,
    "la siguiente": 1,
    "que viene": 1,
    "la que viene": 1,
    "proxima semana": 1,
    "la proxima semana": 1,
    "semana que viene": 1,
    "la semana que viene": 1,
    "semana proxima": 1,
    "la semana proxima": 1,
    "semana siguiente": 1,
    "la semana siguiente": 1,
    "siguiente semana": 1,
    "la siguiente semana": 1,
}
"""Words for weeks, and how far from this one they are."""

_MONTHS = (
    "january jan enero ene januar janner janvier janv gennaio gen janeiro januari",
    "february feb febrero februar fevrier fevr fev febbraio fevereiro februari",
    "march mar marzo marz mrz mars marco maart mrt",
    "april apr abril abr avril avr aprile",
    "may mayo mai maggio mag maio mei",
    "june jun junio juni juin giugno giu junho",
    "july jul julio juli juillet juil luglio lug julho",
    "august aug agosto ago aout augustus",
    "september sep sept septiembre septembre settembre set sett setembro",
    "october oct octubre oktober okt octobre ottobre ott outubro out",
    "november nov noviembre novembre novembro",
    "december dec diciembre dic dezember dez decembre dicembre dezembro",
)
"""As English, Spanish, German, French, Italian, Portuguese and Dutch have and shorten them."""
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}

NUMBER_WORDS = {
    **dict.fromkeys(("one", "uno"), 1),
    **dict.fromkeys(("two", "dos", "twice"), 2),
    **dict.fromkeys(("three", "tres"), 3),
    **dict.fromkeys(("four", "cuatro"), 4),
    **dict.fromkeys(("fifteen", "quince"), 15),
    **dict.fromkeys(("twenty", "veinte"), 20),
    **dict.fromkeys(("thirty", "treinta"), 30),
    **dict.fromkeys(("forty", "cuarenta"), 40),
    **dict.fromkeys(("fifty", "cincuenta"), 50),
    **dict.fromkeys(("sixty", "sesenta"), 60),
    **dict.fromkeys(("seventy", "setenta"), 70),
    **dict.fromkeys(("eighty", "ochenta"), 80),
    **dict.fromkeys(("ninety", "noventa"), 90),
}
MINUTE_UNITS = {
    **dict.fromkeys(("m", "min", "minute", "minuto"), 1),
    **dict.fromkeys(("h", "hr", "hour", "hora", "una hora"), 60),
    **dict.fromkeys(("half an hour", "half hour", "media hora"), 30),
}
MINUTE_FILLERS = "an?|una"
SESSION_UNITS = dict.fromkeys(
    ("x", "session", "sesion", "entrenamiento", "time", "vez", "veces", "day", "dia"), 1
)
SESSION_FILLERS = "al?|per|week|por|la|cada|semana"
WEEK_UNITS = dict.fromkeys(("w", "wk", "week", "sem", "semana"), 1)

UNIT_WORDS = {
    **dict.fromkeys(("kilo", "kilogram", "kilogramme", "kilogramo", "metric"), Units.KG),
    **dict.fromkeys(("lbs", "pound", "libra", "imperial"), Units.LB),
}
LANGUAGE_WORDS = {
    **dict.fromkeys(("english", "ingles"), Language.EN),
    **dict.fromkeys(("spanish", "espanol", "castellano"), Language.ES),
}
_LANGUAGES = {**{language.value: language for language in Language}, **LANGUAGE_WORDS}


def language_of(text: str) -> Language | None:
    """The language of a word for it, or of a locale such as `es_MX.UTF-8`; None for another."""
    name, *_country = re.split("[ .@]", " ".join(folded(text)))
    return _LANGUAGES.get(name)


OFF_WORDS: dict[str, Off] = {
    "holiday": Off.AWAY,
    "vacation": Off.AWAY,
    "travel": Off.AWAY,
    "busy": Off.AWAY,
    "fuera": Off.AWAY,
    "vacaciones": Off.AWAY,
    "ausente": Off.AWAY,
    "ausencia": Off.AWAY,
    "ocupado": Off.AWAY,
    "ocupada": Off.AWAY,
    "viaje": Off.AWAY,
    "libre": Off.AWAY,
    "sick": Off.ILL,
    "illness": Off.ILL,
    "enfermo": Off.ILL,
    "enferma": Off.ILL,
    "enfermedad": Off.ILL,
    "flu": Off.ILL,
    "gripe": Off.ILL,
    "fiebre": Off.ILL,
    "resfriado": Off.ILL,
    "resfriada": Off.ILL,
    "injured": Off.HURT,
    "injury": Off.HURT,
    "lesion": Off.HURT,
    "lesionado": Off.HURT,
    "lesionada": Off.HURT,
}
OFF_FILLERS = "de|con|en|estoy|on|with"
BACK_WORDS = frozenset(
    {"back", "well", "better", "vuelta", "de vuelta", "regreso", "bien", "mejor"}
)
"""To be off no more."""

KEY_WORDS = {
    "nombre": "name",
    "carrera": "race",
    "fecha": "race-date",
    "fecha-de-la-carrera": "race-date",
    "fecha-de-carrera": "race-date",
    "nivel": "level",
    "material": "kit",
    "minutos": "minutes",
    "sesiones": "sessions",
    "dias": "days",
    "fuerte": "hard",
    "fuertes": "hard",
    "tirada-larga": "long-run",
    "molestia": "niggle",
    "molestias": "niggle",
    "sin": "without",
    "unidades": "units",
    "notas": "notes",
    "nota": "notes",
    "inicio": "start",
    "semanas": "weeks",
    "idioma": "language",
}
"""What the keys of a profile are called over the columns of a table."""
OPTION_WORDS = {
    **KEY_WORDS,
    "semana": "week",
    "dolor": "pain",
    "enfoque": "focus",
    "cambiar": "swap",
    "salida": "output",
    "formato": "format",
    "perfil": "profile",
    "hora": "at",
}
"""What options are called besides."""
