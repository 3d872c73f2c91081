"""The pages of the house, one file each: a title, and a function that draws it."""
