package org.caseward.demo.samples;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caseward.demo.world.DemoWorld;
import org.caseward.demo.world.OpenCase;
import org.caseward.demo.world.Person;

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
        Person p = like.person();
        Person stranger = new Person(
                "PD-00000",
                "Quillfeather",
                "Philippa",
                "",
                Optional.empty(),
                List.of(),
                LocalDate.of(1972, 2, 29),
                "F",
                "7702",
                "99173",
                new Person.Address("1 Nowhere Ln", "Chicago", "IL", "60601"),
                "(312) 555-0199",
                p.employer(),
                p.unit());
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
                stranger,
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
