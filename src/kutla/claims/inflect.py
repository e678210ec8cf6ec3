"""Every form of an English verb, so that surface rules need no tagger to recognise one."""

from __future__ import annotations

from functools import lru_cache

# past and past participle of the irregular verbs that political prose uses; regular ones follow
_IRREGULAR: dict[str, tuple[str, str]] = {
    "be": ("was", "been"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "fall": ("fell", "fallen"),
    "fight": ("fought", "fought"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "have": ("had", "had"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "overthrow": ("overthrew", "overthrown"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "set": ("set", "set"),
    "shoot": ("shot", "shot"),
    "sit": ("sat", "sat"),
    "speak": ("spoke", "spoken"),
    "split": ("split", "split"),
    "stand": ("stood", "stood"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "throw": ("threw", "thrown"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
    "uphold": ("upheld", "upheld"),
    "bid": ("bid", "bid"),
    "cast": ("cast", "cast"),
    "cut": ("cut", "cut"),
    "send": ("sent", "sent"),
    "spend": ("spent", "spent"),
    "tell": ("told", "told"),
    "undergo": ("underwent", "undergone"),
    "undertake": ("undertook", "undertaken"),
    "beat": ("beat", "beaten"),
    "pay": ("paid", "paid"),
    "lay": ("laid", "laid"),
    "let": ("let", "let"),
    "lend": ("lent", "lent"),
    "find": ("found", "found"),
    "grow": ("grew", "grown"),
    "rise": ("rose", "risen"),
    "shut": ("shut", "shut"),
    "bind": ("bound", "bound"),
    "forgo": ("forwent", "forgone"),
    "oversee": ("oversaw", "overseen"),
    "mean": ("meant", "meant"),
    "part": ("parted", "parted"),
    "freeze": ("froze", "frozen"),
    "shake": ("shook", "shaken"),
    "steal": ("stole", "stolen"),
    "tear": ("tore", "torn"),
    "forsake": ("forsook", "forsaken"),
    "drive": ("drove", "driven"),
    "deal": ("dealt", "dealt"),
    "ring": ("rang", "rung"),
    "hit": ("hit", "hit"),
    "shed": ("shed", "shed"),
    "ride": ("rode", "ridden"),
    "wage": ("waged", "waged"),
}
_DOUBLING = frozenset(
    {"admit", "back out", "ban", "drop", "grab", "nab", "net", "plan", "pip", "quit", "rap", "refer",
     "run", "scrap", "set", "sit", "slam", "split", "step", "tap", "top", "win", "get", "begin",
     "outstrip", "put", "tip", "bag", "hit", "veto_", "submit", "commit", "permit", "omit", "transfer", "defer", "prefer", "confer", "occur", "rebel", "expel", "compel", "propel", "control",
     "patrol", "stop", "rob", "tag", "ship", "clap", "chat", "regret", "acquit", "bar", "star", "stir"}
)  # fmt: skip
_VOWELS = "aeiou"


@lru_cache(maxsize=2048)
def verb_forms(lemma: str) -> tuple[str, ...]:
    """Give all forms of ``lemma``, whose first word is inflected ("pull out" → "pulled out").

    >>> verb_forms("join")
    ('join', 'joined', 'joining', 'joins')
    """
    verb, _, rest = lemma.partition(" ")
    forms = {verb, _third_person(verb), _present_participle(verb), *_past(verb)}
    tail = f" {rest}" if rest else ""
    return tuple(sorted(f"{form}{tail}" for form in forms))


def _third_person(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _present_participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLING else verb) + "ing"


def _past(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return (verb[:-1] + "ied",)
    return ((verb + verb[-1] if verb in _DOUBLING else verb) + "ed",)
