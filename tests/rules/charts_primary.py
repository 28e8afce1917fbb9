"""Rule 5: the first window has a value."""

from tests.rules.charts import charts_of

CHARTS = charts_of("""
the median of the window speaks
    -1 average 8; 0 injection ultrasound; 30 average 8; 40 average 5; 50 average 5
    day 60: responded level response pending provisional
the mean of the middle two speaks
    -1 average 8; 0 injection ultrasound; 30 average 5; 50 average 6.2
    day 60: responded level response pending provisional
a hair above it does not respond
    -1 average 8; 0 injection ultrasound; 30 average 5.1; 50 average 6.2
    day 60: partial level partial provisional +waning ?optimise_conservative
two scores of one day count as one
    -1 average 8; 0 injection ultrasound; 30 average 8; 30 average 2; 50 average 6.2
    day 60: responded level response pending provisional
helped at first and gone by six weeks
    -1 average 8; 0 injection ultrasound; 14 average 3; 42 average 8
    day 44: failed_short_lived level none provisional ?mechanical_driver
gone, and worse than ever
    -1 average 7; 0 injection ultrasound; 14 average 3; 42 average 9
    day 44: failed_short_lived level worse provisional +rebound_worse +worse_score ?mechanical_driver
        ?red_flag_review
not quite worse than ever
    -1 average 7; 0 injection ultrasound; 14 average 3; 42 average 8.9
    day 44: failed_short_lived level none provisional ?mechanical_driver
relief on day 7 is no relief
    -1 average 8; 0 injection ultrasound; 7 average 3; 42 average 8
    day 44: failed_no_response level none provisional ?anaesthetic_unknown
relief on day 8 is
    -1 average 8; 0 injection ultrasound; 8 average 3; 42 average 8
    day 44: failed_short_lived level none provisional ?mechanical_driver
lost is less than 20 %
    -1 average 10; 0 injection ultrasound; 14 average 3; 42 average 8.1
    day 44: failed_short_lived level partial provisional +ceiling ?mechanical_driver
20 % left is not lost
    -1 average 10; 0 injection ultrasound; 14 average 3; 42 average 8
    day 44: partial level partial provisional +ceiling +waning ?optimise_conservative
more than 20 % left but no point is lost
    -1 average 4; 0 injection ultrasound; 14 average 2; 42 average 3.1
    day 44: failed_short_lived level none provisional ?mechanical_driver
a point left and 20 % of it is not lost
    -1 average 5; 0 injection ultrasound; 14 average 2; 42 average 4
    day 44: partial level partial provisional +waning ?optimise_conservative
a bad day followed by a good one is no relapse
    -1 average 8; 0 injection ultrasound; 14 average 3; 42 average 8; 50 average 4
    day 60: partial level partial provisional +waning ?optimise_conservative
a good median and a bad end is a relapse
    -1 average 8; 0 injection ultrasound; 30 average 3; 40 average 3; 60 average 8
    day 69: failed_short_lived level substantial provisional ?mechanical_driver
relief lost in the second window before day 84
    -1 average 8; 0 injection ultrasound; 42 average 3; 83 average 3; 100 average 8
    day 120: failed_short_lived level substantial final ?mechanical_driver
relief until day 84 has lasted long enough
    -1 average 8; 0 injection ultrasound; 42 average 3; 84 average 3; 100 average 8
    day 120: responded level substantial sustained final
relief lost on day 125 is
    -1 average 8; 0 injection ultrasound; 42 average 3; 125 average 8
    day 126: failed_short_lived level substantial final ?mechanical_driver
relief on day 125 itself has lasted
    -1 average 8; 0 injection ultrasound; 42 average 5; 100 average 6.4; 125 average 5
    day 126: responded level response sustained final
lost after day 125 is no short relief
    -1 average 8; 0 injection ultrasound; 42 average 3; 126 average 8
    day 200: responded level substantial unknown final +late_relapse
responded, too soon to know whether it lasts
    -1 average 8; 0 injection ultrasound; 42 average 5
    day 125: responded level response pending final
responded, never asked whether it lasted
    -1 average 8; 0 injection ultrasound; 42 average 5
    day 126: responded level response unknown final
responded and sustained
    -1 average 8; 0 injection ultrasound; 42 average 5; 84 average 5.6
    day 130: responded level response sustained final
responded and sustained by a late good day though the window's median does not respond
    -1 average 8; 0 injection ultrasound; 42 average 5; 72 average 6.4; 84 average 5; 110 average 6.4
    day 130: responded level response sustained final
responded and waning
    -1 average 8; 0 injection ultrasound; 42 average 5; 84 average 6.4
    day 130: responded level response waning final
responded, other treatment later
    -1 average 8; 0 injection ultrasound; 42 average 5; 125 prp
    day 130: responded level response censored final +reintervention
responded, other treatment too late to matter
    -1 average 8; 0 injection ultrasound; 42 average 5; 126 prp
    day 130: responded level response unknown final
responded, a score on the day of the other treatment was before it
    -1 average 8; 0 injection ultrasound; 42 average 5; 90 average 5; 90 surgery
    day 130: responded level response sustained final +reintervention
responded, a score after the other treatment is not its own
    -1 average 8; 0 injection ultrasound; 42 average 5; 90 surgery; 91 average 9
    day 130: responded level response censored final +reintervention
partial
    -1 average 8; 0 injection ultrasound; 42 average 6.4
    day 70: partial level partial final ?optimise_conservative
partial that waned from a response
    -1 average 8; 0 injection ultrasound; 14 average 5; 42 average 6.4
    day 70: partial level partial final +waning ?optimise_conservative
partial, still partial at twelve weeks
    -1 average 8; 0 injection ultrasound; 42 average 6.4; 84 average 6.4
    day 130: partial level partial final ?optimise_conservative
partial, then a response: delayed
    -1 average 8; 0 injection ultrasound; 42 average 6.4; 84 average 3
    day 130: responded level substantial sustained final +delayed
partial, then nothing left
    -1 average 8; 0 injection ultrasound; 42 average 6.4; 84 average 7.5
    day 130: failed_no_response level none final +partial_lost ?anaesthetic_unknown
partial, then worse
    -1 average 7; 0 injection ultrasound; 42 average 5.5; 84 average 9
    day 130: failed_no_response level worse final +partial_lost +worse_score ?anaesthetic_unknown
        ?red_flag_review
no response
    -1 average 8; 0 injection ultrasound; 42 average 7.5
    day 70: failed_no_response level none final ?anaesthetic_unknown
no response, late improvement is not the injection's
    -1 average 8; 0 injection ultrasound; 42 average 7.5; 84 average 3
    day 130: failed_no_response level none final +late_improvement ?anaesthetic_unknown
up and down: relief, none, relief
    -1 average 8; 0 injection ultrasound; 14 average 3; 42 average 8; 84 average 3
    day 130: partial level none final +fluctuating ?optimise_conservative
worse, up and down
    -1 average 6; 0 injection ultrasound; 27 average 3; 42 average 8; 84 average 3
    day 130: partial level worse final +fluctuating +worse_score ?optimise_conservative ?red_flag_review
relief first on day 28 is none before it
    -1 average 8; 0 injection ultrasound; 28 average 3; 40 average 8; 50 average 8; 84 average 3
    day 130: failed_no_response level none final +late_improvement ?anaesthetic_unknown
worsened by two points
    -1 average 6; 0 injection ultrasound; 42 average 8
    day 70: failed_worsened level worse final +worse_score ?anaesthetic_unknown ?red_flag_review
worse by less
    -1 average 6; 0 injection ultrasound; 42 average 7.9
    day 70: failed_no_response level none final ?anaesthetic_unknown
worsened, late improvement
    -1 average 6; 0 injection ultrasound; 42 average 8; 84 average 3
    day 130: failed_worsened level worse final +late_improvement +worse_score ?anaesthetic_unknown
        ?red_flag_review
no room to be worse, and the patient says much worse
    -1 average 8.1; 0 injection ultrasound; 42 average 9; 42 pgic 6
    day 70: failed_worsened (pgic_ceiling) level worse final +ceiling ?anaesthetic_unknown ?red_flag_review
no room to be worse, the patient says a little worse
    -1 average 8.1; 0 injection ultrasound; 42 average 9; 42 pgic 5
    day 70: failed_no_response level none final +ceiling ?anaesthetic_unknown
room to be worse
    -1 average 8; 0 injection ultrasound; 42 average 9; 42 pgic 6
    day 70: failed_no_response level none final ?anaesthetic_unknown
the last impression in the window counts
    -1 average 9; 0 injection ultrasound; 42 average 9; 42 pgic 7; 50 pgic 4; 70 pgic 7
    day 71: failed_no_response level none final +ceiling ?anaesthetic_unknown
of two on one day the worse one
    -1 average 9; 0 injection ultrasound; 42 average 9; 42 pgic 6; 42 pgic 4
    day 71: failed_worsened (pgic_ceiling) level worse final +ceiling ?anaesthetic_unknown ?red_flag_review
an impression after other treatment is not heard
    -1 average 9; 0 injection ultrasound; 42 average 9; 43 prp; 44 pgic 7
    day 71: failed_no_response level none final +ceiling +reintervention ?anaesthetic_unknown
response, the patient says no change
    -1 average 8; 0 injection ultrasound; 42 average 5; 42 pgic 4
    day 70: responded level response pending final
response, the patient says a little worse
    -1 average 8; 0 injection ultrasound; 42 average 5; 42 pgic 5
    day 70: responded level response pending final +pgic_discordant
no response, the patient says much improved
    -1 average 8; 0 injection ultrasound; 42 average 8; 42 pgic 2
    day 70: failed_no_response level none final +pgic_discordant ?anaesthetic_unknown
no response, the patient says a little improved
    -1 average 8; 0 injection ultrasound; 42 average 8; 42 pgic 3
    day 70: failed_no_response level none final ?anaesthetic_unknown
partial, the patient says much improved
    -1 average 8; 0 injection ultrasound; 42 average 6.4; 42 pgic 2
    day 70: partial level partial final +pgic_discordant ?optimise_conservative
partial, the patient says a little worse
    -1 average 8; 0 injection ultrasound; 42 average 6.4; 42 pgic 5
    day 70: partial level partial final ?optimise_conservative
partial, the patient says much worse
    -1 average 8; 0 injection ultrasound; 42 average 6.4; 42 pgic 6
    day 70: partial level partial final +pgic_discordant ?optimise_conservative
delayed: the first window is asked, not the second
    -1 average 8; 0 injection ultrasound; 42 average 6.4; 42 pgic 1; 84 average 3; 84 pgic 1
    day 130: responded level substantial sustained final +delayed +pgic_discordant
""")
