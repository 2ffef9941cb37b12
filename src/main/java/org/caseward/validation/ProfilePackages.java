package org.caseward.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The FHIR packages ({@code *.tgz}) in a folder that the operator fills, as the FHIR registry hands them out. Of several versions of one package the newest is used. A
 * package that can't be read is left out and told of; the others are used.
 *
 * @param used {@code hl7.fhir.us.core 6.1.0}
 * @param leftOut file names, with why
 */
record ProfilePackages(List<IBaseResource> resources, List<String> used, List<String> leftOut) {
    /** Bytes of one file inside, and of all of a package: US Core 6.1.0 has 30 MB in all. */
    private static final int LARGEST_FILE = 16 << 20;

    private static final long LARGEST_PACKAGE = 512L << 20;
    private static final List<String> KINDS = List.of("StructureDefinition-", "ValueSet-", "CodeSystem-");
    private static final String FHIR_VERSION = "4.0";

    private record Opened(String name, String version, List<IBaseResource> resources) {
        String called() {
            return name + " " + version;
        }

        boolean newerThan(Opened other) {
            return Runtime.Version.parse(number(version)).compareTo(Runtime.Version.parse(number(other.version))) > 0;
        }

        /** {@code 6.1.0-ballot} as {@code 6.1}: trailing zeros are no version to Java. */
        private static String number(String version) {
            String digits = version.replaceFirst("[^0-9.].*", "").replaceFirst("(\\.0+)+$", "");
            return digits.matches("[1-9][0-9]*(\\.[0-9]+)*") ? digits : "1";
        }
    }

    static ProfilePackages read(Path folder, FhirContext context) {
        Map<String, Opened> newest = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                Opened opened = open(file, context);
                newest.merge(opened.name(), opened, (one, other) -> other.newerThan(one) ? other : one);
            } catch (IOException | RuntimeException broken) {
                leftOut.add(file.getFileName() + ": " + why(broken));
            }
        }
        return new ProfilePackages(
                newest.values().stream()
                        .flatMap(one -> one.resources().stream())
                        .toList(),
                newest.values().stream().map(Opened::called).toList(),
                leftOut);
    }

    private static String why(Exception broken) {
        return broken instanceof NotUsable
                ? String.valueOf(broken.getMessage())
                : broken.getClass().getSimpleName();
    }

    private static final class NotUsable extends IOException {
        private static final long serialVersionUID = 1L;

        NotUsable(String why) {
            super(why);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Opened open(Path file, FhirContext context) throws IOException {
        List<IBaseResource> resources = new ArrayList<>();
        JsonNode manifest = null;
        long bytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                bytes += entry.getSize();
                if (entry.getSize() > LARGEST_FILE || bytes > LARGEST_PACKAGE) {
                    throw new NotUsable("it is larger than a FHIR package may be");
                }
                String name = entry.getName();
                if (name.equals("package/package.json")) {
                    manifest = JsonMapper.shared().readTree(tar.readAllBytes());
                } else if (KINDS.stream().anyMatch(kind -> name.startsWith("package/" + kind))
                        && name.endsWith(".json")) {
                    resources.add(parse(tar.readAllBytes(), context));
                }
            }
        }
        if (manifest == null) {
            throw new NotUsable("it has no package/package.json");
        }
        String fhir = manifest.path("fhirVersions").path(0).asString(FHIR_VERSION);
        if (!fhir.startsWith(FHIR_VERSION)) {
            throw new NotUsable("it is for FHIR " + fhir + ", and the hub speaks R4");
        }
        return new Opened(
                manifest.path("name").asString("?"), manifest.path("version").asString("0"), resources);
    }

    private static IBaseResource parse(byte[] json, FhirContext context) throws DataFormatException {
        return context.newJsonParser()
                .setParserErrorHandler(new LenientErrorHandler(false))
                .parseResource(new String(json, StandardCharsets.UTF_8));
    }
}
