package org.caseward.demo.samples;

import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.DemoWorld;
import org.caseward.demo.world.OpenCase;

/** Hands out cases to the samples, each once. */
final class Cast {
    private final DemoWorld world;
    private final Iterator<OpenCase> police;
    private final Iterator<OpenCase> city;
    private final Iterator<OpenCase> several;

    Cast(DemoWorld world) {
        this.world = world;
        police = world.plainCases(DemoWorld.POLICE).iterator();
        city = world.plainCases(DemoWorld.CITY).iterator();
        several = world.oneOfSeveral(DemoWorld.POLICE).iterator();
    }

    DemoWorld world() {
        return world;
    }

    OpenCase police() {
        return police.next();
    }

    OpenCase policeWithSide() {
        return next(police, OpenCase::hasSide);
    }

    /** Of somebody whom this clinic treats. */
    OpenCase policeOf(Clinic clinic) {
        return next(police, c -> c.clinic().equals(clinic));
    }

    OpenCase city() {
        return city.next();
    }

    /** A case of a police officer who has more than one. */
    OpenCase oneOfSeveral() {
        return several.next();
    }

    /** Somebody nobody has heard of, with numbers that nobody gave out. */
    OpenCase stranger() {
        OpenCase like = police();
        return new OpenCase(
                like.program(),
                "IOD-2026-999901",
                List.of("WC-79-999901"),
                like.opened(),
                like.injuryDate(),
                like.injury(),
                like.bodyPart(),
                like.diagnosis(),
                like.coordinator(),
                world.stranger(),
                like.clinic());
    }

    private static OpenCase next(Iterator<OpenCase> from, Predicate<OpenCase> wanted) {
        OpenCase found = from.next();
        while (!wanted.test(found)) {
            found = from.next();
        }
        return found;
    }
}
