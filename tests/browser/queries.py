"""What people type into the search page, in their own spelling, and the pages that answer it.

A line is `query = page page ...`; the edition is the one that the section names. Pages are those of docs/en/.
"""

import re

DOSES = re.compile(
    r"taking|liquids|key-facts|(?:stopping#steps-down|children#doses|kidneys#doses|pump#amounts)$"
)  # whose figures no emergency may meet first


def table(text: str) -> dict[str, tuple[str, ...]]:
    lines = (line.partition(" = ") for line in text.strip().splitlines() if line.strip())
    return {asked.strip(): tuple(pages.split()) for asked, _, pages in lines}


def listed(texts: dict[str, str]) -> dict[str, list[str]]:
    return {
        region: [asked.strip() for asked in text.replace("\n", ";").split(";") if asked.strip()]
        for region, text in texts.items()
    }


COMMON = {
    "us": table("""
cant wake him up = missed help
child ate my pills = missed help children
pill twice by axident = too-much
hes having a fit = help withdrawal
unconscious = help
can not breathe = help
suisidal = who help side-effects
kill myself = who help side-effects
seeing bugs on the wall = withdrawal
half a tablet = tablets
crush pills g tube = tablets
flexeril = mixing
weed = mixing
marijuana = mixing
advil = mixing
sex problems = side-effects
wet myself = side-effects questions
fell over = side-effects questions older
wieght = side-effects questions
run out on vacation = stopping
is it a narcotic = questions
who wrote this = about-site
overdose = too-much
withdrawls = withdrawal
ran out = stopping questions
i have run out = stopping questions
stop = stopping questions
can i just stop = stopping questions
taper = stopping questions
coming off = stopping withdrawal
withdrawl = withdrawal stopping questions
withdrawal symptoms = withdrawal questions
forgot = missed questions
forgot a dose = missed questions
missed dose = missed questions
took too much = missed questions
too much = missed questions pump
vomit = missed questions children
child was sick = missed children questions
sleepy = side-effects questions
drowsiness = side-effects questions driving
dizzy = side-effects questions
weak legs = side-effects questions
side effects = side-effects
sideeffects = side-effects
weight gain = side-effects questions
can i drink = mixing questions
alcohol = mixing questions
beer = mixing questions
can i drive = driving questions
driving = driving questions
painkiller = mixing questions
ibuprofen = mixing questions
tizanidine = mixing questions
gabapentin = mixing questions
kidney = kidneys questions
dialysis = kidneys questions
hospital = hospital questions
operation = hospital questions
surgery = hospital questions
beeping = pump questions
pump alarm = pump questions
liquid strength = liquids
new bottle looks different = liquids questions
pregnant = pregnancy questions
breastfeeding = pregnancy questions
child dose = children taking
how long until it works = about questions
lioresal = about pump
baclofin = about key-facts
baclosign = about
maximum dose = taking key-facts
emergency = help
"""),
    "uk": table("""
samaritans = who help
overslept and missed mornin pill = missed
co-codamol = mixing
nurofen = mixing
epilim = mixing
cannabis = mixing
two beers = mixing
DVLA = driving
my mum is on dialasis = kidneys
shelf life = tablets liquids
lyrica = mixing
dentist = hospital questions
sertraline = mixing
"""),
}

# People of ten kinds: parents, carers, old and young, with a pump, on the road, in recovery, at work, abroad,
# new to English, staff.
UNHEARD = {
    "us": table("""
how much for a 6 year old = children taking
kid spits it out = missed children questions
can i mix it in applesauce = tablets
hide it in yogurt = tablets
grape flavor = liquids taking
school nurse = children print
toddler dose = children taking
is it safe for kids = children
cerebral palsy = about children trials
potty accidents = side-effects
lost the syringe = liquids
teaspoon = liquids taking
shake the bottle = liquids taking
do i keep it in the fridge = tablets
left it in hot car = tablets
expired pills = tablets
grandma gave him a second dose = too-much
can she have tylenol = mixing
benadryl = mixing
adhd meds = mixing
zoloft = mixing
prozac = mixing
cymbalta = mixing
xanax = mixing
ambien = mixing
oxycodone = mixing
vicodin = mixing
norco with it = mixing
tramadol = mixing
neurontin = mixing
lyrica and this together = mixing
aleve = mixing
motrin = mixing
aspirin = mixing
zanaflex = mixing
robaxin = mixing
soma = mixing
cbd gummies = mixing
smoking pot = mixing
edibles = mixing
glass of wine with dinner = mixing
tequila = mixing
hung over = mixing
lisinopril = mixing
blood pressure pills = mixing
metformin = mixing
insulin = mixing
lithium = mixing
sinemet = mixing
melatonin = mixing
magnesium = mixing
vitamins = mixing
st johns wort = mixing
grapefruit juice = mixing taking
coffee = mixing taking
energy drinks = mixing taking
can my dog have it = children taking missed questions
dog ate it = missed children help questions
drug test at work = questions
will i fail a pee test = questions
is it addictive = questions who
controlled substance = questions
is this an opioid = questions
can i get high on it = who questions
street value = who
sell my pills = who
someone else's prescription = who
how much does it cost = about questions stopping
generic version = about
insurance wont pay = stopping questions
pharmacy is out = stopping
doctor is away no refills = stopping
lost my pills = stopping
spilled the bottle = stopping liquids
stolen meds = stopping
airplane = stopping taking driving pump questions
flying with meds = stopping taking driving pump questions
jet lag = taking missed
time zones = taking missed
night shift = taking missed driving
truck driver = driving
cdl = driving
forklift = driving
operate machinery = driving
back to work = driving
motorcycle = driving
gym = side-effects questions older driving
my legs gave out = side-effects questions
jelly legs = side-effects questions
wobbly = side-effects questions older
grandpa keeps falling = older side-effects
dementia = older who
confused mom 80 years old = older help withdrawal kidneys
beers list = older claims
cant pee = side-effects
peeing all the time = side-effects
constipated = side-effects
diarrhea = side-effects
throwing up = missed side-effects
nauseous = side-effects
stomach bug = missed questions
dry mouth = side-effects
metallic taste = side-effects
headache = side-effects
blurry vision = side-effects
ringing in ears = side-effects
itchy = side-effects withdrawal pump
rash = side-effects help
sweating a lot = side-effects
nightmares = side-effects questions
weird dreams = side-effects questions
cant sleep = side-effects questions trials
insomnia = side-effects questions trials
cant get hard = side-effects
libido = side-effects
hair loss = side-effects
gaining wait = side-effects questions
swollen ankles = side-effects
low blood pressure = side-effects mixing
heart racing = side-effects withdrawal
depressed = who side-effects
anxiety = about who
mood swings = who side-effects
brain fog = side-effects questions
slurring words = side-effects
twitching = side-effects withdrawal missed help
periods late = side-effects pregnancy questions
trying for a baby = pregnancy
birth control = pregnancy questions mixing
nursing mother = pregnancy
newborn jittery = pregnancy
breast milk = pregnancy
does it help back pain = about
sciatica = about
fibromyalgia = about
hiccups = about
acid reflux = about
GERD = about
trigeminal neuralgia = about
alcoholism = about trials
quit drinking = about trials mixing
stroke patient = about who
parkinsons = about mixing who
ms = about
spinal cord injury = about trials
how does it work = about
how long does it stay in your system = about stopping questions
half life = about questions
drug class = about
when will i feel better = about questions
not working anymore = trials questions
tolerance = trials questions about
spasms getting worse = questions trials help
starting dose = taking key-facts
10mg = taking about liquids key-facts
80mg a day = taking key-facts
5 mg 3 times a day = taking key-facts
how many hours apart = taking
before or after food = taking
empty stomach = taking
bedtime only = taking questions
as needed = taking questions
only when i have spasms = taking questions
cut in half = tablets
can i chew it = tablets
lyvispah = about taking liquids
fleqsuvy = about liquids taking
ozobax = about liquids taking
gablofen = about pump
kemstro = about
intrathecal = pump
pump refill late = pump
pump battery = pump
mri scan = pump hospital
airport security pump = pump
infection at pump site = pump
epidural = pump hospital mixing
knee replacement = hospital
anesthesia = hospital
tooth pulled = hospital questions
nothing by mouth before surgery = hospital
colonoscopy = hospital
liver = kidneys
creatinine = kidneys
stage 4 ckd = kidneys
kidney stones = kidneys
uti = questions side-effects stopping
overactive bladder catheter = side-effects questions
pressure sore = questions stopping
epilepsy = who side-effects mixing
schizophrenia = who
ulcer = who
diabetes = mixing who
lactose = who tablets
sugar free = liquids who
allergic to it = who help
switching from tizanidine = mixing stopping questions
stop cold turkey = stopping
wean off = stopping
cut down = stopping
double up tomorrow = missed
took it late = missed
skipped two days = missed stopping withdrawal
forgot last night = missed
how long does withdrawal last = withdrawal questions
detox = withdrawal stopping
wallet card = print
print a schedule = print
diary = print
app = print about-site
pdf = print
privacy = about-site
wrong information on this site = about-site
clinic link = clinics
sources = sources
what does spasticity mean = questions about
"""),
    "uk": table("""
heavy legs = side-effects questions
tired all the time = side-effects questions
knackered = side-effects questions
sativex = mixing
prescription charge = about questions stopping
repeat prescription = stopping
surgery closed = stopping
bank holiday = stopping
chemist has none left = stopping
gone on holiday without tablets = stopping
lyflex = about liquids
amitriptyline = mixing
citalopram = mixing
piriton = mixing
zopiclone = mixing
codeine = mixing
naproxen = mixing
pregabalin = mixing
diazepam = mixing
dantrolene = mixing
ramipril = mixing
a pint down the pub = mixing
spliff = mixing
tell the driving licence people = driving
drug driving = driving
car insurance = driving
tummy ache = side-effects
the runs = side-effects
feeling sick = side-effects missed
wee = side-effects
poo = side-effects
been sick after tablet = missed
doubled up = missed
nhs 111 = help
a&e = help
carer = questions who children help
care home = older print hospital who children
social services = questions
ramadan = taking missed
fasting = taking missed hospital
can i go swimming = side-effects driving questions older
sauna = side-effects questions
crush tablets = tablets
peg feed = tablets
blister pack = tablets
halal = who liquids tablets
gelatine = who liquids tablets
vegan = who liquids tablets
wheat gluten = who liquids tablets
passport letter for tablets = stopping print
having a baby = pregnancy
child minder = children print
mum has kidney failure = kidneys
dads kidneys are bad = kidneys
how strong is the liquid = liquids
ml = liquids
spoon = liquids taking
yellow card = help
report side effect = help about-site
reflux in babies = about
back spasm = about
restless legs = about
"""),
}

EMERGENCIES = {
    "us": table("""
cant wake him up = emergency
child ate my pills = poison
hes having a fit = emergency
unconscious = emergency
can not breathe = emergency
suisidal = crisis
kill myself = crisis
seeing bugs on the wall = emergency
overdose = poison
mom wont wake up = emergency
she is not waking up = emergency
unable to rouse my husband = emergency
hard to wake = emergency
unconcious = emergency
unresponsive = emergency
not responding = emergency
passed out on floor = emergency
collapsed = emergency
he fainted = emergency
in a coma = emergency
not breathing = emergency
barely breathing = emergency
shallow breaths = emergency
trouble breathing = emergency
shes struggling to breath = emergency
short of breath = emergency
turning blue = emergency
lips are blue = emergency
choking = emergency
seizure = emergency
siezure = emergency
seizing = emergency
convulsions = emergency
convulsing = emergency
shaking uncontrollably = emergency
toddler swallowed baclofen = poison
my 2 year old got into my medicine = poison
baby drank the liquid = poison
kid took grandmas pills = poison
took the whole bottle = poison
whole packet = poison
took 20 pills = poison
took all my pills = poison
too many pills = poison
over dose = poison
overdosed = poison
od = poison
took a handful of pills = poison
suicide = crisis
suicidal thoughts = crisis
sucidal = crisis
suicde = crisis
want to die = crisis
i dont want to live = crisis
end my life = crisis
ending it all = crisis
hurt myself = crisis
self harm = crisis
better off dead = crisis
lethal dose = crisis
how many pills to die = crisis
swollen lips = emergency
tongue is swelling = emergency
throat closing up = emergency
face swelled up = emergency
anaphylaxis = emergency
hallucinating = emergency
halucinations = emergency
seeing things = emergency
seeing things that arent there = emergency
hearing voices = emergency
delirious = emergency
stopped it and now fever = emergency
high fever and stiff = emergency
fever after missed doses = emergency
burning up and rigid since ran out = emergency
suddenly confused = emergency
not making sense = emergency
call 911 = emergency
ambulance = emergency
chest pain = emergency
he is dying = emergency
poisoned = poison
poison control = poison
number for poison control = poison
took 22 pills = poison
took 13 tablets = poison
took 100 mg = poison
took 120 milligrams of baclofen = poison
he took 12 10mg pills = poison
took fourteen pills = poison
drank 60 ml of it = poison
my 3 yr old swallowed baclofin = poison
baby breathing slow gave 10x dose liquid = emergency
he is shaking all over eyes rolled back = emergency
pump refill today now cant wake her = emergency
passed out after drinking w baclofen = emergency
please help he no wake up = emergency
"""),
    "uk": table("""
he wont wake up = emergency
fit = emergency
had a fit = emergency
she keeps having fits = emergency
fitting = emergency
my son is fitting = emergency
epileptic fit = emergency
cant rouse him = emergency
mum is unresponsive = emergency
gone floppy and wont wake = emergency
little one swallowed tablets = poison
he swallowed a whole strip = poison
took the whole box = poison
toddler ate tablet = poison
overdosed on tablets = poison
samaritans = crisis
suiside = crisis
top myself = crisis
dont want to be here anymore = crisis
harm myself = crisis
seeing spiders = emergency
hes seeing things = emergency
999 = emergency
blue lips = emergency
struggling for breath = emergency
took to many shud i go a&e = poison
pounding headache sweating spinal injury bp through the roof = emergency
breathing realy slow = emergency
lips and tounge swelling = emergency
dialysis nan confused cant rouse her = emergency
pump alarm beeping boiling hot and stiff = emergency
"""),
}

HARMLESS = listed(
    {
        "us": """
fit for work; overdose of chocolate; can I keep fit; fits my budget; sleeping tablets
will my pump be swollen?; cant sleep; wake up at night; I wake up early and cant get back to sleep
when to wake my child for a dose; seeing my doctor; seeing double; hearing test; fever reducer; child dose
kids school; can my child eat first; whole milk; pack size; bottle cap
breathing exercises; deep breath; breath test; chest exercises; dry lips; chapped lips; swollen feet
swollen ankles; sore throat; tongue tied; face cream; stiff neck; stiff in the morning
stopped working; missed one dose; took it twice; took it late; forgot; took my dose with milk
took pills with food; how many pills do I get; all my pills look different; too much sugar; end of treatment
my life insurance; I live alone; better off at night; die cutting; self employed; help me sleep
take it by myself; hurt my back; cut in half; call my doctor; room temperature; blue pill; blue light
took 20 mg; took 10mg of baclofen; took 7.5 mg baclofen; took 2 pills; took 2 by mistake
took my 8 am pill late; took 10 ml of liquid; take 10 milligrams tablets; seizure meds
black coffee; collapse the menu; confused about the dose; confused by the two bottles; which bottle
handful of nuts; swallow; hard to swallow; cant swallow pills; swallowing problems; small bottle
alcohol; weight gain; dizzy; sleepy; tired; nausea; itchy; rash; headache; travel; refill; cost; driving
birth control; dentist; flu shot; gym; yoga; food; coffee; milk; generic; dose chart; price
""",
        "uk": """
fit for work; can I keep fit; fit to drive; fit note; get fit; fitness class; does it fit in a dosette
pump fitting; fitting a pump; keep me fit; bit of a fit body; flu jab
when do I take it; half a tablet; cant get an appointment; surgery is shut; wake up call; tired when I wake
not sleeping; sleeping pills; breathing space; out of stock
my sons school; my daughter eats late; child proof lid; little spoon; whole tablet; packet leaflet
box of tablets; empty packet; strip lights; pack of 84
blue badge; voice mail; seeing the nurse; seeing a physio; seeing blurry; fever few; hay fever; stiff legs
stiff fingers; stiff joints; throat spray; lip balm
""",
    }
)

# A second round, written by other people of the same kinds after the words of data/search.yml were.
UNHEARD_LATER = {
    "us": table("""
does baclofen make you pee a lot = side-effects
why do i feel drunk = side-effects questions mixing
feel like a zombie = side-effects questions
legs turned to spaghetti = side-effects questions
can i have a margarita = mixing
one drink at a wedding = mixing
nyquil = mixing
gabbapentin = mixing
effexor xr = mixing
hydroxyzine for anxiety = mixing
ozempic = mixing
blood thinners = mixing
antibiotic for uti = mixing questions
can i take it with my heart pills = mixing
delta 8 = mixing
poison ivy medicine = mixing side-effects
cough drops = mixing
my cat licked it = children missed
puppy ate a tablet = children missed help
hid pill in peanut butter = taking
can you open the tablet = tablets
mickey button = tablets
pill stuck in throat = tablets
milkshake = taking
how many can i take in 24 hours = taking
is 60 a lot = taking
whats the max = taking key-facts
dose for 150 lb man = taking
going from 10 to 20 = taking
doc raised my dose = taking
can i take an extra one = missed taking
accidentally doubled = missed
gave him the wrong spoon = missed liquids
forgot my noon pill = missed
alarm did not go off = missed taking pump
four hours late = missed
threw up 20 minutes after = missed
puked right after = missed
rx ran out friday night = stopping
pharmacy wont fill until monday = stopping
prior authorization denied = stopping questions
moving to another state = stopping
going to mexico = stopping
tsa = stopping
left meds at hotel = stopping
in jail without meds = stopping withdrawal
how to get off this = stopping
weaning schedule = stopping
is it ok to quit after a week = stopping
do i need to taper from 5mg = stopping
jittery after stopping = withdrawal stopping
symptoms of coming off = withdrawal stopping
pins and needles = side-effects
cotton mouth = side-effects
pooping problems = side-effects
leaking urine = side-effects
wet the bed = side-effects
no sex drive = side-effects
puffy feet = side-effects
hot flashes = side-effects
ears ringing = side-effects
zits = side-effects
munchies = side-effects mixing
lost my appetite = side-effects
acting mean = side-effects
cant concentrate = side-effects
slept 14 hours = side-effects questions
fell in shower = side-effects older
blurred eyes = side-effects
a1c = mixing who kidneys
kidney numbers = kidneys
gfr 25 = kidneys
on hemo three times a week = kidneys
fatty liver = kidneys
80 year old father = older
nursing home resident = older print
mom with alzheimers = older
school form = children print
kindergarten teacher = children
how much for 40 pound child = children taking
my teen = children
pregant = pregnancy
breast feeding twins = pregnancy
7 weeks along = pregnancy
pump keeps beeping = pump
pump ran dry = pump
mri with pump = pump
cant make my refill appointment = pump stopping
wisdom teeth = hospital
c section = hospital pregnancy
root canal = hospital
outpatient procedure = hospital
is it safe to drive = driving
school bus driver = driving
warehouse job = driving
osha = driving
will it show up on a drug screen = questions
is baclofen a benzo = questions about mixing
is it a muscle relaxer = about
what are the white pills = about
who makes it = about
other name for baclofen = about
why was i given this = about
tmj = about
stiff person syndrome = about
ALS = about
trouble swallowing = tablets who
pink liquid = liquids
10 mg per 5 ml = liquids taking
what size syringe = liquids
compounding pharmacy = liquids
print this = print
download = print
can i get this in spanish = about-site
who is behind this website = about-site
references = sources
made by AI = about-site
"""),
    "uk": table("""
can i have a gin and tonic = mixing
calpol = mixing
lemsip = mixing
night nurse = mixing
anti-depressants = mixing
blood pressure tablets = mixing
water tablets = mixing
the pill = mixing
hrt = mixing
magic mushrooms = mixing
boots has none = stopping
order tablets late = stopping
gp wont give me more = stopping
easyjet = stopping
spain for two weeks = stopping
dropped tablets down the loo = stopping
blue light crash pill = driving
bus pass = driving questions
my licence = driving
forklift at work = driving
nil by mouth = hospital
hip op = hospital
pre op = hospital
wobbly on my feet = side-effects
tummy upset = side-effects
cant go for a wee = side-effects
off my food = side-effects
feeling rough = side-effects
weeing myself = side-effects
erection = side-effects
itchy skin = side-effects
lost my balance = side-effects
being sick = missed side-effects
missed my teatime one = missed
took two by mistake = too-much
kidney score = kidneys
poorly kidneys = kidneys
nan is 85 = older
my little girl has cp = about children
at nursery = children
expecting a baby = pregnancy
midwife = pregnancy
pump bleeping = pump
shake bottle first = liquids taking
measuring spoon = liquids
mix with food = taking
with breakfast = taking
dosette box = tablets
can i halve them = tablets
is it a steroid = questions about mixing
what is it for = about
does it work for ms = about trials
how quickly does it work = about
carers leaflet = print
who checked this = about-site
"""),
}

# A third round, by yet other people: those that are unlike the ones above.
UNHEARD_AGAIN = {
    "us": table("""
getting off baclofen = stopping
coming off it = stopping
going off it = stopping
took 2 pills instead of 1 = too-much
took 2 by mistake = too-much
jtube granules clog = tablets
is it adictive = who questions
shot of flu vaccine ok = mixing questions
need stiff legs to stand transfer = who
best time to wake up and take it = taking
swallow whole or crush = tablets
hot tub ok with pump = pump
emergency contraception plan b ok = mixing pregnancy
kid cant swallow tablets = children liquids taking
surgery next week keep taking? = hospital
how long til it kicks in = about
my feet swell a little = side-effects
can i skip a dose for a wedding = missed stopping taking
heart burn after taking it = side-effects taking
how to taper off 80 mg = stopping
itchy and anxious cutting down = withdrawal stopping
egfr 25 dose = kidneys
dose for 6 yr old cp = children
sleeping pills ok = mixing
does it help u sleep = trials side-effects questions
can i take it with seizure meds = mixing
dying to know how it works = about
kills my appetite = side-effects
can i just quit = stopping
giving it at school = children
dizzy when i stand = side-effects
"""),
    "uk": table("""
zapain = mixing
amitriptiline = mixing
daughter dribbling more = side-effects children
son threw up his medcine = children missed
school giving dose lunchtime = children taking
feeling low since started = side-effects who help
feel poorly first week = side-effects taking
easy read sheet to print = print about-site
swallowing tablets hard = liquids tablets
liquid baclofen strenght = liquids
5mg/5ml how many ml = liquids
which syringe oral = liquids
brest feeding = pregnancy
going on holiday abroad = stopping taking questions
got pissed last night safe to take = mixing
waking up in night for a wee = side-effects
fitted with a pump = pump
when will alarm go off for refill = pump
"""),
}

# A second and a third round of emergencies and everyday words, written before the words of data/search.yml
# that answer them.
EMERGENCIES_LATER = {
    "us": table("""
my husband wont open his eyes and hes snoring weird = emergency
moms lips look grayish and shes hardly breathing = emergency
she just had a siezure in the shower = emergency
having a seisure for ten minutes what do i do = emergency
he had a fit at work and hit his head = emergency
dad confused on dialisis since tuesday = emergency
grandma is really confused with a fever = emergency
not responding to my voice just drools = emergency
cant take a deep breath chest feels heavy = emergency
poop is black like tar = emergency
threw up blood after pills = emergency
vomit looks like coffee grounds = emergency
havent been able to pee all day = emergency
so sleepy after dialysis he falls asleep talking = emergency
jerking a lot and sleepy kidney failure = emergency
missed 3 doses legs locked up so bad cant move = emergency
speech suddenly slurred = emergency
pump alarm going off and im itching all over = emergency
missed pump refill spasms are unbearable and fever = emergency
shes gonna hurt herself i think = crisis
my toddler took one of my tablets = poison
he drank 25 ml of the liquid = poison
took 80 mg at once by accident = poison
gave my kid 10 ml insted of 1 ml = poison
took a double dose and feel weird = poison
took 6 of the 20s at once = poison
took my nighttime pills twice feel really drowsy = poison
drank beer with 60 mg baclofen cant stay awake = emergency
hes not acting right and seeing people in the room since we ran out = emergency
i took alot of baclofen and im scared = poison
"""),
    "uk": table("""
he had a fit in bed last nite = emergency
shes been having a fit for 10 minutes = emergency
mum confused on dialysis = emergency
nan is confused and wont eat or drink = emergency
why is he confused since his dose went up = emergency
high body temperature and shaking after no tablets for 2 days = emergency
hubby wont come round = emergency
lad gone all floppy and wont answer me = emergency
her breathings gone all slow and rattly = emergency
coughing up blood and black poo = emergency
cant wee at all since last night tummy huge = emergency
baby had a tablet in her mouth = poison
my little un took one tablet = poison
gave her 10mls instead of 1ml = poison
he necked a load of tablets = poison
took the wrong amount 50mg in one go = poison
ive took double my tablets by mistake and im so drowsy = poison
shes had twice the dose and is really sleepy = poison
pump is beeping and my legs are like boards = emergency
pump run dry itching = emergency
my face has gone droopy one side = emergency
his talking has gone all slurry all of a sudden = emergency
throats swelling up cant swallow = emergency
my brother says hes going to kill himself tonight = crisis
i cant do this anymore = crisis
daughter has taken an overdose of baclofen = poison
think she took something shes barely conscious = emergency
twitching and jerking and really confused bad kidneys = emergency
rigid and roasting since i stopped = emergency
spinal injury banging headache bright red face sweating = emergency
"""),
}

HARMLESS_LATER = listed(
    {
        "us": """
will it fit in my pill box; how do i fit it in my day; i have to fit it around work
confused about how to take it; confused why there are two strengths; confused by the label
is it normal to be sleepy at first; baclofen 20 mg three times a day; how much baclofen 80 mg a day
is 60 mg a day too much; can i take 20 mg at once; 5 ml three times a day
how many ml is 10 mg; took my first 5 mg last night; took one tablet this morning
how much can my child take; my son takes 10 mg at school; can i give blood on baclofen
my blood pressure is a bit low; blood test before starting; how long does a pump last
pump battery replacement; can i double my dose next week; double strength liquid
seizure history can i take it; deep breathing helps spasms; slurred speech in ms
can i take it on dialysis days; hurt my shoulder; i take 100 mg a day
""",
        "uk": """
fit for surgery; fit in with mealtimes; what fits in a dosette box; is it given for fits
responding well to treatment; store at what temperature; sleepy in the afternoon
10mg three times a day is that normal; max dose 100mg a day; dose went up to 60 mg
25 mg dose how many tablets; 5ml spoon; 300ml bottle price; gave him his 5 ml at teatime
took 30 mg a day for years; can i take two tablets together; i take 2 at night instead of 1
took tablet late is that ok; child wont take one tablet whole; my daughter took her tablet with juice
blackcurrant squash; pump clinic near me; alarm on my phone for doses; physio hurts
seeing the doctor on monday; confusing leaflet; waking up stiff; why cant i go on holiday with it
why am i confused what to take; is my husband fit to travel
""",
    }
)

EMERGENCIES_AGAIN = {
    "us": table("""
having a fit for 10 minutes = emergency
he had a fit in bed = emergency
confused with fever = emergency
not responding to voice = emergency
high body temperature = emergency
cant take a deep breath = emergency
black stools = emergency
throwing up blood = emergency
cannot pee at all = emergency
very sleepy on dialysis = emergency
jerky on dialysis = emergency
much worse tightness after missed doses = emergency
sudden slurred speech = emergency
pump beeping = emergency
pump empty = emergency
itching with my pump = emergency
she might hurt herself = crisis
child took one tablet = poison
drank 25 ml = poison
took 80 mg at once = poison
gave 10 ml instead of 1 ml = poison
took a double dose = poison
my wife had a fit in the car on the way to work = emergency
he got confused when he woke up = emergency
mom confused how she got here = emergency
confused why she is in the hospital = emergency
dad doesnt know what year it is = emergency
grandpa wont respond when i talk to him = emergency
swallowed a month of pills = poison
4 year old ate one pill off the floor = poison
dose was supposed to be 2ml i gave 20 = poison
husband took all his baclofin and wrote a note = crisis
speech all messed up suddenly and arm weak = emergency
skipped my meds 2 days spasms are insane = emergency
pump refill was missed and i feel awful = emergency
his skin is gray and clammy = emergency
stool looks like tar = emergency
peed nothing in 14 hours = emergency
fell asleep mid sentence bad kidneys = emergency
i want to hurt myself with these pills = crisis
took 90mg all together = poison
sezure again right now = emergency
my dad is really out of it and drooling since the new pill = emergency
roommate took like 15 of my muscle relaxers = poison
gave baby tenfold dose = poison
accidentally gave 4 times the dose to my kid = poison
took both my morning and night pills together and feel sleepy = poison
his chest isnt moving = emergency
eyes rolling back jerking = emergency
hallucinating after cold turkey = emergency
mom picks at things that arent there = emergency
tongue swelling after first pill = emergency
my heart is racing and sweating ran out 3 days ago = emergency
pump is making a sound like an alarm = emergency
took 3 times what i should of = poison
i drank the whole bottle of liquid baclofen = poison
he isnt making sense and has kidney disease = emergency
"""),
    "uk": table("""
fitting for ages wont stop = emergency
hes confused on his new tablets = emergency
confused if its day or night = emergency
she had a fit to start with then went floppy = emergency
had a fit with foaming at the mouth = emergency
took two days worth in one go = poison
my mum took her tablets twice and is dead drowsy = poison
gran is talking gobbledegook = emergency
not had any tablets since friday really stiff and boiling = emergency
pump has run out and legs rock hard = emergency
little lad swallowed one of nans tablets = poison
gave him a teaspoon instead of half a ml = poison
cant get him to wake = emergency
went blue round the mouth = emergency
thinking of ending it all with tablets = crisis
she says she wants to die = crisis
been sick and theres blood in it = emergency
not had a wee since yesterday = emergency
been given ten times too much by the chemist = poison
wife gone all confused and twitchy after starting baclofen dialysis = emergency
hes fitting in the bath = emergency
she was fitting the whole night = emergency
nan confused in the night = emergency
confused by everything cant tell the time = emergency
my lad drank some of his sisters medicine = poison
gave 5ml twice by mistake to my toddler = poison
took 60mg by accident = poison
had 10 tablets instead of 1 = poison
i feel like ending my life = crisis
dad wont rouse = emergency
he is not responding properly = emergency
black tarry poo = emergency
passing blood when i poo = emergency
legs so much worse since i ran out of tablets = emergency
very drowsy after starting it on dialysis = emergency
"""),
}

HARMLESS_AGAIN = listed(
    {
        "us": """
fit in the cup holder; will this fit with my lifestyle; confused about which one to take
confused about the two strengths; confused on when to take it; is it safe to take with food
what temperature to store it
took it with food; gave my son 5 ml this morning; my son took his pill late; can i take 2 at once
can i take 40 mg a day; 30 mg at bedtime; 60mg per day for ms; is 100 mg per day safe
my doctor doubled my dose
blood pressure meds; blood thinner; blood work; dialysis diet; what is dialysis; kidney friendly
sleepy after lunch; pump vs oral; pump surgery recovery; itchy scalp; itchy skin with tablets; pump size
seizure meds together; epilepsy; hurt my back lifting; how do i stop hiccups; black and white tablet
coffee in the morning; deep tissue massage; tight hamstrings; tight shoes; stiff hips in cold weather
how long does it take to work; can i take it all at once; whole pill or half; take it with tylenol
my husband takes 20 mg; is 90 mg too high; doctor says take 2 tablets; took my last pill today
why do my legs jerk at night; sudden stop dangerous; sick of taking pills; black label warning
heavy periods; heavy lifting; chest cold; more than one doctor; given by school nurse; gave up drinking
boiling water with granules; solid food; people like me; stopped smoking; cramps in calf; pump cost
pump pocket; my kid hates the taste; kid had one yesterday and did fine; one tablet for my son
""",
        "uk": """
fit note for work; can you keep fit with ms; is he fit to fly; take 25 ml a day; gave her 2.5 ml
10 ml spoon instead of syringe; 5 mg tablets instead of 10 mg; can i take it at 6 pm instead of 8
my 6 year old takes 5 ml; child takes one tablet three times a day; how to get child to take medicine
tablets for 28 days; wees a lot; constipation; hard poo; been sick; cough; seeing a physio; sick note
slurred speech; twitchy leg at night; drowsy in the morning; double cream; go on a cruise
since when is it licensed; one tablet or two; what does 10mg look like; overnight; hot water bottle
not eating breakfast
stoma; jerky movements; drowsy driver; sudden weather change; tight budget; family history
had one yesterday; is one tablet enough; took a week to work; took ages; solid tablets; itchy nose
pump waiting list; left hand numb; can i miss a dose for surgery; blood donor; ill with a cold; weak bladder
eyes test; twice the price; double check my dose; went on holiday; seeing things differently
""",
    }
)
