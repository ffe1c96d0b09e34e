"""The same course in three browser engines: a whole play-through with a break in the middle, each with the strict LMS."""
