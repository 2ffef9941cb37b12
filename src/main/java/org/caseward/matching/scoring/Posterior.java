package org.caseward.matching.scoring;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How probable it is that a report belongs to each case that was found, against what it may be otherwise: this person's new injury, a closed case's recurrence, or nobody we
 * know, a relative of somebody we know among them. One distribution over both questions, which person and which of the person's cases.
 */
public final class Posterior {
    private final Map<ScoredCase, Double> cases = new IdentityHashMap<>();
    private final Map<ScoredCase, Double> priors = new IdentityHashMap<>();
    private final Map<Outcome, Double> outcomes = new EnumMap<>(Outcome.class);
    private final Model model;
    private double total;

    private Posterior(Model model) {
        this.model = model;
    }

    /** @param people everybody who was found; who was not found is taken to explain nothing */
    public static Posterior of(List<ScoredPerson> people, Frequencies frequencies, Model model) {
        Posterior posterior = new Posterior(model);
        posterior.add(Outcome.NOBODY, 1 - model.get(Setting.KNOWN));
        double everybody = Math.max(people.size() + 1, population(people, frequencies));
        people.forEach(person -> posterior.add(person, everybody));
        return posterior;
    }

    private static double population(List<ScoredPerson> people, Frequencies frequencies) {
        Set<String> programs = new HashSet<>(2);
        people.forEach(p -> programs.add(p.known().program()));
        double sum = 0;
        for (String program : programs) {
            sum += frequencies.people(program);
        }
        return sum;
    }

    private void add(ScoredPerson person, double everybody) {
        double share = model.get(Setting.KNOWN) / everybody;
        double relatives = (1 - model.get(Setting.KNOWN)) * model.get(Setting.RELATED) / everybody;
        add(Outcome.NOBODY, relatives * Math.pow(2, person.relativeBits()));
        long open = person.cases().stream().filter(c -> c.file().accepting()).count();
        for (ScoredCase file : person.cases()) {
            boolean accepting = file.file().accepting();
            double prior = accepting
                    ? model.get(Setting.OPEN) / open
                    : model.get(Setting.RECURRENCE) / (person.cases().size() - open);
            double weight = share * prior * Math.pow(2, file.score());
            cases.put(file, weight);
            priors.put(file, share * prior);
            add(accepting ? Outcome.CASE : Outcome.RECURRENCE, weight);
        }
        double named =
                person.named() ? model.evidence(Trait.NUMBER, Level.SIBLING).bits() : 0;
        add(Outcome.NEW_INJURY, share * model.get(Setting.NEW_INJURY) * Math.pow(2, person.bits() + named));
    }

    private void add(Outcome outcome, double weight) {
        outcomes.merge(outcome, weight, Double::sum);
        total += weight;
    }

    /** The probability that the report belongs to one of these cases: to one of them each, where it names several. */
    public double of(Collection<ScoredCase> targets) {
        double named = 0;
        for (ScoredCase target : targets) {
            named += cases.getOrDefault(target, 0.0);
        }
        double doubt = Math.max(0, 1 - named / total);
        return (1 - Math.pow(doubt, model.get(Setting.TEMPER))) * (1 - model.get(Setting.RESIDUAL));
    }

    /** How probable the case was before anything was read of the report, in bits. */
    public double priorBits(ScoredCase found) {
        return Math.log(priors.getOrDefault(found, 1.0)) / Math.log(2);
    }

    /** What is most probable. */
    public Outcome outcome() {
        Outcome best = Outcome.NOBODY;
        for (Outcome outcome : outcomes.keySet()) {
            best = outcomes.get(outcome) > outcomes.getOrDefault(best, 0.0) ? outcome : best;
        }
        return best;
    }

    /** What is most probable beside a case that is open. */
    public Outcome alternative() {
        Outcome best = Outcome.NOBODY;
        for (Outcome outcome : outcomes.keySet()) {
            boolean better = outcome != Outcome.CASE && of(outcome) > of(best);
            best = better ? outcome : best;
        }
        return best;
    }

    public double of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0.0) / total;
    }
}
