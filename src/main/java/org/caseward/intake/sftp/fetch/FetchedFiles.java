package org.caseward.intake.sftp.fetch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was fetched from servers where nothing can be marked. */
@Component
class FetchedFiles {
    private final JdbcClient jdbc;

    FetchedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(String connection, byte[] file) {
        return jdbc.sql("select exists (select from sftp_fetched where connection = ? and file_key = ?)")
                .params(connection, file)
                .query(Boolean.class)
                .single();
    }

    void remember(String connection, byte[] file, String receipt) {
        jdbc.sql("""
                        insert into sftp_fetched (connection, file_key, receipt_number) values (?, ?, ?)
                        on conflict do nothing""").params(connection, file, receipt).update();
    }
}
