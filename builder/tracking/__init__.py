"""What an LMS keeps of a learner, read back for people: the help desk's side of the saved state.

``standing`` turns a state into facts, ``answers`` ids into the words of the course, ``report`` facts into Dutch;
``decode`` does that for a text that somebody copied out of an LMS.
"""

from builder.tracking.decode import UnreadableState, decode_text, read_text
from builder.tracking.report import report
from builder.tracking.standing import Standing

__all__ = ["Standing", "UnreadableState", "decode_text", "read_text", "report"]
