"""How ideas travel: a walk over the network in rounds, the same for the same moves and seed. Pure arithmetic on whole numbers.

In each round, whoever was told hears; then each that has heard makes up its mind, once: it takes the idea up (and tells those that
listen to it in the next round), turns against it (and warns them), or does nothing. Nobody does more than one of these.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from interactive.activities.transfer.definition import Body, Season, Transfer
from interactive.kernel.shuffle import shuffled

TAKES_UP, TURNS = 4, -2  # at this support and over, an idea is taken up; at this and under, it is opposed
BYPASSED = 2  # what an idea loses with an official who read of it first
RIVALED = 2  # what it loses with whoever sees a rival hold it
FURTHER = 2  # the most that further voices add
UNKNOWN, STRANGER = -1, -2  # what somebody weighs with whoever does not know them, and if they are of the other side

type Matter = tuple[str, str]  # body, idea


@dataclass(frozen=True, slots=True)
class Move:
    """Who tells whom, what, in what form and when; "" is what is still open."""

    carrier: str = ""
    receiver: str = ""
    idea: str = ""
    form: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One voice in one ear. `weight` is what it adds; `warns` when it speaks against the idea; `open` when it comes by the press."""

    source: str
    body: str
    idea: str
    form: str
    weight: int
    hand: int = 0
    warns: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """What became of one matter in one round: heard, for or against; from whom, in what form, and why."""

    body: str
    idea: str
    what: str
    source: str
    form: str
    why: str


@dataclass(frozen=True, slots=True)
class Round:
    """One round: what happened, who told whom, and what was printed (press, idea, kindly)."""

    happenings: tuple[Happening, ...]
    tellings: tuple[Telling, ...]
    printed: tuple[tuple[str, str, bool], ...]


@dataclass(slots=True)
class _Ear:
    """What one body has heard of one idea so far."""

    best: Telling
    voices: set[str] = field(default_factory=set)
    warned: list[str] = field(default_factory=list)
    bypassed: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """All rounds, and what they came to: each matter's last state, and what is counted of it."""

    rounds: tuple[Round, ...]
    state: dict[Matter, str]
    voices: dict[Matter, int]
    forms: dict[Matter, str]
    bypassed: frozenset[Matter]
    season: Season


def season_of(definition: Transfer, seed: int) -> Season:
    """Which season a seed brings: all of them in turn, beginning anywhere."""
    return definition.seasons[seed % len(definition.seasons)]


def moods_of(definition: Transfer, seed: int) -> dict[Matter, int]:
    """The luck of the day: which ears are in a good mood and which in a bad one. Every seed has as many of each."""
    return _moods(tuple(definition.bodies), tuple(definition.ideas), definition.luck, seed)


@lru_cache(maxsize=32)
def _moods(bodies: tuple[str, ...], ideas: tuple[str, ...], one_in: int, seed: int) -> dict[Matter, int]:
    order = shuffled([f"{body}/{idea}" for body in bodies for idea in ideas], seed, "mood")
    few = len(order) // max(2, one_in) if one_in else 0
    luck = [1] * few + [-1] * few + [0] * (len(order) - 2 * few)
    pairs = (name.split("/") for name in order)
    return {(body, idea): mood for (body, idea), mood in zip(pairs, luck, strict=True)}


def spread(definition: Transfer, moves: Iterable[Move], seed: int) -> Spread:
    """Let these moves travel. Only whole moves count."""
    whole = [move for move in moves if all((move.carrier, move.receiver, move.idea, move.form, move.when))]
    return _Walk(definition, whole, seed).walked()


class _Walk:
    """One walk, while it lasts."""

    def __init__(self, definition: Transfer, moves: list[Move], seed: int) -> None:
        self.definition, self.moves = definition, moves
        self.moods, self.season = moods_of(definition, seed), season_of(definition, seed)
        self.state: dict[Matter, str] = {}
        self.ears: dict[Matter, _Ear] = {}
        self.next: list[Telling] = []
        self.to_print: list[tuple[str, str, bool]] = []

    def walked(self) -> Spread:
        rounds = tuple(self._round(number) for number in range(1, self.definition.rounds + 1))
        ears = self.ears.items()
        return Spread(
            rounds,
            self.state,
            {matter: len(ear.voices) for matter, ear in ears},
            {matter: ear.best.form for matter, ear in ears},
            frozenset(matter for matter, ear in ears if ear.bypassed),
            self.season,
        )

    def _round(self, number: int) -> Round:
        tellings, printed = self.next, tuple(self.to_print)
        self.next, self.to_print = [], []
        for press, idea, kindly in printed:
            tellings = [*tellings, *self._publication(press, idea, kindly)]
        for move in self.moves:
            if self.definition.times[move.when][1] == number:
                tellings = [*tellings, *self._moved(move)]
        fresh = self._hear(tellings)
        happenings = [one for matter in self._in_order(number, tellings) if (one := self._decide(matter, number))]
        decided = {(one.body, one.idea) for one in happenings}
        stalled = [self._happening(matter, "heard", "") for matter in fresh if matter not in decided]
        return Round((*happenings, *stalled), tuple(tellings), printed)

    def _moved(self, move: Move) -> list[Telling]:
        form, carrier = self.definition.forms[move.form], self.definition.carriers[move.carrier]
        suits = self.definition.ideas[move.idea].forms.get(move.form, 0)
        voices = [move.carrier, carrier.partner] if form.heard_by == "press" and carrier.partner else [move.carrier]
        weight = max(self._trust(move.receiver, who) for who in voices) + suits
        told = [Telling(move.carrier, move.receiver, move.idea, move.form, weight)]
        if form.heard_by == "side":
            told += self._everywhere(self.definition.bodies[move.receiver].side, move, suits)
        if form.heard_by == "press":
            told += [
                Telling(move.carrier, name, move.idea, move.form, 0)
                for name, body in self.definition.bodies.items()
                if "press" in body.marks and name != move.receiver
            ]
        return told

    def _everywhere(self, side: str, move: Move, suits: int) -> list[Telling]:
        """Something public: everybody of that side hears it, with as much trust as its author has there."""
        return [
            Telling(
                move.carrier, name, move.idea, move.form, max(0, self._trust(name, move.carrier)) + suits, open=True
            )
            for name, body in self.definition.bodies.items()
            if body.side == side and name != move.receiver
        ]

    def _trust(self, body: str, carrier: str) -> int:
        one, listener = self.definition.carriers[carrier], self.definition.bodies[body]
        foreign = bool(one.side and listener.side in self.definition.sides and one.side != listener.side)
        return listener.trusts.get(carrier, STRANGER if foreign else UNKNOWN)

    def _publication(self, press: str, idea: str, kindly: bool) -> list[Telling]:
        """The press prints it: its side reads that, and so does the press of the other."""
        own = self.definition.bodies[press]
        return [
            Telling(
                press,
                name,
                idea,
                self.ears[press, idea].best.form,
                max(0, body.trusts.get(press, 0)),
                1,
                not kindly,
                True,
            )
            for name, body in self.definition.bodies.items()
            if name != press and (body.side == own.side or "press" in body.marks)
        ]

    def _hear(self, tellings: list[Telling]) -> list[Matter]:
        """Put each telling into its ear. Who learns of something from the press alone, and is an official, was bypassed."""
        before, fresh = set(self.ears), []
        private = {(one.body, one.idea) for one in tellings if not one.open}
        for one in tellings:
            matter = one.body, one.idea
            ear = self.ears.get(matter)
            if ear is None:
                ear = self.ears[matter] = _Ear(one)
                self.state[matter] = "heard"
                fresh.append(matter)
            elif not one.warns and (ear.best.warns or one.weight > ear.best.weight):
                ear.best = one
            if one.warns:
                ear.warned.append(one.source)
            else:
                ear.voices.add(one.source)
            if one.open and self.definition.bodies[one.body].official and matter not in before | private:
                ear.bypassed = True
        return fresh

    def _in_order(self, number: int, tellings: list[Telling]) -> list[Matter]:
        """The matters to decide now, in the file's order: those just told; when the season turns, all that are undecided."""
        touched = {(one.body, one.idea) for one in tellings}
        if number == self.season.round:
            touched |= set(self.ears)
        return [
            (body, idea) for body in self.definition.bodies for idea in self.definition.ideas if (body, idea) in touched
        ]

    def _decide(self, matter: Matter, number: int) -> Happening | None:
        if self.state[matter] != "heard":
            return None
        body, parts = self.definition.bodies[matter[0]], self._parts(matter, number)
        support = sum(parts.values())
        if TURNS < support < TAKES_UP:
            return None
        self.state[matter] = what = "for" if support >= TAKES_UP else "against"
        self._pass_on(matter, what, body)
        return self._happening(matter, what, self._why(what, parts))

    def _parts(self, matter: Matter, number: int) -> dict[str, int]:
        """What weighs for and against, by name."""
        name, idea = matter
        body, ear = self.definition.bodies[name], self.ears[matter]
        nudge = self.season.nudges.get(body.lane, {}).get(idea, 0) if number >= self.season.round else 0
        return {
            "lean": body.leans.get(idea, 0),
            "voice": ear.best.weight if ear.voices else 0,
            "more": min(FURTHER, max(0, len(ear.voices) - 1)),
            "warned": -min(FURTHER, len(set(ear.warned))),
            "bypassed": -BYPASSED if ear.bypassed else 0,
            "rival": -RIVALED if any(self.state.get((one, idea)) == "for" for one in body.rivals) else 0,
            "season": nudge,
            "mood": self.moods[matter],
        }

    def _why(self, what: str, parts: dict[str, int]) -> str:
        """What tipped it: the heaviest part on the side of the decision; of equals, the first said here."""
        order = ("bypassed", "rival", "warned", "voice", "lean", "more", "season", "mood")
        sign = 1 if what == "for" else -1
        return max(order, key=lambda name: sign * parts[name])

    def _pass_on(self, matter: Matter, what: str, body: Body) -> None:
        """Whoever has decided tells those that listen, in the next round; the press prints it besides."""
        name, idea = matter
        best = self.ears[matter].best
        fades = self.definition.forms[best.form].fades
        for listener in self.definition.listeners.get(name, ()):
            weight = self.definition.bodies[listener].trusts[name] + self.definition.ideas[idea].forms.get(best.form, 0)
            hand = best.hand + 1
            self.next.append(Telling(name, listener, idea, best.form, weight - fades * hand, hand, what == "against"))
        if "press" in body.marks:
            self.to_print.append((name, idea, what == "for"))

    def _happening(self, matter: Matter, what: str, why: str) -> Happening:
        best = self.ears[matter].best
        return Happening(*matter, what, best.source, best.form, why)
