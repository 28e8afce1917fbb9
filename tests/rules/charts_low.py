"""Section 6: low baselines, and what happens after the last window."""

from tests.rules.charts import charts_of

CHARTS = charts_of("""
just low
    -1 average 3.9; 0 injection ultrasound; 42 average 3.9
    day 70: insufficient_data (low_baseline) +low_baseline
not low
    -1 average 4; 0 injection ultrasound; 42 average 4
    day 70: failed_no_response level none final ?anaesthetic_unknown
low, nothing yet: due
    -1 average 3; 0 injection ultrasound
    day 56: awaiting_data (due) +low_baseline
low, nothing yet: overdue
    -1 average 3; 0 injection ultrasound
    day 57: awaiting_data (overdue) +low_baseline
low, nothing yet: overdue to the last day
    -1 average 3; 0 injection ultrasound
    day 69: awaiting_data (overdue) +low_baseline
low, nothing yet: missed
    -1 average 3; 0 injection ultrasound
    day 70: awaiting_data (primary_missed) +low_baseline
low, nothing yet: missed to the last day
    -1 average 3; 0 injection ultrasound
    day 125: awaiting_data (primary_missed) +low_baseline
low, nothing ever
    -1 average 3; 0 injection ultrasound
    day 126: insufficient_data (no_follow_up) +low_baseline
low, too early
    -1 average 3; 0 injection ultrasound
    day 27: too_early
low, other treatment before anything
    -1 average 3; 0 injection ultrasound; 14 average 0; 20 prp
    day 25: confounded (no_score_before_reintervention) +low_baseline
low, other treatment on day 125 before anything
    -1 average 3; 0 injection ultrasound; 125 prp
    day 130: confounded (no_score_before_reintervention) +low_baseline
low, other treatment on day 126
    -1 average 3; 0 injection ultrasound; 126 prp
    day 130: insufficient_data (no_follow_up) +low_baseline
low, fell by two points and half
    -1 average 3.9; 0 injection ultrasound; 42 average 1.9
    day 70: responded level substantial not_judged final +low_baseline
low, fell by less than two points
    -1 average 3.9; 0 injection ultrasound; 42 average 2
    day 70: insufficient_data (low_baseline) +low_baseline
low, rose by two points
    -1 average 3; 0 injection ultrasound; 42 average 5, pgic 1
    day 70: failed_worsened level worse final +low_baseline +worse_score ?anaesthetic_unknown ?red_flag_review
low, rose by less
    -1 average 3; 0 injection ultrasound; 42 average 4.9
    day 70: insufficient_data (low_baseline) +low_baseline
low, much improved
    -1 average 3; 0 injection ultrasound; 42 average 3, pgic 2
    day 70: responded (pgic) level response not_judged final +low_baseline
low, a little improved
    -1 average 3; 0 injection ultrasound; 42 average 3, pgic 3
    day 70: partial (pgic) level partial final +low_baseline ?optimise_conservative
low, no change
    -1 average 3; 0 injection ultrasound; 42 average 3, pgic 4
    day 70: failed_no_response (pgic) level none final +low_baseline ?anaesthetic_unknown
low, a little worse
    -1 average 3; 0 injection ultrasound; 42 average 3, pgic 5
    day 70: failed_no_response (pgic) level none final +low_baseline ?anaesthetic_unknown
low, much worse
    -1 average 3; 0 injection ultrasound; 42 average 3, pgic 6
    day 69: failed_worsened (pgic) level worse provisional +low_baseline ?anaesthetic_unknown ?red_flag_review
low, an impression alone holds the first window
    -1 average 3; 0 injection ultrasound; 42 pgic 4; 84 average 0
    day 130: failed_no_response (pgic) level none final +low_baseline ?anaesthetic_unknown
low, an impression at twelve weeks does not rescue six weeks
    -1 average 3; 0 injection ultrasound; 42 average 3; 84 pgic 1
    day 130: insufficient_data (low_baseline) +low_baseline
low, twelve weeks speak where six are empty
    -1 average 3; 0 injection ultrasound; 84 average 0.5
    day 130: responded level substantial not_judged final +low_baseline
low, an impression at twelve weeks alone
    -1 average 3; 0 injection ultrasound; 84 pgic 6
    day 130: failed_worsened (pgic) level worse final +low_baseline ?anaesthetic_unknown ?red_flag_review
low, not called a late relapse
    -1 average 3; 0 injection ultrasound; 42 average 0; 150 average 3
    day 160: responded level substantial not_judged final +low_baseline
relapse after twelve weeks is the natural course
    -1 average 8; 0 injection ultrasound; 42 average 3; 84 average 3; 126 average 8
    day 160: responded level substantial sustained final +late_relapse
only the first lost score after them is named
    -1 average 7; 0 injection ultrasound; 42 average 3; 130 average 4; 150 average 7; 160 average 9
    day 170: responded level substantial unknown final +late_relapse +worse_score
worse than before, after twelve weeks
    -1 average 7; 0 injection ultrasound; 42 average 3; 150 average 9; 160 average 7
    day 170: responded level substantial unknown final +late_worse +worse_score
a late score after other treatment says nothing
    -1 average 8; 0 injection ultrasound; 42 average 3; 130 prp; 150 average 8
    day 160: responded level substantial unknown final
a failed one has no late relapse
    -1 average 8; 0 injection ultrasound; 42 average 8; 150 average 8
    day 160: failed_no_response level none final ?anaesthetic_unknown
""")
