"""Why a child is where the plan puts them, what would change it, and what is settled."""
