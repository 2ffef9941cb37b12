package org.caseward.matching.models;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.caseward.matching.models.ModelRefused.Kind;
import org.caseward.matching.scoring.Model;
import org.caseward.report.AuditedAct;
import org.caseward.report.StepTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The models by version. One is active; every node asks at most a second late. The built-in one is seeded at the first question, and is active where nothing else is, or
 * where this version of the hub can no longer read the active one's text.
 */
@Component
public class Models {
    private static final long STALE = Duration.ofSeconds(1).toNanos();

    private record Known(long at, Model model) {}

    private final ModelTable table;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Known known;

    Models(ModelTable table, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.table = table;
        this.transaction = transaction;
        this.events = events;
    }

    /** What matching uses now. */
    public Model active() {
        Known now = known;
        if (now == null || System.nanoTime() - now.at() > STALE) {
            now = new Known(System.nanoTime(), refreshed(now == null ? null : now.model()));
            known = now;
        }
        return now.model();
    }

    private Model refreshed(@Nullable Model last) {
        if (last == null) {
            seed();
        }
        String version = table.active().orElse(Model.CURRENT.version());
        return last != null && last.version().equals(version)
                ? last
                : find(version).orElse(Model.CURRENT);
    }

    private void seed() {
        Model builtIn = Model.CURRENT;
        transaction.executeWithoutResult(status -> {
            table.hold();
            table.add(builtIn.version(), builtIn.text(), StepTaken.HUB);
            Optional<String> active = table.active();
            if (active.isEmpty() || find(active.get()).isEmpty()) {
                table.activate(builtIn.version(), active.orElse(null), StepTaken.HUB, "seeded");
            }
        });
    }

    /** The model of this version; empty where there is none, or none that this version of the hub can use. */
    public Optional<Model> find(String version) {
        return table.text(version).flatMap(Models::usable);
    }

    private static Optional<Model> usable(String text) {
        try {
            return Optional.of(checked(text));
        } catch (ModelRefused e) {
            return Optional.empty();
        }
    }

    public List<StoredModel> all() {
        active();
        return table.all();
    }

    /** The text of a model as it was added. */
    public Optional<String> text(String version) {
        return table.text(version);
    }

    /** Newest first. */
    public List<ModelChange> changes() {
        return table.changes();
    }

    /**
     * Keeps a model without activating it.
     *
     * @return its version
     * @throws ModelRefused where the text is no model, lacks a weight that matching asks for, or its version is there already
     */
    public String add(String text, String by) {
        Model model = checked(text);
        if (!model.version().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,60}")) {
            throw new ModelRefused(
                    Kind.UNUSABLE,
                    "The version in the line VERSION,… holds letters, digits, dots, hyphens and underscores only.");
        }
        transaction.executeWithoutResult(status -> {
            if (!table.add(model.version(), text, by)) {
                throw new ModelRefused(
                        Kind.CONFLICT,
                        "Model " + model.version()
                                + " is there already. A model never changes: give yours another version.");
            }
            audit(by, "model-added", model.version(), "");
        });
        return model.version();
    }

    /** Whatever the built-in model weighs, matching may ask of any: a gap would stop the first report that falls into it. */
    private static Model checked(String text) {
        Model model;
        try {
            model = Model.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ModelRefused(Kind.UNUSABLE, "This is no match model: " + e.getMessage() + ".");
        }
        Model.CURRENT
                .table()
                .forEach((trait, levels) -> levels.keySet().forEach(level -> {
                    if (!model.table().getOrDefault(trait, java.util.Map.of()).containsKey(level)) {
                        throw new ModelRefused(
                                Kind.UNUSABLE,
                                "The model has no weight for " + trait + "," + level + ". Add that line.");
                    }
                }));
        return model;
    }

    /** Somebody has seen what a model would change; only then can it be activated. */
    public void rehearsed(String version, String against, Rehearsal counts, String by) {
        transaction.executeWithoutResult(status -> {
            table.rehearsed(version, against, counts, by);
            audit(by, "model-rehearsed", version, "against " + against + ", " + counts.reports() + " reports");
        });
    }

    public boolean rehearsed(String version) {
        return table.rehearsed(version, active().version());
    }

    /** @throws ModelRefused where there is no such model, it is active already, or nobody has rehearsed it against the active one within a day */
    public void activate(String version, String by) {
        transaction.executeWithoutResult(status -> {
            table.hold();
            if (find(version).isEmpty()) {
                throw unknown(version);
            }
            String before = table.active().orElse("");
            if (before.equals(version)) {
                throw new ModelRefused(Kind.CONFLICT, "Model " + version + " is active already.");
            }
            if (!table.rehearsed(version, before)) {
                throw new ModelRefused(
                        Kind.CONFLICT,
                        "Nobody has looked within a day at what model " + version + " would change against " + before
                                + ". Rehearse it first; then activate it.");
            }
            change(version, before, by, "activated");
        });
    }

    /**
     * Goes back to the model that was active before this one.
     *
     * @param from the one to leave, so that two people who roll back at once do not go back and forth
     * @return the one that is active now
     */
    public String rollBack(String from, String by) {
        String back = transaction.execute(status -> {
            table.hold();
            Optional<ModelChange> last = table.changes().stream().findFirst();
            if (last.isEmpty() || !last.get().version().equals(from)) {
                throw new ModelRefused(
                        Kind.CONFLICT, "Model " + from + " is not the active one by now. Load the page again.");
            }
            String before = last.get().before();
            if (before == null || find(before).isEmpty()) {
                throw new ModelRefused(Kind.CONFLICT, "There is no model before " + from + " to go back to.");
            }
            change(before, from, by, "rolled-back");
            return before;
        });
        return java.util.Objects.requireNonNull(back);
    }

    private void change(String version, String before, String by, String act) {
        table.activate(version, before, by, act);
        audit(by, "model-" + act, version, "instead of " + before);
        known = null;
    }

    private void audit(String by, String act, String version, String detail) {
        events.publishEvent(new AuditedAct(by, act, "match-model " + version, Optional.empty(), detail));
    }

    private static ModelRefused unknown(String version) {
        return new ModelRefused(
                Kind.UNKNOWN, "There is no model " + version + " that this hub can use. Look at the list of models.");
    }
}
