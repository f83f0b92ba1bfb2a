package formula

import "strings"

// symbols lists commands: the name, the sign, its class, and how it is written
// without it; a dash stands for the name itself.
const symbols = `
alpha α o -
beta β o -
gamma γ o -
delta δ o -
epsilon ε o -
varepsilon ε o epsilon
zeta ζ o -
eta η o -
theta θ o -
vartheta ϑ o theta
iota ι o -
kappa κ o -
lambda λ o -
mu μ o -
nu ν o -
xi ξ o -
omicron ο o -
pi π o -
varpi ϖ o pi
rho ρ o -
varrho ϱ o rho
sigma σ o -
varsigma ς o sigma
tau τ o -
upsilon υ o -
phi φ o -
varphi φ o phi
chi χ o -
psi ψ o -
omega ω o -
Gamma Γ o -
Delta Δ o -
Theta Θ o -
Lambda Λ o -
Xi Ξ o -
Pi Π o -
Sigma Σ o -
Upsilon Υ o -
Phi Φ o -
Psi Ψ o -
Omega Ω o -
pm ± b +-
mp ∓ b -+
times × b *
cdot · b *
ast ∗ b *
star ⋆ b *
div ÷ b /
setminus ∖ b \
cap ∩ b intersect
cup ∪ b union
sqcap ⊓ b meet
sqcup ⊔ b join
wedge ∧ b and
land ∧ b and
vee ∨ b or
lor ∨ b or
oplus ⊕ b (+)
ominus ⊖ b (-)
otimes ⊗ b (x)
odot ⊙ b (.)
circ ∘ b o
bullet • b *
uplus ⊎ b union+
amalg ⨿ b amalg
le ≤ r <=
leq ≤ r <=
leqslant ≤ r <=
ge ≥ r >=
geq ≥ r >=
geqslant ≥ r >=
ll ≪ r <<
gg ≫ r >>
lt < r <
gt > r >
ne ≠ r !=
neq ≠ r !=
equiv ≡ r ==
approx ≈ r ~=
cong ≅ r ~=
sim ∼ r ~
simeq ≃ r ~=
propto ∝ r proportional-to
prec ≺ r precedes
succ ≻ r succeeds
preceq ⪯ r precedes-or-equals
succeq ⪰ r succeeds-or-equals
in ∈ r in
notin ∉ r not-in
ni ∋ r contains
subset ⊂ r subset
subseteq ⊆ r subset-or-equal
subsetneq ⊊ r proper-subset
supset ⊃ r superset
supseteq ⊇ r superset-or-equal
nsubseteq ⊈ r not-subset
mid ∣ r |
nmid ∤ r not-divides
parallel ∥ r ||
perp ⟂ r perpendicular
models ⊨ r |=
vdash ⊢ r |-
dashv ⊣ r -|
asymp ≍ r asymp
doteq ≐ r =.
coloneqq ≔ r :=
triangleq ≜ r :=
to → r ->
rightarrow → r ->
longrightarrow ⟶ r -->
leftarrow ← r <-
gets ← r <-
longleftarrow ⟵ r <--
leftrightarrow ↔ r <->
longleftrightarrow ⟷ r <-->
Rightarrow ⇒ r =>
implies ⟹ r ==>
Longrightarrow ⟹ r ==>
Leftarrow ⇐ r <=
impliedby ⟸ r <==
Leftrightarrow ⇔ r <=>
Longleftrightarrow ⟺ r <==>
iff ⟺ r <==>
mapsto ↦ r |->
longmapsto ⟼ r |-->
hookrightarrow ↪ r ->
uparrow ↑ r up
downarrow ↓ r down
updownarrow ↕ r up-down
Uparrow ⇑ r up
Downarrow ⇓ r down
nearrow ↗ r up-right
searrow ↘ r down-right
rightharpoonup ⇀ r ->
rightleftharpoons ⇌ r <=>
leadsto ⇝ r ~>
therefore ∴ r therefore
because ∵ r because
sum ∑ l sum
prod ∏ l product
coprod ∐ l coproduct
int ∫ l integral
iint ∬ l integral
iiint ∭ l integral
oint ∮ l integral
bigcup ⋃ l union
bigcap ⋂ l intersect
bigvee ⋁ l or
bigwedge ⋀ l and
bigoplus ⨁ l (+)
bigotimes ⨂ l (x)
bigsqcup ⨆ l join
infty ∞ o infinity
partial ∂ o d
nabla ∇ o nabla
forall ∀ o forall
exists ∃ o exists
nexists ∄ o not-exists
neg ¬ o not
lnot ¬ o not
top ⊤ o top
bot ⊥ o bottom
emptyset ∅ o {}
varnothing ∅ o {}
aleph ℵ o -
beth ℶ o -
hbar ℏ o -
ell ℓ o l
Re ℜ o Re
Im ℑ o Im
wp ℘ o -
imath ı o i
jmath ȷ o j
angle ∠ o angle
measuredangle ∡ o angle
triangle △ o triangle
square □ o square
Box □ o square
blacksquare ■ o qed
qed ∎ o qed
diamond ⋄ o diamond
degree ° o deg
prime ′ o '
dag † o dagger
dagger † o -
ddagger ‡ o -
checkmark ✓ o check
flat ♭ o -
sharp ♯ o -
natural ♮ o -
clubsuit ♣ o clubs
diamondsuit ♢ o diamonds
heartsuit ♡ o hearts
spadesuit ♠ o spades
dots … o ...
ldots … o ...
cdots ⋯ o ...
dotsc … o ...
dotsb ⋯ o ...
vdots ⋮ o :
ddots ⋱ o ...
colon : r :
pounds £ o GBP
euro € o EUR
copyright © o (c)
S § o section
P ¶ o paragraph
backslash \ o \
vert | o |
Vert ‖ o ||
| ‖ o ||
lvert | p |
rvert | c |
lVert ‖ p ||
rVert ‖ c ||
langle ⟨ p <
rangle ⟩ c >
lfloor ⌊ p floor(
rfloor ⌋ c )
lceil ⌈ p ceil(
rceil ⌉ c )
lbrace { p {
rbrace } c }
{ { p {
} } c }
lbrack [ p [
rbrack ] c ]
lparen ( p (
rparen ) c )
% % o %
$ $ o $
& & o &
# # o #
_ _ o _
`

// characters lists characters that authors write themselves and no command
// above stands for, with their class and how they are written in ASCII.
const characters = `
+ + b +
- − b -
− − b -
* ∗ b *
/ / o /
= = r =
< < r <
> > r >
: : r :
, , , ,
; ; , ;
( ( p (
[ [ p [
) ) c )
] ] c ]
! ! c !
√ √ o sqrt
⋅ · b *
` + "² ² o ^2\n³ ³ o ^3\n½ ½ o 1/2\n¼ ¼ o 1/4\n" + `Ⅎ Ⅎ o F
µ µ o mu
ℝ ℝ o R
ℤ ℤ o Z
ℕ ℕ o N
ℚ ℚ o Q
ℂ ℂ o C
`

// functions lists commands that are names of functions.
const functions = " arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lcm lg lim liminf limsup ln log max min Pr rank sec sgn sin sinh sup tan tanh tr "

// symbol looks a command up.
func symbol(name string) (node, bool) {
	if strings.Contains(functions, " "+name+" ") {
		return node{text: name, name: name, class: function}, true
	}
	i := strings.Index(symbols, "\n"+name+" ")
	if i < 0 || strings.ContainsAny(name, " \n") {
		return node{}, false
	}
	line, _, _ := strings.Cut(symbols[i+1:], "\n")
	return entry(line), true
}

// character looks up what an author may write as itself.
func character(r rune) node {
	s := string(r)
	if i := strings.Index(characters, "\n"+s+" "); i >= 0 && r != '\n' {
		line, _, _ := strings.Cut(characters[i+1:], "\n")
		return entry(line)
	}
	if i := strings.Index(symbols, " "+s+" "); r > 0x7e && i >= 0 {
		line, _, _ := strings.Cut(symbols[strings.LastIndexByte(symbols[:i], '\n')+1:], "\n")
		return entry(line)
	}
	return node{text: s, name: s, class: ordinary}
}

// entry reads a line of symbols or characters.
func entry(line string) node {
	f := strings.Split(line, " ")
	n := node{text: f[1], class: class(f[2][0]), name: strings.ReplaceAll(f[3], "-", " ")}
	switch {
	case f[3] == "-" && len(f[0]) > 1 && f[0][0] < 0x80:
		n.name = f[0]
	case strings.IndexFunc(f[3], letter) < 0:
		n.name = f[3] // the dash of an arrow
	}
	return n
}

func letter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// raised and lowered give the small forms of characters: each character is
// followed by its form.
const (
	raised = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ" +
		"AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ′′"
	lowered = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ"
)

// small writes s in raised or lowered characters, if it has them all.
func small(s, forms string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		found := false
		pick := true
		var last rune
		for _, f := range forms {
			if !pick && last == r {
				b.WriteRune(f)
				found = true
				break
			}
			last, pick = f, !pick
		}
		if !found {
			return "", false
		}
	}
	return b.String(), true
}

// double returns letters with a doubled stroke, for the sets of numbers.
func double(s string) (string, bool) {
	return small(s, "CℂHℍNℕPℙQℚRℝZℤ")
}

// script returns letters in script, as far as most fonts have them.
func script(s string) (string, bool) {
	return small(s, "BℬEℰFℱHℋIℐLℒMℳRℛ")
}
