"""The words of the field as closed lists; their values are what files hold."""

from enum import StrEnum


class Answer(StrEnum):
    """An answer to a factor or an indicator; a missing row is ``unknown``."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"


class Phase(StrEnum):
    """Phase of intervention (manual pages 1021 and 1023)."""

    INTAKE = "intake"
    INVESTIGATION = "investigation"
    PROTECTIVE_INTERVENTION = "protective intervention"
    PROTECTION_ORDER = "protection order"
    CLOSURE = "closure"


class Order(StrEnum):
    """Where the child stands with the Children's Court (manual pages 1027, 2046)."""

    NONE = "none"
    APPLICATION = "protection application"
    INTERIM = "interim accommodation order"
    UNDERTAKING = "undertaking"
    FAMILY_PRESERVATION = "family preservation"
    FAMILY_REUNIFICATION = "family reunification"
    CARE_BY_SECRETARY = "care by secretary"
    LONG_TERM_CARE = "long-term care"


class Objective(StrEnum):
    """Permanency objective, in the order of manual page 2456."""

    FAMILY_PRESERVATION = "family preservation"
    REUNIFICATION = "reunification"
    ADOPTION = "adoption"
    PERMANENT_CARE = "permanent care"
    LONG_TERM_CARE = "long-term out-of-home care"
    UNKNOWN = "unknown"


class Living(StrEnum):
    """With whom the child lives; decides which factor list of 2254 applies."""

    PARENTS = "parents"
    KINSHIP = "kinship care"
    FOSTER = "foster care"
    RESIDENTIAL = "residential care"
    OTHER = "other"
    UNKNOWN = "unknown"

    @property
    def in_care(self) -> bool:
        """Whether the child lives in an out-of-home care arrangement."""
        return self in (Living.KINSHIP, Living.FOSTER, Living.RESIDENTIAL)


class InfantResponse(StrEnum):
    """The infant risk response decision (manual page 2401)."""

    INTENSIVE = "intensive"
    RESPONSE = "response"
    NOT_RECORDED = "not recorded"
    NOT_APPLICABLE = "not applicable"


class Consequence(StrEnum):
    """Consequence of harm, a professional judgement (manual page 1045)."""

    SEVERE = "severe"
    SIGNIFICANT = "significant"
    CONCERNING = "concerning"
    INSUFFICIENT = "insufficient evidence"


class Probability(StrEnum):
    """Probability of harm, a professional judgement (manual page 1045)."""

    VERY_LIKELY = "very likely"
    LIKELY = "likely"
    UNLIKELY = "unlikely"


class Maram(StrEnum):
    """Family violence risk level (manual page 1042)."""

    NONE = "none"
    AT_RISK = "at risk"
    ELEVATED = "elevated risk"
    SERIOUS = "serious risk"
    IMMEDIATE = "serious risk, immediate"
    UNKNOWN = "unknown"


class Contact(StrEnum):
    """Agreed frequency of direct contact with the child (1802)."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


class CasePlan(StrEnum):
    """State of the case plan; a draft is not an endorsed plan (1802)."""

    NONE = "none"
    DRAFT = "draft"
    ENDORSED = "endorsed"
    UNKNOWN = "unknown"


class CaseStatus(StrEnum):
    """Whether the team holds the child's case (manual pages 1401, 1402)."""

    OPEN = "open"
    CONTRACTED = "contracted"
    OUTSIDE_POOL = "outside the pool"


class Grade(StrEnum):
    """Practitioner grades (workforce structure and roles)."""

    CPP2 = "CPP2"
    CPP3 = "CPP3"
    CPP4 = "CPP4"
    CPP5_1 = "CPP5.1"
    CPP5_2 = "CPP5.2"
    CPP6 = "CPP6"

    @property
    def carries(self) -> bool:
        """Whether practitioners of this grade hold cases."""
        return self in (Grade.CPP3, Grade.CPP4, Grade.CPP5_1)

    @property
    def manages(self) -> bool:
        """Whether this is the grade of a team manager."""
        return self is Grade.CPP5_2


class LeaveChoice(StrEnum):
    """What the manager chose for leave beyond the cover period."""

    COVER = "cover"
    REALLOCATE = "re-allocate"


class DecisionKind(StrEnum):
    """What a manager has decided about one child or family."""

    PIN = "pin"
    BAR = "bar"
    CONFLICT = "conflict"
    SPLIT = "split"
    RAISE = "raise"
    LOWER = "lower"


class Tier(StrEnum):
    """The tiers of 2254, highest first."""

    MANDATORY = "mandatory allocation"
    HIGH = "high risk"
    NEXT = "next priority"
    REMAINING = "remaining children"


class Band(StrEnum):
    """Ordinal bands inside the high-risk tier, highest first."""

    A = "a"
    B = "b"
    C = "c"


class Group(StrEnum):
    """The three next-priority groups of 2254; they have no order among them."""

    CURRENT_CARE = "at risk in current care"
    BREAKDOWN = "care vulnerable to breakdown"
    ACTIVE = "active case management needed for permanency"
