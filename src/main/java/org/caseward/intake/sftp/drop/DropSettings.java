package org.caseward.intake.sftp.drop;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SFTP server and what it allows.
 *
 * @param host loopback unless set
 * @param port 0 means there is no SFTP server
 * @param root the folder with a tree for each provider; what lies there is not sealed, so it belongs on an encrypted disk
 * @param keys the folder of our host keys
 * @param quotaBytes what a provider may have lying here that was not taken yet
 * @param quotaFiles the same, in files and folders
 * @param largestFile bytes
 * @param keepAnswers for how long accepted and refused files can be looked at
 * @param sweep how often the trees are looked through for what no event told of
 * @param sessions most at once, all providers together
 * @param sessionsEach most at once of one provider
 * @param failedLogins after so many failed logins from an address within ten minutes it is not listened to for the rest of them
 */
@ConfigurationProperties("caseward.sftp")
record DropSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("0") int port,
        @DefaultValue("data/sftp") Path root,
        @DefaultValue("data/secrets/sftp") Path keys,
        @DefaultValue("1073741824") long quotaBytes,
        @DefaultValue("2000") int quotaFiles,
        @DefaultValue("104857600") long largestFile,
        @DefaultValue("14d") Duration keepAnswers,
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("200") int sessions,
        @DefaultValue("10") int sessionsEach,
        @DefaultValue("20") int failedLogins) {}
