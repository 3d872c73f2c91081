"""The ground floor: frozen records, closed lists of words, and the board protocol."""
