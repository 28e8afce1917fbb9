"""The flags that stand on their own, which events weigh how, the anaesthetic phase and the hints."""

from tests.rules.charts import charts_of

CHARTS = charts_of("""
a flare on day 1
    -1 average 6; 0 injection ultrasound; 1 average 8
    day 2: too_early +flare
a flare not quite
    -1 average 6; 0 injection ultrasound; 1 average 7.9
    day 2: too_early
a flare on day 3 is not prolonged
    -1 average 6; 0 injection ultrasound; 3 average 8
    day 10: too_early +flare
a flare on day 4 is
    -1 average 6; 0 injection ultrasound; 4 average 8
    day 10: too_early +flare +prolonged_flare
a flare on day 7
    -1 average 6; 0 injection ultrasound; 7 average 8
    day 10: too_early +flare +prolonged_flare
worse on day 8 is no flare
    -1 average 6; 0 injection ultrasound; 8 average 8
    day 10: too_early +worse_score
worse long after
    -1 average 6; 0 injection ultrasound; 42 average 3; 300 average 8
    day 301: responded level substantial unknown final +late_worse +worse_score
a flare after other treatment is not the injection's
    -1 average 6; 0 injection ultrasound; 2 prp; 4 average 8
    day 10: confounded (no_score_before_reintervention) +reintervention
a flare on the day of other treatment is
    -1 average 6; 0 injection ultrasound; 4 prp; 4 average 8
    day 10: confounded (no_score_before_reintervention) +flare +prolonged_flare +reintervention
without a baseline there is no flare
    0 injection ultrasound; 4 average 10
    day 10: insufficient_data (no_baseline)
a flare is told where the same day confounds
    -1 average 6; 0 injection ultrasound; 0 prp; 4 average 8
    day 10: confounded (same_day_intervention) +flare +prolonged_flare
the ceiling from 8.1
    -1 average 8.1; 0 injection ultrasound
    day 5: too_early +ceiling
no ceiling at 8
    -1 average 8; 0 injection ultrasound
    day 5: too_early
other treatment 28 days before carries over
    -28 prp; -1 average 8; 0 injection ultrasound
    day 5: too_early +carry_over
29 days before it does not
    -29 prp; -1 average 8; 0 injection ultrasound
    day 5: too_early
the day before it does, also without a baseline
    -1 injection 40 mg; 0 injection ultrasound
    day 5: insufficient_data (no_baseline) +carry_over
therapy 28 days before is alongside
    -28 pt; -1 average 8; 0 injection ultrasound
    day 5: too_early +co_intervention
therapy 29 days before is not
    -29 pt; -1 average 8; 0 injection ultrasound
    day 5: too_early
therapy on the day
    -1 average 8; 0 injection ultrasound; 0 pt
    day 5: too_early +co_intervention
therapy long after
    -1 average 8; 0 injection ultrasound; 300 pt
    day 300: insufficient_data (no_follow_up) +co_intervention +primary_missing
therapy not yet seen
    -1 average 8; 0 injection ultrasound; 6 pt
    day 5: too_early
a missed session is none
    -1 average 8; 0 injection ultrasound; 2 missed pt
    day 5: too_early
alongside is told without a baseline
    0 injection ultrasound; 2 brace
    day 5: insufficient_data (no_baseline) +co_intervention
sessions annotate
    -1 average 8; 0 injection ultrasound; 2 ot; 3 home; 42 average 4
    day 70: responded level substantial pending final +co_intervention
measures annotate
    -1 average 8; 0 injection ultrasound; 2 brace, exercise, weight, orthotic, walking aid, activity; 42 average
        4
    day 70: responded level substantial pending final +co_intervention
medicines annotate
    -1 average 8; 0 injection ultrasound; 2 nsaid, opioid, analgesic of the person, muscle relaxer,
        anticoagulant, cyp3a4 inhibitor; 42 average 4
    day 70: responded level substantial pending final +co_intervention
an injection at another site annotates
    -1 average 8; 0 injection ultrasound; 20 injection elsewhere 40 mg; 42 average 4
    day 70: responded level substantial pending final +co_intervention
another injection censors
    -1 average 8; 0 injection ultrasound; 20 injection 40 mg; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
hyaluronic acid censors
    -1 average 8; 0 injection ultrasound; 20 hyaluronic acid; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
a nerve block censors
    -1 average 8; 0 injection ultrasound; 20 nerve block; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
radiofrequency censors
    -1 average 8; 0 injection ultrasound; 20 rfa; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
an epidural censors
    -1 average 8; 0 injection ultrasound; 20 epidural; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
any procedure censors
    -1 average 8; 0 injection ultrasound; 20 procedure; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
surgery done censors
    -1 average 8; 0 injection ultrasound; 20 done arthroscopy; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
surgery without a status censors
    -1 average 8; 0 injection ultrasound; 20 manipulation; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
surgery planned does not
    -1 average 8; 0 injection ultrasound; 20 planned surgery; 42 average 4
    day 70: responded level substantial pending final
a steroid course censors
    -1 average 8; 0 injection ultrasound; 20 prednisolone; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
a steroid course of the person censors
    -1 average 8; 0 injection ultrasound; 20 prednisolone of the person; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
a steroid course for another problem censors
    -1 average 8; 0 injection ultrasound; 20 prednisolone for another problem; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
a fracture censors
    -1 average 8; 0 injection ultrasound; 20 fracture; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
major trauma censors
    -1 average 8; 0 injection ultrasound; 20 trauma; 42 average 4
    day 70: confounded (no_score_before_reintervention) +reintervention
other incidents do not
    -1 average 8; 0 injection ultrasound; 20 infection, tendon rupture, incident; 42 average 4
    day 70: responded level substantial pending final
worst pain never speaks for average pain
    -1 average 8; 0 injection ultrasound; 30 worst 10; 42 average 4; 50 night 9, activity 9, rest 9, current 9
    day 70: responded level substantial pending final
millimetres speak as points
    -1 average 8; 0 injection ultrasound; 42 average 56 mm
    day 70: responded level response pending final
relief of half under the anaesthetic
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 4 numb; 42 average 8
    day 70: failed_no_response level none final numb positive ?not_inflammatory
not quite half
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 4.1 numb; 42 average 8
    day 70: failed_no_response level none final numb equivocal ?anaesthetic_unknown
30 %
    -1 average 10; 0 injection ultrasound with lidocaine; 0 current 7 numb; 42 average 9
    day 70: failed_no_response level none final numb equivocal +ceiling ?anaesthetic_unknown
less than 30 %
    -1 average 10; 0 injection ultrasound with lidocaine; 0 current 7.1 numb; 42 average 9
    day 70: failed_no_response level none final numb negative +ceiling ?source_elsewhere
less than 30 %, not guided
    -1 average 8; 0 injection none with lidocaine; 0 current 8 numb; 42 average 8
    day 70: failed_no_response level none final numb negative ?source_elsewhere ?technique
half, not guided
    -1 average 8; 0 injection with lidocaine; 0 current 4 numb; 42 average 8
    day 70: failed_no_response level none final numb positive ?not_inflammatory
not assessed, guidance unknown
    -1 average 8; 0 injection unknown; 42 average 8
    day 70: failed_no_response level none final ?anaesthetic_unknown ?technique
fluoroscopy is an image
    -1 average 8; 0 injection fluoroscopy; 42 average 8
    day 70: failed_no_response level none final ?anaesthetic_unknown
CT is an image
    -1 average 8; 0 injection ct; 42 average 8
    day 70: failed_no_response level none final ?anaesthetic_unknown
without an anaesthetic nothing is assessed
    -1 average 8; 0 injection ultrasound; 0 current 2 numb; 42 average 8
    day 70: failed_no_response level none final ?anaesthetic_unknown
within 1 to 480 minutes: 1
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 2 at 1 min
    day 5: too_early numb positive
within 1 to 480 minutes: 480
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 2 at 480 min
    day 5: too_early numb positive
within 1 to 480 minutes: 481
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 2 at 481 min
    day 5: too_early
within 1 to 480 minutes: 0
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 2 at 0 min
    day 5: too_early
noted minutes outside are outside whatever the phase
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 2 numb at 481 min
    day 5: too_early
by the clock
    -1 average 8; 0 injection ultrasound with lidocaine at 10:00; 0 current 2 at 18:00
    day 5: too_early numb positive
by the clock, too late
    -1 average 8; 0 injection ultrasound with lidocaine at 10:00; 0 current 2 at 18:01
    day 5: too_early
the clock goes before noted minutes
    -1 average 8; 0 injection ultrasound with lidocaine at 10:00; 0 current 2 at 09:50 at 20 min; 0 current 2 at
        10:20
    day 5: too_early numb negative
a follow-up phase is not under the anaesthetic
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 2 after at 20 min
    day 5: too_early
the lowest score under it counts
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 8 at 10 min, current 3 at 20 min, current 8
        at 30 min
    day 5: too_early numb positive
from current pain before it, not from the baseline
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 4 before, current 3 numb
    day 5: too_early numb negative
from the last current pain before it
    -1 average 8; 0 injection ultrasound with lidocaine at 10:00; 0 current 9 at 09:00, current 4 at 09:50,
        current 3 numb
    day 5: too_early numb negative
current pain of the day before is not asked
    -1 average 8, current 3; 0 injection ultrasound with lidocaine; 0 current 3 numb
    day 5: too_early numb positive
no pain to fall from
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 0 before, current 0 numb
    day 5: too_early
nothing asked
    -1 average 8; 0 injection ultrasound with lidocaine; 0 current 4 before
    day 5: too_early
assessed without a baseline
    0 injection ultrasound with lidocaine; 0 current 8 before, current 2 numb
    day 5: insufficient_data (no_baseline) numb positive
not assessed without either
    0 injection ultrasound with lidocaine; 0 current 2 numb
    day 5: insufficient_data (no_baseline)
pain under the anaesthetic never speaks for the steroid
    -1 average 8; 0 injection ultrasound with lidocaine; 14 average 1 numb; 42 average 8; 42 average 0 numb
    day 70: failed_no_response level none final ?anaesthetic_unknown
short-lived and positive: mechanics
    -1 average 8; 0 injection with lidocaine; 0 current 2 numb; 14 average 3; 42 average 8
    day 70: failed_short_lived level none final numb positive ?mechanical_driver
worsened and negative
    -1 average 6; 0 injection with lidocaine; 0 current 6 numb; 42 average 9
    day 70: failed_worsened level worse final numb negative +worse_score ?red_flag_review ?source_elsewhere
        ?technique
worsened and positive
    -1 average 6; 0 injection ultrasound with lidocaine; 0 current 1 numb; 42 average 9
    day 70: failed_worsened level worse final numb positive +worse_score ?not_inflammatory ?red_flag_review
partial with one worse score
    -1 average 6; 0 injection; 14 average 8; 42 average 4.8
    day 70: partial level partial final +worse_score ?optimise_conservative ?red_flag_review
no response with one worse score
    -1 average 6; 0 injection; 14 average 8; 42 average 6
    day 70: failed_no_response level none final +worse_score ?anaesthetic_unknown ?red_flag_review ?technique
responded with one worse score has no hint
    -1 average 6; 0 injection; 14 average 8; 42 average 3
    day 70: responded level substantial pending final +worse_score
confounded has no hint
    -1 average 6; 0 injection; 10 average 9; 12 prp
    day 70: confounded (no_score_before_reintervention) +reintervention +worse_score
""")
