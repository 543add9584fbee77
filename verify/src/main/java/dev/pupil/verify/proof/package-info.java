/**
 * Proofs about a weight file: V2 ({@link dev.pupil.verify.proof.StepProof}), V3
 * ({@link dev.pupil.verify.proof.ArithmeticProof}), V4 ({@link dev.pupil.verify.proof.GradientProof}), and which changes of
 * a proved network do harm ({@link dev.pupil.verify.proof.Changes}).
 *
 * <p>What comes in: a {@link dev.pupil.verify.subject.Subject}, that is the file as read and its program lowered afresh to
 * an automaton. What goes out: a {@link dev.pupil.verify.report.Conclusion}. Invariant: nothing that the compiler uses to
 * make circuits (its decision diagrams, covers, invariant prover, circuit builder) is used here, so that none of its errors
 * can hide; what a term of a rule means is said by code of this package. What is shared with the compiler is listed under
 * "What this rests on".
 *
 * <h2>Definitions</h2>
 *
 * <p>An <em>image</em> is a rectangle of H × w pixels with H ≥ 2 and w ≥ 2: it has m + 1 rows and d + 1 columns or more, m
 * and d at least 1. Its <em>lane</em> a assigns a number to each pixel: −1, 0 or 1 in the main grid, 2 elsewhere. Of this we
 * use only that a(p) ∈ {−1, 0, 1} if images are never larger than the main grid, else a(p) ∈ {−1, 0, 1, 2}. Outside the image
 * everything is 0: that is the convolution's zero padding.
 *
 * <p>The <em>automaton</em> has fields; σ<sup>t</sup>(p) are the values of all fields at pixel p after t steps. At t = 0, and
 * outside the image at all times, every field is at rest; otherwise field f of σ<sup>t+1</sup>(p) is the value of f's rule, a
 * finite term, over σ<sup>t</sup> in the 3 × 3 pixels around p and over a(p). Its field {@code inside} has the rule 1 and rests
 * at 0, so that for t ≥ 1 it tells where the image is.
 *
 * <p>The <em>network</em> is h<sup>0</sup> = (a, 0, …, 0) and h<sup>t+1</sup> = B·relu(A ⊛ h<sup>t</sup> + α) + β in the image,
 * 0 outside, over the real numbers, with the file's numbers. The lane of a memory W and a query with the features z is
 * a(p) = W[p]·z[column of p] in the main grid. L is the number of steps that the program's closed form gives for m and d, and
 * the <em>output</em> f = Σ<sub>p</sub> Σ<sub>j</sub> u<sub>j</sub>·relu(V<sub>j</sub>·h<sup>L</sup>(p) + ν<sub>j</sub>), over
 * the pixels p of the image and the head's hidden units j. {@code select}, {@code answered} and {@code answer} are the fields
 * that the automaton's head names; of the output, they mean their values after the L steps.
 *
 * <p><em>Enc</em> maps the fields of a pixel to bits, one for each channel but the first, as the file says: it has a code for
 * every value of every field; a channel has roles, each of which is a bit of a field's code and possibly a condition, that
 * another channel, whose own roles have no conditions, be 1 (or 0). The channel's bit is 1 if some role's bit is 1 and its
 * condition holds.
 *
 * <p>A <em>neighbourhood</em> is a pixel p of an image, the 3 × 3 pixels around it, and what they hold. I is the file's list of
 * invariants, terms over a pixel's 3 × 3 pixels. A neighbourhood <em>satisfies</em> I if every invariant is 1 at each of its
 * pixels that is in the image and from which the invariant sees none that is out of the neighbourhood.
 *
 * <h2>Lemma 1: the invariants hold, and fields are in their ranges</h2>
 *
 * <p>For all images, lanes and t ≥ 0, every field of σ<sup>t</sup> is in its range at every pixel, and every invariant of I is
 * 1 at every pixel p of the image. By induction on t, on both at once. For t = 0 all fields rest, at values in their ranges,
 * and the solver finds no lane for which an invariant is not 1 then. For the step, let both be so for t. By the rules a field
 * at p in σ<sup>t+1</sup> depends on σ<sup>t</sup> in the 3 × 3 pixels around p: the solver finds no such neighbourhood, with
 * fields in their ranges, that satisfies I and in which a rule leaves its field's range ({@code StateProof}). An invariant at p
 * in σ<sup>t+1</sup> depends on σ<sup>t+1</sup> in the 3 × 3 pixels around p, hence on σ<sup>t</sup> in the 5 × 5 pixels around
 * p. The solver finds no state of those, with fields in their ranges and any image around p, in which all invariants that see
 * nothing else are 1 and, after the rules have been applied once, an invariant is not 1 at p. ({@code Invariants}; states at
 * t = 0, where {@code inside} is 0 in the image, are among those that the solver considers.)
 *
 * <h2>Lemma 2: Enc is well defined</h2>
 *
 * <p>Every value in a field's range has a code, different values have different codes (a condition on
 * {@link dev.pupil.compiler.circuit.symbolic.Encoding}), and the code of rest is 0, so that Enc is 0 at rest. By lemma 1 all values are
 * in their ranges, so that Enc(σ<sup>t</sup>(p)) is defined for all t and p. ({@code Codes})
 *
 * <p>The theorem needs no more of Enc. It is found besides that in all neighbourhoods that satisfy I no two roles of a channel
 * are 1 at once, and each bit that is 1 is held by some channel ({@code StateProof}). That it can be told from the channels
 * alone which of a channel's roles is meant is V1's.
 *
 * <h2>Theorem (V2)</h2>
 *
 * <p>For all images, lanes, t ≥ 0 and pixels p: h<sup>t</sup>(p) = (a(p), Enc(σ<sup>t</sup>(p))).
 *
 * <p>Proof, by induction on t. Outside the image both sides are 0. For t = 0 all fields rest, Enc is 0 by lemma 2, and
 * h<sup>0</sup> = (a, 0). For the step let p be in the image. By the induction hypothesis the 3 × 3 pixels that A sees hold
 * (a, Enc(σ<sup>t</sup>)); by lemma 1 they form a neighbourhood that satisfies I, with fields in their ranges. For each
 * channel c the solver finds no such neighbourhood in which Σ<sub>k</sub> B<sub>ck</sub>·relu(Σ A<sub>k</sub>·(a, Enc) +
 * α<sub>k</sub>) + β<sub>c</sub> is not bit c of Enc of the fields' next values, or not a(p) if c is the lane
 * ({@code ChannelProof}). ∎
 *
 * <p>Likewise it finds none in which Σ<sub>j</sub> u<sub>j</sub>·relu(V<sub>j</sub>·h + ν<sub>j</sub>) is not what the
 * automaton's head says of the pixel: a(p) if it is selected, plus 1 or −1 if it has answered ({@code HeadProof}).
 *
 * <p>Corollary. d, m, the data, W, the query and the number of steps occur in none of the solver's questions, only in a, H
 * and w. So for every d, m, data set and number of steps the network's output f is that of the automaton's head, Σ a(p) over
 * the pixels that are selected plus Σ ±1 over those that have answered.
 *
 * <p>V6 compares predictions with the second sum alone. That f is the prediction needs, too, that the first is 0: a(p) is 0
 * where p is selected. V4 proves it ({@code Selection}, for memories whose rows are empty or full), and V5 watches the output
 * of the weights, which has both sums.
 *
 * <h2>How the questions are asked</h2>
 *
 * <p>All numbers are multiples of a power of two and are used as integers; nothing is rounded ({@code ExactNetwork}). "Σ
 * w<sub>i</sub>·x<sub>i</sub> ≥ b", for bits x<sub>i</sub>, is a decision diagram over the x<sub>i</sub>
 * ({@code WeightedSum}). If a unit's sum s can have the positive values v<sub>1</sub> &lt; v<sub>2</sub> &lt; …, then relu(s) =
 * v<sub>1</sub>·[s ≥ v<sub>1</sub>] + (v<sub>2</sub> − v<sub>1</sub>)·[s ≥ v<sub>2</sub>] + …, so that what a channel becomes is
 * a sum of bits times integers again ({@code StepSums}). The lane is −1·[a = −1] + 1·[a = 1] + 2·[a = 2]. Rules are
 * translated value by value ({@code Meaning}, {@code Spread}). Sat4j answers whether the resulting formula can be 1 while the
 * invariants are; if so, its answer, made small, is the counterexample ({@code Inquiry}, {@code Witness}).
 *
 * <p>With {@code --cross-check}, Z3 is asked the same of rules and weights written as linear integer arithmetic, with
 * conditionals for relu and no diagrams ({@code SecondOpinion}): whether invariants hold, rules stay in ranges, and every
 * channel and the output are what they should be. It is not asked whether every bit is held by a channel, whether a channel's
 * roles take turns, nor whether terms that should be bits are. Both methods use {@code Codes}, {@code ExactNetwork} and
 * {@link dev.pupil.compiler.automaton.term.Terms#reads}. If the two do not agree, nothing is said to be proved.
 *
 * <h2>V4: the gradient</h2>
 *
 * <p>Theorem. Let the rows of memory be either empty or full, that is: in a row of the main grid either all a(p) are 0 or none
 * is. Then for every number of steps L ∂f/∂a(p) is 1 if {@code select} is 1 at p after the L steps, else 0; so ∂f/∂W[p] =
 * select(p)·z[column of p].
 *
 * <p>Proof. Call a unit that reads the lane, at any tap, <em>touched</em>. In all neighbourhoods that satisfy I the solver
 * finds: no touched unit that anything reads has the sum 0; and at each tap in the image, the sum of B<sub>ck</sub> times the
 * lane's weight, over the touched units with positive sums, is 0 for each channel c but the lane, and for the lane 1 at the
 * pixel itself and 0 at other taps. By the first of these the step is differentiable in the lane, whatever the other channels
 * are held at; by the second the Jacobian of (lane, others)<sup>t+1</sup> in (lane, others)<sup>t</sup> has the form
 *
 * <pre>
 *        ( 1  X )
 *    J = (      )
 *        ( 0  Y )
 * </pre>
 *
 * with the identity for ∂lane/∂lane. Back-propagation multiplies the row vector (∂f/∂lane, ∂f/∂others) by J from the right, L
 * times; its first part is multiplied by 1 each time and what comes from the second part by 0. X, and Y, and which value in
 * [0, 1] a program takes for relu'(0) in units that are not touched, therefore do not matter: ∂f/∂h<sup>0</sup>'s lane is the
 * head's slope in the lane of h<sup>L</sup>. This is the derivative itself, too: by induction on t the other channels are
 * locally constant in a, so that units that only read those do not move at all, at a kink or not.
 *
 * <p>In the head, the solver finds that no touched unit has the sum 0 and that the slope is 1 where {@code select} is 1 and 0
 * elsewhere, given that a(p) = 0 where p is selected. The latter is proved, too ({@code Selection}), by induction over two
 * steps, since the rules learn of the lane one step late: it holds at t = 0 and t = 1, and the solver finds no state in which
 * it holds at t and t + 1 everywhere around a pixel and not at t + 2 at the pixel. ∎
 *
 * <h2>V3: exact arithmetic</h2>
 *
 * <p>By V2 every input of a hidden unit is 0 or 1, or the lane, between −1 and 2. So every partial sum, in whatever order, lies
 * between the sum of all negative and the sum of all positive summands' extreme values, and is a multiple of the largest power
 * of two g that divides all of them. A binary floating-point format with p bits of precision holds all multiples of g up to
 * 2<sup>p</sup>·g in size, as long as g is not below its smallest number and the bound not above its largest: so nothing is
 * rounded ({@code Extent}, {@code NumberFormat}). The same goes for channels, whose summands are hidden units between 0 and
 * their largest sum. In int8, each tensor has a power of two as its scale: for the weights one that divides each of them, such
 * that its product with the scale of what they multiply divides the biases. Weights and activations, divided by their scales,
 * have to fit into 8 bits, sums and biases, divided by that product, into 32 ({@code Quantisation}); requantising is a shift
 * that drops nothing, since hidden units have the scale of their sums and by V2 channels become integers.
 *
 * <p>This is about sums at a pixel. The sum over pixels that follows in the head has at most one summand that is not 0: by V4
 * the lane is 0 where a row is selected, so that only a pixel that has answered adds something, and V5 finds no more than one
 * of those. So it is exact in any order, too.
 *
 * <h2>What this rests on</h2>
 *
 * <ul>
 *   <li>That files are read rightly. This is done by the compiler's {@link dev.pupil.compiler.weights.SafetensorsReader}, which
 *       V1 uses, too, so that V1 can't check it; by its {@code Labels} and {@code FieldLabels}, for channels and fields; by its
 *       {@link dev.pupil.compiler.text.TermText}, for invariants; and {@link dev.pupil.compiler.circuit.symbolic.Encoding} holds the
 *       codes. A file that is read wrongly is another file, of which everything here is then said.
 *   <li>That the automaton, with its head, means what the program's text says: V6. That it has answered after L steps, on one
 *       pixel, and that one whole row is selected while there is an empty one: V5.
 *   <li>That memory holds −1, 0 and 1, by whole rows, and that queries are −1 and 1: V7, and the checks of data.
 *   <li>That the solver is right when it says that there is no solution, and that this package translates rightly. A wrong
 *       translation would have to be wrong in the same way in rules and weights to be missed; Z3 confirms what is listed above
 *       on request, and V9 shows that changed weights are noticed.
 *   <li>V2 is about real numbers. That floating point gives the same is V3, for implementations that add up products of
 *       weights and channels (not such that transform them first, as Winograd's algorithm does) and that add up the head's
 *       units before pixels; that engines implement the definition is V8. Of the gradient's own arithmetic V7 tells: what
 *       back-propagation multiplies by 0 can grow exponentially with the number of steps, and infinity times 0 is no number
 *       (see {@link dev.pupil.runtime.network.BackPropagation}).
 *   <li>V3 and V4 are concluded only for files for which V2 has been proved by the same {@code Proofs}, which prove it once
 *       for the very same subject.
 * </ul>
 */
@NullMarked
package dev.pupil.verify.proof;

import org.jspecify.annotations.NullMarked;
