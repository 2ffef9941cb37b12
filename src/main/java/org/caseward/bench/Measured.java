package org.caseward.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run gave: a number for each metric, the aims that hold for a run of this size, and remarks that belong to the numbers. */
public final class Measured {
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, Aim> aims = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Starts with the aims that the metrics declare. */
    public static Measured of(List<Metric> declared) {
        Measured measured = new Measured();
        declared.forEach(metric -> metric.aim().ifPresent(aim -> measured.aims.put(metric.name(), aim)));
        return measured;
    }

    public Measured with(String metric, double value) {
        metrics.put(metric, value);
        return this;
    }

    /** An aim that holds at this size only. */
    public Measured aim(String metric, Aim aim) {
        aims.put(metric, aim);
        return this;
    }

    /** Takes an aim away that a run of this size can't prove, and says so. */
    public Measured waive(String metric, String why) {
        aims.remove(metric);
        return note(metric + " is told, not checked: " + why);
    }

    public Measured note(String line) {
        notes.add(line);
        return this;
    }

    /** Takes over all of another run's, its names behind {@code prefix}. */
    public void addAll(String prefix, Measured other) {
        other.metrics.forEach((name, value) -> metrics.put(prefix + name, value));
        other.aims.forEach((name, aim) -> aims.put(prefix + name, aim));
        notes.addAll(other.notes);
    }

    public Map<String, Double> metrics() {
        return Map.copyOf(metrics);
    }

    public double metric(String name) {
        return Optional.ofNullable(metrics.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The run gave no " + name));
    }

    /** In the order in which they were given. */
    public List<String> names() {
        return List.copyOf(metrics.keySet());
    }

    public Optional<Aim> aim(String metric) {
        return Optional.ofNullable(aims.get(metric));
    }

    public Map<String, Aim> aims() {
        return Map.copyOf(aims);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The aims that were not reached, in words; a metric with an aim that was not measured is one. */
    public List<String> missed() {
        List<String> missed = new ArrayList<>();
        aims.forEach((name, aim) -> {
            Double value = metrics.get(name);
            if (value == null || !aim.met(value)) {
                missed.add(name + " is " + (value == null ? "not measured" : Metric.number(value)) + ", aimed at "
                        + aim.words());
            }
        });
        return missed;
    }
}
