"""A figure drawn as people: some of them stand apart."""

from __future__ import annotations

from markupsafe import Markup

from builder.blocks.statistic.model import Statistic


def draw(block: Statistic) -> Markup:
    """People in rows of ten; the last ``count`` of them stand apart, behind a gap."""
    count, out_of = block.count, block.out_of
    step, row_height, gap = 42, 104, 46
    parts = []
    for place in range(out_of):
        row, column = divmod(place, 10)
        apart = place >= out_of - count
        first_apart_in_row = max(out_of - count - row * 10, 0)
        x = 2 + column * step + (gap if apart and first_apart_in_row > 0 else 0)
        kind = "one" if apart else "rest"
        y = f' y="{row * row_height}"' if row else ""
        parts.append(f'<use href="#person" class="crowd__{kind}" x="{x}"{y}/>')
    rows = -(-out_of // 10)
    width = min(out_of, 10) * step + gap + 8
    parts += [f'<path class="crowd__ground" d="M-3 {row * row_height + 90}H{width - 3}"/>' for row in range(rows)]
    label = f"{out_of} figuren. {'Er staat er' if count == 1 else 'Er staan er'} {count} apart."
    return Markup('<svg class="crowd" viewBox="-3 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        width, (rows - 1) * row_height + 92, label, Markup("".join(parts)))
