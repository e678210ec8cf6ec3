"""A model behind an endpoint, played by a local server that does what such servers do wrong."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kutla.claims.endpoint import Endpoint, ModelExtractor, Usage
from kutla.claims.endpoint.asking import Asker
from kutla.claims.endpoint.extractor import MOST_CHARACTERS, read_objects
from kutla.documents import Block, BlockRole, Document
from kutla.errors import EndpointError

TEXT = (
    "Reek's Harbour Party won 29 seats. Ilse Brandt, who leads the Meadow List, congratulated him."
)
SEATS = {
    "kind": "seats", "subject": "Harbour Party", "object": None, "value": 29, "total": None,
    "polarity": "affirmed", "modality": "actual", "source": "article", "date": None,
    "quote": "Harbour Party won 29 seats",
}  # fmt: skip
LEADS = {
    **SEATS, "kind": "leads", "subject": "Ilse Brandt", "object": "Meadow List", "value": None,
    "quote": "Ilse Brandt, who leads the Meadow List",
}  # fmt: skip


class StandIn:
    """A server whose answers are given beforehand: each a status, a body and headers."""

    def __init__(self) -> None:
        self.answers: list[Callable[[dict[str, Any]], tuple[int, bytes, dict[str, str]]]] = []
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                question = json.loads(self.rfile.read(size))
                stand_in.asked.append(question)
                stand_in.keys.append(self.headers.get("Authorization"))
                turn = min(len(stand_in.asked), len(stand_in.answers)) - 1
                status, body, headers = stand_in.answers[turn](question)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Keep the test's output clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/v1"


@pytest.fixture
def server() -> Iterator[StandIn]:
    stand_in = StandIn()
    yield stand_in
    stand_in.server.shutdown()
    stand_in.server.server_close()


def said(content: str, reason: str = "stop") -> Callable[[dict[str, Any]], Any]:
    body = {
        "choices": [{"message": {"content": content}, "finish_reason": reason}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20},
    }
    return lambda _: (200, json.dumps(body).encode(), {})


def claims(*given: dict[str, Any]) -> Callable[[dict[str, Any]], Any]:
    return said(json.dumps({"claims": list(given)}))


def fault(status: int, headers: dict[str, str] | None = None, message: str = "busy") -> Any:
    body = json.dumps({"error": {"message": message}}).encode()
    return lambda _: (status, body, headers or {})


def document(text: str = TEXT, name: str = "a.txt") -> Document:
    return Document(name, name, text, (Block(0, len(text), BlockRole.PARAGRAPH),))


def extractor(server: StandIn, **changed: Any) -> ModelExtractor:
    pauses = changed.pop("pauses", [])
    cache = changed.pop("cache", None)
    endpoint = Endpoint(server.url, "stand-in", **changed)
    return ModelExtractor(endpoint, asker=Asker(endpoint, cache, pauses.append))


def kinds(found: dict[str, Any]) -> list[str]:
    return [draft.kind for drafts in found.values() for draft in drafts]


def test_claims_come_with_their_words_and_what_they_took(server: StandIn) -> None:
    server.answers = [claims(SEATS, LEADS)]
    reader = extractor(server, key="secret")
    [seats, leads] = reader.extract([document()])["a.txt"]
    assert (seats.subject.name, seats.value) == ("Harbour Party", 29)
    assert TEXT[seats.quote.start : seats.quote.end] == SEATS["quote"]
    assert leads.object is not None
    assert leads.object.name == "Meadow List"
    assert seats.method == "model/2/stand-in"
    assert reader.usage == Usage(100, 20, 1, 0)
    assert reader.usage.cost(1.0, 2.0) == pytest.approx(0.00014)
    assert server.keys == ["Bearer secret"]
    [question] = server.asked
    assert question["response_format"]["json_schema"]["strict"] is True
    assert TEXT in question["messages"][1]["content"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"quote": "Harbour Party won thirty seats"}, "quote"),
        ({"quote": ""}, "quote"),
        ({"kind": "wins"}, "wins"),
        ({"value": "many"}, "value"),
        ({"value": -4}, "-4"),
        ({"subject": None}, "subject"),
        ({"polarity": "perhaps"}, "polarity"),
        ({"date": "next week"}, "date"),
        ({"kind": "leads", "object": None}, "object"),
    ],
)
def test_what_is_no_claim_stays_out_and_the_others_come_in(
    server: StandIn, changed: dict[str, Any], reason: str
) -> None:
    server.answers = [claims({**SEATS, **changed}, LEADS)]
    reader = extractor(server)
    assert kinds(reader.extract([document()])) == ["leads"]
    [rejected] = reader.rejected
    assert reason in rejected.reason
    assert rejected.document == "a.txt"


def test_a_busy_server_is_asked_again_when_it_says(server: StandIn) -> None:
    server.answers = [fault(429, {"Retry-After": "7"}), fault(503), claims(SEATS)]
    pauses: list[float] = []
    reader = extractor(server, pauses=pauses)
    assert kinds(reader.extract([document()])) == ["seats"]
    assert 7.0 in pauses
    assert len(server.asked) == 3


def test_a_server_that_stays_busy_is_given_up_with_a_sentence(server: StandIn) -> None:
    server.answers = [fault(429)]
    reader = extractor(server, tries=3)
    with pytest.raises(EndpointError, match=r"says 429, 3 times; try again later"):
        reader.extract([document()])
    assert len(server.asked) == 3


def test_a_slow_server_is_not_waited_for_for_ever(server: StandIn) -> None:
    def slow(_: dict[str, Any]) -> tuple[int, bytes, dict[str, str]]:
        time.sleep(0.6)
        return 200, b"{}", {}

    server.answers = [slow, claims(SEATS)]
    reader = extractor(server, timeout=0.2)
    assert kinds(reader.extract([document()])) == ["seats"]


def test_a_refused_key_is_said_at_once(server: StandIn) -> None:
    server.answers = [fault(401)]
    with pytest.raises(EndpointError, match="refuses the key"):
        extractor(server).extract([document()])
    assert len(server.asked) == 1


def test_a_model_that_is_not_there_is_said_with_the_servers_words(server: StandIn) -> None:
    server.answers = [fault(404, message="no model stand-in")]
    with pytest.raises(EndpointError, match=r"says 404: no model stand-in; see whether"):
        extractor(server).extract([document()])


def test_a_server_without_schemas_is_asked_for_plain_json(server: StandIn) -> None:
    server.answers = [fault(400, message="unknown response_format"), claims(SEATS)]
    assert kinds(extractor(server).extract([document()])) == ["seats"]
    assert server.asked[1]["response_format"] == {"type": "json_object"}


def test_an_answer_that_breaks_off_gives_what_was_whole(server: StandIn) -> None:
    whole = json.dumps({"claims": [SEATS, LEADS]})
    server.answers = [said(whole[: len(whole) - 40])]
    reader = extractor(server)
    assert kinds(reader.extract([document()])) == ["seats"]
    assert [each.reason for each in reader.rejected] == ["an answer was cut off"]


def test_a_long_article_is_asked_about_in_halves_where_an_answer_breaks_off(
    server: StandIn,
) -> None:
    filler = "The ferries ran late on Monday, and nobody could say why. " * 20
    text = f"{TEXT} {filler}"

    def answer(question: dict[str, Any]) -> tuple[int, bytes, dict[str, str]]:
        asked = question["messages"][1]["content"]
        if len(asked) > len(text) - 10:
            return said('{"claims": [{"kind": "se', "length")(question)
        return claims(*([SEATS] if SEATS["quote"] in asked else []))(question)

    server.answers = [answer]
    reader = extractor(server)
    assert kinds(reader.extract([document(text)])) == ["seats"]
    assert reader.usage.requests == 3
    assert reader.rejected == []


def test_an_answer_that_is_no_json_gives_nothing(server: StandIn) -> None:
    server.answers = [said("I am sorry, I cannot help with that.")]
    reader = extractor(server)
    assert kinds(reader.extract([document()])) == []
    assert len(reader.rejected) == 1


def test_what_is_no_chat_completion_is_a_fault_of_the_server(server: StandIn) -> None:
    server.answers = [lambda _: (200, b"<html>hello</html>", {})]
    with pytest.raises(EndpointError, match="no chat completion"):
        extractor(server, tries=2).extract([document()])


def test_answers_are_kept_and_not_paid_for_twice(server: StandIn, tmp_path: Path) -> None:
    server.answers = [claims(SEATS)]
    first = extractor(server, cache=tmp_path).extract([document()])
    again = extractor(server, cache=tmp_path)
    assert again.extract([document()]) == first
    assert (len(server.asked), again.usage) == (1, Usage(cached=1))


def test_many_articles_are_asked_about_at_once_and_stay_apart(server: StandIn) -> None:
    def answer(question: dict[str, Any]) -> tuple[int, bytes, dict[str, str]]:
        number = int(question["messages"][1]["content"].split("won ")[1].split(" ")[0])
        quote = f"Harbour Party won {number} seats"
        return claims({**SEATS, "value": number, "quote": quote})(question)

    server.answers = [answer]
    texts = [document(TEXT.replace("29", str(number)), f"{number}.txt") for number in range(10, 30)]
    found = extractor(server).extract(texts)
    assert [found[f"{number}.txt"][0].value for number in range(10, 30)] == list(range(10, 30))


def test_a_long_text_is_cut_at_paragraphs(server: StandIn) -> None:
    paragraph = "A" + "b " * 1500 + "end."
    text = "\n".join([paragraph] * 5)
    blocks, at = [], 0
    for _ in range(5):
        blocks.append(Block(at, at + len(paragraph), BlockRole.PARAGRAPH))
        at += len(paragraph) + 1
    server.answers = [claims()]
    extractor(server).extract([Document("d", "d", text, tuple(blocks))])
    asked = [question["messages"][1]["content"] for question in server.asked]
    assert all(len(each) <= MOST_CHARACTERS for each in asked)
    assert sum(each.count("end.") for each in asked) == 5


@pytest.mark.parametrize(
    ("text", "count", "is_whole"),
    [
        ('{"claims": []}', 0, True),
        ('```json\n{"claims": [{"kind": "seats"}]}\n```', 1, True),
        ('[{"kind": "seats"}, {"kind": "leads"}]', 2, True),
        ('{"kind": "seats"}', 1, True),
        ('{"claims": [{"kind": "seats"}, {"kind": "le', 1, False),
        ("", 0, False),
        ('{"claims": "none"}', 0, False),
    ],
)
def test_answers_of_every_form_are_read(text: str, count: int, is_whole: bool) -> None:
    objects, whole = read_objects(text)
    assert (len(objects), whole) == (count, is_whole)
