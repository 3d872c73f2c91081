"""What the policy file words for scoring: sentences, obligations and derived facts.

Ids are closed lists, so that a policy file that leaves one out is refused when
it is read and never half-way through a plan.
"""

from enum import StrEnum

from planner.data.record import Record
from planner.data.vocabulary import Band


class Derivation(StrEnum):
    """A factor answered from the child's own row and tasks, not in ``factors.csv``."""

    INFANT = "infant"
    PRESCHOOL = "pre-school"
    DISABILITY = "disability"
    YOUNG_AT_HOME = "young at home"
    NO_CASE_PLAN = "no case plan"
    NO_RISK_ASSESSMENT = "no risk assessment"
    COURT = "court"
    MARAM_SERIOUS = "MARAM serious"
    MARAM_ELEVATED = "MARAM elevated"


class Applies(StrEnum):
    """Which children a factor is asked of: 2254 lists home and care apart."""

    ALWAYS = "always"
    WITH_PARENTS = "living with parents"
    IN_CARE = "living in care"


class ObligationWhen(StrEnum):
    """To which children something is owed."""

    ABORIGINAL = "Aboriginal"
    ABORIGINAL_IN_CARE = "Aboriginal, in care"
    COURT_ORDER = "court order"
    HEARING = "hearing in the cycle"
    INTENSIVE = "infant intensive response"
    YOUTH_SCHEDULE = "youth schedule"
    HIGH_RISK = "high risk"


class ObligationRule(Record):
    """Something owed, to whom, and the item of ``factors.csv`` that dates it.

    ``item`` names a factor without points whose "yes" and date say that it was
    done; blank where nothing is dated.
    """

    id: str
    when: ObligationWhen
    text: str
    paragraph: str
    item: str = ""


class SentenceId(StrEnum):
    """Every sentence that scoring says of a child or a team."""

    TIER_MANDATORY = "tier.mandatory"
    TIER_JUDGEMENT = "tier.judgement"
    TIER_INFANT = "tier.infant"
    TIER_RESPONSE = "tier.response"
    TIER_YOUTH = "tier.youth"
    TIER_MARAM = "tier.maram"
    TIER_GROUP = "tier.group"
    TIER_REMAINING = "tier.remaining"
    TIER_LOWERED = "tier.lowered"
    TIER_RAISED = "tier.raised"
    NO_JUDGEMENT = "attention.no_judgement"
    HALF_JUDGEMENT = "attention.half_judgement"
    RESPONSE = "attention.response"
    CHECK_AGE = "attention.check_age"
    NO_AGE = "attention.no_age"
    LOWER_MANDATORY = "attention.lower_mandatory"
    LOWER_NOTHING = "attention.lower_nothing"
    LOWER_REASON = "attention.lower_reason"
    LOWER_RESPONSE = "attention.lower_response"
    LOWER_MARAM = "attention.lower_maram"
    LOWER_ASSESSMENT = "attention.lower_assessment"
    LOWER_THRESHOLD = "attention.lower_threshold"
    RAISE_INCOMPLETE = "attention.raise_incomplete"
    RAISE_TOP = "attention.raise_top"
    NO_ASSESSMENT = "attention.no_assessment"
    OLD_ASSESSMENT = "attention.old_assessment"
    YOUTH = "attention.youth"
    ABORIGINAL = "attention.aboriginal"
    UNANSWERED = "attention.unanswered"
    NOTE_COUNTED = "note.counted"
    NOTE_UNKNOWN_CAP = "note.unknown_cap"
    NOTE_CAP = "note.cap"
    NOTE_GROUP = "note.group"
    NOTE_MANDATORY = "note.mandatory"
    NOTE_OTHER_LIST = "note.other_list"
    NOTE_NOT_SUPPLIED = "note.not_supplied"
    OBLIGATION_DATED = "obligation.dated"
    OBLIGATION_UNDATED = "obligation.undated"
    IMPACT_ASSESSMENT = "impact.assessment"
    IMPACT_REVIEW = "impact.review"
    IMPACT_HEARING = "impact.hearing"
    BANNER_COLUMNS = "banner.columns"
    BANNER_FACTORS = "banner.factors"
    BANNER_INDICATORS = "banner.indicators"
    ASSUMED_AGE = "assumed.age"
    ASSUMED_CONTACT = "assumed.contact"
    ASSUMED_LIVING = "assumed.living"
    AUDIT_IS = "audit.is"
    AUDIT_NOT = "audit.not"
    AUDIT_SMALL = "audit.small"
    AUDIT_NONE = "audit.none"
    AUDIT_COLUMNS = "audit.columns"
    EVIDENCE_IS = "evidence.is"
    EVIDENCE_NOT = "evidence.not"
    EVIDENCE_ESTIMATE = "evidence.estimate"
    EVIDENCE_INTENSITY = "evidence.intensity"
    EVIDENCE_STANDARD = "evidence.standard"
    EVIDENCE_ROUNDING = "evidence.rounding"
    EVIDENCE_EARLIER = "evidence.earlier"
    COMPARE_VARIANT = "compare.variant"
    COMPARE_POLICIES = "compare.policies"
    COMPARE_WHOLE = "compare.whole"
    COMPARE_PARTS = "compare.parts"
    WORKSHEET_AID = "worksheet.aid"
    WORKSHEET_ORDER = "worksheet.order"
    WORKSHEET_GAPS = "worksheet.gaps"
    WORKSHEET_ASKED = "worksheet.asked"
    WORKSHEET_PLAN = "worksheet.plan"
    WORKSHEET_FAMILY = "worksheet.family"
    WORKSHEET_STAY = "worksheet.stay"
    WORKSHEET_CONTACT = "worksheet.contact"
    WORKSHEET_SAME = "worksheet.same"
    WORKSHEET_DUTY = "worksheet.duty"
    WORKSHEET_PROFESSIONALS = "worksheet.professionals"
    WORKSHEET_FITS = "worksheet.fits"
    WORKSHEET_SHORT = "worksheet.short"
    WORKSHEET_HIGH = "worksheet.high"
    WORKSHEET_PLAN_HIGH = "worksheet.plan_high"
    WORKSHEET_MANDATORY = "worksheet.mandatory"
    WORKSHEET_PINNED = "worksheet.pinned"
    WORKSHEET_AWAITING = "worksheet.awaiting"
    WORKSHEET_ELSEWHERE = "worksheet.elsewhere"
    RATIONALE_NOT_RECORDED = "rationale.not_recorded"


class Sentence(Record):
    """One sentence and its paragraph; ``$name`` in the text is filled in."""

    id: SentenceId
    text: str
    paragraph: str


class ClassBands(Record):
    """The band that a class of children is in whatever the judgement says.

    ``None`` means that the class alone puts nobody in the high-risk tier.
    """

    infant: Band | None = Band.C
    response_not_recorded: Band | None = Band.C
    youth_schedule: Band | None = Band.C
    maram_immediate: Band | None = Band.C
