"""Pages as they look when somebody saves a whole page as text: real bodies, furniture of our own.

Bodies are the paragraphs of the gold articles. Twelve outlets of ours wrap them in menus, banners,
share bars, captions, related links, newsletters, comment threads and footers, each in its own
words. Half of the outlets (``KEPT_APART``) are only ever scored: no rule is written against them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kutla.documents import read

GOLD = Path(__file__).parents[1] / "gold"
COMMENT = "comment"


@dataclass(frozen=True)
class Style:
    """An outlet: what it prints above, within and below its articles; {t} is another's title."""

    name: str
    above: tuple[str, ...]
    within: tuple[str, ...]
    below: tuple[str, ...]
    day: str
    comments: str = ""
    commenters: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()


@dataclass
class Page:
    """A page, what of it is news, and what was put in besides."""

    text: str
    body: list[str]
    comments: list[str] = field(default_factory=list)
    published: date | None = None


TUNED = (
    Style(
        "Harbour Tribune",
        ("Skip to content", "Harbour Tribune", "News", "Politics", "Business", "Opinion", "Sport",
         "Subscribe", "Sign in", "Search", "Home › Politics"),
        ("Advertisement", "READ MORE: {t}", "Share this article"),
        ("Related articles", "{t}", "{t}", "{t}", "Sign up to our newsletter",
         "Enter your email address", "About us", "Contact", "Privacy policy", "Terms of use",
         "© 2031 Harbour Tribune. All rights reserved."),
        "Published on {d:%B} {d.day}, {d.year}",
        "Comments (4)",
        ("Old Salt", "Marta_77", "tidewatcher", "Anon"),
        ("Please keep your comments polite. Comments are moderated.",),
    ),
    Style(
        "Vale Observer",
        ("THE VALE OBSERVER", "Independent since 1931", "Menu", "Home", "World", "Region", "Culture",
         "Video", "Podcasts", "Log in"),
        ("ADVERTISEMENT", "Also read", "{t}", "Photo: Vale Observer/archive"),
        ("Share", "Facebook", "Twitter", "WhatsApp", "Copy link", "More from this section", "{t}",
         "{t}", "Most read", "1. {t}", "2. {t}", "3. {t}", "Imprint", "Cookies"),
        "{d.day} {d:%B} {d.year}, 14:32",
    ),
    Style(
        "Kestrel News Agency",
        ("Kestrel News Agency", "English", "العربية", "Kurdî", "Breaking:", "{t}", "Politics",
         "Security", "Economy", "Sports", "Health"),
        ("(Photo: Kestrel)", "Tags: parliament, elections"),
        ("See Also:", "{t}", "{t}", "Latest News", "{t}", "{t}", "{t}", "Download our app",
         "Follow us on Telegram", "Copyright 2031 Kestrel News Agency"),
        "{d.year}-{d.month:02d}-{d.day:02d} 09:15",
    ),
    Style(
        "The Lamplight",
        ("The Lamplight", "Donate", "Become a member", "Newsletter", "Sections", "Politics",
         "Long reads", "Support independent journalism. Donate today."),
        ("Support our work: donate", "Enjoying this story? Join our mailing list."),
        ("Donate", "Leave a Reply", "Your email address will not be published.", "Name", "Email",
         "Post Comment", "Recent posts", "{t}", "{t}", "Powered by our readers"),
        "Posted {d:%b} {d.day}, {d.year} by Staff",
        "3 Responses",
        ("Gerda says:", "Bo says:", "Lone reader says:"),
    ),
    Style(
        "Coast Daily",
        ("Coast Daily", "Today's paper", "E-Paper", "Weather 14°C", "Ferries", "Letters",
         "Classifieds", "My account"),
        ("Continue reading below", "Recommended for you", "{t}"),
        ("Topics", "Assembly", "Government", "Popular now", "{t}", "{t}", "Got a tip? Write to us.",
         "Accessibility", "Jobs", "Archive", "All content © Coast Daily"),
        "Last updated: {d:%A}, {d.day} {d:%B} {d.year}",
        "Join the conversation",
        ("Pip", "Neville L.", "greengrass", "Ruth"),
    ),
    Style(
        "Meridian Post",
        ("MERIDIAN POST", "Wednesday edition", "Home", "Politics", "Diplomacy", "Analysis",
         "Interviews", "Photo gallery", "Contact us"),
        ("File photo", "Click here to read more about this story"),
        ("Print", "Email", "Share on Facebook", "Tweet", "You may also like", "{t}", "{t}", "{t}",
         "Editor Picks", "{t}", "All rights reserved"),
        "{d.day:02d}/{d.month:02d}/{d.year} - 18:05",
    ),
)  # fmt: skip
KEPT_APART = (
    Style(
        "North Light",
        ("Go to main navigation", "North Light", "Latest", "Elections", "Courts", "Money", "People",
         "Register", "My feed"),
        ("Story continues after the ad", "More on this: {t}"),
        ("Keep reading", "{t}", "{t}", "Get the morning briefing in your inbox", "Email address",
         "Sign me up", "Company", "Advertise with us", "Help centre", "© North Light Media 2031"),
        "{d:%b} {d.day}, {d.year} at 7:40 am",
        "View comments",
        ("Ludo", "K. Berg", "ferryman9", "Saskia"),
        ("Be respectful. We remove insults.",),
    ),
    Style(
        "Al-Minbar English",
        ("Al-Minbar", "Home page", "Iraq", "Region", "World", "Reports", "Infographics", "Urgent", "{t}"),
        ("Read also", "{t}"),
        ("Share it", "News in pictures", "{t}", "{t}", "Who are we", "Our policy", "Contact the editors",
         "All rights are reserved to Al-Minbar 2031"),
        "{d:%A} {d.day} {d:%B} {d.year} | 11:20",
    ),
    Style(
        "Quill & Gavel",
        ("Quill & Gavel", "Parliament in plain words", "About", "Archive", "Glossary", "Subscribe for free"),
        ("[Subscribe now]", "Share Quill & Gavel"),
        ("Thanks for reading! Subscribe for free to receive new posts.", "Previous", "Next",
         "Discussion about this post", "Top", "Latest", "No posts", "Ready for more?"),
        "{d:%b} {d.day}, {d.year}",
    ),
    Style(
        "Express Four",
        ("Express Four", "Live TV", "Programmes", "On air now: Morning Talk", "Politics", "Crime",
         "Lifestyle", "Horoscope"),
        ("Watch the video above", "Trending: {t}"),
        ("What do you think? Tell us below", "Sponsored", "{t}", "{t}", "Read next", "{t}",
         "Do not sell my personal information", "Site map"),
        "Updated {d:%B} {d.day}, {d.year}",
        "5 comments",
        ("JohnnyB", "wise_owl", "Cc", "Truth Seeker", "pam"),
    ),
    Style(
        "Border Gazette",
        ("BORDER GAZETTE", "Vol. 88", "Front page", "Courts", "Council", "Obituaries", "Buy a subscription"),
        ("--- advert ---",),
        ("Report a mistake", "Follow the Border Gazette", "Instagram", "YouTube", "In other news", "{t}", "{t}",
         "Published by the Border Gazette Company Ltd"),
        "{d.day}. {d:%B} {d.year}",
    ),
    Style(
        "Delta Wire",
        ("Delta Wire", "Wire", "Features", "Data", "API", "Log out", "Alerts: off"),
        ("Our standards: The Delta Wire trust principles.",),
        ("Reporting by our staff; editing by the desk", "Suggested topics:", "World", "Europe", "Purchase licensing rights",
         "Read next", "{t}", "{t}", "Sign up here.", "© 2031 Delta Wire"),
        "{d:%B} {d.day}, {d.year} 3:18 PM UTC",
    ),
)  # fmt: skip

_REMARKS = (
    "I don't believe a word of it, do you?",
    "My uncle said the same thing in spring and you all laughed at me.",
    "lol, what else is new, they only think of their seats",
    "Thanks for this, I was looking for the numbers everywhere!",
    "Why does nobody ask who pays for all this??",
    "You guys forget what happened last time we trusted them.",
    "I'm done voting, honestly.",
    "Great, my taxes at work again...",
)


@cache
def articles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the headlines and paragraphs of the gold articles that are long enough."""
    found = []
    for name in ("world", "unseen"):
        for path in sorted((GOLD / name).glob("*.txt")):
            [document] = read([path]).documents or [None]
            if document is None or not document.headline:
                continue
            blocks = [
                " ".join(document.text[block.start : block.end].split())
                for block in document.blocks
                if block.role == "paragraph"
            ]
            blocks = [each for each in blocks if len(each.split()) >= 12]
            if len(blocks) >= 3:
                found.append((document.headline, tuple(blocks)))
    return tuple(found)


def make_page(style: Style, which: int, *, seed: int, has_date: bool = True) -> Page:
    """Wrap an article in an outlet's furniture; the same numbers give the same page."""
    draw = random.Random(f"{style.name} {which} {seed}")
    every = articles()
    headline, paragraphs = every[which % len(every)]
    others = [title for title, _ in every if title != headline]
    day = date(2018, 1, 1) + timedelta(days=draw.randrange(2800))

    def told(line: str) -> str:
        return line.replace("{t}", draw.choice(others))

    lines = [told(line) for line in style.above]
    lines += [headline]
    if has_date:
        lines += [style.day.format(d=day)]
    middle = draw.randrange(1, len(paragraphs))
    for place, paragraph in enumerate(paragraphs):
        if place == middle:
            lines += [told(line) for line in style.within]
        lines.append(paragraph)
    comments: list[str] = []
    below = [told(line) for line in style.below]
    if style.comments:
        remarks = draw.sample(_REMARKS, len(style.commenters))
        for who, remark in zip(style.commenters, remarks, strict=True):
            comments += [who, remark]
        below = [
            *below[: len(below) // 2],
            style.comments,
            *style.policy,
            *comments,
            *below[len(below) // 2 :],
        ]
    text = "\n".join([*lines, *below]) + "\n"
    return Page(text, [headline, *paragraphs], comments, day if has_date else None)
