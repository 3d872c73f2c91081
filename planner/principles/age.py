"""A child's age on the day the plan is made."""

from datetime import date

from planner.data.scenario import Child


def age_in_years(child: Child, as_at: date) -> int | None:
    """Give completed years of age, from the birth date or else as recorded.

    A child born on 29 February turns on 1 March in other years; a child not
    yet born is 0. ``None`` where neither birth date nor age is recorded.
    """
    born = child.birth_date
    if born is None:
        return child.age
    birthday_to_come = (as_at.month, as_at.day) < (born.month, born.day)
    return max(as_at.year - born.year - int(birthday_to_come), 0)
