"""The saved state: which learner's data has which place in the string that the LMS keeps.

``slots`` says what must be kept, ``lock`` where it stands for ever, ``layout`` what one edition needs of that,
``codec`` turns state into text and back. docs/saved-state.md describes the format.
"""

from builder.state.codec import SavedStateError, State, decode, encode
from builder.state.layout import Layout, layout_for, worst_case
from builder.state.lock import Change, Lock, parse, serialise, update
from builder.state.slots import REVISION, Field, Slot

__all__ = [
    "REVISION",
    "Change",
    "Field",
    "Layout",
    "Lock",
    "SavedStateError",
    "Slot",
    "State",
    "decode",
    "encode",
    "layout_for",
    "parse",
    "serialise",
    "update",
    "worst_case",
]
