package org.caseward.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.caseward.security.KeyRing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which store keeps the documents, and under which keys. */
@Configuration
class DocumentSettings {
    @Bean
    KeyRing keyRing(@Value("${caseward.keys:data/secrets/keys.properties}") Path file) throws IOException {
        return KeyRing.open(file);
    }

    @Bean
    DocumentStore documentStore(@Value("${caseward.documents:data/documents}") Path root, KeyRing keys) {
        return new FileDocumentStore(root, keys);
    }
}
