"""Rules 6 and 8: the first window is empty."""

from tests.rules.charts import charts_of

CHARTS = charts_of("""
other treatment before any score
    -1 average 8; 0 injection ultrasound; 20 prp
    day 21: confounded (no_score_before_reintervention) +reintervention
only a score of day 13 before it
    -1 average 8; 0 injection ultrasound; 13 average 3; 20 prp
    day 21: confounded (no_score_before_reintervention) +reintervention
a score of day 14, no better
    -1 average 8; 0 injection ultrasound; 14 average 8; 20 prp
    day 21: failed_no_response (reintervention) level none provisional +reintervention ?anaesthetic_unknown
a score of day 14, worse
    -1 average 7; 0 injection ultrasound; 14 average 9; 20 prp
    day 21: failed_worsened (reintervention) level worse provisional +reintervention +worse_score
        ?anaesthetic_unknown ?red_flag_review
a score of day 14, better
    -1 average 8; 0 injection ultrasound; 14 average 3; 20 prp
    day 21: confounded (reintervention_while_better) level substantial +reintervention
a score of day 14, a little better
    -1 average 8; 0 injection ultrasound; 14 average 6.4; 20 prp
    day 21: confounded (reintervention_while_better) level partial +reintervention
relief on day 8 gone on day 14
    -1 average 8; 0 injection ultrasound; 8 average 3; 14 average 8; 20 prp
    day 21: failed_short_lived (reintervention) level none provisional +reintervention ?mechanical_driver
relief on day 8 gone and worse on day 14
    -1 average 7; 0 injection ultrasound; 8 average 3; 14 average 9; 20 prp
    day 21: failed_short_lived (reintervention) level worse provisional +rebound_worse +reintervention
        +worse_score ?mechanical_driver ?red_flag_review
lost though still a little better
    -1 average 6; 0 injection ultrasound; 8 average 3; 14 average 5; 20 prp
    day 21: failed_short_lived (reintervention) level partial provisional +reintervention ?mechanical_driver
the last score speaks, not the median
    -1 average 8; 0 injection ultrasound; 14 average 8; 15 average 8; 16 average 6; 20 prp
    day 21: confounded (reintervention_while_better) level partial +reintervention
a score of the day of the other treatment was before it
    -1 average 8; 0 injection ultrasound; 20 average 8; 20 prp
    day 21: failed_no_response (reintervention) level none provisional +reintervention ?anaesthetic_unknown
final from day 70 too
    -1 average 8; 0 injection ultrasound; 14 average 8; 20 prp
    day 70: failed_no_response (reintervention) level none final +reintervention ?anaesthetic_unknown
other treatment not yet seen
    -1 average 8; 0 injection ultrasound; 14 average 8; 20 prp
    day 19: too_early
other treatment on day 69
    -1 average 8; 0 injection ultrasound; 14 average 8; 69 prp
    day 69: failed_no_response (reintervention) level none provisional +reintervention ?anaesthetic_unknown
other treatment on day 70 leaves the first window missed
    -1 average 8; 0 injection ultrasound; 14 average 8; 70 prp
    day 70: failed_no_response level none provisional +early_basis +primary_missing ?anaesthetic_unknown
scores after the other treatment do not count
    -1 average 8; 0 injection ultrasound; 20 prp; 42 average 8
    day 70: confounded (no_score_before_reintervention) +reintervention
missed, response at twelve weeks
    -1 average 8; 0 injection ultrasound; 84 average 4
    day 130: responded level substantial sustained final +primary_missing
missed, partial at twelve weeks
    -1 average 8; 0 injection ultrasound; 84 average 6.4
    day 130: partial level partial final +primary_missing ?optimise_conservative
missed, partial after an early response is not called waning
    -1 average 8; 0 injection ultrasound; 14 average 3; 84 average 6.4
    day 130: partial level partial final +primary_missing ?optimise_conservative
missed, worse at twelve weeks
    -1 average 7; 0 injection ultrasound; 84 average 9
    day 130: failed_worsened level worse final +primary_missing +worse_score ?anaesthetic_unknown
        ?red_flag_review
missed, early relief lost at twelve weeks
    -1 average 8; 0 injection ultrasound; 14 average 3; 84 average 8
    day 130: failed_short_lived level none final +primary_missing ?mechanical_driver
missed, early relief lost and worse
    -1 average 7; 0 injection ultrasound; 14 average 3; 84 average 9
    day 130: failed_short_lived level worse final +primary_missing +rebound_worse +worse_score
        ?mechanical_driver ?red_flag_review
missed, none at twelve weeks and nothing else known
    -1 average 8; 0 injection ultrasound; 84 average 8
    day 130: failed_no_lasting_benefit level none final +primary_missing ?course_unknown
missed, none at twelve weeks, none on day 13
    -1 average 8; 0 injection ultrasound; 13 average 8; 84 average 8
    day 130: failed_no_lasting_benefit level none final +primary_missing ?course_unknown
missed, none at twelve weeks, none on day 14
    -1 average 8; 0 injection ultrasound; 14 average 8; 84 average 8
    day 130: failed_no_response level none final +primary_missing ?anaesthetic_unknown
recall of 30 % for one week
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 30 % 1 week
    day 130: failed_short_lived level none final +primary_missing +recall_based ?mechanical_driver
recall of less relief
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 29.9 % 1 week
    day 130: failed_no_response level none final +primary_missing +recall_based ?anaesthetic_unknown
recall of a shorter time
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 30 % 0.9 weeks
    day 130: failed_no_response level none final +primary_missing +recall_based ?anaesthetic_unknown
recall without its weeks is none
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 60 %
    day 130: failed_no_lasting_benefit level none final +primary_missing ?course_unknown
recall without its percent is none
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 6 weeks
    day 130: failed_no_lasting_benefit level none final +primary_missing ?course_unknown
the latest recall counts
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 60 % 4 weeks; 100 recall 10 % 4 weeks
    day 130: failed_no_response level none final +primary_missing +recall_based ?anaesthetic_unknown
of two on one day the worse one
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 10 % 4 weeks; 90 recall 60 % 4 weeks
    day 130: failed_no_response level none final +primary_missing +recall_based ?anaesthetic_unknown
of two on one day the worse one, entered in either order
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 60 % 4 weeks; 90 recall 10 % 4 weeks
    day 130: failed_no_response level none final +primary_missing +recall_based ?anaesthetic_unknown
of two with the same relief the shorter one
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 60 % 0.5 weeks; 90 recall 60 % 4 weeks
    day 130: failed_no_response level none final +primary_missing +recall_based ?anaesthetic_unknown
of two with the same relief the shorter one, entered in either order
    -1 average 8; 0 injection ultrasound; 84 average 8; 90 recall 60 % 4 weeks; 90 recall 60 % 0.5 weeks
    day 130: failed_no_response level none final +primary_missing +recall_based ?anaesthetic_unknown
recall after day 125 still fills in
    -1 average 8; 0 injection ultrasound; 84 average 8; 150 recall 60 % 4 weeks
    day 160: failed_short_lived level none final +primary_missing +recall_based ?mechanical_driver
recall on the day of the injection is of something else
    -1 average 8; 0 injection ultrasound; 0 recall 60 % 4 weeks; 84 average 8
    day 130: failed_no_lasting_benefit level none final +primary_missing ?course_unknown
recall on the day of the next injection
    -1 average 8; 0 injection ultrasound; 84 average 8; 110 recall 60 % 4 weeks; 110 injection 40 mg
    day 130: failed_short_lived level none final +primary_missing +recall_based ?mechanical_driver
recall after the next injection is of that one
    -1 average 8; 0 injection ultrasound; 84 average 8; 110 injection 40 mg; 111 recall 60 % 4 weeks
    day 130: failed_no_lasting_benefit level none final +primary_missing ?course_unknown
recall between the next injection and the one after is of the next
    -1 average 8; 0 injection ultrasound; 84 average 8; 110 injection 40 mg; 130 recall 60 % 4 weeks;
        150 injection 40 mg
    day 160: failed_no_lasting_benefit level none final +primary_missing ?course_unknown
recall after other treatment is still asked about this one
    -1 average 8; 0 injection ultrasound; 84 average 8; 110 prp; 111 recall 60 % 4 weeks
    day 130: failed_short_lived level none final +primary_missing +recall_based ?mechanical_driver
recall goes before an early score
    -1 average 8; 0 injection ultrasound; 14 average 8; 84 average 8; 90 recall 60 % 4 weeks
    day 130: failed_short_lived level none final +primary_missing +recall_based ?mechanical_driver
recall is not asked where the twelve weeks say partial
    -1 average 8; 0 injection ultrasound; 84 average 6.4; 90 recall 60 % 4 weeks
    day 130: partial level partial final +primary_missing ?optimise_conservative
early days alone, response
    -1 average 8; 0 injection ultrasound; 14 average 3
    day 125: responded level substantial pending provisional +early_basis +primary_missing
early days alone, response, later
    -1 average 8; 0 injection ultrasound; 14 average 3
    day 126: responded level substantial unknown final +early_basis +primary_missing
early days alone, response, then other treatment
    -1 average 8; 0 injection ultrasound; 14 average 3; 100 epidural
    day 126: responded level substantial censored final +early_basis +primary_missing
early days alone, partial
    -1 average 8; 0 injection ultrasound; 14 average 6.4
    day 70: partial level partial provisional +early_basis +primary_missing ?optimise_conservative
early days alone, none, and recall is not asked
    -1 average 8; 0 injection ultrasound; 27 average 8; 60 recall 60 % 4 weeks
    day 70: failed_no_response level none provisional +early_basis +primary_missing ?anaesthetic_unknown
early days alone, worse
    -1 average 7; 0 injection ultrasound; 27 average 9
    day 70: failed_worsened level worse provisional +early_basis +primary_missing +worse_score
        ?anaesthetic_unknown ?red_flag_review
early days alone, relief lost within them
    -1 average 8; 0 injection ultrasound; 14 average 3; 27 average 8
    day 70: failed_short_lived level response provisional +early_basis +primary_missing ?mechanical_driver
missed, other treatment before any score that counts
    -1 average 8; 0 injection ultrasound; 13 average 3; 100 prp
    day 126: confounded (no_score_before_reintervention) +primary_missing
missed, response at twelve weeks, the patient says a little worse
    -1 average 8; 0 injection ultrasound; 84 average 4; 84 pgic 5
    day 130: responded level substantial sustained final +pgic_discordant +primary_missing
early days alone, the patient is not asked
    -1 average 8; 0 injection ultrasound; 14 average 3; 84 pgic 7
    day 130: responded level substantial unknown final +early_basis +primary_missing
""")
