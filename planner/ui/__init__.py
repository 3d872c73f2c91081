"""The page: a door that shows what the engine finds, and decides nothing itself."""
