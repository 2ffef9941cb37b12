package org.caseward.routing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.apache.camel.xml.in.ModelParser;
import org.apache.camel.xml.io.XmlPullParserException;

/** One file of {@code routes/} as parsed: exactly one of the lists is filled, by the file's root element. */
record RouteFile(
        Path path,
        List<RouteDefinition> routes,
        List<RouteConfigurationDefinition> configurations,
        List<RouteTemplateDefinition> templates,
        List<TemplatedRouteDefinition> templated) {

    /** @throws IOException with the file and the place where the XML or the route's language is broken */
    static RouteFile read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        RouteFile file = new RouteFile(
                path,
                parse(path, bytes, parser -> parser.parseRoutesDefinition().map(d -> d.getRoutes())),
                parse(
                        path,
                        bytes,
                        parser -> parser.parseRouteConfigurationsDefinition().map(d -> d.getRouteConfigurations())),
                parse(
                        path,
                        bytes,
                        parser -> parser.parseRouteTemplatesDefinition().map(d -> d.getRouteTemplates())),
                parse(
                        path,
                        bytes,
                        parser -> parser.parseTemplatedRoutesDefinition().map(d -> d.getTemplatedRoutes())));
        if (file.isEmpty()) {
            throw new IOException(
                    path.getFileName()
                            + ": the root element must be routes, routeConfigurations, routeTemplates or templatedRoutes, with something in it");
        }
        return file;
    }

    boolean isEmpty() {
        return routes.isEmpty() && configurations.isEmpty() && templates.isEmpty() && templated.isEmpty();
    }

    private interface Parse<T> {
        java.util.Optional<List<T>> apply(ModelParser parser) throws IOException, XmlPullParserException;
    }

    private static <T> List<T> parse(Path path, byte[] bytes, Parse<T> parse) throws IOException {
        try (InputStream in = new java.io.ByteArrayInputStream(bytes)) {
            return parse.apply(new ModelParser(in, null)).map(List::copyOf).orElse(List.of());
        } catch (XmlPullParserException | IOException | RuntimeException e) {
            throw new IOException(path.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
