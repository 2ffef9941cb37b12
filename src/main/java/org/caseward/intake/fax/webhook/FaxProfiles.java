package org.caseward.intake.fax.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The profiles of fax services, read once at the start. One that can't be read is told of and left out; the others go on. */
@Component
class FaxProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(FaxProfiles.class);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final Map<String, FaxProfile> byId;

    FaxProfiles(@Value("${caseward.fax.services:routes/fax-services}") Path folder) {
        byId = read(folder);
    }

    Optional<FaxProfile> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static Map<String, FaxProfile> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> profile(file).stream())
                    .collect(Collectors.toUnmodifiableMap(FaxProfile::id, Function.identity(), (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FaxProfile> profile(Path file) {
        try {
            return Optional.of(YAML.readValue(file.toFile(), FaxProfile.class));
        } catch (JacksonException e) {
            LOG.error("The fax service profile {} can't be read and is left out: {}", file, e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
