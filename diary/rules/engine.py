"""All rules over one diary, and the alerts and the *not enough days* that come of it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from diary.domain.record import Record
from diary.rules.catalog import RULES
from diary.rules.context import Context
from diary.rules.keeping import keeping
from diary.rules.lifecycle import CONTACT, replay
from diary.rules.model import (
    Alert,
    AlertReport,
    RuleFailure,
    SourceNote,
    State,
    TierStep,
)
from diary.rules.rule import Judged
from diary.rules.silence import not_enough_days
from diary.rules.wording import alert_wording

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from diary.domain.diary import Diary
    from diary.rules.lifecycle import Spell, Step
    from diary.rules.rule import Rule


def history(
    diary: Diary, as_of: dt.date, rules: Sequence[Rule] = RULES, *, step_titles: bool = True
) -> AlertReport:
    """Return every alert raised up to a day, newest first, from the entries up to that day.

    Args:
        diary: the diary; later entries and later actions are left out.
        as_of: the day.
        rules: the rules in the order of the rule book; those a rule reads come anywhere.
        step_titles: whether to work out the title of every step, which the JSON of the alerts does
            not tell; without, they are empty.
    """
    return Judge(rules, step_titles=step_titles).history(diary, as_of)


class Judge:
    """Judges a diary again and again, and looks each time only into the days that changed.

    The answers are the same as those of who has never seen the diary. What an entry says is
    looked up again only where there is another entry, and what rests on a window of days alone
    only where a day of the window changed; all else is counted anew.

    Args:
        rules: the rules in the order of the rule book; those a rule reads come anywhere.
        step_titles: whether to work out the title of every step of an alert.
    """

    def __init__(self, rules: Sequence[Rule] = RULES, *, step_titles: bool = True) -> None:
        self._rules = rules
        self._step_titles = step_titles
        self._record: Record | None = None

    def history(self, diary: Diary, as_of: dt.date) -> AlertReport:
        """Return every alert raised up to a day, as the function of the same name."""
        return self._report(diary, as_of, lambda _spell: True)

    def standing(self, diary: Diary, as_of: dt.date) -> AlertReport:
        """Return the alerts that stand on a day, from the entries up to that day."""
        return self._report(diary, as_of, lambda spell: spell.ended is None)

    def _report(self, diary: Diary, as_of: dt.date, wanted: Callable[[Spell], bool]) -> AlertReport:
        known = diary.up_to(as_of)
        if not known.entries:
            return AlertReport(as_of, (), ())
        record = Record(known, self._record)
        if len(known.entries) == len(diary.entries):  # an older day is only asked for in between
            self._record = record
        context = Context(record)
        judged, failures = judge(context, self._rules)
        spells = replay(record, judged, known.alert_actions)
        alerts, speechless = _alerts(record, filter(wanted, spells), step_titles=self._step_titles)
        return AlertReport(
            as_of,
            tuple(alerts),
            tuple(not_enough_days(context, record.index(as_of), self._rules)),
            failures=(*failures, *speechless),
            last_entry=known.last_day,
        )


def judge(context: Context, rules: Sequence[Rule]) -> tuple[list[Judged], tuple[RuleFailure, ...]]:
    """Return the rules with their verdicts, in their order, and the rules that failed.

    One faulty rule must not silence the others; it is reported, and shown as a fault.
    """
    judged: dict[str, Judged] = {}
    failures: list[RuleFailure] = []
    in_turn, read = _read_first(tuple(rules))
    for rule in in_turn:
        try:
            tracks = tuple(rule.watch(context))
        except Exception as error:  # noqa: BLE001  any fault of a rule, reported and not swallowed
            failures.append(RuleFailure(rule.id, error))
            continue
        judged[rule.id] = Judged(rule, tracks)
        if rule.id in read:
            context.hear(rule.id, tracks)
    return [judged[rule.id] for rule in rules if rule.id in judged], tuple(failures)


@lru_cache(maxsize=4)  # the rule book is the same for all diaries
def _read_first(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, ...], frozenset[str]]:
    """Return the rules, every rule after those it reads, and the ids of all that are read."""
    by_id = {rule.id: rule for rule in rules}
    done: set[str] = set()

    def visit(rule: Rule) -> Iterator[Rule]:
        if rule.id in done:
            return
        done.add(rule.id)
        for read in rule.reads:
            if read in by_id:
                yield from visit(by_id[read])
        yield rule

    in_turn = tuple(one for rule in rules for one in visit(rule))
    return in_turn, frozenset(rule_id for rule in rules for rule_id in rule.reads)


def _alerts(
    record: Record, spells: Iterable[Spell], *, step_titles: bool
) -> tuple[list[Alert], list[RuleFailure]]:
    """Return the alerts, newest first, and the rules that could not say what they found."""
    alerts: list[Alert] = []
    failures: list[RuleFailure] = []
    for spell in spells:
        try:
            alerts.append(_alert(record, spell, step_titles=step_titles))
        except Exception as error:  # noqa: BLE001  any fault of a rule, reported and not swallowed
            failures.append(RuleFailure(spell.strongest[0].id, error))
    # By the opening tier: the order must not change when an older alert grows later.
    alerts.sort(key=lambda alert: (alert.raised_on, alert.tiers[0].tier), reverse=True)
    return alerts, failures


def _alert(record: Record, spell: Spell, *, step_titles: bool) -> Alert:
    rule, track = spell.strongest
    finding = track.explain(spell.last_true, spell.place)
    kept = keeping(record, spell.last_true, finding.evidence.days_in_window)
    state, contacted = _state(record, spell)
    return Alert(
        rule=spell.steps[0].rule.id,
        place=spell.place,
        family=spell.family.value,
        tier=spell.tier,
        raised_on=record.day(spell.raised),
        tiers=tuple(_tier_step(record, step, titled=step_titles) for step in spell.steps),
        last_true_on=record.day(spell.last_true),
        ended_on=None if spell.ended is None else record.day(spell.ended),
        state=state,
        spoken_by=rule.id,
        wording=alert_wording(rule, finding, spell.tier),
        evidence=replace(finding.evidence, keeping=kept),
        sources=tuple(
            SourceNote(cited.source.citation, cited.source.locator, cited.basis)
            for cited in rule.sources
        ),
        actions=spell.actions,
        spoke_on=tuple(map(record.day, spell.spoke)),
        contacted=contacted,
    )


def _tier_step(record: Record, step: Step, *, titled: bool) -> TierStep:
    """Return a step, if wanted with the title its rule had for its place on that day."""
    title = ""
    if titled:
        finding = step.track.explain(step.on, step.place)
        title = alert_wording(step.rule, finding, step.tier).title
    return TierStep(step.rule.id, step.tier, step.place, record.day(step.on), title)


def _state(record: Record, spell: Spell) -> tuple[State, bool]:
    """The person's last word, and whether she told someone about the alert as it is now.

    Growing makes an alert new again, on its day before her action. So does another emergency
    sign: what she told her team was not about it.
    """
    grown = (*(step.on for step in spell.steps), *spell.joined)
    events: list[tuple[dt.date, int, str]] = [(record.day(on), 0, "reopened") for on in grown]
    events += [(action.on, 1, action.action) for action in spell.actions]
    state, contacted = State.NEW, False
    for _day, _order, action in sorted(events, key=lambda event: event[:2]):
        if action == "reopened":
            state, contacted = State.NEW, False
        elif action != "seen" or state is State.NEW:
            state = State(action)
            contacted = contacted or action in CONTACT
    return state, contacted
