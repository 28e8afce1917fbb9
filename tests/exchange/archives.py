"""Small archives for tests, and a clinic to take them in."""

import itertools
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from cortitrack.domain.clinic import Clinic
from cortitrack.services import clinics
from cortitrack.services.bench import Bench
from cortitrack.services.desk import Desk
from cortitrack.services.transfer import ImportReport

NOW = datetime(2026, 3, 4, 10, 30, tzinfo=timezone(timedelta(hours=1)))

PATIENTS = "patient_id,family_name,given_name,birth_date\nP1,Ōkubo,Ren,1961-05-06\nP2,Řeháková,,1970-01-31\n"
PROBLEMS = "problem_id,patient_id,site,side\nB1,P1,knee,left\nB2,P2,shoulder,right\n"
INJECTIONS = "injection_id,problem_id,given_on,drug,dose_mg\nI1,B1,2026-01-10,betamethasone,4\n"
SCORES = "score_id,problem_id,on,kind,value\nS1,B1,2026-01-09,average,7.5\nS2,B1,2026-02-20,average,2\n"
SMALL = {
    "patients.csv": PATIENTS,
    "problems.csv": PROBLEMS,
    "injections.csv": INJECTIONS,
    "pain_scores.csv": SCORES,
}
# One record of every kind with every column filled in, texts that need quoting, several scripts.
FULL = {
    "patients.csv": "patient_id,family_name,given_name,birth_date,sex,record_number,phone,email,address,language,"
    "allergies,conditions,note\r\n"
    '"P,1","O""Hara – 山田",Ἀριστώ,1950-12-31,other,R-7,+0 1,a@b.example,"1 Mill Rise\nWestmere",el,latex,'
    "diabetes, kept as it is \r\n",
    "problems.csv": "problem_id,patient_id,site,side,diagnosis,icd10,onset_on,primary_kind,closed_on,note\r\n"
    'B1,"P,1",lumbar_spine,midline,radicular pain,M54.1,2025-01-02,worst,2026-02-01,n\r\n',
    "injections.csv": "injection_id,problem_id,given_on,given_at,target,drug,dose_mg,volume_ml,anaesthetic,"
    "anaesthetic_ml,guidance,approach,operator,lot,expires_on,adverse,note,region\r\n"
    "I1,B1,2025-06-01,09:05,epidural,other,0.5,1.25,lidocaine,3,ct,lateral,me,L1,2030-01-01,none seen,x,"
    "lumbar_transforaminal\r\n",
    "pain_scores.csv": "score_id,problem_id,on,at,kind,phase,minutes_after,value,scale,source,note\r\n"
    "S1,B1,2025-06-01,09:00,worst,pre,,7.5,nrs,clinic,\r\n"
    "S2,B1,2025-06-01,,current,anaesthetic,30,20,vas,phone,n\r\n",
    "impressions.csv": "impression_id,problem_id,on,pgic,best_relief_percent,relief_weeks,note\r\n"
    "M1,B1,2025-07-01,2,62.5,3.5,n\r\n",
    "instrument_totals.csv": "total_id,problem_id,on,instrument,total\r\nT1,B1,2025-07-01,eq5d_index,-0.25\r\n",
    "therapy_sessions.csv": "session_id,problem_id,on,kind,attended,therapist,content,adherence_percent,note\r\n"
    "H1,B1,2025-06-20,home,no,T,stretching,80,n\r\n",
    "procedures.csv": "procedure_id,problem_id,on,kind,target,product,steroid,steroid_mg,relief_percent,relief_hours,"
    "guidance,note,volume_ml,number_in_series,nerve,level,side,drug,drug_mg,temperature_c,seconds,"
    "relief_3_months_percent,relief_6_months_percent,relief_12_months_percent,unusual_why\r\n"
    "R1,B1,2025-09-01,barbotage,t,p,s,1,50,2.5,ultrasound,n,,,,,,,,,,,,,\r\n"
    'R2,B1,2025-10-01,rfa,facet,,,,80,6,fluoroscopy,n,2.5,1,medial branch,"L4, L5",left,lidocaine,40,80.5,90,'
    "70,60,50,no block before\r\n",
    "surgeries.csv": "surgery_id,problem_id,on,kind,status,surgeon,outcome,note,unusual_why\r\n"
    "U1,B1,2027-01-01,spinal_fusion,planned,S,,n,no scan yet\r\n",
    "medications.csv": "medication_id,patient_id,problem_id,class,drug,dose,route,from_on,to_on,effect,note,"
    "stopped_why\r\n"
    'D1,"P,1",B1,nsaid,naproxen,500 mg,mouth,2025-01-01,2025-02-01,some,n,stomach\r\n'
    'D2,"P,1",,opioid,tramadol,,,2025-01-01,,,,\r\n',
    "measures.csv": "measure_id,problem_id,on,kind,value,unit,to_on,note,what,hours_a_day,height_cm,target\r\n"
    "E1,B1,2025-06-01,weight,84.5,kg,2025-07-01,n,,,172.5,78\r\n"
    "E2,B1,2025-06-01,brace,,,,,lumbar belt,4.5,,\r\n",
    "imaging.csv": "imaging_id,problem_id,on,modality,finding,grade,size_cm,level,text,requested_on,"
    "own_reading,agrees_with_report,kept_at\r\n"
    "G1,B1,2025-05-01,mri,nerve_compression,2,1.5,L5,seen,2025-04-20,the same,yes,the radiology archive\r\n",
    "incidents.csv": "incident_id,problem_id,on,kind,note\r\nN1,B1,2025-05-01,fracture,n\r\n",
    "overrides.csv": "override_id,injection_id,on,judgement,why,clinician\r\nO1,I1,2025-09-01,partial,w,c\r\n",
    "reassessments.csv": "reassessment_id,problem_id,on,clinician,working_diagnosis,alternatives,changed,painful_sites,"
    "low_mood,poor_sleep,own_reading,agrees_with_report,technique,effusion_or_synovitis,referred_pain,"
    "spine_and_nerves,provoking_tests,selective_block,structure,structure_basis,note\r\n"
    "A1,B1,2025-08-01,me,stenosis,hip,yes,3,no,yes,narrow,no,on target,no,yes,reflex gone,Lasègue,L5 80 %,L5 root,"
    "anaesthetic_80,n\r\n"
    "A2,B1,2025-08-02,,,,,,,,,,,,,,,,,,\r\n",
    "pathway_items.csv": "item_id,problem_id,on,item,state,by,why\r\n"
    "K1,B1,2025-08-01,intolerance,done,me,rash\r\nK2,B1,2025-08-01,prp,declined,,\r\n",
    "pathway_moves.csv": "move_id,problem_id,on,stage,why,by\r\nV1,B1,2025-08-01,surgical,weakness,me\r\n",
    "therapy_plans.csv": "plan_id,problem_id,from_on,kind,aim,sessions_planned,home_programme,manual_therapy,to_on,"
    "adherence_percent,note\r\nL1,B1,2025-06-10,pt,walk a mile,12,twice a day,grade III,2025-09-01,75.5,n\r\n",
    "exercises.csv": "exercise_id,problem_id,on,exercise,sets,repetitions,load,load_unit,progress,note\r\n"
    "X1,B1,2025-06-20,bridge,3,12,2.5,kg,easier,n\r\n",
    "range_of_motion.csv": "motion_id,problem_id,on,movement,degrees,passive,note\r\n"
    "Q1,B1,2025-06-20,extension,-5.5,yes,n\r\n",
    "consultations.csv": "consultation_id,problem_id,asked_on,specialty,to_whom,urgency,question,seen_on,outcome,"
    "note\r\n"
    "C1,B1,2025-08-10,spine,Dr Who,urgent,operate?,2025-08-20,yes,n\r\n",
    "talks.csv": "talk_id,problem_id,on,by,benefit_and_risk,recovery_time,complications,realistic_outcome,goal,"
    "expectation,note\r\nW1,B1,2025-08-21,me,yes,no,,yes,to garden,no pain,n\r\n",
    "function_marks.csv": "mark_id,problem_id,on,limited,note,by\r\nF1,B1,2025-08-01,yes,ten steps,me\r\n",
    "risks.csv": "risk_id,patient_id,kind,from_on,to_on,value,unit,site,side,detail,note\r\n"
    'Y1,"P,1",diabetes,2020-01-01,,7.4,%,,,type 2,n\r\n'
    'Y2,"P,1",prosthesis,2019-01-01,2025-01-01,,,knee,left,,\r\n',
    "red_flags.csv": "flag_id,problem_id,on,flag,present,resolved_on,by,note\r\n"
    "Z1,B1,2025-08-01,myelopathy,no,,me,n\r\nZ2,B1,2025-08-01,fever,yes,2025-08-03,,\r\n",
    "safety_answers.csv": "answer_id,injection_id,on,rule,level,answer,who,role,why\r\n"
    "J1,I1,2025-06-01,S20,alert,acknowledged,,,\r\nJ2,I1,2025-06-01,S1,stop,overridden,me,physician,agreed\r\n",
}


_numbers = itertools.count()


def folder(place: Path, files: Mapping[str, str | bytes], name: str = "archive") -> Path:
    """Write these files into a folder."""
    made = place / name
    made.mkdir()
    for file, content in files.items():
        (made / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    return made


def packed(place: Path, files: Mapping[str, str | bytes], name: str = "archive.zip") -> Path:
    """Write these files into a zip."""
    with zipfile.ZipFile(place / name, "w", zipfile.ZIP_DEFLATED) as made:
        for file, content in files.items():
            made.writestr(file, content)
    return place / name


def bench(now: Callable[[], datetime] = lambda: NOW) -> Bench:
    """A bench whose clock stands and whose randomness is known."""
    return Bench(now=now, random_bits=Random(next(_numbers)).getrandbits, user="tester", fonts=Path())


def clinic(place: Path) -> Desk:
    """A new, empty clinic."""
    return clinics.create(place / f"clinic-{next(_numbers)}.cortitrack", Clinic(name="A clinic"), bench())


def said(report: ImportReport) -> list[tuple[str, int, str, str]]:
    """What was refused, as file, row, field, code."""
    return [(r.file, r.row, r.field, r.why.value) for r in report.refusals]


def totals(report: ImportReport) -> tuple[int, int, int, int, int]:
    """Added, unchanged, corrected, refused, skipped over all kinds."""
    counts = report.counts.values()
    names = ("added", "unchanged", "corrected", "refused", "skipped")
    return tuple(sum(getattr(c, name) for c in counts) for name in names)
