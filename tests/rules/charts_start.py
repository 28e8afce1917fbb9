"""Rules 1 to 3 and the days of each window: what is said before and while nothing has come in."""

from tests.rules.charts import charts_of

CHARTS = charts_of("""
no score before the injection is said at once
    0 injection ultrasound
    day 1: insufficient_data (no_baseline)
a score of the day of the injection without time or phase was before it
    0 injection ultrasound; 0 average 8
    day 1: too_early
a score of the day, after by phase, is no baseline
    0 injection ultrasound; 0 average 8 after
    day 1: insufficient_data (no_baseline)
a score of the day, before by phase though later by the clock
    0 injection ultrasound at 10:00; 0 average 8 before at 11:00
    day 1: too_early
a score of the very minute counts as before
    0 injection ultrasound at 10:00; 0 average 8 at 10:00
    day 1: too_early
a score of a minute later does not
    0 injection ultrasound at 10:00; 0 average 8 at 10:01
    day 1: insufficient_data (no_baseline)
without the injection's time the clock says nothing
    0 injection ultrasound; 0 average 8 at 23:00
    day 1: too_early
some minutes after is after
    0 injection ultrasound; 0 average 8 at 30 min
    day 1: insufficient_data (no_baseline)
a score under the anaesthetic is no baseline
    -2 average 8 numb; 0 injection ultrasound with lidocaine
    day 45: insufficient_data (no_baseline)
28 days before is the oldest that serves
    -28 average 8; 0 injection ultrasound; 42 average 4
    day 45: responded level substantial pending provisional
29 days before is stale
    -29 average 8; 0 injection ultrasound; 42 average 4
    day 45: insufficient_data (stale_baseline)
worst pain is no baseline for average pain
    -1 worst 8; 0 injection ultrasound; 42 average 4
    day 45: insufficient_data (no_baseline)
the latest day before the injection is the baseline, not the worst
    -14 average 9; -1 average 6; 0 injection ultrasound; 42 average 4
    day 45: responded level response pending provisional
two scores of the baseline's day count as their median
    -1 average 8; -1 average 4; 0 injection ultrasound; 42 average 4
    day 45: responded level response pending provisional
other treatment on the day of the injection
    -1 average 8; 0 injection ultrasound; 0 prp; 42 average 4
    day 45: confounded (same_day_intervention)
a second corticosteroid injection on the same day
    -1 average 8; 0 injection ultrasound; 0 injection 20 mg; 42 average 4
    day 45: confounded (same_day_intervention)
a fracture on the same day
    -1 average 8; 0 injection ultrasound; 0 fracture
    day 3: confounded (same_day_intervention)
aspiration on the same day belongs to the injection
    -1 average 8; 0 injection ultrasound; 0 aspiration, hydrodilatation, barbotage; 42 average 4
    day 45: responded level substantial pending provisional
aspiration on a later day is other treatment
    -1 average 8; 0 injection ultrasound; 20 aspiration
    day 45: confounded (no_score_before_reintervention) +reintervention
no baseline comes before other treatment on the day
    0 injection ultrasound; 0 prp
    day 1: insufficient_data (no_baseline)
the day before the window opens
    -1 average 8; 0 injection ultrasound; 14 average 2
    day 27: too_early
the day it opens
    -1 average 8; 0 injection ultrasound; 14 average 2
    day 28: awaiting_data (due)
due up to day 56
    -1 average 8; 0 injection ultrasound
    day 56: awaiting_data (due)
overdue from day 57
    -1 average 8; 0 injection ultrasound
    day 57: awaiting_data (overdue)
overdue up to day 69
    -1 average 8; 0 injection ultrasound
    day 69: awaiting_data (overdue)
missed from day 70
    -1 average 8; 0 injection ultrasound
    day 70: awaiting_data (primary_missed) +primary_missing
missed up to day 125
    -1 average 8; 0 injection ultrasound
    day 125: awaiting_data (primary_missed) +primary_missing
nothing recorded from day 126
    -1 average 8; 0 injection ultrasound
    day 126: insufficient_data (no_follow_up) +primary_missing
a score of day 7 is still the flare window's
    -1 average 8; 0 injection ultrasound; 7 average 4
    day 126: insufficient_data (no_follow_up) +primary_missing
only a score of day 8 lies outside the windows
    -1 average 8; 0 injection ultrasound; 8 average 4
    day 126: insufficient_data (outside_windows) +primary_missing
only a score of day 126 lies outside the windows
    -1 average 8; 0 injection ultrasound; 126 average 4
    day 126: insufficient_data (outside_windows) +primary_missing
day 27 is not the first window
    -1 average 8; 0 injection ultrasound; 27 average 4
    day 69: awaiting_data (overdue)
day 28 is
    -1 average 8; 0 injection ultrasound; 28 average 4
    day 69: responded level substantial pending provisional
day 69 is
    -1 average 8; 0 injection ultrasound; 69 average 4
    day 69: responded level substantial pending provisional
final from day 70
    -1 average 8; 0 injection ultrasound; 69 average 4
    day 70: responded level substantial pending final
day 70 is the second window
    -1 average 8; 0 injection ultrasound; 70 average 4
    day 70: responded level substantial sustained final +primary_missing
day 125 is
    -1 average 8; 0 injection ultrasound; 125 average 4
    day 126: responded level substantial sustained final +primary_missing
the day of asking is seen
    -1 average 8; 0 injection ultrasound; 42 average 4
    day 42: responded level substantial pending provisional
the day after is not
    -1 average 8; 0 injection ultrasound; 42 average 4
    day 41: awaiting_data (due)
""")
