package org.caseward;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The hub as one Spring Boot application. */
@SpringBootApplication
@EnableScheduling
@EnableAsync
public class HubApplication {}
