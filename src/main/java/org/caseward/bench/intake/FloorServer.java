package org.caseward.bench.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The floor to compare with: a bare MLLP server that does nothing but commit the raw message and a row, in one statement and so in one transaction, before it answers. A thread
 * and a database connection for each sender; no key, no seal, no duplicate is looked for, nothing waits to go on.
 */
final class FloorServer implements AutoCloseable {
    private static final String INSERT = """
            with kept as (insert into floor_raw (id, raw) values (?, ?) returning id)
            insert into floor_row (id, control_id, received_at) select id, ?, now() from kept""";

    private static final int END = 0x1c;
    private static final int LARGEST = 8192;

    private final ServerSocket server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final DataSource source;

    /** @param owner may make tables */
    FloorServer(DataSource owner) throws IOException, SQLException {
        source = owner;
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create table if not exists floor_raw (id uuid primary key, raw bytea not null)");
            sql.execute(
                    "create table if not exists floor_row (id uuid primary key, control_id text not null, received_at timestamptz not null)");
        }
        Thread.ofPlatform().daemon().name("floor-accept").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().name("floor").start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            byte[] frame = new byte[LARGEST];
            for (int size = read(in, frame); size > 0; size = read(in, frame)) {
                byte[] message = java.util.Arrays.copyOfRange(frame, 1, size);
                String id = controlId(message);
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, message);
                insert.setString(3, id);
                insert.executeUpdate();
                client.getOutputStream().write(answer(id));
            }
        } catch (IOException | SQLException ended) {
            // its sender finds no answer, and the bench fails there
        }
    }

    /** @return how many bytes before the frame's end, 0 where the sender has gone */
    private static int read(InputStream in, byte[] frame) throws IOException {
        int size = 0;
        for (int b = in.read(); b != END; b = in.read()) {
            if (b < 0) {
                return 0;
            }
            frame[size++] = (byte) b;
        }
        in.skipNBytes(1);
        return size;
    }

    private static String controlId(byte[] message) {
        return new String(message, 0, 200, StandardCharsets.ISO_8859_1).split("\\|", 11)[9];
    }

    private static byte[] answer(String id) {
        return ("\u000bMSH|^~\\&|HUB|AGENCY|" + Messages.SENDER + "|20261121120000||ACK|" + id + "|P|2.5.1\rMSA|AA|"
                        + id + "\r\u001c\r")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
