package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.caseward.testing.WholeHub;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Walks every file in routes/ with the whole hub behind it. What each route does with a report is shown by {@code WholeWayTest} and the intake tests. */
class RouteFilesTest extends WholeHub {
    private static final Set<String> CONFIGURATIONS =
            Set.of("intake-failures", "stage-failures", "publishing-failures");

    @Autowired
    ApplicationContext beans;

    @Autowired
    CamelRoutes routes;

    private static List<RouteDefinition> all() throws IOException {
        List<RouteDefinition> all = new ArrayList<>();
        for (Path file : RouteFiles.list(Path.of("routes"))) {
            all.addAll(RouteFile.read(file).routes());
        }
        return all;
    }

    @TestFactory
    List<DynamicTest> everyRouteHasANameADescriptionAndTheSharedErrorHandling() throws IOException {
        return all().stream()
                .map(route -> DynamicTest.dynamicTest(route.getId(), () -> {
                    assertThat(route.getId()).matches("(intake|pipeline|publish)-[a-z-]+");
                    assertThat(route.getDescription()).isNotBlank();
                    assertThat(CONFIGURATIONS).contains(route.getRouteConfigurationId());
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyBeanThatARouteNamesHasTheMethodItCalls() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (RouteDefinition route : all()) {
            for (BeanDefinition bean :
                    ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), BeanDefinition.class)) {
                String method = bean.getMethod().replaceAll("\\(.*", "");
                tests.add(DynamicTest.dynamicTest(
                        route.getId() + ": " + bean.getRef() + "." + method,
                        () -> assertThat(methods(bean.getRef())).contains(method)));
            }
            for (ProcessDefinition process :
                    ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessDefinition.class)) {
                tests.add(DynamicTest.dynamicTest(
                        route.getId() + ": " + process.getRef(),
                        () -> assertThat(methods(process.getRef())).contains("process")));
            }
        }
        return tests;
    }

    private Set<String> methods(String bean) {
        return Arrays.stream(beans.getBean(bean).getClass().getMethods())
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void everyRouteOfTheFilesRuns() throws IOException {
        assertThat(routes.routes())
                .allSatisfy(route -> assertThat(route.state()).isEqualTo("started"))
                .extracting(org.caseward.monitoring.RouteStatus::id)
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(RouteDefinition::getId).toList());
    }

    @Test
    void aBrokenFileIsRefusedWithItsNameAndPlace(@TempDir Path dir) throws IOException {
        Path file =
                Files.writeString(dir.resolve("broken.xml"), "<routes>\n  <route id='x'>\n    <frm uri='direct:x'/>\n");
        assertThatThrownBy(() -> RouteFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.xml")
                .hasMessageContaining("frm");
    }

    @Test
    void aStoppedRouteSaysSoAndStartsAgain() {
        routes.stop("intake-fhir");
        try {
            assertThat(routes.routes())
                    .filteredOn(route -> route.id().equals("intake-fhir"))
                    .singleElement()
                    .satisfies(route -> assertThat(route.state()).isEqualTo("stopped"));
        } finally {
            routes.start("intake-fhir");
        }
        assertThatThrownBy(() -> routes.stop("no-such-route")).hasMessageContaining("no-such-route");
    }
}
