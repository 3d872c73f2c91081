"""What every table and column means, in the words of the schema; one place for all of them."""

from collections.abc import Mapping

TABLES: Mapping[str, str] = {
    "scenario": "The team as it stands on one day, and settings for the plan.",
    "limits": "Team-wide settings; as keys limits.<name> in a workbook.",
    "bases": "The base zone of each team: team = zone.",
    "columns": "Your own headings: for each table, your heading = our column (blank: left out).",
    "adjust": "What a variant changes of the scenario it extends; one [[adjust]] for each change.",
    "cases": "One row for each child.",
    "practitioners": "One row for each practitioner, team managers and CPP2 included.",
    "factors": "Answers to the factors of the policy; a missing row is unknown.",
    "indicators": "Answers to the 14 de-allocation indicators; a missing row is unknown.",
    "leave": "Days away of practitioners, both ends included.",
    "tasks": "Dated tasks of children: hearings, reviews, first visits.",
    "pins": "What the manager has decided about a child or family.",
    "travel": "Minutes one way between two zones, read in both directions.",
}

SCENARIO: Mapping[str, str] = {
    "name": "Name of the scenario; blank: the name of the folder or workbook.",
    "as_at": "The day on which the team stands as described; first day of the cycle.",
    "cycle_days": "Length of the planning period in days.",
    "policy": "default, or a policy file inside the scenario folder.",
    "extends": "The scenario folder beside this one that this variant changes, such as ../steady.",
}

LIMITS: Mapping[str, str] = {
    "strict": "Whether everyone is brought within limits, also for what they hold already.",
    "changes": "How many changes of practitioner may be considered; blank: the policy's.",
    "baseline_families": "Families held before any what-if change; filled by the planner.",
    "deallocations": "How many children may be considered for de-allocation.",
    "deallocate_for_any": "Whether a de-allocation may also admit a child below high risk.",
    "reserve_hours": "Hours a cycle kept for arrivals.",
    "arrivals": "Children expected in the cycle; hours are reserved for them.",
    "high_risk_limit": "Most high-risk children for each practitioner; blank: off.",
    "new_families_limit": "Most new families for each practitioner in the cycle; blank: off.",
    "borrow_minutes": "Travel minutes within which another team may take a family; blank: off.",
    "waiting_at_minimum": "Whether children awaiting are seen at the lower awaiting minimum.",
    "service_intensity": "Scale of casework hours; 1 is the policy's standard hours.",
    "calibrated": "The day on which the service intensity was calibrated.",
}

ADJUST: Mapping[str, str] = {
    "kind": "What is changed.",
    "practitioner": "The practitioner concerned; for limit, blank means everyone.",
    "child": "The child concerned.",
    "amount": "Hours, per cent, children or a count, by kind.",
    "start": "First day away; blank: the as-at date.",
    "until": "Last day away; blank: open-ended.",
    "fte": "Share of full time, for fte and add.",
    "grade": "Grade of a practitioner who joins.",
    "zone": "Zone of a practitioner who joins.",
    "team": "Team of a practitioner who joins; blank where there is one team.",
    "skills": "Skills of a practitioner who joins.",
    "waiver": "Whether a pin waives the limits of the practitioner.",
    "code": "Why, in one of a few words.",
    "reason": "Why, in the manager's words.",
    "name": "For setting: the name of a team-wide setting.",
    "value": "For setting: its new value; blank: none.",
}

CASES: Mapping[str, str] = {
    "child": "Id of the child; text, so 007 stays 007.",
    "family": "Id of the family; brothers and sisters share it.",
    "team": "The team that holds the case.",
    "label": "The manager's own label, on page and print only.",
    "birth_date": "Date of birth. Birth date or age is needed.",
    "age": "Age in whole years; read only where the birth date is blank.",
    "zone": "Where the child lives, for travel; blank: the team's base.",
    "living": "With whom the child lives.",
    "placement": "The household; children of a family in one household are seen in one trip.",
    "phase": (
        "Phase of intervention. Where this column is left out it follows from the order: "
        "protection order from undertaking to long-term care, else protective intervention."
    ),
    "order": "Where the child stands with the Children's Court.",
    "objective": "Permanency objective.",
    "infant_response": "The infant risk response decision.",
    "youth_schedule": "Whether the child is on the high-risk youth schedule.",
    "consequence": "Consequence of harm, a professional judgement; blank: not recorded.",
    "probability": "Probability of harm, a professional judgement; blank: not recorded.",
    "risk_date": "Day on which the current risk assessment was endorsed.",
    "maram": "Family violence risk level.",
    "case_plan": "State of the case plan; a draft is not endorsed.",
    "holder": "Id of the practitioner whose name is on the case; blank: none.",
    "since": "Day the holder took the case or, with no holder, the child began awaiting.",
    "last_seen": "Day a practitioner last saw the child.",
    "contact": "Agreed frequency of direct contact.",
    "contact_agreed": "Day on which that frequency was agreed.",
    "status": "Whether the team holds the case.",
    "aboriginal": "Whether the child is Aboriginal or Torres Strait Islander; obligations follow.",
    "disability": "Whether the child has a disability.",
    "language": "Language for which an interpreter is needed; blank: none.",
    "skills": "Skills that the practitioner needs.",
}

PRACTITIONERS: Mapping[str, str] = {
    "practitioner": "Id of the practitioner.",
    "label": "The manager's own label, on page and print only.",
    "team": "The practitioner's team.",
    "grade": "Grade; CPP3, CPP4 and CPP5.1 hold cases.",
    "fte": "Share of full time.",
    "zone": "Where the practitioner is based; blank: the team's base.",
    "skills": "Skills of the practitioner.",
    "first_year": "Whether the practitioner is in the first year.",
    "supervisees": "How many practitioners this one supervises.",
    "rostered_hours": "Hours a cycle promised to supervision, training and the like.",
    "duty_hours": "Hours a cycle that someone who holds no cases gives to duty.",
    "limit_percent": "Share of own capacity, in per cent, up to which families may be taken on.",
    "limit_hours": "The same in hours a cycle; goes before the per cent.",
    "children_limit": "Most children; blank: the policy's.",
    "intensive_limit": "Most intensive infants; blank: the policy's.",
    "high_risk_limit": "Most high-risk children; blank: the team's setting.",
    "new_families_limit": "Most new families in the cycle; blank: the team's setting.",
    "start": "First day in the team; blank: there already.",
    "end": "Last day in the team; blank: stays.",
}

_REPLY: Mapping[str, str] = {
    "child": "Id of the child.",
    "answer": "The answer; blank rows are left out, which means unknown.",
    "dated": "Day of the evidence.",
    "evidence": "Where it is recorded, in a few words.",
}

LEAVE: Mapping[str, str] = {
    "practitioner": "Who is away.",
    "start": "First day away.",
    "until": "Last day away; blank: open-ended.",
    "choice": "For leave beyond the cover period: cover or re-allocate.",
    "cover": "Who covers, where someone is named.",
}

TASKS: Mapping[str, str] = {
    "child": "Id of the child.",
    "task": "Kind of task, an id of the policy.",
    "due": "Day on which it falls due.",
    "hours": "Hours it takes; blank: the policy's for its kind.",
}

PINS: Mapping[str, str] = {
    "kind": "What was decided.",
    "child": "The child; the decision binds the whole family, unless it is split.",
    "practitioner": "For pin, bar and conflict: the practitioner.",
    "waiver": "Whether a pin waives the limits of the practitioner.",
    "code": "Why, in one of a few words.",
    "reason": "Why, in the manager's words; needed for raise and lower.",
    "decided": "Day of the decision.",
}

TRAVEL: Mapping[str, str] = {
    "origin": "One zone.",
    "destination": "The other zone.",
    "minutes": "Minutes one way.",
}

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "scenario": SCENARIO,
    "limits": LIMITS,
    "adjust": ADJUST,
    "cases": CASES,
    "practitioners": PRACTITIONERS,
    "factors": {**_REPLY, "item": "Id of the factor in the policy."},
    "indicators": {**_REPLY, "item": "Id of the indicator in the policy."},
    "leave": LEAVE,
    "tasks": TASKS,
    "pins": PINS,
    "travel": TRAVEL,
}
