"""De-allocation: a worksheet of whom it would hurt least, and the record of a decision."""
