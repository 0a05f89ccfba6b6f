"""All rules in the order of the flags: (file of words and patterns, code, check)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose.rules import (
    blaming_others,
    further,
    ignoring_details,
    lack_of_metrics,
    overpromising,
    poor_communication,
    reactive_approach,
    vague_language,
)

if TYPE_CHECKING:
    from arcareer.prose.rule import Check

ALL_RULES: Final[tuple[tuple[str, str, Check], ...]] = (
    ("vague-language", "VAG101", vague_language.could_be_anyone),
    ("vague-language", "VAG102", vague_language.vague_quantity),
    ("lack-of-metrics", "NUM101", lack_of_metrics.no_number),
    ("lack-of-metrics", "NUM102", lack_of_metrics.small_number),
    ("lack-of-metrics", "NUM103", lack_of_metrics.change_not_worked_out),
    ("reactive-approach", "REA101", reactive_approach.on_request),
    ("reactive-approach", "REA102", reactive_approach.after_the_event),
    ("poor-communication", "COM101", poor_communication.strategy_unnamed),
    ("poor-communication", "COM102", poor_communication.hard_to_follow),
    ("ignoring-details", "DET101", ignoring_details.spelling),
    ("ignoring-details", "DET102", ignoring_details.grammar),
    ("ignoring-details", "DET103", ignoring_details.placeholder),
    ("ignoring-details", "DET104", ignoring_details.cut_off),
    ("ignoring-details", "DET105", ignoring_details.contradiction),
    ("ignoring-details", "DET106", ignoring_details.size_missing),
    ("ignoring-details", "DET107", ignoring_details.amount_format),
    ("blaming-others", "BLA101", blaming_others.result_blamed),
    ("blaming-others", "BLA102", blaming_others.others_run_down),
    ("blaming-others", "BLA103", blaming_others.if_only),
    ("overpromising", "OVE101", overpromising.guarantee),
    ("overpromising", "OVE102", overpromising.no_limits),
    ("overpromising", "OVE103", overpromising.cannot_be),
    ("further", "CON101", further.customer_with_balance),
    ("further", "TSK101", further.duty_not_result),
    ("further", "TRT101", further.claimed_quality),
)
