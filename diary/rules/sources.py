"""The sources the rules rest on, each once, and what kind of ground each is."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from diary.i18n import mark


class Basis(enum.Enum):
    """What a number rests on (rule book, head)."""

    GUIDELINE = "guideline"
    STUDY = "study"
    MANUAL = "instrument manual"
    CONVENTION = "convention"
    OUR_CHOICE = "our choice"

    @property
    def label(self) -> str:
        """The basis in words, marked for translation."""
        return _BASIS_LABELS[self]


_BASIS_LABELS = {
    Basis.GUIDELINE: mark("guideline"),
    Basis.STUDY: mark("study"),
    Basis.MANUAL: mark("instrument manual"),
    Basis.CONVENTION: mark("patient advice or rule of thumb"),
    Basis.OUR_CHOICE: mark("our choice"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published source.

    Attributes:
        id: the id of the rule book's list, such as ``L01``.
        citation: author or body, and year.
        locator: where it was found; never an invented page or table.
        supports: what it is used for, marked for translation.
        from_memory: not yet checked at the address; never shown as the words of a source.
    """

    id: str
    citation: str
    locator: str
    supports: str
    from_memory: bool = False


SOURCES: dict[str, Source] = {
    source.id: source
    for source in (
        Source(
            id="L01",
            citation=(
                "NICE guideline CG75, Metastatic spinal cord compression, 2008; "
                "replaced by NG234 in 2023"
            ),
            locator="nice.org.uk/guidance/cg75",
            supports=mark("which signs need contact at once, and which within 24 hours"),
        ),
        Source(
            id="L02",
            citation="Acute oncology leaflet on cord compression",
            locator="docplayer.net/15595905",
            supports=mark("heavy legs, band-like pain, electric shocks"),
        ),
        Source(
            id="L02b",
            citation="Hospice leaflet on cord compression",
            locator="hpal.medindex.co.uk",
            supports=mark("bladder and bowel signs come late"),
        ),
        Source(
            id="L03",
            citation="Greenhalgh and Selfe, red flag card",
            locator="brainscape.com/flashcards/red-flags-12866079",
            supports=mark("night pain, worsening pain, band-like pain"),
        ),
        Source(
            id="L04",
            citation="UK Acute Oncology Society, cord compression",
            locator="ukacuteoncology.co.uk",
            supports=mark("trouble walking, weak legs"),
        ),
        Source(
            id="L04b",
            citation="South Tees Hospitals, cord compression pathway",
            locator="southtees.nhs.uk/staff-area",
            supports=mark("more flags together, more urgent"),
        ),
        Source(
            id="L05",
            citation="Levack 2002, Clin Oncol 14:472",
            locator="katalog.lib.cas.cz",
            supports=mark("the place of pain did not match the place of compression"),
        ),
        Source(
            id="L06c",
            citation="Nair 2014, British Journal of General Practice",
            locator="PMC4141619",
            supports=mark("walking before treatment decides about walking after it"),
        ),
        Source(
            id="L11",
            citation="Downie 2013, BMJ 347:f7095",
            locator="bmj.com",
            supports=mark("what raises the odds of a fracture"),
        ),
        Source(
            id="L14",
            citation="Harding 2005, Spine 30:1985",
            locator="ndorms.ox.ac.uk/publications/107578",
            supports=mark("night pain was common and harmless in a back-pain clinic"),
        ),
        Source(
            id="L15",
            citation="He 2020, Eur Spine J 29:3148",
            locator="metajournal.com/articles/983493",
            supports=mark("night pain in hospital, in people who have had cancer"),
        ),
        Source(
            id="L18",
            citation="GIRFT pathway, cauda equina",
            locator="girft-interactivepathways.org.uk",
            supports=mark("new or worse within 14 days"),
        ),
        Source(
            id="L18a",
            citation="Cauda equina card for patients",
            locator="backes.org.uk",
            supports=mark("bladder, bowel and saddle signs"),
        ),
        Source(
            id="L18b",
            citation="Review of compression of the neck cord",
            locator="PMC6296508",
            supports=mark("clumsy and numb hands"),
        ),
        Source(
            id="L18c",
            citation="NHS Lothian, red flags of spinal infection",
            locator="apps.nhslothian.scot",
            supports=mark("fever with spine pain"),
        ),
        Source(
            id="L19",
            citation="Serlin 1995, Pain 61:277",
            locator="pubmed 7659438",
            supports=mark("severity bands of pain: 1-4, 5-6, 7-10"),
        ),
        Source(
            id="L20",
            citation="Paul 2005, Pain 113:37",
            locator="pubmed 15621362",
            supports=mark("interference begins at a worst pain of 4"),
        ),
        Source(
            id="L21",
            citation="UKONS triage, web form",
            locator="sactlibrary.com p. 52",
            supports=mark("tiers by symptom: breathing, fever on treatment"),
        ),
        Source(
            id="L22",
            citation="UKONS triage tool, version 3, 2025",
            locator="ukacuteoncology.co.uk",
            supports=mark("two amber answers count as red"),
        ),
        Source(
            id="L23",
            citation="Suri 2011, flares of acute low-back pain",
            locator="biomedcentral.com/1471-2474/12/220",
            supports=mark("most flares last under a day; acute pain falls for 14 days"),
        ),
        Source(
            id="L24",
            citation="GatewayC, red flags of cord compression",
            locator="gatewayc.org.uk/all-cancer-keys/mscc-red-flags",
            supports=mark("pain lying flat"),
        ),
        Source(
            id="L25",
            citation="Mao 2009, joint pain on aromatase inhibitors",
            locator="PMC3569524",
            supports=mark("which joints, within three months"),
        ),
        Source(
            id="L26",
            citation="Kanematsu 2011",
            locator="biomedcentral.com/1471-2407/11/436",
            supports=mark("joint pain peaks at 4 and 8 months"),
        ),
        Source(
            id="L27",
            citation="Henry 2010, and review 2021",
            locator="PMC2936686, doi:10.3389/fendo.2021.713700",
            supports=mark("joint pain and stiff hands on aromatase inhibitors"),
        ),
        Source(
            id="L28",
            citation="Nerve damage and falls, 2016, n = 296",
            locator="pubmed 27510185",
            supports=mark("lasting numbness and tingling are common after taxanes"),
        ),
        Source(
            id="L37",
            citation="SYMPATHY trial, 2022",
            locator="advancesradonc.org S2452-1094(22)00179-8",
            supports=mark("trials alert at a worsening of 2"),
        ),
        Source(
            id="L40",
            citation="ASCO follow-up advice, 2013 and 2016",
            locator="ascopost.com, breast360.org",
            supports=mark("new lumps"),
        ),
        Source(
            id="L43",
            citation="Breast Cancer Care, signs and worries, 2016",
            locator="breastcancercare.org.uk",
            supports=mark("report what is new and does not go away within weeks"),
        ),
        Source(
            id="L44",
            citation="Macmillan Cancer Support",
            locator="macmillan.org.uk",
            supports=mark("report what lasts one or two weeks"),
        ),
        Source(
            id="L44b",
            citation="Breast Cancer Now, secondary breast cancer",
            locator="breastcancernow.org",
            supports=mark("signs by organ, nerve signs"),
        ),
        Source(
            id="L44c",
            citation="NHS, symptoms of a lung illness: cough",
            locator="nhs.uk",
            supports=mark("a cough of three weeks or more"),
            from_memory=True,
        ),
        Source(
            id="L45",
            citation="Two-week rule for pain after cancer, Missouri Baptist",
            locator="missouribaptist.org",
            supports=mark("pain that lasts two weeks, disturbs sleep"),
        ),
        Source(
            id="L46",
            citation="Two-week rule for pain after cancer, BIDMC",
            locator="bidmc.org",
            supports=mark("pain that lasts two weeks"),
        ),
        Source(
            id="L47b",
            citation="Cancer Australia, optimal care pathway, 6.1",
            locator="optimalcarepathways.com.au",
            supports=mark("symptoms that last several weeks"),
        ),
        Source(
            id="L50",
            citation="Farrar 2001, change in pain intensity",
            locator="pubmed 11690728",
            supports=mark("2 points or 30 % is a change that matters"),
        ),
        Source(
            id="L51",
            citation="Back pain scores, n = 1232",
            locator="doi:10.1055/a-1304-3677",
            supports=mark("measurement error 1.77; a change that matters is 2"),
        ),
        Source(
            id="L52",
            citation="Bedard 2013",
            locator="pubmed 23177724",
            supports=mark("deterioration: pain 1.4, tiredness 1.8 points"),
        ),
        Source(
            id="L53",
            citation="Hui 2015, limits of deterioration",
            locator="doi:10.1002/cncr.29437",
            supports=mark("deterioration begins at 1 to 2.3 points"),
        ),
        Source(
            id="L54",
            citation="Cleeland 2013, pain in bone trials",
            locator="experts.arizona.edu, onf.ons.org",
            supports=mark("trials count a rise of 2 as worsening"),
        ),
        Source(
            id="L55",
            citation="Mann-Kendall tests for correlated series",
            locator="github.com/mmhs013/pymannkendall",
            supports=mark("a correction for day-to-day correlation"),
        ),
        Source(
            id="L57",
            citation="Stone 2002 and 2003, paper and electronic diaries",
            locator="BMJ 324:1193, pubmed 12689739",
            supports=mark("paper diaries claimed 90 % and had 11 % on time; electronic ones 94 %"),
        ),
        Source(
            id="L89",
            citation="NICE guideline CG151",
            locator="nice.org.uk/guidance/cg151",
            supports=mark("38.0 degrees"),
            from_memory=True,
        ),
        Source(
            id="L90",
            citation="Fearon 2011, Lancet Oncol 12:489",
            locator="doi:10.1016/S1470-2045(10)70218-7",
            supports=mark("5 % of weight in six months"),
            from_memory=True,
        ),
    )
}
