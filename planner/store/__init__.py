"""Decision records: added to one at a time, never altered, each carrying the one before."""

from planner.store.append import append
from planner.store.entry import entered_on_cris, entry, of_plan
from planner.store.export import export
from planner.store.place import Store, store_at
from planner.store.read import head, records
from planner.store.verify import verify

__all__ = [
    "Store",
    "append",
    "entered_on_cris",
    "entry",
    "export",
    "head",
    "of_plan",
    "records",
    "store_at",
    "verify",
]
