"""A maker of full-page dumps: articles in our own words with what real pages put around them."""

import random
from dataclasses import dataclass

PEOPLE = ("Ilva Doren", "Marek Tolvi", "Sanja Bekir", "Otto Halvard", "Rumen Kasta", "Leyla Oran")
LISTS = ("Harbour List", "Common Ground", "Free Valleys", "Labour Union of the Plains", "New Page")
PLACES = ("Ljubava", "Port Hamel", "Vesk", "Dorna", "Alt Rissen")
LEADS = (
    "{p}, who leads {l}, said on {d} that talks with {m} would go on until a cabinet is found.",
    "{l} will not sit in a government with {m}, its leader {p} told reporters in {c} on {d}.",
    "Parliament in {c} failed to meet on {d} after deputies of {l} and {m} stayed away.",
)
BODIES = (
    "“We have spoken with everyone and we will speak again,” {p} said at a news conference in {c}.",
    "{l} won {n} of the 120 seats in the election, while {m} came second with {k}.",
    "Several deputies of {m} have left their group since then, and two of them now sit with {l}.",
    "The president has thirty days to name someone who may try to form a government.",
    "A spokesman for {p} denied that an offer had been made to {m} in return for the interior ministry.",
    "According to the daily count of the chamber, {n} members now support the proposal.",
    "The two sides disagree over the budget, the reform of the courts and the use of the port in {c}.",
    "Analysts say that {l} can reach a majority only if {m} does not vote against it.",
    "In {c}, some hundred people gathered before the party’s office and asked for new elections.",
    "{p} became prime minister three years ago, when {l} and {m} agreed to govern together.",
    "Neither party wished to comment on the report, which was first given by a local radio station.",
    "The speaker said that the next session would be held when enough members had arrived.",
)
TITLES = (
    "{l} rejects offer from {m}",
    "Talks between {l} and {m} to resume next week",
    "{p} steps back as parliament in {c} fails to meet",
)
MENU = "Home|World|Politics|Economy|Culture|Sport|Weather|Subscribe|Log in|Search|Video|Podcasts|Opinion|Regions|Jobs"
RELATED = (
    "Ten beaches to visit this summer", "Court delays ruling on port fees", "Why bread has become dear",
    "Football: Vesk beats Dorna in the last minute", "What we know about the new tax", "Storm damages roofs in Alt Rissen",
    "Interview with a lighthouse keeper", "Trains to stop for three days", "A museum opens in Port Hamel",
)  # fmt: skip
READERS = ("Kestrel88", "OldSailor", "Mina from Vesk", "truthteller", "J. Porter", "grumbler_2")
REMARKS = (
    "I never believed a word of what they say, did you?",
    "You are wrong about the port, my friend. Read the budget first!",
    "lol they will all sit together in the end, as always",
    "Why does nobody ask what it costs us? I pay my taxes and get nothing for it.",
    "Nope. I was there and it was not like that at all, thanks for nothing",
    "My cousin works at the ministry and he says you have no idea.",
)
FOOT = (
    "Contact us", "Privacy policy", "Terms of use", "© 2023 The Vesk Courier. All rights reserved.",
    "Follow us on Twitter and Facebook", "Sign up for our newsletter and get the latest news every morning",
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    text: str
    gold: str


def make_article(rng: random.Random) -> tuple[str, list[str]]:
    # an article is about two lists, two people and one place
    lists, people, place = rng.sample(LISTS, 2), rng.sample(PEOPLE, 2), rng.choice(PLACES)

    def fill(template: str) -> str:
        one, two = rng.sample(lists, 2)
        return template.format(
            p=rng.choice(people), l=one, m=two, c=place,
            d=rng.choice(("Monday", "Tuesday", "Friday")), n=rng.randrange(30, 60), k=rng.randrange(8, 29),
        )  # fmt: skip

    picked = rng.sample(BODIES, rng.randrange(7, len(BODIES) + 1))
    paragraphs = [fill(rng.choice(LEADS))]
    while picked:
        size = min(len(picked), rng.choice((1, 1, 2)))
        paragraphs.append(" ".join(fill(picked.pop()) for _ in range(size)))
    return fill(rng.choice(TITLES)), paragraphs


def make_dump(seed: int) -> Page:
    rng = random.Random(seed)
    title, paragraphs = make_article(rng)
    gold = "\n".join([title, *paragraphs])
    menu = MENU.split("|")
    top = [*rng.sample(menu, rng.randrange(6, len(menu))), "The Vesk Courier"]
    if rng.random() < 0.4:
        top += ["Support independent journalism", "€ 1,250", "12 DAYS LEFT"]
    top += rng.sample(RELATED, 2)
    head = [title, title] if rng.random() < 0.5 else [title]
    head.append("By Nora Quist")
    head.append(f"Published: {rng.randrange(1, 28)} March 2023, {rng.randrange(10, 23)}:15")
    head.append("Share on Facebook")
    if rng.random() < 0.6:
        head.append(
            f"{rng.choice(PEOPLE)} arrives at the parliament in {rng.choice(PLACES)}. Photo: M. Lund"
        )
    body = list(paragraphs)
    if rng.random() < 0.5:
        body.insert(rng.randrange(2, len(body)), "Read more: " + rng.choice(RELATED))
    if rng.random() < 0.4:
        body.insert(rng.randrange(2, len(body)), "Advertisement")
    tail = [f"Tags: {rng.choice(LISTS)}, parliament", "Related articles", *rng.sample(RELATED, 4)]
    if rng.random() < 0.6:
        tail.append(f"{rng.randrange(2, 30)} Comments")
        for _ in range(rng.randrange(2, 7)):
            tail += [rng.choice(READERS), rng.choice(REMARKS)]
    tail += ["Most read", *rng.sample(RELATED, 4), *FOOT]
    return Page("\n\n".join([*top, *head, *body, *tail]), gold)


def make_clean(seed: int) -> str:
    title, paragraphs = make_article(random.Random(seed))
    return "\n\n".join([title, *paragraphs])
